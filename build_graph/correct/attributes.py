"""What can be set of each kind of fact: the contract of the facts, as far as a person can correct it.

What follows from other attributes or from the passage itself (``as_written``, the place of a unit, whether a
deadline was inferred) is not set but follows.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from build_graph.correct import values
from build_graph.correct.errors import ValueRefused
from build_graph.correct.values import near, optional
from build_graph.model import (
    Condition,
    Consortium,
    DeclaredCount,
    Discrepancy,
    Goal,
    Issuer,
    PilotUnit,
    PolicyDocument,
    Program,
    Task,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from build_graph.correct.entry import Setting
    from build_graph.correct.values import Reader
    from build_graph.correct.yaml_text import Plain
    from build_graph.model import Fact

_PROGRAM: Final = {"program": optional(values.text)}

ATTRIBUTES: Final[Mapping[type[Fact], Mapping[str, Reader]]] = MappingProxyType(
    {
        Program: {
            "name": values.text,
            "aliases": values.texts,
            "is_pilot": optional(values.truth),
            "jurisdiction": optional(values.code),
            "tier": optional(values.tier),
            "batches": values.texts,
            "later_name": optional(values.text),
            "event": optional(values.event),
            "areas": values.areas,
        },
        Issuer: {"name": values.text, **_PROGRAM},
        PilotUnit: {
            "name": values.text,
            "code": values.code,
            "level": values.level,
            "province": values.province,
            "stated_province": optional(values.province),
            "designation": values.text,
            "program": values.text,
        },
        Goal: {
            "text": values.text,
            "deadline": optional(values.iso_date),
            "comparator": optional(values.comparator),
            "value": optional(values.amount),
            "unit": optional(values.text),
            "goal_kind": values.goal_kind,
            **_PROGRAM,
        },
        Condition: {"text": values.text, "ordinal": optional(values.ordinal), **_PROGRAM},
        Task: {
            "text": values.text,
            "parent": optional(values.text),
            "ordinal": optional(values.ordinal),
            "responsible": values.texts,
            **_PROGRAM,
        },
        DeclaredCount: {
            "of": values.text,
            "value": optional(values.amount),
            "comparator": optional(values.comparator),
            **_PROGRAM,
        },
        Consortium: {
            "name": values.text,
            "lead": optional(values.text),
            "members": values.texts,
            "county": optional(values.code),
            **_PROGRAM,
        },
        PolicyDocument: {
            "title": values.text,
            "number": optional(values.text),
            "relation": values.relation,
            **_PROGRAM,
        },
        Discrepancy: {
            "type": values.discrepancy_type,
            "stated": optional(values.text),
            "expected": optional(values.text),
            **_PROGRAM,
        },
    }
)
"""Class of fact -> attribute -> how its value is read."""

NAMED_BY: Final[Mapping[type[Fact], str]] = MappingProxyType(
    {
        Program: "name",
        Issuer: "name",
        PilotUnit: "name",
        Goal: "text",
        Condition: "text",
        Task: "text",
        DeclaredCount: "of",
        Consortium: "name",
        PolicyDocument: "title",
        Discrepancy: "type",
    }
)
"""Class of fact -> the attribute by which a person calls a fact of it."""

ALIAS: Final[Mapping[str, Reader]] = MappingProxyType({"alias": values.texts})
"""What the action alias sets: one name or several."""


def words_of(fact: Fact) -> str:
    """Return the words by which a fact goes: its name, its text, what it counts."""
    return str(getattr(fact, NAMED_BY[type(fact)]))


def read_settings(raw: Mapping[str, Plain], readers: Mapping[str, Reader]) -> dict[str, Setting]:
    """Return the checked values of attributes; raises ValueRefused with the attribute's name."""
    found: dict[str, Setting] = {}
    for name, value in raw.items():
        if name not in readers:
            raise ValueRefused(f"there is no {name} to set: {near(name, readers)}")
        try:
            found[name] = readers[name](value)
        except ValueRefused as refused:
            raise ValueRefused(f"{name} {refused}") from refused
    return found


def written(value: object) -> str | None:
    """Return a value as a person writes it: 30, [60, 70], true; None for nothing.

    >>> written(30.0), written((60, 70.5)), written(True), written(("甲", "乙"))
    ('30', '[60, 70.5]', 'true', '[甲, 乙]')
    """
    if value is None or value == ():
        return None
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple | list):
        return f"[{', '.join(str(written(each)) for each in value)}]"
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
