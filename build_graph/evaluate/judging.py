"""The judgement of one document: every fact, and every fact of gold, with what became of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from build_graph.evaluate.attributes import judged, same_program
from build_graph.evaluate.candidates import weight
from build_graph.evaluate.forms import KINDS
from build_graph.evaluate.gold import required
from build_graph.evaluate.matching import assignment
from build_graph.evaluate.stretches import meet, stretches
from build_graph.evaluate.traps import forbidden, neutral

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from build_graph.evaluate.attributes import ProgramNames
    from build_graph.evaluate.forms import Fact
    from build_graph.evaluate.gold import Gold

Outcome = Literal["right", "wrong", "forbidden", "ignored", "missed", "optional found", "optional missed"]
"""Of a fact: right, wrong, forbidden (wrong, and the gold has warned of it) or ignored (scored neither way). Of a
fact of gold: missed, if it is required and was not found; optional ones are told apart and scored neither way."""

_PROGRAM_BONUS, _PLACE_BONUS, _REQUIRED_BONUS = 0.05, 0.05, 0.01
"""What decides between pairs that fit alike."""

Pairs = Mapping[tuple[int, int], float]


@dataclass(frozen=True, slots=True)
class Judgement:
    """What became of a fact, of a fact of gold, or of both where they were matched."""

    document: str
    kind: str
    outcome: Outcome
    fact: Fact | None = None
    gold: Fact | None = None
    attributes: Mapping[str, float] = field(default_factory=dict)
    """For a right fact: how right each attribute is, from 0 to 1."""
    located: bool = False
    """For a right fact: a passage of it is in the same place as a quote of the gold."""
    found: bool = False
    """For a fact of gold: a fact was matched with it or, if it is optional, could have been."""


def judgements(facts: Sequence[Fact], gold: Gold) -> Iterator[Judgement]:
    """Yield the judgements on the distinct facts of one document, kind by kind."""
    names = gold.program_names
    for kind in KINDS:
        yield from _of_kind(kind, [fact for fact in facts if fact["kind"] == kind], gold, names)


def _of_kind(kind: str, facts: Sequence[Fact], gold: Gold, names: ProgramNames) -> Iterator[Judgement]:
    allowed = []
    for fact in facts:
        if forbidden(fact, gold.must_not):
            yield Judgement(gold.document, kind, "forbidden", fact)
        else:
            allowed.append(fact)
    expected = gold.of_kind(kind)
    fitting = _fitting(allowed, expected)
    matched = assignment(_with_bonus(fitting, allowed, expected, names))
    could_be_optional = {i for i, j in fitting if not required(expected[j])}
    for i, fact in enumerate(allowed):
        right = expected[matched[i]] if i in matched else None
        if right is not None and required(right):
            located = meet(stretches(fact.get("passages")), stretches(right.get("quotes")))
            yield Judgement(gold.document, kind, "right", fact, right, judged(fact, right, names), located, found=True)
        elif right is not None or i in could_be_optional or neutral(fact, gold.neutral):
            yield Judgement(gold.document, kind, "ignored", fact, right)
        else:
            yield Judgement(gold.document, kind, "wrong", fact)
    yield from _not_right(kind, expected, set(matched.values()), {j for _, j in fitting}, gold)


def _fitting(facts: Sequence[Fact], expected: Sequence[Fact]) -> Pairs:
    weights = {(i, j): weight(fact, right) for i, fact in enumerate(facts) for j, right in enumerate(expected)}
    return {pair: fits for pair, fits in weights.items() if fits > 0}


def _with_bonus(fitting: Pairs, facts: Sequence[Fact], expected: Sequence[Fact], names: ProgramNames) -> Pairs:
    return {
        (i, j): fits
        + _PROGRAM_BONUS * same_program(facts[i], expected[j], names)
        + _PLACE_BONUS * meet(stretches(facts[i].get("passages")), stretches(expected[j].get("quotes")))
        + _REQUIRED_BONUS * required(expected[j])
        for (i, j), fits in fitting.items()
    }


def _not_right(
    kind: str, expected: Sequence[Fact], matched: set[int], fitted: set[int], gold: Gold
) -> Iterator[Judgement]:
    """What of the gold was missed, and what became of the optional part."""
    for j, right in enumerate(expected):
        if not required(right):
            found = j in fitted
            outcome: Outcome = "optional found" if found else "optional missed"
            yield Judgement(gold.document, kind, outcome, gold=right, found=found)
        elif j not in matched:
            yield Judgement(gold.document, kind, "missed", gold=right)
