"""Lines that show by their words that they, or what follows them, are no part of the text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, cast

from ahocorasick_rs import AhoCorasick, Implementation

from build_graph.repair.sidebars import is_entry
from build_graph.tables import table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from build_graph.repair.page import Line

Scope = Literal["line", "block", "rest", "list", "foot"]
_LONGEST = 120
"""A longer line is no marker, though it can hold spam (characters)."""
_KEPT: Final = 2**11
"""So many answers are kept: lines are asked about twice, and the pages of a site share theirs."""
_MOST_IMPRINT = 8
_IMPRINT = re.compile(
    r"(?:主办|主管|承办|协办|运维|维护|技术支持|版权所有|地址|通讯地址|邮编|邮政编码|电话|传真)(?:单位|方)?[：:][^。]{2,60}"
)


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
        if marker and marker.scope == "foot":
            yield from ((number, marker.reason) for number in range(_top_of_foot(lines, at), at))
        if marker is None:
            in_text = in_text or lines[at].is_sentence
            at += 1
            continue
        end = _reach(marker.scope, lines, at) if in_text else _reach_above(marker.scope, lines, at)
        yield from ((number, marker.reason) for number in range(at, end))
        at = end


@lru_cache(_KEPT)
def marker_of(line: str) -> Marker | None:
    """Return what marks the line as no part of the text, or None."""
    markers = _markers()
    found = markers.whole.found(line) if len(line) <= _LONGEST else None
    found = found or markers.anywhere.found(line)
    return markers.by_group[found.lastgroup or ""] if found else None


def _reach(scope: Scope, lines: Sequence[Line], at: int) -> int:
    """Return the number of the line behind what the marker at ``at``, below some of the text, opens."""
    if scope == "rest" and not any(line.opens_official_document for line in lines[at + 1 :]):
        return len(lines)
    if scope == "block":
        return _end_of_block(lines, at + 1)
    return _end_of_list(lines, at + 1) if scope == "list" else at + 1


def _top_of_foot(lines: Sequence[Line], at: int) -> int:
    """Return the first of the lines directly above ``at`` that name who runs the site."""
    top = at
    while top and at - top < _MOST_IMPRINT and _IMPRINT.fullmatch(lines[top - 1].text):
        top -= 1
    return top


def _reach_above(scope: Scope, lines: Sequence[Line], at: int) -> int:
    """Return the same for a marker above the text: only a list of headlines can belong to it."""
    return _end_of_list(lines, at + 1) if scope in ("rest", "list") else at + 1


def _end_of_list(lines: Sequence[Line], start: int) -> int:
    """Return where the headlines from ``start`` on end."""
    end = start
    while end < len(lines) and is_entry(lines[end]):
        end += 1
    return end


def _end_of_block(lines: Sequence[Line], start: int) -> int:
    """Return where the short lines from ``start`` on end. One directly above running text is its headline."""
    end = start
    while end < len(lines) and _goes_on(lines[end]):
        end += 1
    headline = end < len(lines) and end > start and (lines[end].is_sentence or lines[end].is_heading)
    return end - 1 if headline else end


def _goes_on(line: Line) -> bool:
    return line.is_short and not (line.is_blank or line.is_sentence or line.is_heading or marker_of(line.text))


class _Wording(NamedTuple):
    """The patterns of markers that stand in one place: alone in a line, or anywhere in it."""

    cue: Callable[[str], object]
    """Finds what each of them holds, and most lines do not."""
    which: Callable[[str], re.Match[str] | None]
    """Finds the marker, by its group."""

    def found(self, line: str) -> re.Match[str] | None:
        """Return the match of the first marker that a line has; most have none."""
        return self.which(line) if self.cue(line) else None


@dataclass(frozen=True, slots=True)
class _Markers:
    whole: _Wording
    anywhere: _Wording
    by_group: dict[str, Marker]


@cache
def _markers() -> _Markers:
    groups = {f"m{number}": row for number, row in enumerate(table("build_graph.repair", "boilerplate"))}
    by_group = {name: Marker(row["reason"], cast("Scope", row["scope"])) for name, row in groups.items()}
    whole, anywhere = (_patterns(groups, where) for where in ("whole", "any"))
    held = AhoCorasick(
        sorted({word for row in groups.values() for word in row["holds"].split()}), implementation=Implementation.DFA
    )
    return _Markers(
        _Wording(held.find_matches_as_indexes, re.compile(_any_of(whole)).fullmatch),
        _Wording(re.compile("|".join(anywhere.values())).search, re.compile(_any_of(anywhere)).search),
        by_group,
    )


def _patterns(groups: Mapping[str, Mapping[str, str]], where: str) -> Mapping[str, str]:
    """Return the patterns that stand somewhere, without groups, by the names of their own."""
    return {name: _plain(row["pattern"]) for name, row in groups.items() if row["where"] == where}


def _any_of(patterns: Mapping[str, str]) -> str:
    """Return a pattern that matches what any does, with a group for each."""
    return "|".join(f"(?P<{name}>{pattern})" for name, pattern in patterns.items())


def _plain(pattern: str) -> str:
    """Return the pattern without groups of its own, so that the marker's group is the last one that matches."""
    return re.sub(r"(?<!\\)\((?!\?)", "(?:", pattern)
