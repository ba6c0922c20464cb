"""The form of a fact in JSON: which keys a kind has, and what may stand there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Fact = Mapping[str, Any]
"""A fact in its JSON form, as ``reformgraph facts`` prints it; a fact of gold has ``quotes`` for ``passages``."""

KINDS: Final = (
    "program", "issuer", "pilot_unit", "goal", "condition", "task",
    "declared_count", "consortium", "policy_document", "discrepancy",
)  # fmt: skip
"""In the order of every table."""

_Check = tuple[str, "Callable[[object], bool]"]


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _is_count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_amount(value: object) -> bool:
    if isinstance(value, list):
        return len(value) == 2 and all(map(_is_number, value))
    return value is None or _is_number(value)


def is_span(value: object) -> bool:
    """Return whether a value is a stretch of text: two code points, the end after the start."""
    if not isinstance(value, list) or len(value) != 2 or not all(map(_is_count, value)):
        return False
    start, end = value
    return bool(0 <= start < end)


def is_texts(value: object) -> bool:
    """Return whether a value is a list of texts."""
    return isinstance(value, list) and all(map(_is_text, value))


_TEXT: Final[_Check] = ("text", _is_text)
_TEXT_OR_NULL: Final[_Check] = ("text or null", lambda value: value is None or _is_text(value))
_TEXTS: Final[_Check] = ("a list of texts", is_texts)
_NUMBER_OR_NULL: Final[_Check] = ("a whole number or null", lambda value: value is None or _is_count(value))
_AMOUNT: Final[_Check] = ("a number, a list of two numbers, or null", _is_amount)
_TRUTH: Final[_Check] = ("true, false or null", lambda value: value is None or isinstance(value, bool))

_ALL: Final[Mapping[str, _Check]] = {"program": _TEXT_OR_NULL, "rule": _TEXT_OR_NULL}
_OWN: Final[Mapping[str, Mapping[str, _Check]]] = {
    "program": {"name": _TEXT, "aliases": _TEXTS, "is_pilot": _TRUTH},
    "issuer": {"name": _TEXT, "as_written": _TEXT_OR_NULL},
    "pilot_unit": {
        "name": _TEXT_OR_NULL, "as_written": _TEXT_OR_NULL, "code": _TEXT_OR_NULL, "level": _TEXT,
        "province": _TEXT_OR_NULL, "stated_province": _TEXT_OR_NULL,
    },
    "goal": {
        "text": _TEXT, "deadline": _TEXT_OR_NULL, "comparator": _TEXT_OR_NULL, "value": _AMOUNT,
        "unit": _TEXT_OR_NULL, "goal_kind": _TEXT_OR_NULL,
    },
    "condition": {"text": _TEXT, "ordinal": _NUMBER_OR_NULL},
    "task": {"text": _TEXT, "parent": _TEXT_OR_NULL, "ordinal": _NUMBER_OR_NULL},
    "declared_count": {"of": _TEXT, "value": _AMOUNT, "comparator": _TEXT_OR_NULL},
    "consortium": {"name": _TEXT_OR_NULL, "lead": _TEXT_OR_NULL, "members": _TEXTS},
    "policy_document": {"title": _TEXT_OR_NULL, "number": _TEXT_OR_NULL, "relation": _TEXT_OR_NULL},
    "discrepancy": {"type": _TEXT, "stated": _TEXT_OR_NULL, "expected": _TEXT_OR_NULL},
}  # fmt: skip
_NEEDED: Final[Mapping[str, tuple[str, ...]]] = {
    "program": ("name",), "issuer": ("name",), "goal": ("text",), "condition": ("text",), "task": ("text",),
    "declared_count": ("of",), "discrepancy": ("type",),
}  # fmt: skip
"""Without these a fact of the kind says nothing."""


def fact_complaints(fact: object) -> Iterator[str]:
    """Yield what is wrong with the kind and the own keys of a fact; keys that nobody knows are allowed."""
    if not isinstance(fact, Mapping):
        yield "is no JSON object"
        return
    kind = fact.get("kind")
    if kind not in KINDS:
        yield f"has the kind {kind!r}; known are {', '.join(KINDS)}" if "kind" in fact else "has no kind"
        return
    for key in _NEEDED.get(kind, ()):
        if not fact.get(key):
            yield f"has no {key}, which a {kind} needs"
    for key, (meant, fits) in {**_ALL, **_OWN[kind]}.items():
        if key in fact and not fits(fact[key]):
            yield f"has {key} {fact[key]!r}; give {meant}"


def known_keys(kind: str) -> tuple[str, ...]:
    """Return the keys that a fact of a kind can have of its own."""
    return ("kind", *_ALL, *_OWN[kind])


def passage_complaints(passages: object, key: str) -> Iterator[str]:
    """Yield what is wrong with the passages (or the quotes) of a fact."""
    if not isinstance(passages, list):
        yield f"has {key} that are no list"
        return
    for passage in passages:
        if not isinstance(passage, Mapping) or not is_span([passage.get("start"), passage.get("end")]):
            yield f"has among its {key} {passage!r}; give start and end in code points, the end after the start"
        elif not _is_text(passage.get("exact")):
            yield f"has among its {key} {passage!r}, which has no exact text"
