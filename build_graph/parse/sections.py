"""Sections: what a heading announces, so that its items are called by the right name."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from build_graph.parse.spans import Span
from build_graph.tables import table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from build_graph.parse.lines import Line


_LISTS = re.compile(r"[：、]")
"""A short line with these lists something (甲省：乙市、丙市) and heads nothing."""


_OVERRIDING = {
    "task": {"goal", "condition", "units", "timetable", "principle"},
    "background": {"goal", "condition", "units", "timetable", "principle", "task"},
}
"""Kinds of a short heading that hold also below one of another kind (试点内容 above 试点范围)."""
_DIRECTS = re.compile("明确|确定|制定|细化|分解")
"""（一）明确目标和原则 below 具体任务 is a task; 试点原则 there is none."""
_INHERITED = {"task", "safeguard", "timetable", "condition", "background"}
"""Kinds that hold for all that lies below."""
_LONGEST_TITLE = 30  # code points of a heading; what is longer is a sentence, whatever words it holds
_KEPT: Final = 2**12  # so many answers are kept: the headings of notices repeat, and several modules ask
_LABEL = 8  # code points of a heading that is nothing but the name of its kind


class Section(NamedTuple):
    """A heading and the lines below it, up to the next heading."""

    heading: Line | None
    kind: str
    """goal, condition, task, units, principle, safeguard, timetable, background, profile, or other."""
    lines: tuple[Line, ...]
    parents: tuple[Line, ...] = ()
    """The headings above it, outermost first."""

    @property
    def body(self) -> tuple[Span, ...]:
        """What stands under the heading: the rest of its own line, and the lines below."""
        rest: list[Span] = []
        if self.heading is not None and self.heading.title.end + 1 < self.heading.span.end:
            rest = [Span(self.heading.title.end + 1, self.heading.span.end)]
        return (*rest, *(line.span for line in self.lines))


@lru_cache(_KEPT)
def kind_of(heading: str) -> str:
    """Return what a heading announces, by the table ``sections.tsv``; ``other`` if no cue is known.

    >>> kind_of("（三）工作目标"), kind_of("保障措施"), kind_of("附件")
    ('goal', 'safeguard', 'other')
    """
    return next((kind for kind, pattern in _cues() if pattern.search(heading)), "other")


@cache
def _cues() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the kinds with what announces them; a kind may have several rows, the first row that fits counts."""
    return tuple((row["kind"], re.compile(row["pattern"])) for row in table(__package__, "sections"))


def sections(lines: Iterable[Line], is_place: Callable[[str], bool]) -> Iterator[Section]:
    """Yield the sections of a document.

    A numbered line opens a section of its own level. An unnumbered short line opens one if running text
    follows; a name of a place opens one only there (名单 above a list of names is one section).
    """
    current: Section | None = None
    above: list[Section] = []
    body: list[Line] = []
    every = list(lines)
    for index, line in enumerate(every):
        following = every[index + 1] if index + 1 < len(every) else None
        if not _opens(line, following, body[-1:], is_place):
            body.append(line)
            continue
        if current or body:
            yield _closed(current, body)
        above = [section for section in above if _level(section) < (line.level or 0)]
        current, body = _opened(line, above, is_place), []
        above.append(current)
    if current or body:
        yield _closed(current, body)


def _level(section: Section) -> int:
    """Level of a heading; one without a number stands above all numbers."""
    return (section.heading.level or 0) if section.heading else 0


def _opens(line: Line, following: Line | None, before: list[Line], is_place: Callable[[str], bool]) -> bool:
    if line.is_row:
        return False
    if line.level is not None:
        return not is_place(line.content_text)  # 1.甲县 is an item of a list
    if not line.looks_like_heading or following is None or _LISTS.search(line.text):
        return False
    if is_place(line.content_text):
        goes_on = any(is_place(other.content_text) for other in before)
        return not goes_on and not following.looks_like_heading
    return True


def _opened(line: Line, above: list[Section], is_place: Callable[[str], bool]) -> Section:
    parents = tuple(section.heading for section in above if section.heading is not None)
    parent = above[-1] if above else None
    kind = "place" if is_place(line.text) else _below(parent, line.title_text)
    return Section(line, kind, (), parents)


def _below(above: Section | None, title: str) -> str:
    """Return what a heading announces below another one: tasks, safeguards and steps hold for all that lies below.

    So does what was before (一、主要成效), if it is numbered; a line of a menu that is called so heads no plan.
    """
    own = kind_of(title) if len(title) <= _LONGEST_TITLE else "other"
    parent = above.kind if above else "other"
    if parent == "goal" and _is_said_of_goal(above, own, title):
        return parent
    if parent == "background" and not _is_numbered(above):
        return own
    overrides = own in _OVERRIDING.get(parent, ()) and len(title) <= _LABEL and not _DIRECTS.match(title)
    if parent not in _INHERITED or overrides:
        return own
    return parent


def _is_numbered(section: Section | None) -> bool:
    return section is not None and section.heading is not None and section.heading.level is not None


def _is_said_of_goal(above: Section | None, own: str, title: str) -> bool:
    """（一）列养率达到100%, （二）组织机构体系更加健全 below 工作目标; 目标任务 may have anything below it."""
    heads_tasks = above is None or above.heading is None or "任务" in above.heading.title_text
    return not heads_tasks and (own == "other" or (own == "safeguard" and len(title) > _LABEL))


def _closed(section: Section | None, body: list[Line]) -> Section:
    if section is None:
        return Section(None, "other", tuple(body))
    kind = section.kind
    if kind == "place":
        kind = "profile" if _is_profile("".join(line.text for line in body)) else "other"
    return Section(section.heading, kind, tuple(body), section.parents)


def _is_profile(text: str) -> bool:
    return any(kind == "profile" and pattern.search(text) for kind, pattern in _cues())
