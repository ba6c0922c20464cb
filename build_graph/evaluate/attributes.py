"""What else is right about a fact that was found: its code, deadline, value, parent, program."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from build_graph.evaluate.amounts import numbers, same_deadline, same_numbers, scale_and_unit
from build_graph.evaluate.candidates import members_f1, right_codes, same_words
from build_graph.evaluate.likeness import best_likeness
from build_graph.evaluate.names import number_key, place_key, same_body

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from build_graph.evaluate.forms import Fact

ATTRIBUTES: Final[Mapping[str, tuple[str, ...]]] = {
    "program": ("is_pilot",),
    "issuer": (),
    "pilot_unit": ("code", "level", "province", "stated_province", "program"),
    "goal": ("deadline", "value", "unit", "comparator", "goal_kind", "program"),
    "condition": ("ordinal", "program"),
    "task": ("parent", "ordinal", "program"),
    "declared_count": ("comparator", "program"),
    "consortium": ("lead", "members", "program"),
    "policy_document": ("number", "relation"),
    "discrepancy": ("stated", "expected"),
}
"""What is judged of each kind, wherever the gold has the key; ``program`` where the gold names one."""

ProgramNames = dict[str, list[str]]
"""All names of the programs of a document, by the canonical one."""


def judged(fact: Fact, gold: Fact, names: ProgramNames) -> dict[str, float]:
    """Return how right each attribute of a fact is, from 0 to 1; only for members is there something between."""
    found: dict[str, float] = {}
    for name in ATTRIBUTES[gold["kind"]]:
        if name == "program":
            if gold.get("program"):
                found[name] = float(same_program(fact, gold, names))
        elif name in gold:
            found[name] = float(_JUDGES.get(name, _equal(name))(fact, gold))
    return found


def same_program(fact: Fact, gold: Fact, names: ProgramNames) -> bool:
    """Return whether a fact belongs to the program that the gold gives; or to none, like the gold."""
    got, right = fact.get("program"), gold.get("program")
    if not got or not right:
        return not got and not right
    return best_likeness([got], names.get(right, [right])) > 0


def _equal(name: str) -> Callable[[Fact, Fact], bool]:
    return lambda fact, gold: bool(fact.get(name) == gold.get(name))


def _by(name: str, same: Callable[[Any, Any], bool]) -> Callable[[Fact, Fact], bool]:
    return lambda fact, gold: same(fact.get(name), gold.get(name))


def _value(fact: Fact, gold: Fact) -> bool:
    return _same_amount(fact, gold) or same_numbers(numbers(fact.get("value")), numbers(gold.get("value")))


def _unit(fact: Fact, gold: Fact) -> bool:
    (factor, unit), (right_factor, right) = scale_and_unit(fact.get("unit")), scale_and_unit(gold.get("unit"))
    alike = unit == right or bool(unit and right and (unit in right or right in unit))
    return alike and (factor == right_factor or _same_amount(fact, gold))


def _same_amount(fact: Fact, gold: Fact) -> bool:
    """Whether value and unit together are the same: 28 万元 = 280000 元."""
    return same_numbers(*(numbers(each.get("value"), each.get("unit")) for each in (fact, gold)))


def _code(fact: Fact, gold: Fact) -> bool:
    codes = right_codes(gold)
    return str(fact["code"]) in codes if fact.get("code") and codes else not fact.get("code") and not gold.get("code")


def _parent(fact: Fact, gold: Fact) -> bool:
    got = fact.get("parent")
    right = [gold.get("parent"), *(gold.get("parent_alt") or ())]
    if not got:
        return not all(right)
    return best_likeness([got], filter(None, right)) > 0


def _lead(fact: Fact, gold: Fact) -> bool:
    got, right = fact.get("lead"), gold.get("lead")
    return same_body(got, right) if got and right else not got and not right


def _members(fact: Fact, gold: Fact) -> float:
    found: Sequence[str] = fact.get("members") or ()
    return members_f1(found, gold.get("members") or ())


def _goal_kind(fact: Fact, gold: Fact) -> bool:
    """Without date and value nobody can tell a target from a qualitative goal."""
    got, right = fact.get("goal_kind"), gold.get("goal_kind")
    vague = gold.get("deadline") is None and gold.get("value") is None
    return bool(got == right or (vague and {got, right} == {"target", "qualitative"}))


_JUDGES: Final[Mapping[str, Callable[[Fact, Fact], float]]] = {
    "deadline": _by("deadline", same_deadline),
    "value": _value,
    "unit": _unit,
    "goal_kind": _goal_kind,
    "code": _code,
    "province": _by("province", lambda got, right: place_key(got) == place_key(right)),
    "stated_province": _by("stated_province", lambda got, right: place_key(got) == place_key(right)),
    "number": _by("number", lambda got, right: number_key(got) == number_key(right)),
    "parent": _parent,
    "lead": _lead,
    "members": _members,
    "stated": _by("stated", same_words),
    "expected": _by("expected", same_words),
}
"""Attributes that are right in more than one spelling; the others must be equal."""
