"""Tasks in numbered sections: 三、主要任务 （一）… 1.…, as deep as the numbering goes.

The headings below a heading of tasks are tasks. What stands under a heading is detail, unless the heading only
announces tasks (试点内容): then its numbered items, the lead sentences of its paragraphs or its clauses are the tasks.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from build_graph.extract.agencies import agency_mentions
from build_graph.extract.enumerations import items
from build_graph.extract.programs.naming import unique
from build_graph.extract.tasks.clauses import does, takes_object, verb_of
from build_graph.extract.tasks.directives import directed_spans
from build_graph.extract.tasks.duties import is_duty
from build_graph.extract.tasks.lists import tasks_in_list
from build_graph.extract.tasks.nodes import Aspect, TaskNode
from build_graph.parse.numbers import NUMBER
from build_graph.parse.sections import kind_of
from build_graph.parse.spans import Span
from build_graph.tables import either

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_graph.parse.lines import Line
    from build_graph.parse.reading import Reading
    from build_graph.parse.sections import Section
    from build_graph.places import Place

_TASK_KINDS = {"task", "other"}
_COUNTED_RESPECT = re.compile(rf"(?P<name>[^，。：；]{{2,30}}?(?:方面|领域))(?:共?{NUMBER}[项条个])?(?:：|。|$)")
_ITEM = re.compile(r"[^；]+")
_RESPONSIBLE = re.compile(
    r"（[^（）]{2,160}?(?:牵头|负责|指导|配合|参与|参加|分工)[^（）]{0,60}）(?=[。；]?\s*$)", re.MULTILINE
)
_COUNTED_HEADING = re.compile(rf"（共?{NUMBER}[项条个]）$")
_QUOTED = re.compile(r"“(?P<measure>[^“”]{6,80})”(?=[、等。和及；]|$)")
_FIRST_ITEM = re.compile(r"一是")
_LEAD_SENTENCE = 30  # code points of a sentence that names what its paragraph is about
_HEADING_LENGTH = 60  # code points of a numbered sentence that still is a heading


def in_sections(reading: Reading, home: tuple[Place, ...]) -> list[TaskNode]:
    """Return the tasks and headings of tasks of the sections, each heading before what lies below it."""
    found: list[TaskNode] = []
    outline = _outline(reading)
    for section in reading.sections:
        if section.heading is None or (section.heading.level is None and section.heading in outline.titles):
            continue
        if _holds_tasks(section) and _is_plan(section):
            found += _of_section(reading, outline, section, section.heading, home)
    return _without_empty_headings(reading, found)


@dataclass(frozen=True, slots=True)
class _Outline:
    """What the sections of a text are to each other, found once for all of them."""

    titles: frozenset[Line]
    carriers: frozenset[Line]
    """Headings with headings below them."""
    doing: frozenset[tuple[Line, ...]]
    """Parents most of whose sections say what to do."""


def _outline(reading: Reading) -> _Outline:
    siblings: defaultdict[tuple[Line, ...], list[bool]] = defaultdict(list)
    for section in reading.sections:
        if section.heading is not None:
            siblings[section.parents].append(_does(section))
    return _Outline(
        frozenset(reading.titles),
        frozenset(above for section in reading.sections for above in section.parents),
        frozenset(parents for parents, do in siblings.items() if 2 * sum(do) > len(do)),
    )


def _without_empty_headings(reading: Reading, found: list[TaskNode]) -> list[TaskNode]:
    """A heading of tasks stays where something below it does."""
    kept: list[TaskNode] = []
    parents: set[str | None] = set()
    for node in reversed(found):
        if not node.is_heading or reading.slice(node.span) in parents:
            kept.append(node)
            parents.add(node.parent)
    return kept[::-1]


def _responsible(reading: Reading, paragraph: Span, home: tuple[Place, ...]) -> tuple[str, ...]:
    """The bodies in the brackets at the end of a paragraph: （教育部牵头，财政部配合）."""
    found = _RESPONSIBLE.search(reading.text, *paragraph)
    if found is None:
        return ()
    return unique(mention.name for mention in agency_mentions(reading.text, Span(*found.span()), home))


def _holds_tasks(section: Section) -> bool:
    """A section of tasks, or one below what says so in a section of another kind: duties, and what is done next."""
    if section.kind in _TASK_KINDS:
        return True
    above = section.parents[-1] if section.parents else None
    if above is None or above.level is None:
        return False
    is_next = section.kind == "timetable" and _ahead().match(above.title_text) is not None
    return is_duty(above.title_text) or (
        is_next and kind_of(section.heading.title_text if section.heading else "") != "timetable"
    )


@cache
def _ahead() -> re.Pattern[str]:
    """下一步工作安排: what is done next and no steps in time."""
    return re.compile(either(__package__, "task_words", "ahead"))


def _is_plan(section: Section) -> bool:
    """A heading without a number is one of tasks only if it says so."""
    heading = section.heading
    return heading is not None and (heading.level is not None or section.kind == "task")


def _of_section(
    reading: Reading, outline: _Outline, section: Section, heading: Line, home: tuple[Place, ...]
) -> Iterator[TaskNode]:
    parent = _parent(reading, outline, section)
    respect = _COUNTED_RESPECT.match(heading.content_text)
    if respect:
        yield from _respect(reading, heading, respect, parent)
        return
    span = _short(reading, heading.title)
    if _is_label(heading.title_text):
        return
    carries = _is_carrier(heading.title_text) and verb_of(heading.title_text) is None
    is_task = not carries and _is_task(outline, section, parent)
    below = [] if heading in outline.carriers else list(_leading(reading, section, home))
    last = section.lines[-1].span if section.lines and not below else heading.span
    bodies = _responsible(reading, last, home)
    yield TaskNode(span, "task-numbered", parent, heading.ordinal, bodies, is_heading=not is_task)
    if is_task:
        below = below or list(_enumerated_below(reading, section)) or list(_quoted_below(reading, section))
        yield from (node._replace(parent=reading.slice(span)) for node in below)
    elif section.kind == "task" and heading not in outline.carriers:
        yield from _announced(reading, section, reading.slice(span))


def _leading(reading: Reading, section: Section, home: tuple[Place, ...]) -> Iterator[TaskNode]:
    """The sentences that lead the paragraphs below a heading, where several paragraphs have one."""
    firsts = [reading.sentences_in(line.span) for line in section.lines if line.level is None]
    leads = [first[0] for first in firsts if len(first) > 1 and first[0].end - first[0].start <= _HEADING_LENGTH]
    leads = [lead for lead in leads if does(reading.slice(lead)) or reading.text[lead.start] == "以"]
    for number, lead in enumerate(leads if len(leads) > 1 else [], 1):
        paragraph = Span(lead.start, reading.line_end(lead))
        yield TaskNode(lead, "task-lead-of-paragraph", None, number, _responsible(reading, paragraph, home))


def _enumerated_below(reading: Reading, section: Section) -> Iterator[TaskNode]:
    """一是…。二是…。 under a heading, where the items say what to do."""
    for paragraph in section.body:
        begin = _FIRST_ITEM.search(reading.text, *paragraph)
        found = items(reading, begin.start()) if begin else []
        if len(found) > 1 and all(does(reading.slice(item.span)) for item in found):
            for item in found:
                first = next(iter(reading.sentences_in(item.span)), item.span)
                yield TaskNode(_short(reading, first), "task-enumerated-below", None, item.ordinal)


def _quoted_below(reading: Reading, section: Section) -> Iterator[TaskNode]:
    """Below a heading that says how many they are (优化服务（4项）), measures named in quotation marks: “…”、“…”等."""
    title = section.heading.title_text if section.heading else ""
    if not _COUNTED_HEADING.search(title):
        return
    quoted = [m for paragraph in section.body for m in _QUOTED.finditer(reading.text, *paragraph)]
    for number, found in enumerate(quoted if len(quoted) > 1 else [], 1):
        yield TaskNode(Span(*found.span("measure")), "task-quoted-below", None, number)


def _parent(reading: Reading, outline: _Outline, section: Section) -> str | None:
    """The heading above, if it is one of tasks or has a number."""
    above = next(iter(reversed(section.parents)), None)
    if above is None or (above.level is None and (kind_of(above.title_text) != "task" or above in outline.titles)):
        return None
    return reading.slice(_short(reading, above.title))


def _is_task(outline: _Outline, section: Section, parent: str | None) -> bool:
    """Below a heading of tasks, or one that is a task, all are; else what begins with a verb, or has kin that do."""
    if parent is not None and (section.kind != "other" or (verb_of(parent) and not _is_carrier(parent))):
        return True
    numbered = section.heading is not None and section.heading.level is not None
    return _does(section) or ((parent is not None or numbered) and section.parents in outline.doing)


def _does(section: Section) -> bool:
    title = section.heading.title_text if section.heading else ""
    return (verb_of(title) is not None or takes_object(title)) and not (_is_carrier(title) or _says_who(title))


def _says_who(title: str) -> bool:
    """纳入试点的场馆，设施须合格: whom it is about that must be so."""
    return _enters().match(title) is not None


@cache
def _enters() -> re.Pattern[str]:
    enters = either(__package__, "task_words", "enters")
    return re.compile(rf"{enters}[^，]{{0,12}}的[^，的]{{1,8}}，?[^，]{{0,16}}(?:必?须|应|不得|需)")


def _is_carrier(title: str) -> bool:
    return _carrier().search(title) is not None or _is_label(title)


@cache
def _carrier() -> re.Pattern[str]:
    return re.compile(either(__package__, "task_words", "carrier") + r"(?:（[^）]*）)?$")


def _is_label(title: str) -> bool:
    """范围, 支持对象: a heading of something else than tasks."""
    return _label().fullmatch(title) is not None


@cache
def _label() -> re.Pattern[str]:
    return re.compile("(?:[一-鿿]{2})?" + either(__package__, "task_words", "label"))


def _short(reading: Reading, title: Span) -> Span:
    """A numbered sentence that is no heading but a whole paragraph is named by its first clause."""
    if title.end - title.start <= _HEADING_LENGTH:
        return title
    return next(iter(reading.clauses(title)), title)


def _respect(reading: Reading, heading: Line, found: re.Match[str], parent: str | None) -> Iterator[TaskNode]:
    """A方面3项：a；b；c lists its tasks right behind the heading."""
    start = heading.content.start
    rest = Span(start + found.end(), heading.span.end)
    end = next(iter(reading.sentences_in(rest)), rest).end
    listed = tuple(Span(*m.span()) for m in _ITEM.finditer(reading.text, rest.start, end))
    name = Span(start, start + found.end("name"))
    yield from Aspect(name, heading.ordinal, listed, "task-respect", is_task=False).nodes(reading, parent)


# --- what a heading announces -------------------------------------------------------------------------------


def _announced(reading: Reading, section: Section, parent: str) -> Iterator[TaskNode]:
    """Items numbered inside the text, else the lead sentences of the paragraphs, else lists, else the clauses."""
    for structure in (_items, _leads, _in_lists, _clauses):
        spans = list(structure(reading, section))
        if spans:
            for number, span in enumerate(spans, 1):
                yield TaskNode(span, "task-announced", parent, number)
            return


def _items(reading: Reading, section: Section) -> Iterator[Span]:
    for paragraph in section.body[:1]:
        for item in items(reading, paragraph.start):
            yield _short(reading, next(iter(reading.sentences_in(item.span)), item.span))


def _leads(reading: Reading, section: Section) -> list[Span]:
    firsts = [reading.sentences_in(paragraph) for paragraph in section.body]
    leads = [first[0] for first in firsts if len(first) > 1 and first[0].end - first[0].start <= _LEAD_SENTENCE]
    return leads if len(leads) > 1 else []


def _in_lists(reading: Reading, section: Section) -> Iterator[Span]:
    for paragraph in section.body:
        for sentence in reading.sentences_in(paragraph):
            yield from tasks_in_list(reading, sentence)


def _clauses(reading: Reading, section: Section) -> Iterator[Span]:
    for paragraph in section.body:
        for sentence in reading.sentences_in(paragraph):
            yield from directed_spans(reading, sentence, led=True)
