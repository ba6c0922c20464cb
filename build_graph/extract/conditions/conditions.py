"""Conditions: what a unit must meet to take part, to be chosen or to be covered.

They are enumerated after a lead (…具备以下条件：一是…), announced by their number (要过三道门槛：…), stand in a
section of their own (申报条件), or are told by what a clause says of those who may take part (优先选取…,
申报试点的医院原则上为…, …的企业均可参加).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_graph.extract.conditions.counted import behind_numbers, behind_questions
from build_graph.extract.conditions.demanded import in_demands
from build_graph.extract.conditions.listed import behind_leads, below_headings
from build_graph.extract.conditions.patterns import cue
from build_graph.extract.conditions.sentences import in_sentences
from build_graph.extract.overlaps import touched, union
from build_graph.model import Condition

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from build_graph.extract.enumerations import Item
    from build_graph.extract.programs import Programs
    from build_graph.parse.reading import Reading

_LONGEST_SUM = 12  # code points of a clause that only says that all conditions are needed


def conditions(reading: Reading, programs: Programs) -> list[Condition]:
    """Return the conditions of a document, numbered as the document numbers them."""
    if programs.main is None:
        return []
    return [
        Condition(
            program=programs.at(item.span),
            text=reading.slice(item.span),
            ordinal=item.ordinal or None,
            passages=(reading.passage(item.span),),
            rule=rule,
        )
        for item, rule in _found(reading)
        if reading.readable(item.span)
    ]


def _found(reading: Reading) -> list[tuple[Item, str]]:
    """Each condition with the rule by which it was found; what an earlier rule found is found once."""
    found: list[tuple[Item, str]] = []
    for rule, told in _told(reading):
        taken = union(item.span for item, _ in found)
        found += [(item, rule) for item in told if not touched(taken, item.span) and not _sums_up(reading, item)]
    return found


def _sums_up(reading: Reading, item: Item) -> bool:
    """以上条件缺一不可: that all are needed is none of them."""
    return (
        item.span.end - item.span.start <= _LONGEST_SUM and cue("sums_up").search(reading.text, *item.span) is not None
    )


def _told(reading: Reading) -> Iterator[tuple[str, Iterable[Item]]]:
    yield "condition-enumerated", behind_leads(reading)
    yield "condition-counted", behind_numbers(reading)
    yield "condition-asked", behind_questions(reading)
    yield "condition-demanded", in_demands(reading)
    yield "condition-under-heading", below_headings(reading)
    yield "condition-eligible", in_sentences(reading)
