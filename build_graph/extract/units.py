"""Pilot units: places that a program designates, in sentences, in tables and in lists of names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from build_graph.model import PilotUnit
from build_graph.parse.spans import Span, trimmed
from build_graph.places import resolve
from build_graph.tables import either

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_graph.extract.programs import Programs
    from build_graph.parse.reading import Reading
    from build_graph.parse.sections import Section
    from build_graph.parse.tables import Table
    from build_graph.places import Resolution

_JOIN = re.compile(r"、|和|与|及|；")
_DESIGNATION = re.compile(r"试点(?:省份?|县|市|区域?|城市|地区|单位)?(?:（[^）]{1,12}）)?")
_NOT_A_NAME = re.compile(r"[。，：！？|%]")


@dataclass(frozen=True, slots=True)
class Designated:
    """A unit and the words that designate it: its row, its line or its clause."""

    unit: PilotUnit
    context: Span
    province_differs: bool = False


@dataclass(frozen=True, slots=True)
class Named:
    """A name in a list, with what the list says of it."""

    span: Span
    context: Span
    rule: str
    designation: str = ""
    province: str | None = None
    """The province that the row, the heading or the list gives, as written."""


def designations(reading: Reading, programs: Programs) -> list[Designated]:
    """Return the pilot units of a document in the order of the text; a unit said twice comes twice."""
    if programs.main is None:
        return []
    named = [*_in_sentences(reading), *_in_tables(reading), *_in_lists(reading)]
    found = [_designated(reading, programs, name) for name in sorted(named, key=lambda name: name.span)]
    return [designated for designated in found if designated is not None]


def _designated(reading: Reading, programs: Programs, name: Named) -> Designated | None:
    written = reading.slice(name.span)
    resolution = resolve(reading.gazetteer, written, province=name.province, on=reading.date)
    place, stated = resolution.place, resolution.stated_province
    if place is None:
        return None
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
    return Designated(unit, name.context, resolution.stated_province_differs)


# --- sentences: 确定A、B为X试点县, 增加了A和B2个试点 --------------------------------------------------------


@cache
def _constructions() -> tuple[tuple[str, re.Pattern[str]], ...]:
    verb = either(__package__, "unit_words", "verb")
    becomes = either(__package__, "unit_words", "becomes")
    partial = r"(?:等(?:[\d一二两三四五六七八九十]+)?个?[省市县区、（）\w]{0,6}?)?"
    return (
        (
            "unit-becomes",
            re.compile(rf"(?:.*?(?:{verb}了?)+)?(?P<list>[^《》]+?){partial}{becomes}(?P<of>\S*?试点\w*)"),
        ),
        (
            "unit-counted",
            re.compile(rf".*?(?:{verb}了?)+(?P<list>[^《》]+?)等?[\d一二两三四五六七八九十]+个(?P<of>\S*试点\w*)"),
        ),
        (
            "unit-in",
            re.compile(
                r".*?在(?P<list>[^《》]+?)等?(?:[\d一二两三四五六七八九十]+个)?[省市县区地]{0,4}(?:开展|先行|进行)(?P<of>\S*试点\w*)"
            ),
        ),
    )


def _in_sentences(reading: Reading) -> Iterator[Named]:
    for sentence in reading.sentences:
        if reading.in_profile(sentence):
            continue
        for clause in reading.clauses(sentence):
            yield from _in_clause(reading, clause)


def _in_clause(reading: Reading, clause: Span) -> Iterator[Named]:
    for rule, construction in _constructions():
        found = construction.match(reading.text, clause.start, clause.end)
        if not found:
            continue
        elements = list_elements(reading, Span(*found.span("list")))
        if elements and all(_is_place(reading, element) for element in elements):
            words = _DESIGNATION.search(found["of"])
            yield from (Named(element, clause, rule, words[0] if words else "") for element in elements)
            return


def list_elements(reading: Reading, span: Span) -> list[Span]:
    """Return the spans of the names in a list that 、, 和 or 与 join."""
    elements, start = [], span.start
    for mark in _JOIN.finditer(reading.text, span.start, span.end):
        elements.append(trimmed(reading.text, Span(start, mark.start())))
        start = mark.end()
    elements.append(trimmed(reading.text, Span(start, span.end)))
    return [element for element in elements if element.end > element.start]


def _is_place(reading: Reading, span: Span) -> bool:
    written = reading.slice(span)
    return not _NOT_A_NAME.search(written) and _resolution(reading, written).place is not None


def _resolution(reading: Reading, written: str, province: str | None = None) -> Resolution:
    return resolve(reading.gazetteer, written, province=province, on=reading.date)


# --- tables: 省份 | 试点城市 -------------------------------------------------------------------------


def _in_tables(reading: Reading) -> Iterator[Named]:
    for table in reading.tables:
        provinces = table.column("省份", "省（", "省", "地区", "区域")
        units = _unit_column(table, provinces)
        if units is None:
            continue
        designation = table.header.cells[units].text
        yield from _rows(reading, table, provinces, units, designation)


def _unit_column(table: Table, provinces: int | None) -> int | None:
    others = [cell for cell in table.header.cells if cell.column != provinces]
    named = [c.column for c in others if re.search(either(__package__, "unit_words", "column"), c.text)]
    return named[0] if named else None


def _rows(reading: Reading, table: Table, provinces: int | None, units: int, designation: str) -> Iterator[Named]:
    province: str | None = None
    for row in table.rows:
        cells = {cell.column: cell for cell in row.cells}
        if provinces is not None and provinces in cells and cells[provinces].text:
            province = cells[provinces].text  # an empty cell means: the same province as above
        if units not in cells:
            continue
        for element in list_elements(reading, cells[units].span):
            yield Named(element, row.span, "unit-table-row", designation, province)


# --- lists: …试点县名单（河北） and one name a line --------------------------------------------------------


def _in_lists(reading: Reading) -> Iterator[Named]:
    for section in reading.sections:
        if section.kind == "units" and section.heading is not None:
            yield from _list_below(reading, section)


def _list_below(reading: Reading, section: Section) -> Iterator[Named]:
    heading = section.heading
    if heading is None:
        return
    words = _DESIGNATION.search(heading.text)
    province = _province_of_heading(reading, heading.text)
    for line in section.lines:
        elements = list_elements(reading, line.content)
        known = [_resolution(reading, reading.slice(e), province).place for e in elements]
        if not elements or any(place is None for place in known):
            return  # the list ends with the first line that is no name of a place
        designation = re.sub(r"（.*", "", words[0]) if words else ""
        yield from (Named(element, line.span, "unit-list-line", designation, province) for element in elements)


def _province_of_heading(reading: Reading, heading: str) -> str | None:
    """Return the province in the brackets of a heading or at its start: …名单（河北）, 河北省…名单."""
    bracketed = re.search(r"（(?P<name>[一-鿿]{2,8})）$", heading)
    for written in ([bracketed["name"]] if bracketed else []) + [heading[:n] for n in range(8, 1, -1)]:
        place = _resolution(reading, written).place
        if place is not None and place.level == "province":
            return place.name
    return None
