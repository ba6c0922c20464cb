"""Which fact can be which fact of gold: a weight for a pair of one kind, 0 if they cannot be the same."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from build_graph.evaluate.amounts import numbers, same_numbers
from build_graph.evaluate.gold import further
from build_graph.evaluate.likeness import best_likeness, dice_and_held, letters
from build_graph.evaluate.matching import assignment
from build_graph.evaluate.names import body_likeness, holds, number_key, place_key, same_body
from build_graph.evaluate.stretches import meet, stretches

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from build_graph.evaluate.forms import Fact

_LEAST_TITLE: Final = 0.5
"""Length of a title relative to a longer one that holds it."""
_BY_WRITING: Final = 0.9


def weight(fact: Fact, gold: Fact) -> float:
    """Return how well a fact fits a fact of gold of its kind, in [0, 1]."""
    return _WEIGHTS[gold["kind"]](fact, gold)


def _values(fact: Fact, *keys: str) -> list[str]:
    return [fact[key] for key in keys if fact.get(key)]


def _program(fact: Fact, gold: Fact) -> float:
    right = [*_values(gold, "name"), *(gold.get("aliases") or ()), *further(gold)]
    return best_likeness([fact.get("name"), *(fact.get("aliases") or ())], right)


def _issuer(fact: Fact, gold: Fact) -> float:
    right = [*_values(gold, "name", "as_written"), *further(gold)]
    return max((body_likeness(a, b) for a in _values(fact, "name", "as_written") for b in right), default=0.0)


def _pilot_unit(fact: Fact, gold: Fact) -> float:
    also = gold.get("also") or {}
    names = {place_key(name) for name in [gold.get("name"), *also.get("names", ())] if name}
    if fact.get("code") in right_codes(gold) or (fact.get("name") and place_key(fact["name"]) in names):
        return 1.0
    if gold.get("level") == "other":  # zones, hospitals, groups of places have no code to go by
        right = [*_values(gold, "as_written"), *further(gold)]
        for written in _values(fact, "as_written", "name"):
            if any(holds(letters(written), letters(other)) for other in right):
                return _BY_WRITING
    return 0.0


def right_codes(gold: Fact) -> set[str]:
    """Return the division codes that are right for a unit."""
    return {str(code) for code in [gold.get("code"), *(gold.get("also") or {}).get("codes", ())] if code}


def _text(fact: Fact, gold: Fact) -> float:
    return best_likeness([fact.get("text")], [*_values(gold, "text"), *further(gold)])


def _policy_document(fact: Fact, gold: Fact) -> float:
    left, right = number_key(fact.get("number")), number_key(gold.get("number"))
    if left and right:
        return float(left == right)
    return best_likeness([fact.get("title")], [*_values(gold, "title"), *further(gold)], _LEAST_TITLE)


def _declared_count(fact: Fact, gold: Fact) -> float:
    if not same_numbers(numbers(fact.get("value")), numbers(gold.get("value"))):
        return 0.0
    same_thing = any(_alike_things(fact.get("of"), thing) for thing in [*_values(gold, "of"), *further(gold)])
    return 0.5 * _same_place(fact, gold) + 0.5 * same_thing


def _alike_things(one: str | None, other: str | None) -> bool:
    """Whether two nouns name one thing: most of the shorter one's characters and half its bigrams are in both."""
    left, right = letters(one), letters(other)
    if not left or not right:
        return False
    shared = (Counter(left) & Counter(right)).total() / min(len(left), len(right))
    return shared >= 0.6 and dice_and_held(left, right)[1] >= 0.5


def _consortium(fact: Fact, gold: Fact) -> float:
    name = best_likeness(_values(fact, "name"), [*_values(gold, "name"), *further(gold)])
    lead = same_body(fact.get("lead"), gold.get("lead"))
    members = members_f1(fact.get("members") or (), gold.get("members") or ())
    if name:
        return 0.5 * name + 0.25 * lead + 0.25 * members
    if fact.get("name") and gold.get("name") and not (lead and members):
        return 0.0
    if lead:
        return 0.5 + 0.25 * members
    return 0.5 * members if members >= 0.5 else 0.0


def members_f1(found: Sequence[str], right: Sequence[str]) -> float:
    """Return the F1 of a list of members; 1 if there are none and none were found."""
    if not found and not right:
        return 1.0
    alike = {(i, j): 1.0 for i, one in enumerate(found) for j, other in enumerate(right) if same_body(one, other)}
    return 2 * len(assignment(alike)) / (len(found) + len(right))


def _discrepancy(fact: Fact, gold: Fact) -> float:
    if fact.get("type") != gold.get("type"):
        return 0.0
    said = all(same_words(fact.get(key), gold.get(key)) for key in ("stated", "expected"))
    return 0.5 * _same_place(fact, gold) + 0.5 * said


def same_words(one: str | None, other: str | None) -> bool:
    """Return whether what two discrepancies state is equal, or the one holds the other; or both state nothing."""
    left, right = letters(one), letters(other)
    if not left or not right:
        return left == right
    return left == right or (min(len(left), len(right)) >= 2 and (left in right or right in left))


def _same_place(fact: Fact, gold: Fact) -> bool:
    return meet(stretches(fact.get("passages")), stretches(gold.get("quotes")))


_WEIGHTS: Final[Mapping[str, Callable[[Fact, Fact], float]]] = {
    "program": _program,
    "issuer": _issuer,
    "pilot_unit": _pilot_unit,
    "goal": _text,
    "condition": _text,
    "task": _text,
    "declared_count": _declared_count,
    "consortium": _consortium,
    "policy_document": _policy_document,
    "discrepancy": _discrepancy,
}
