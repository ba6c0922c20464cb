"""A reading -> the facts of one document. One module for each kind of fact."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from build_graph.extract.agencies import agency_mentions, is_national
from build_graph.extract.conditions import conditions
from build_graph.extract.consortia import consortia
from build_graph.extract.counts import counts, with_listed
from build_graph.extract.discrepancies import discrepancies
from build_graph.extract.goals import BEGINS, goals
from build_graph.extract.home import home
from build_graph.extract.issuers import issuers
from build_graph.extract.merging import merged, one_per_program
from build_graph.extract.policies import policy_documents
from build_graph.extract.privacy import may_hold_personal_data, without_personal_data
from build_graph.extract.programs import Programs, programs, with_history, with_jurisdiction
from build_graph.extract.reports import of_the_program
from build_graph.extract.tasks import tasks
from build_graph.extract.traces import traces
from build_graph.extract.units import designations
from build_graph.model import (
    Condition,
    DeclaredCount,
    Discrepancy,
    DocumentFacts,
    Fact,
    Goal,
    Ignored,
    Issuer,
    Program,
    Task,
)
from build_graph.parse.spans import Coverage, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from build_graph.extract.units import Designated
    from build_graph.parse.reading import Reading
    from build_graph.places import Place

__all__ = ["extract"]

_ACTING = re.compile(
    "|".join(rf"{level}(?<=[一-鿿]{{2}}{level})(?:将|决定|启动|安排|新增)" for level in ("省", "自治区", "市", "县"))
)
"""A division acts: 某省将新增3个试点县. What can be looked for fast stands first."""


def extract(reading: Reading) -> DocumentFacts:
    """Return all facts of a document, story by story, in the order of their first passages."""
    facts: list[Fact] = []
    ignored = [*reading.repaired.ignored]
    may_be_personal = may_hold_personal_data(reading.document)
    for story in reading.stories:
        found, left_out = _of_story(story, may_be_personal=may_be_personal)
        facts += found
        ignored += left_out
    ordered = sorted(one_per_program(facts), key=_where_said)
    return DocumentFacts(
        reading.document,
        tuple(ordered),
        tuple(ignored),
        reading.repaired.repairs,
        traces=traces(reading.document, reading.repaired),
    )


def _where_said(fact: Fact) -> tuple[int, int, bool, str]:
    """What facts are ordered by: their first passages, compared as numbers, and their kinds."""
    first = fact.passages[0]
    return first.start, first.end, first.guessed, type(fact).__name__


def _of_story(reading: Reading, *, may_be_personal: bool) -> tuple[list[Fact], list[Ignored]]:
    """Return the facts of one story, and what was left out of it.

    A program of which the story says nothing else is none: the word 试点 alone is not enough.
    """
    place = home(reading)
    named = with_history(reading, programs(reading, place))
    designated, unresolved = designations(reading, named, place)
    facts, personal = _facts(reading, named, place, designated), list[Ignored]()
    if may_be_personal:
        facts, personal = without_personal_data(facts, reading.document)
    named = _placed(named, place, facts)
    facts = _of_evident_programs(named, facts)
    evidence = [fact for fact in facts if not isinstance(fact, Discrepancy)]
    if not _names_a_body(reading, place):
        evidence = [fact for fact in evidence if not isinstance(fact, DeclaredCount)]
    said = {fact.program for fact in evidence}
    kept = [program for program in named.found if program.name in said]
    return _all_of(kept, facts) if kept else [], [*unresolved, *personal]


def _all_of(programs: list[Program], facts: list[Fact]) -> list[Fact]:
    """Programs and facts; those of a program that is none are the first one's."""
    names = {None, *(program.name for program in programs)}
    first = programs[0].name
    own = [fact if fact.program in names else replace(fact, program=first) for fact in facts]
    return [*programs, *own]


def _of_evident_programs(named: Programs, facts: list[Fact]) -> list[Fact]:
    """A program that only tasks and conditions of another one name in passing is none: they are the main one's."""
    if named.main is None:
        return facts
    weak = (Condition, Discrepancy, Task)
    evident = {named.main.name, *(fact.program for fact in facts if not isinstance(fact, weak))}
    main = named.main.name
    return [fact if fact.program is None or fact.program in evident else replace(fact, program=main) for fact in facts]


def _names_a_body(reading: Reading, place: tuple[Place, ...]) -> bool:
    """A number alone is evidence of a program only where the state has a hand in it: firms run works, not reforms."""
    if _ACTING.search(reading.text):
        return True
    return next(agency_mentions(reading.text, Span(0, len(reading.text)), place), None) is not None


def _said_by(facts: Iterable[Fact]) -> Coverage:
    """Return where facts are said."""
    return Coverage((passage.start, passage.end) for fact in facts for passage in fact.passages)


def _lies_in(fact: Goal | Task, others: Coverage) -> bool:
    return others.meets((fact.passages[0].start, fact.passages[-1].end))


def _placed(found: Programs, place: tuple[Place, ...], facts: list[Fact]) -> Programs:
    """A reform, and a pilot that only local bodies issue, belongs to the division that the page speaks for."""
    if found.main is None or not place:
        return found
    bodies = [fact.name for fact in facts if isinstance(fact, Issuer)]
    if any(map(is_national, bodies)) or (found.main.is_pilot and not bodies):
        return found
    return with_jurisdiction(found, place[-1].key)


def _proper(found: Iterable[Task], others: Sequence[Fact], designated: list[Designated]) -> Iterator[Task]:
    """Yield what is a task and nothing else.

    What says who takes part or belongs to an alliance is none; what is due by a date is a goal; and that the units
    which a clause names are designated is no task.
    """
    taken = _said_by(fact for fact in others if not isinstance(fact, Goal) or _is_due(fact))
    named = _said_by(one.unit for one in designated if one.unit.rule != "unit-permitted")
    for task in found:
        if not _lies_in(task, taken) and not (task.rule == "task-directed" and _lies_in(task, named)):
            yield task


def _is_due(goal: Goal) -> bool:
    return goal.deadline is not None and goal.rule != BEGINS


def _facts(reading: Reading, named: Programs, place: tuple[Place, ...], designated: list[Designated]) -> list[Fact]:
    required = merged(conditions(reading, named))
    demanded = _said_by(required)
    aims = [goal for goal in of_the_program(reading, named, goals(reading, named)) if not _lies_in(goal, demanded)]
    alliances = merged(consortia(reading, named, place))
    facts: list[Fact] = [
        *merged(one.unit for one in designated),
        *merged(issuers(reading, named, place)),
        *aims,
        *required,
        *merged(
            _proper(
                of_the_program(reading, named, tasks(reading, named, place)), [*required, *aims, *alliances], designated
            )
        ),
        *alliances,
        *merged(policy_documents(reading, named)),
    ]
    counted = with_listed(reading.document, merged(of_the_program(reading, named, counts(reading, named))), facts)
    return [*facts, *counted, *discrepancies(reading, named, designated, counted)]
