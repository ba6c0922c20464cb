"""Quantities: a value, its unit and how it bounds what is meant (30%以上, 至少3家, 2-3个)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple, cast

from build_graph.parse.numbers import NUMBER, RANGE, range_of, value_of
from build_graph.tables import either, table

if TYPE_CHECKING:
    from build_graph.model import Comparator, Value

_UNIT = r"%|％|个?百分点|万?[亿]?元|万?千瓦时?|万?[吨人次户亩套张床]|平方米|公里|" + either(
    __package__, "quantities", "classifier"
)
_QUANTITY = re.compile(
    rf"(?P<before>{either(__package__, 'quantities', 'before')})?\s*[于到至有为]?\s*"
    rf"(?:(?P<range>{RANGE})|(?P<fraction>百分之)?(?P<number>{NUMBER})(?P<scale>[万亿](?![元千吨人次户亩套张床]))?)"
    rf"\s*(?P<unit>{_UNIT})?\s*(?P<after>{either(__package__, 'quantities', 'after')})?"
)


class Quantity(NamedTuple):
    """A number with its unit and comparator; offsets count code points of the text that was read."""

    value: Value
    comparator: Comparator
    unit: str | None
    start: int
    end: int


def _comparator(found: re.Match[str]) -> Comparator:
    if found["range"]:
        return "range"
    for group in ("after", "before"):
        word = found[group]
        if word:
            return _meaning(word)
    return "="


def _meaning(word: str) -> Comparator:
    row = next(row for row in table(__package__, "quantities") if row["word"] == word)
    return cast("Comparator", row["meaning"])


def _is_measured(found: re.Match[str], written: str) -> bool:
    """A number counts with a unit, as a share, or with a bound if it is written in figures (90以上)."""
    return bool(found["unit"] or found["fraction"] or (found["after"] and re.search(r"\d", written)))


def quantities(text: str) -> list[Quantity]:
    """Return the quantities of a clause, in their order; bare Chinese digits without a unit are none.

    >>> [(q.value, q.comparator, q.unit) for q in quantities("至少要有30%的县、90以上")]
    [(30, '>=', '%'), (90, '>=', None)]
    """
    found = []
    for m in _QUANTITY.finditer(text):
        written = m["range"] or m["number"]
        if not _is_measured(m, written):
            continue
        value: Value = range_of(written) if m["range"] else value_of(written + (m["scale"] or ""))
        start = m.start("range") if m["range"] else m.start("number")
        unit = "%" if m["fraction"] or m["unit"] == "％" else m["unit"]
        found.append(Quantity(value, _comparator(m), unit, start, m.end()))
    return found
