"""Sections: what a heading announces, so that its items are called by the right name."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from build_graph.tables import table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from build_graph.parse.lines import Line


_LISTS = re.compile(r"[：、]")
"""A short line with these lists something (甲省：乙市、丙市) and heads nothing."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and the lines below it, up to the next heading."""

    heading: Line | None
    kind: str
    """goal, condition, task, units, principle, safeguard, timetable, profile, or other."""
    lines: tuple[Line, ...]
    parents: tuple[Line, ...] = ()
    """The headings above it, outermost first."""


def kind_of(heading: str) -> str:
    """Return what a heading announces, by the table ``sections.tsv``; ``other`` if no cue is known.

    >>> kind_of("（三）工作目标"), kind_of("保障措施"), kind_of("附件")
    ('goal', 'safeguard', 'other')
    """
    rows = table(__package__, "sections")
    return next((row["kind"] for row in rows if re.search(row["pattern"], heading)), "other")


def sections(lines: Iterable[Line], is_place: Callable[[str], bool]) -> Iterator[Section]:
    """Yield the sections of a document.

    A numbered line opens a section of its own level. An unnumbered short line opens one if running text
    follows; a name of a place opens one only there (名单 above a list of names is one section).
    """
    current: Section | None = None
    body: list[Line] = []
    every = list(lines)
    for index, line in enumerate(every):
        following = every[index + 1] if index + 1 < len(every) else None
        if not _opens(line, following, body[-1:], is_place):
            body.append(line)
            continue
        if current or body:
            yield _closed(current, body)
        current, body = _opened(line, current, is_place), []
    if current or body:
        yield _closed(current, body)


def _opens(line: Line, following: Line | None, before: list[Line], is_place: Callable[[str], bool]) -> bool:
    place = is_place(line.content_text)
    if line.level is not None:
        return not place  # 1.甲县 is an item of a list
    if not line.looks_like_heading or following is None or _LISTS.search(line.text):
        return False
    if place:
        goes_on = any(is_place(other.content_text) for other in before)
        return not goes_on and not following.looks_like_heading
    return True


def _opened(line: Line, before: Section | None, is_place: Callable[[str], bool]) -> Section:
    parents = () if before is None else _above(line, before)
    kind = "place" if is_place(line.text) else kind_of(line.text)
    return Section(line, kind, (), parents)


def _above(line: Line, before: Section) -> tuple[Line, ...]:
    """Return the headings that stay open above ``line``: those of an outer level."""
    if line.level is None:
        return ()
    chain = [*before.parents, *([before.heading] if before.heading else [])]
    return tuple(above for above in chain if above.level is not None and above.level < line.level)


def _closed(section: Section | None, body: list[Line]) -> Section:
    if section is None:
        return Section(None, "other", tuple(body))
    if section.kind == "place":
        text = "".join(line.text for line in body)
        section = replace(section, kind="profile" if _is_profile(text) else "other")
    return replace(section, lines=tuple(body))


def _is_profile(text: str) -> bool:
    rows = table(__package__, "sections")
    return any(row["kind"] == "profile" and re.search(row["pattern"], text) for row in rows)
