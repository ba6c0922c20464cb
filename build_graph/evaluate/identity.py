"""When two facts are one fact said twice, and which words a fact is known by."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from build_graph.evaluate.likeness import letters
from build_graph.evaluate.names import number_key, place_key
from build_graph.evaluate.stretches import stretches

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from build_graph.evaluate.forms import Fact

_KEYS: Final[Mapping[str, tuple[str, ...]]] = {
    "program": ("name",),
    "issuer": ("name", "as_written"),
    "pilot_unit": ("name", "as_written"),
    "declared_count": ("of",),
    "consortium": ("name", "lead"),
    "policy_document": ("title",),
    "discrepancy": ("stated",),
}


def words(fact: Fact) -> list[str]:
    """Return the names or the text that a fact is known by, the first one first."""
    return [str(fact[key]) for key in _KEYS.get(fact["kind"], ("text",)) if fact.get(key)]


def distinct(facts: Iterable[Fact]) -> list[Fact]:
    """Return the facts of a document without repetition; the first one gets the passages of the others."""
    kept: dict[tuple[Any, ...], Fact] = {}
    for fact in facts:
        key = _identity(fact)
        first = kept.get(key)
        if first is None:
            kept[key] = fact
        else:
            kept[key] = {**first, "passages": [*(first.get("passages") or ()), *(fact.get("passages") or ())]}
    return list(kept.values())


def _identity(fact: Fact) -> tuple[Any, ...]:
    match fact["kind"]:
        case "pilot_unit":
            place = fact.get("code") or place_key(fact.get("name")) or letters(fact.get("as_written"))
            own: tuple[Any, ...] = (place, letters(fact.get("program")))
        case "declared_count":
            own = (letters(fact.get("of")), str(fact.get("value")))
        case "consortium":
            members = tuple(sorted(map(letters, fact.get("members") or ())))
            own = (letters(fact.get("name")), letters(fact.get("lead")), members)
        case "policy_document":
            own = (letters(fact.get("title")), number_key(fact.get("number")))
        case "discrepancy":
            said = tuple(str(fact.get(key)) for key in ("type", "stated", "expected"))
            own = (*said, stretches(fact.get("passages")))
        case _:
            own = tuple(map(letters, words(fact)[:1]))
    return (fact["kind"], *own)
