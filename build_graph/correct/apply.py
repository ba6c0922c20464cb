"""Entries -> the corrected facts of one document, and what became of each entry.

Every entry finds its fact among those that the rules read, so the order of the entries does not matter. They are
applied in steps: programs first, because the others belong to them; then what is wrong, what should not be
there, and what is missing.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from build_graph.correct.actions import Actions
from build_graph.correct.bench import Bench
from build_graph.correct.errors import Mistaken, NotApplied, Stale, Unneeded
from build_graph.correct.outcome import Outcome
from build_graph.correct.page import Page
from build_graph.correct.recount import recounted
from build_graph.extract.units import NOT_RESOLVED
from build_graph.model import KINDS, Program

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from build_graph.correct.entry import Entry
    from build_graph.correct.outcome import Status
    from build_graph.model import Correction, DocumentFacts, Ignored
    from build_graph.places import Gazetteer

_STATUS: Final[dict[type[NotApplied], Status]] = {
    Stale: "stale",
    Unneeded: "no longer needed",
    Mistaken: "mistaken",
}


def correct(
    facts: DocumentFacts, entries: Sequence[Entry], gazetteer: Gazetteer
) -> tuple[DocumentFacts, tuple[Outcome, ...]]:
    """Return the facts of a document with entries applied, and what became of each entry.

    Args:
        facts: what was read from the document.
        entries: entries about this document.
        gazetteer: where names of places are looked up.
    """
    if not entries:
        return facts, ()
    bench = Bench(facts.facts, Page(facts.document, gazetteer))
    work = Actions(bench, facts.ignored)
    outcomes: dict[int, Outcome] = {}
    follow = {1: bench.follow_programs, 4: work.settle_doubts, 5: bench.follow_parents}
    for step in range(_STEPS):
        for number, entry in enumerate(entries):
            if _step_of(entry) == step:
                outcomes[number] = _outcome(entry, work.do)
        follow.get(step, _nothing)()
    corrections = [*bench.apart, *(each for slot in bench.slots for each in slot.corrections)]
    if not corrections:
        return facts, tuple(outcomes[number] for number in sorted(outcomes))
    corrected = replace(
        facts,
        facts=recounted(facts.document, facts.facts, bench.facts()),
        ignored=tuple(left for left in facts.ignored if not _is_added(left, corrections)),
        corrections=tuple(sorted(corrections, key=lambda each: (each.passage, each.kind, each.fact, each.action))),
    )
    return corrected, tuple(outcomes[number] for number in sorted(outcomes))


def _is_added(left: Ignored, corrections: Sequence[Correction]) -> bool:
    """A name that was resolved to no place is no longer left out once a person has added its unit."""
    spans = {(each.passage.start, each.passage.end) for each in corrections if each.action == "add"}
    return left.reason == NOT_RESOLVED and (left.start, left.end) in spans


_STEPS: Final = 6
"""Programs added, programs corrected, facts corrected, facts rejected, programs rejected, facts added."""


def _nothing() -> None:
    """Nothing follows from most steps."""


def _step_of(entry: Entry) -> int:
    of_program = entry.kind == KINDS[Program]
    if entry.action == "add":
        return 0 if of_program else 5
    if entry.action == "reject":
        return 4 if of_program else 3
    return 1 if of_program else 2


def _outcome(entry: Entry, do: Callable[[Entry], str]) -> Outcome:
    try:
        return Outcome("applied", entry, do(entry))
    except NotApplied as reason:
        return Outcome(_STATUS[type(reason)], entry, str(reason))
