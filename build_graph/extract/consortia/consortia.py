"""Consortia: alliances of institutions or places with a lead and members, or named by the area they serve."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from build_graph.extract.consortia.below import alliances_with_lines
from build_graph.extract.consortia.entries import alliances_in_lists
from build_graph.extract.consortia.names import names_in
from build_graph.extract.consortia.roles import alliances_by_roles
from build_graph.extract.consortia.rows import alliances_in_tables
from build_graph.extract.speaker import is_speaker, speaker
from build_graph.extract.units.names import list_elements
from build_graph.model import Consortium
from build_graph.parse.numbers import NUMBER
from build_graph.parse.spans import Coverage, Span
from build_graph.tables import either, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_graph.extract.consortia.roles import Alliance
    from build_graph.extract.programs import Programs
    from build_graph.parse.reading import Reading
    from build_graph.places import Place


@cache
def _noun() -> re.Pattern[str]:
    """A word for an alliance, or for what is one if several found it, without which a sentence names none."""
    nouns = (word for kind in ("consortium", "joint") for word in words(__package__, "consortium_words", kind))
    return re.compile("|".join(map(re.escape, nouns)))  # one flat list of words is searched ten times faster


@cache
def _each_led() -> re.Pattern[str]:
    """2个医共体：一个由A牵头，B、C为成员；另一个由D牵头，联合E: who leads each of some that have no names."""
    lead = either(__package__, "consortium_words", "lead")
    member = either(__package__, "consortium_words", "member")
    joins = either(__package__, "consortium_words", "joins")
    rest = r"(?:等[^，；。：、]{0,12})?"
    return re.compile(
        rf"(?:[：；，]|(?<=[一二三四五六]是))(?:其中|另)?[一二三]?个?由(?P<lead>[^，；。：由]{{2,30}}?){lead}，"
        rf"(?:(?:联合|会同|携手)(?P<joined>[^；。：，]{{2,120}}?){rest}(?=[；。，]|$)"
        rf"|(?P<members>[^；。：，]{{2,120}}?){rest}(?:为{member}(?:单位)?|{joins})(?=[；。，]|$))"
    )


@cache
def _counted() -> re.Pattern[str]:
    """组建了2个医共体：, 分为两个紧密型医疗集团，: how many there are, before each is told of."""
    noun = either(__package__, "consortium_words", "consortium")
    return re.compile(rf"{NUMBER}个[^，；。：]{{0,12}}?(?P<noun>{noun})[：，]")


@cache
def _by_area() -> re.Pattern[str]:
    """A片区和B片区2个紧密型医共体."""
    noun = either(__package__, "consortium_words", "consortium")
    area = either(__package__, "consortium_words", "area")
    return re.compile(
        rf"(?:{either(__package__, 'consortium_words', 'forms')})了?"
        rf"(?P<areas>[一-鿿]{{1,8}}?{area}(?>(?:[、和与][一-鿿]{{1,8}}?{area})*))"
        rf"等?{NUMBER}个(?P<noun>[一-鿿]{{0,8}}?{noun})"
    )


def consortia(reading: Reading, programs: Programs, home: tuple[Place, ...]) -> list[Consortium]:
    """Return the consortia that a document names; a lead or members that it does not state stay unknown."""
    if programs.main is None:
        return []
    county = next((place.code for place in reversed(home) if place.level == "county"), None)
    if not _noun().search(reading.text):
        return []
    entries = [*alliances_in_lists(reading), *alliances_in_tables(reading), *alliances_with_lines(reading)]
    found = [_consortium(reading, one, programs.at(one.span), county) for one in entries]
    listed = Coverage(one.span for one in entries)
    for sentence in reading.sentences:
        if not _noun().search(reading.text, *sentence) or listed.meets(sentence):
            continue
        program = programs.at(sentence)
        with_members = [
            *_with_area(reading, sentence, program, county),
            *_with_each_lead(reading, sentence, program, county),
        ]
        told = Coverage((one.passages[0].start, one.passages[0].end) for one in with_members)
        others = _led_or_founded(reading, sentence, program, county)
        found += with_members
        found += (one for one in others if not told.meets((one.passages[0].start, one.passages[0].end)))
    return found


def _with_area(reading: Reading, sentence: Span, program: str | None, county: str | None) -> Iterator[Consortium]:
    for m in _by_area().finditer(reading.text, *sentence):
        for area in list_elements(reading, Span(*m.span("areas"))):
            yield Consortium(
                program=program,
                name=reading.slice(area) + m["noun"],
                county=county,
                passages=(reading.passage(Span(m.start("areas"), m.end())),),
                rule="consortium-of-area",
            )


def _with_each_lead(reading: Reading, sentence: Span, program: str | None, county: str | None) -> Iterator[Consortium]:
    counted = _counted().search(reading.text, *sentence)
    if counted is None:
        return
    found = list(_each_led().finditer(reading.text, counted.end() - 1, sentence.end))
    for m in found if len(found) > 1 else ():
        yield Consortium(
            program=program,
            name=m["lead"] + counted["noun"],
            lead=m["lead"],
            members=tuple(names_in(m["joined"] or m["members"])),
            county=county,
            passages=(reading.passage(Span(m.start("lead"), m.end())),),
            rule="consortium-each-led",
        )


def _led_or_founded(reading: Reading, sentence: Span, program: str | None, county: str | None) -> list[Consortium]:
    """X由A牵头, A牵头组建X, A与B组建X: alliances that the words around a lead or a founding name."""
    return [_consortium(reading, one, program, county) for one in alliances_by_roles(reading, sentence)]


def _consortium(reading: Reading, one: Alliance, program: str | None, county: str | None) -> Consortium:
    lead = speaker(reading, one.lead) if one.lead and is_speaker(one.lead) else one.lead
    return Consortium(
        program=program,
        name=one.name,
        lead=lead,
        members=one.members,
        county=county,
        passages=(reading.passage(one.span),),
        rule="consortium-led" if one.lead else "consortium-founded" if one.members else "consortium-listed",
    )
