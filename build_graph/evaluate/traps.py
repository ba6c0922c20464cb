"""The rules of gold for what must not be found, and for stretches that were not judged exhaustively."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from build_graph.evaluate.identity import words
from build_graph.evaluate.likeness import letters
from build_graph.evaluate.stretches import lie_in, stretches

if TYPE_CHECKING:
    from collections.abc import Iterable

    from build_graph.evaluate.forms import Fact
    from build_graph.evaluate.gold import Rule

_NAMED: Final = frozenset(("program", "issuer", "pilot_unit", "consortium", "policy_document"))
"""Kinds whose facts have a name, which a rule gives whole: 河北省 does not forbid 河北省保定市."""
_LEAST_TEXT: Final = 4


def forbidden(fact: Fact, rules: Iterable[Rule]) -> bool:
    """Return whether a fact breaks a rule of ``must_not``."""
    applying = [rule for rule in rules if _applies(rule, fact)]
    strings = [banned for rule in applying if "span" not in rule and (banned := letters(rule.get("string")))]
    zones = tuple((rule["span"][0], rule["span"][1]) for rule in applying if "span" in rule)
    return any(_reads(fact, banned) for banned in strings) or lie_in(stretches(fact.get("passages")), zones)


def neutral(fact: Fact, rules: Iterable[Rule]) -> bool:
    """Return whether all passages of a fact lie in stretches that were not judged exhaustively for its kind."""
    zones = tuple((rule["span"][0], rule["span"][1]) for rule in rules if _applies(rule, fact))
    return lie_in(stretches(fact.get("passages")), zones)


def _applies(rule: Rule, fact: Fact) -> bool:
    return not rule.get("kinds") or fact["kind"] in rule["kinds"]


def _reads(fact: Fact, banned: str) -> bool:
    """Whether a fact has the banned name or text, or all its passages read so."""
    said = [letters(word) for word in words(fact)]
    read = [letters(passage.get("exact")) for passage in fact.get("passages") or ()]
    if fact["kind"] in _NAMED:
        return banned in said or (bool(read) and all(text == banned for text in read))
    return any(_mostly(banned, text) for text in said) or (bool(read) and all(_mostly(banned, text) for text in read))


def _mostly(banned: str, text: str) -> bool:
    return (banned in text and 2 * len(banned) >= len(text)) or (len(text) >= _LEAST_TEXT and text in banned)
