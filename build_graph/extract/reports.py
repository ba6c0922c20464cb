"""Reports on all work of a body (政府工作报告, 工作要点): what they set for other fields is none of the program's.

A title of such a report names no program. Of the program is what stands below a numbered heading, or in a paragraph,
that names it.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, TypeVar

from build_graph.extract.programs.mentions import in_title
from build_graph.model import DeclaredCount, Goal, Task
from build_graph.parse.spans import Coverage, Span
from build_graph.tables import either

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from build_graph.extract.programs import Programs
    from build_graph.model import Fact
    from build_graph.parse.reading import Reading

F = TypeVar("F", bound="Fact")


def of_the_program(reading: Reading, programs: Programs, facts: Iterable[F]) -> Iterator[F]:
    """Yield the facts of a page; of a report on all work those that stand with a program."""
    if not is_report(reading, programs):
        yield from facts
        return
    near = Coverage((p.start, p.end) for p in map(reading.passage, _with_programs(reading, programs)))
    for fact in facts:
        is_set = isinstance(fact, Goal | Task | DeclaredCount)
        if not is_set or near.meets((fact.passages[0].start, fact.passages[0].end)):
            yield fact


def is_report(reading: Reading, programs: Programs) -> bool:
    """Tell whether a page reports on all work of a body, and on its program only among other things."""
    if not any(_report().search(line.text) for line in reading.titles):
        return False
    return not any(in_title(reading, mention.span) for mention in programs.mentions)


@cache
def _report() -> re.Pattern[str]:
    return re.compile(either(__package__, "policy_words", "report"))


def _with_programs(reading: Reading, programs: Programs) -> Iterator[Span]:
    """The paragraphs that name a program, and all that stands below a numbered heading that does."""
    below: int | None = None
    for line in reading.lines:
        if line.level is not None:
            ends = below is not None and line.level <= below
            below = line.level if programs.named_in(line.title) else None if ends else below
        if below is not None or programs.named_in(line.span):
            yield line.span
