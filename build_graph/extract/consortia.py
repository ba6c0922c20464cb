"""Consortia: alliances of institutions or places with a lead and members, or named by the area they serve."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from build_graph.extract.units.names import list_elements
from build_graph.model import Consortium
from build_graph.parse.numbers import NUMBER
from build_graph.parse.spans import Coverage, Span
from build_graph.tables import either, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_graph.extract.programs import Programs
    from build_graph.parse.reading import Reading
    from build_graph.places import Place


_REACH = 160  # code points before a word of leading or founding among which stands who leads or founds
_REMARK = re.compile(r"（[^（）]*）")
_AND = re.compile(r"、|以及|和|与|及|同")
_OUTSIDE = re.compile(r"^[一-鿿]{1,4}的")
_ACTS = re.compile(r"(?:共同|正式|联合|携手|日前|近日|已|将|发起|牵头|在[^，。；]{2,12})+$")
_GENERAL = re.compile(
    r"[\d一两几多各每]+[家所个类]|[省市县区乡]级|^(?:[省市县区]?[内域]|有关|相关|各|每|该|本|此|其|当地|这|以)|的|若干|一批"
)
"""Words of what has no name: 1家县级医院, 该联盟."""
_OF_A_DIVISION = re.compile(r"^[省市县区州](?![级内域属直外])")


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
    joins = either(__package__, "consortium_words", "joins")
    forms = either(__package__, "consortium_words", "forms")
    return re.compile(
        rf"[由以](?P<lead>[^，；。：由]{{2,30}}?){lead}，?(?P<members>[^，；。：]{{2,80}}?)(?:等\S{{0,6}})?"
        rf"(?:为{member}(?:单位)?|{joins})(?:的|，(?:共同|联合)?{forms}+了?)"
        rf"(?P<name>[^，；。：等]{{0,24}}?{noun})"
    )


@cache
def _clause() -> re.Pattern[str]:
    """What a clause begins behind; of several alliances each behind the one before: A牵头的X联盟、B牵头的Y联盟."""
    behind = "|".join(f"(?<={noun})" for noun in words(__package__, "consortium_words", "consortium"))
    return re.compile(rf"[，；。：（\s]|(?:{behind})、")


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


@cache
def _leads() -> re.Pattern[str]:
    """(由A)牵头, (A)牵头组建X, (由A)牵头，联合B、C，组建X: the words behind who leads."""
    lead = either(__package__, "consortium_words", "lead")
    forms = either(__package__, "consortium_words", "forms")
    noun = either(__package__, "consortium_words", "consortium")
    joined = r"(?:，?(?:联合|会同|携手|协同)(?P<members>[^；。：]{2,120}?)(?:等[^，；。、]{0,8})?(?:，|共同|共)*)?"
    return re.compile(rf"{lead}{joined}(?:(?:{forms})+[了的]?|的)(?P<name>[^，；。：等、]{{0,24}}?{noun})(?!\d)|{lead}")


@cache
def _subject() -> re.Pattern[str]:
    """X联合体由A(牵头), X联合体以某园区为依托，由A(牵头): the alliance before who leads it."""
    noun = either(__package__, "consortium_words", "consortium")
    return re.compile(
        rf"(?:^|[，；：])(?P<name>[^，；：]{{2,30}}?{noun})[则均也]?(?:以[^，；]{{2,40}}为依托)?，?由(?P<lead>[^，；：由]{{2,60}})$"
    )


@cache
def _members() -> re.Pattern[str]:
    """成员单位包括A、B和C."""
    member = either(__package__, "consortium_words", "member")
    return re.compile(rf"{member}(?:分别)?(?:包括|涵盖|有|为)：?(?P<members>[^，；。]{{2,200}}?)(?=等|[，；。]|$)")


@cache
def _founded() -> re.Pattern[str]:
    """(A与B)组建X, (A与B)举行X签约仪式: the words behind who founds an alliance together."""
    forms = either(__package__, "consortium_words", "forms")
    noun = either(__package__, "consortium_words", "consortium")
    named = rf"[^，；。：、]{{0,20}}?{noun}"
    return re.compile(
        rf"举行(?P<signed>{named})(?:签约|成立|揭牌|启动)|(?:签约|签订|签署|{forms})+了?(?P<name>{named})(?=[，；。、]|合作|协议|$)"
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
        with_members = [
            *_with_lead(reading, sentence, program, county),
            *_with_area(reading, sentence, program, county),
            *_with_each_lead(reading, sentence, program, county),
        ]
        told = Coverage((one.passages[0].start, one.passages[0].end) for one in with_members)
        others = _led_or_founded(reading, sentence, program, county)
        found += with_members
        found += (one for one in others if not told.meets((one.passages[0].start, one.passages[0].end)))
    return found


def _with_lead(reading: Reading, sentence: Span, program: str | None, county: str | None) -> Iterator[Consortium]:
    for m in _led().finditer(reading.text, *sentence):
        members = map(reading.slice, list_elements(reading, Span(*m.span("members"))))
        yield Consortium(
            program=program,
            name=m["name"],
            lead=m["lead"],
            members=tuple(member for member in members if not _GENERAL.search(member)),
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
            members=tuple(_names(m["joined"] or m["members"])),
            county=county,
            passages=(reading.passage(Span(m.start("lead"), m.end())),),
            rule="consortium-each-led",
        )


class _Alliance(NamedTuple):
    """An alliance as a sentence tells of it."""

    span: Span
    name: str
    lead: str | None
    members: list[str]


def _led_or_founded(reading: Reading, sentence: Span, program: str | None, county: str | None) -> list[Consortium]:
    """X由A牵头, A牵头组建X, A与B组建X: alliances that the words around a lead or a founding name."""
    alliances = [*_with_leader(reading, sentence)] or [*_together(reading, sentence)]
    return [
        Consortium(
            program=program,
            name=one.name,
            lead=one.lead,
            members=tuple(dict.fromkeys(one.members)),
            county=county,
            passages=(reading.passage(one.span),),
            rule="consortium-founded" if one.lead is None else "consortium-with-leader",
        )
        for one in alliances
    ]


def _with_leader(reading: Reading, sentence: Span) -> Iterator[_Alliance]:
    """Yield where a sentence names an alliance, its name, who leads it, and the members that the sentence names."""
    for m in _leads().finditer(reading.text, *sentence):
        begin = max(sentence.start, m.start() - _REACH)
        before = reading.text[begin : m.start()]
        subject = None if m["name"] else _subject().search(before)
        if not m["name"] and not subject:
            continue
        written = subject["lead"] if subject else _clause().split(before)[-1].rpartition("由")[2]
        name = subject["name"] if subject else m["name"]
        leads = _names(written)
        if not leads or _GENERAL.search(name) or _GENERAL.search(written):
            continue
        if not (_is_particular(reading, name) or _is_particular(reading, leads[0])):
            continue
        listed = _members().search(reading.text, m.end(), sentence.end)
        members = [*leads[1:], *_names(m["members"] or ""), *_names(listed["members"] if listed else "")]
        start = begin + (subject.start("name") if subject else len(before) - len(written))
        yield _Alliance(Span(start, m.end()), name, leads[0], members)


def _together(reading: Reading, sentence: Span) -> Iterator[_Alliance]:
    """Yield where a sentence says that several found an alliance together: its lead is not stated."""
    for m in _founded().finditer(reading.text, *sentence):
        name = m["signed"] or m["name"]
        before = reading.text[max(sentence.start, m.start() - _REACH) : m.start()]
        clause = _clause().split(before)[-1]
        members = _names(_ACTS.sub("", clause.removeprefix("由")))
        if len(members) > 1 and not _GENERAL.search(name) and all(_is_particular(reading, one) for one in members):
            yield _Alliance(Span(m.start() - len(clause), m.end()), name, None, members)


def _names(written: str) -> list[str]:
    """The names in a list, without remarks; what is only counted (20多所院校) has none."""
    parts = [_OUTSIDE.sub("", part.strip()) for part in _AND.split(_REMARK.sub("", written.partition("等")[0]))]
    return [part for part in parts if len(part) > 1 and not _GENERAL.search(part)]


def _is_particular(reading: Reading, name: str) -> bool:
    """Tell whether words name one institution or place: they begin with a place, or with its own division."""
    heads = (name[:length] for length in range(2, 7))
    return (
        any(reading.gazetteer.hits(head) or reading.gazetteer.short_hits(head) for head in heads)
        or name.endswith(words(__package__, "consortium_words", "body"))
        or _OF_A_DIVISION.match(name) is not None
    )
