"""Consortia: alliances of institutions with a lead and members, or named by the area they serve."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from build_graph.extract.units.names import list_elements
from build_graph.model import Consortium
from build_graph.parse.numbers import NUMBER
from build_graph.parse.spans import Span
from build_graph.tables import either

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_graph.extract.programs import Programs
    from build_graph.parse.reading import Reading
    from build_graph.places import Place


@cache
def _noun() -> re.Pattern[str]:
    """A word for an alliance, without which a sentence names none."""
    return re.compile(either(__package__, "consortium_words", "consortium"))


@cache
def _led() -> re.Pattern[str]:
    """由A牵头，B、C为成员的X医共体."""
    noun = either(__package__, "consortium_words", "consortium")
    lead = either(__package__, "consortium_words", "lead")
    member = either(__package__, "consortium_words", "member")
    return re.compile(
        rf"由(?P<lead>[^，；。：由]{{2,30}}?){lead}，?(?P<members>[^，；。：]{{2,80}}?)(?:等\S{{0,6}})?为{member}(?:单位)?的"
        rf"(?P<name>[^，；。：等]{{0,24}}?{noun})"
    )


@cache
def _by_area() -> re.Pattern[str]:
    """A片区和B片区2个紧密型医共体."""
    noun = either(__package__, "consortium_words", "consortium")
    area = either(__package__, "consortium_words", "area")
    return re.compile(
        rf"(?:{either(__package__, 'consortium_words', 'forms')})了?"
        rf"(?P<areas>[一-鿿]{{1,8}}?{area}(?:[、和与][一-鿿]{{1,8}}?{area})*+)"
        rf"等?{NUMBER}个(?P<noun>[一-鿿]{{0,8}}?{noun})"
    )


def consortia(reading: Reading, programs: Programs, home: tuple[Place, ...]) -> list[Consortium]:
    """Return the consortia that a document names; a lead or members that it does not state stay unknown."""
    if programs.main is None:
        return []
    county = next((place.code for place in reversed(home) if place.level == "county"), None)
    found = []
    for sentence in reading.sentences:
        if not _noun().search(reading.text, *sentence):
            continue
        program = programs.at(sentence)
        found += list(_with_lead(reading, sentence, program, county))
        found += list(_with_area(reading, sentence, program, county))
    return found


def _with_lead(reading: Reading, sentence: Span, program: str | None, county: str | None) -> Iterator[Consortium]:
    for m in _led().finditer(reading.text, *sentence):
        members = list_elements(reading, Span(*m.span("members")))
        yield Consortium(
            program=program,
            name=m["name"],
            lead=m["lead"],
            members=tuple(reading.slice(member) for member in members),
            county=county,
            passages=(reading.passage(Span(*m.span())),),
            rule="consortium-led",
        )


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
