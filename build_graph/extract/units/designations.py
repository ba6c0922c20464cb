"""Pilot units: places that a program designates, in sentences, in tables and in lists of names."""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING, NamedTuple

from build_graph.extract.units.about import about_programs
from build_graph.extract.units.headings import heading_in
from build_graph.extract.units.lists import in_lists
from build_graph.extract.units.names import Names, without_government
from build_graph.extract.units.paragraphs import in_paragraphs
from build_graph.extract.units.programs import in_programs
from build_graph.extract.units.sentences import in_sentences
from build_graph.extract.units.table_rows import in_tables
from build_graph.extract.units.titles import in_titles
from build_graph.model import Ignored, PilotUnit

if TYPE_CHECKING:
    from build_graph.extract.programs import Programs
    from build_graph.extract.units.names import Named
    from build_graph.parse.reading import Reading
    from build_graph.parse.spans import Span
    from build_graph.places import Place


class Designated(NamedTuple):
    """A unit and the words that designate it: its row, its line or its clause."""

    unit: PilotUnit
    context: Span
    province_differs: bool = False


NOT_RESOLVED = "name of a place not resolved"


def designations(
    reading: Reading, programs: Programs, home: tuple[Place, ...] | None = None
) -> tuple[list[Designated], list[Ignored]]:
    """Return the pilot units of a document in the order of the text, and the names that resolve to no one place.

    A unit said twice comes twice.

    Args:
        reading: the reading.
        programs: the programs of the document.
        home: the division that the page speaks for, from the province down; looked for if it is not given.
    """
    if programs.main is None:
        return [], []
    called = [each for program in programs.found for each in (program.name, *program.aliases)]
    names, about = Names(reading, called, home), about_programs(called)
    heading = cache(partial(heading_in, names, about))  # lines are looked at for every layout
    named = [
        *in_tables(names, heading),
        *in_lists(names, heading),
        *in_paragraphs(names, heading),
        *in_sentences(names, about, heading),
        *in_titles(names, about),
        *in_programs(names, programs),
    ]
    once = {name.span: name for name in reversed(named)}  # a line of a list may be a sentence as well
    found = [_designated(names, programs, once[span]) for span in sorted(once)]
    units = [one for one in found if isinstance(one, Designated)]
    return units, [one for one in found if isinstance(one, Ignored)]


def _designated(names: Names, programs: Programs, name: Named) -> Designated | Ignored | None:
    reading = names.reading
    span = without_government(reading, name.span)
    if span.start >= span.end:
        return None  # a cell that holds nothing but a number
    resolved = names.resolution(reading.slice(span), name.province, name.level, name.city)
    place, stated = resolved.place, resolved.stated_province
    if place is None:
        return Ignored(*reading.repaired.raw_span(*span), NOT_RESOLVED)
    program = name.program or programs.at(name.context)
    if program is None or _is_filled(reading, span):
        return None
    province = reading.gazetteer.province_of(place)
    if stated is None and province and _is_led_by(province, place, reading.slice(span)):
        stated = province
    unit = PilotUnit(
        program=program,
        as_written=reading.written(span),
        name=_full_name(reading, place, reading.slice(span)),
        code=_code(reading, place),
        level=place.level,
        province=province.name if province else None,
        stated_province=stated.name if stated and place.level != "province" else None,
        place=place.key,
        designation=name.designation,
        passages=(reading.passage(span),),
        rule=name.rule,
    )
    return Designated(unit, name.context, resolved.stated_province_differs)


def _code(reading: Reading, place: Place) -> str | None:
    """The code of a place; that of its county for a town."""
    code = place.code or (place.parent if place.level == "township" else None)
    return code[:6] if code else None


def _is_filled(reading: Reading, span: Span) -> bool:
    """A cell that a span of the table fills: all its characters stand for one stretch of markup."""
    starts = reading.repaired.starts[span.start : span.end]
    return len(starts) > 1 and len(set(starts)) == 1


def _is_led_by(province: Place, place: Place, written: str) -> bool:
    """河北雄安新区 gives the province of the area, 海南自由贸易港 is its name."""
    short = province.name[:2]
    return place.kind in {"special", "body"} and written.startswith(short) and not place.name.startswith(short)


def _full_name(reading: Reading, place: Place, written: str) -> str:
    """The name from the province down; a group of places keeps the brackets in which it is named.

    A national zone (中国（浙江）自由贸易试验区) goes by its name.
    """
    if place.name.startswith("中国（"):
        return place.name
    bracketed = f"（{place.name}）"
    full = reading.gazetteer.full_name(place)
    is_bracketed = place.level == "other" and written.endswith(bracketed)
    return full.removesuffix(place.name) + bracketed if is_bracketed else full
