"""Conditions: what a unit must meet to take part, as an enumeration after a lead (…具备以下条件：一是…)."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from build_graph.extract.enumerations import items
from build_graph.model import Condition
from build_graph.parse.spans import Span
from build_graph.tables import either

if TYPE_CHECKING:
    from build_graph.extract.programs import Programs
    from build_graph.parse.reading import Reading


@cache
def _lead() -> re.Pattern[str]:
    return re.compile(either(__package__, "condition_words", "lead") + r"[^。\n]{0,6}：\s*")


def conditions(reading: Reading, programs: Programs) -> list[Condition]:
    """Return the conditions of a document, numbered as the document numbers them."""
    if programs.main is None:
        return []
    return [
        Condition(
            program=programs.at(Span(lead.start(), item.span.end)),
            text=reading.slice(item.span),
            ordinal=item.ordinal,
            passages=(reading.passage(item.span),),
            rule="condition-enumerated",
        )
        for lead in _lead().finditer(reading.text)
        for item in items(reading, lead.end())
    ]
