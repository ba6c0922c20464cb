"""Lines that show by their words that they, or what follows them, are no part of the text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal, cast

from build_graph.tables import table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from build_graph.repair.page import Line

Scope = Literal["line", "block", "rest"]
_LONGEST = 120
"""A longer line is no marker, though it can hold spam (characters)."""


@dataclass(frozen=True, slots=True)
class Marker:
    """What a line is, and how far what it opens reaches."""

    reason: str
    scope: Scope


def marked_lines(lines: Sequence[Line]) -> Iterator[tuple[int, str]]:
    """Yield the numbers of the lines to leave out because of a marker, with the reasons."""
    at, in_text = 0, False
    while at < len(lines):
        marker = marker_of(lines[at].text)
        if marker is None:
            in_text = in_text or lines[at].is_sentence
            at += 1
            continue
        end = _reach(marker.scope if in_text else "line", lines, at)
        yield from ((number, marker.reason) for number in range(at, end))
        at = end


def marker_of(line: str) -> Marker | None:
    """Return what marks the line as no part of the text, or None."""
    markers = _markers()
    found = markers.whole.fullmatch(line) if len(line) <= _LONGEST else None
    found = found or markers.anywhere.search(line)
    return markers.by_group[found.lastgroup or ""] if found else None


def _reach(scope: Scope, lines: Sequence[Line], at: int) -> int:
    """Return the number of the line behind what the marker at ``at`` opens."""
    if scope == "rest" and not any(line.opens_official_document for line in lines[at + 1 :]):
        return len(lines)
    return _end_of_block(lines, at + 1) if scope == "block" else at + 1


def _end_of_block(lines: Sequence[Line], start: int) -> int:
    """Return where the short lines from ``start`` on end. One directly above running text is its headline."""
    end = start
    while end < len(lines) and _goes_on(lines[end]):
        end += 1
    headline = end < len(lines) and end > start and (lines[end].is_sentence or lines[end].is_heading)
    return end - 1 if headline else end


def _goes_on(line: Line) -> bool:
    return line.is_short and not (line.is_blank or line.is_sentence or line.is_heading or marker_of(line.text))


@dataclass(frozen=True, slots=True)
class _Markers:
    whole: re.Pattern[str]
    anywhere: re.Pattern[str]
    by_group: dict[str, Marker]


@cache
def _markers() -> _Markers:
    rows = table("build_graph.repair", "boilerplate")
    groups = {f"m{number}": row for number, row in enumerate(rows)}
    whole, anywhere = (
        "|".join(f"(?P<{name}>{_plain(row['pattern'])})" for name, row in groups.items() if row["where"] == where)
        for where in ("whole", "any")
    )
    by_group = {name: Marker(row["reason"], cast("Scope", row["scope"])) for name, row in groups.items()}
    return _Markers(re.compile(whole), re.compile(anywhere), by_group)


def _plain(pattern: str) -> str:
    """Return the pattern without groups of its own, so that the marker's group is the last one that matches."""
    return re.sub(r"(?<!\\)\((?!\?)", "(?:", pattern)
