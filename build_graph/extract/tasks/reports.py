"""Tasks of a program that a report on the work of a whole government has a paragraph on.

Such a report goes through everything, by numbered headings that are no tasks of the program: 全面完成X试点任务，
6月底前完成自评。健全A机制，探索B。 The clauses behind the sentence that carries the program out are its tasks.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from build_graph.extract.reports import is_report
from build_graph.extract.tasks.directives import directed_spans, is_doing
from build_graph.extract.tasks.nodes import TaskNode
from build_graph.extract.tasks.telling import is_done
from build_graph.parse.dates import deadline
from build_graph.tables import either

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from build_graph.extract.programs import Programs
    from build_graph.parse.lines import Line
    from build_graph.parse.reading import Reading
    from build_graph.parse.spans import Span

_WORK = ("工作", "建设", "任务")
"""What the name of a program that is carried out may go on with."""


def in_reports(reading: Reading, programs: Programs) -> Iterator[TaskNode]:
    """Yield what a report on all work says of a program behind the sentence that carries it out."""
    if not is_report(reading, programs):
        return
    named = ends_of_names(programs)
    is_on_program = False
    for line in reading.lines:
        every = () if line.is_row else reading.sentences_in(line.content)
        if not (is_on_program and _goes_on(reading, line)):
            begins = _begins(reading, every, named) if programs.named_in(line.span) else len(every)
            is_on_program, every = begins < len(every), every[begins:]
        behind = (span for sentence in every for span in directed_spans(reading, sentence, led=True))
        clauses = [span for span in behind if not is_carried_out(reading.slice(span), named)]
        yield from (TaskNode(span, "task-in-report", _heading_above(reading, line)) for span in clauses)


def _goes_on(reading: Reading, line: Line) -> bool:
    """A paragraph below the same heading that begins with what is to be done."""
    return line.level is None and is_doing(reading.slice(next(iter(reading.clauses(line.content)), line.content)))


def _begins(reading: Reading, sentences: Sequence[Span], named: tuple[str, ...]) -> int:
    """Return the number of the sentence that says that a program is to be carried out, or how many there are."""
    for number, sentence in enumerate(sentences):
        if any(is_carried_out(reading.slice(clause), named) for clause in reading.clauses(sentence)):
            return number if _is_to_come(reading, sentence) else len(sentences)
    return len(sentences)


def _is_to_come(reading: Reading, sentence: Span) -> bool:
    """The sentence sets a date, or a heading above says that it is about the time to come (今年工作安排)."""
    if any(is_done(reading.slice(clause)) for clause in reading.clauses(sentence)):
        return False
    section = reading.section_at(sentence)
    above = (*section.parents, section.heading) if section else ()
    is_planned = any(heading is not None and _ahead().search(heading.title_text) for heading in above)
    return is_planned or deadline(reading.slice(sentence), reading.date) is not None


@cache
def _ahead() -> re.Pattern[str]:
    return re.compile(either(__package__, "directive_words", "ahead"))


def _heading_above(reading: Reading, line: Line) -> str | None:
    section = reading.section_at(line.span)
    heading = section.heading if section else None
    return reading.slice(heading.title) if heading is not None and heading.level is not None else None


def ends_of_names(programs: Programs) -> tuple[str, ...]:
    """Return how a clause ends that only names a program: with its name, maybe quoted, maybe a piece of work."""
    names = {name for program in programs.found for name in (program.name, *program.aliases)}
    return tuple(name + quote + work for name in sorted(names) for quote in ("", "”") for work in ("", *_WORK))


def is_carried_out(clause: str, named: tuple[str, ...]) -> bool:
    """Tell whether a clause only says that a program is carried out (开展X试点工作), which is no task of it."""
    if not clause.endswith(named):
        return False
    heads = (clause.removesuffix(end) for end in named if clause.endswith(end))
    return any(_carries_out().fullmatch(head) for head in heads)


@cache
def _carries_out() -> re.Pattern[str]:
    """What may stand before the name of a program that is carried out."""
    return re.compile(
        rf"[^，]{{0,80}}?{either(__package__, 'task_words', 'carry')}(?:为期\S{{1,4}}的|首批|第[一-鿿]批)?“?"
    )
