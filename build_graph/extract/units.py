"""Pilot units: places that a program designates, in sentences, in tables and in lists of names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from build_graph.extract.unit_lists import in_lists
from build_graph.extract.unit_names import resolution
from build_graph.extract.unit_sentences import in_sentences
from build_graph.extract.unit_tables import in_tables
from build_graph.model import Ignored, PilotUnit

if TYPE_CHECKING:
    from build_graph.extract.programs import Programs
    from build_graph.extract.unit_names import Named
    from build_graph.parse.reading import Reading
    from build_graph.parse.spans import Span


@dataclass(frozen=True, slots=True)
class Designated:
    """A unit and the words that designate it: its row, its line or its clause."""

    unit: PilotUnit
    context: Span
    province_differs: bool = False


NOT_RESOLVED = "name of a place not resolved"


def designations(reading: Reading, programs: Programs) -> tuple[list[Designated], list[Ignored]]:
    """Return the pilot units of a document in the order of the text, and the names that resolve to no one place.

    A unit said twice comes twice.
    """
    if programs.main is None:
        return [], []
    named = [*in_sentences(reading), *in_tables(reading), *in_lists(reading)]
    found = [_designated(reading, programs, name) for name in sorted(named, key=lambda name: name.span)]
    units = [one for one in found if isinstance(one, Designated)]
    return units, [one for one in found if isinstance(one, Ignored)]


def _designated(reading: Reading, programs: Programs, name: Named) -> Designated | Ignored:
    resolved = resolution(reading, name.span, name.province, name.level)
    place, stated = resolved.place, resolved.stated_province
    if place is None:
        return Ignored(*reading.repaired.raw_span(*name.span), NOT_RESOLVED)
    province = reading.gazetteer.province_of(place)
    unit = PilotUnit(
        program=programs.at(name.context),
        as_written=reading.passage(name.span).exact,
        name=reading.gazetteer.full_name(place),
        code=place.code[:6] if place.code else None,
        level=place.level,
        province=province.name if province else None,
        stated_province=stated.name if stated and place.level != "province" else None,
        place=place.key,
        designation=name.designation,
        passages=(reading.passage(name.span),),
        rule=name.rule,
    )
    return Designated(unit, name.context, resolved.stated_province_differs)
