"""Who leads an alliance and who belongs to it, told in the clauses around its name.

由A牵头 and B、C为成员单位 may stand before the name or behind it: X成立，牵头单位A，成员单位B; A联合B，组成X.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from build_graph.extract.consortia.names import is_general, is_particular, names_in
from build_graph.parse.numbers import NUMBER
from build_graph.parse.spans import Span
from build_graph.tables import either, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_graph.parse.reading import Reading

_CLAUSE_BEGINS = r"(?:^|[，：；、]|（(?![^（）]*）))"
_MARKS = "，：；、（"
_REST = r"(?:等[^，；。：、]{0,12})?"
_LIST = r"[^，；。：]{2,160}?"
_ONE = r"(?:[^，；。：（]|（[^（）]*）){2,60}?"
_SUBJECT = r"(?:[^，；。：由以（]|（[^（）]*）){2,60}?"
_FEWEST = 2  # who together are an alliance without a lead


class Alliance(NamedTuple):
    """An alliance as a sentence tells of it."""

    span: Span
    name: str
    lead: str | None
    members: tuple[str, ...]


def alliances_by_roles(reading: Reading, sentence: Span) -> Iterator[Alliance]:
    """Yield the alliances whose name and roles the parts of a sentence tell, each part of one."""
    start = sentence.start
    for end in _part_end().finditer(reading.text, *sentence):
        part = reading.text[start : end.start()] + (end["name"] or "")
        named = names_of_alliances(part) or _jointly_founded(part)
        told = alliance_of(reading, part, next(iter(named.values()))) if len(named) == 1 else None
        if told:
            yield told._replace(span=Span(start + told.span.start, start + told.span.end))
        start = end.end()


def names_of_alliances(part: str) -> dict[str, re.Match[str]]:
    """Return the names of the alliances in a part of a sentence, each with where it stands first."""
    named: dict[str, re.Match[str]] = {}
    for found in _name().finditer(part):
        named.setdefault(found["name"], found)
    return named


def _jointly_founded(part: str) -> dict[str, re.Match[str]]:
    """The same of what is an alliance only where several found it together: 由A牵头，联合B组建X实验室."""
    named = {found["name"]: found for found in _joint_name().finditer(part)}
    return {} if _by_offices().search(part) else named


def alliance_of(reading: Reading, part: str, named: re.Match[str]) -> Alliance | None:
    """Return the one alliance of a part of a sentence, with its span in there, or None if nobody is told to form it."""
    name, lead = _without_stray_quote(named["name"]), _first(part, _leads(), "lead")
    leads = [one for one in names_in(lead["lead"]) if one != name] if lead else []
    others = _first(part, _members() if leads else _together(), "members")
    members = [one for one in names_in(others["members"]) if _can_belong(one, (name, *leads[:1]))] if others else []
    if is_general(name) or (lead and is_general(lead["lead"])) or _joined_before().search(part):
        return None
    if leads and not (is_particular(reading, name) or is_particular(reading, leads[0])):
        return None
    if not leads and not (_is_signed(name, part) and _are_several(reading, members)):
        return _of_so_many(reading, part, named)
    if not members and _cue("joint").search(name):
        return None
    told = [found for found in (lead, others) if found]
    begins = min(named.start("name"), *(_behind_marks(part, found.start()) for found in told))
    span = Span(begins, max(found.end() for found in (named, *told)))
    first = _in_full(leads[0], members) if leads else None
    return Alliance(span, name, first, tuple(one for one in dict.fromkeys([*leads[1:], *members]) if one != first))


def first_lead(part: str) -> str | None:
    """Return who leads, as a part of a sentence tells, or None."""
    lead = _first(part, _leads(), "lead")
    named = names_in(lead["lead"]) if lead else []
    return named[0] if named else None


def _of_so_many(reading: Reading, part: str, named: re.Match[str]) -> Alliance | None:
    """X由甲镇四所村小抱团组成: an alliance with a name of its own whose members are only counted."""
    formed = _formed_by_so_many().search(part, named.end("name"))
    if formed is None or not (is_particular(reading, named["name"]) or _cue("area").search(named["name"])):
        return None
    return Alliance(Span(named.start("name"), formed.end()), named["name"], None, ())


@cache
def _formed_by_so_many() -> re.Pattern[str]:
    does = rf"(?:(?:共同|联合|抱团|携手)*{_words('forms')}|{_words('together')})"
    return re.compile(rf"由[^，；。：]{{0,12}}{NUMBER}[所家个][^，；。：]{{1,12}}?{does}")


def _without_stray_quote(name: str) -> str:
    """A name of which the pattern took one quotation mark and not the other: “X联盟."""
    return name if name.count("“") == name.count("”") else name.strip("“”")


def _in_full(lead: str, others: list[str]) -> str:
    """A lead that goes by the end of its name (邵逸夫医院), by the whole name that the part gives it elsewhere."""
    return next((one for one in others if one.endswith(lead)), lead)


def _is_signed(name: str, part: str) -> bool:
    """Tell whether an alliance has a name of its own, or is the one that is signed (举行医联体签约仪式)."""
    return _cue("consortium").fullmatch(name) is None or _cue("signed").search(part) is not None


def _are_several(reading: Reading, members: list[str]) -> bool:
    return len(members) >= _FEWEST and all(is_particular(reading, one) for one in members)


@cache
def _cue(kind: str) -> re.Pattern[str]:
    return re.compile(_words(kind))


def _can_belong(member: str, others: tuple[str, ...]) -> bool:
    """Tell whether a name is that of another one, and not a clause on who leads (…公司牵头)."""
    return member not in others and not member.endswith(words(__package__, "consortium_words", "lead"))


def _behind_marks(part: str, start: int) -> int:
    """Where words begin, behind the mark that ends the clause before them."""
    return start + len(part[start:]) - len(part[start:].lstrip(_MARKS))


def _first(part: str, patterns: tuple[re.Pattern[str], ...], group: str) -> re.Match[str] | None:
    """The first pattern that finds names in a part of a sentence."""
    found = (each for pattern in patterns for each in pattern.finditer(part))
    return next((each for each in found if names_in(each[group])), None)


def _words(kind: str) -> str:
    return either(__package__, "consortium_words", kind)


@cache
def _part_end() -> re.Pattern[str]:
    """；, and behind each of several alliances in a list: A牵头的X、B牵头的Y; 由A牵头的X，由B牵头的Y."""
    another = rf"，(?=由[^，。；：]{{2,60}}的[^，。；：]{{2,20}}?{_words('consortium')})"
    return re.compile(rf"；|(?P<name>{_words('consortium')})(?:、|，以及|{another})|$")


@cache
def _name() -> re.Pattern[str]:
    """The name of an alliance, from the verb or the mark before it."""
    before = rf"(?:^|[，；：“（的是为由]|(?:{_words('forms')}|{_words('named')})了?)"
    return re.compile(rf"{before}(?P<name>{_inside()}{{0,30}}?{_words('consortium')})(?!{_words('no_name')}|\d)")


@cache
def _joint_name() -> re.Pattern[str]:
    """组建X实验室, X实验室由A牵头: behind the verb of founding, or first."""
    ends = r"(?=[，；。、“”（由]|$)"
    return re.compile(rf"(?:^|{_words('forms')}了?)“?(?P<name>{_inside()}{{3,30}}?{_words('joint')}){ends}")


def _inside() -> str:
    """A character of a name, or a word of one."""
    return rf"(?:{_words('in_name')}|(?!{_words('forms')}|{_words('named')}|[的是为由与和])[一-鿿“”])"


@cache
def _by_offices() -> re.Pattern[str]:
    """由省科技厅牵头，会同省财政厅: offices have something set up, and form no alliance."""
    office = _words("office")
    return re.compile(rf"{office}(?:{_words('lead')}|、|，|和)|(?:会同|联合)[^，。；]{{0,20}}?{office}")


@cache
def _joined_before() -> re.Pattern[str]:
    """此前加入由A牵头的X: an alliance that somebody had joined, beside the program."""
    return re.compile(rf"{_words('past')}[^；。]{{0,40}}?{_words('joined')}(?![，；。、的])")


@cache
def _leads() -> tuple[re.Pattern[str], ...]:
    """由A牵头; 牵头单位为A; A（牵头）; X（A牵头）; A为牵头单位; A联合(B)."""
    lead, role = _words("lead"), _words("lead_role")
    return (
        re.compile(rf"[由以](?P<lead>{_ONE})(?:联合|共同)?{lead}"),
        re.compile(rf"(?>{role})(?:分别)?(?:为|是|有|：)?：?(?P<lead>{_ONE})(?=[，；。]|$)"),
        re.compile(rf"(?:{_CLAUSE_BEGINS}|、)(?P<lead>[^，；。：、（由]{{2,40}})（{_words('marked')}）"),
        re.compile(rf"（(?P<lead>[^，；。：（由]{{2,40}}?){lead}）"),
        re.compile(rf"{_CLAUSE_BEGINS}(?P<lead>{_SUBJECT}){lead}"),
        re.compile(rf"{_CLAUSE_BEGINS}(?P<lead>{_SUBJECT})[则也又]?{_words('takes_in')}(?![体会]|{_words('forms')})"),
    )


@cache
def _members() -> tuple[re.Pattern[str], ...]:
    """成员单位为B、C; B、C为成员单位; 联合B、C; B、C参与; 与B、C组成; X：A（牵头）、B、C; X（A牵头）：B、C."""
    lead, role = _words("lead"), _words("member_role")
    return (
        re.compile(
            rf"(?:首批|主要)?(?>{role})(?:分别)?(?:为|是|有|包括|涵盖|：)?：?(?P<members>{_LIST}){_REST}(?=[，；。]|$)"
        ),
        re.compile(rf"(?:{_CLAUSE_BEGINS}|、)(?P<members>{_LIST}){_REST}[为是任](?:首批|主要)?{role}"),
        re.compile(
            rf"{_words('takes_in')}(?![体会]|{_words('forms')})(?P<members>{_LIST}){_REST}(?:加入|参与|参加|共同|联合|[，；。]|{_words('forms')}|$)"
        ),
        re.compile(rf"(?:{_CLAUSE_BEGINS}|、)(?P<members>[^，；。：由以]{{2,160}}?){_REST}{_words('joins')}"),
        re.compile(rf"与(?P<members>{_LIST}){_REST}(?:共同|联合)*{_words('forms')}"),
        re.compile(
            rf"：(?P<members>[^，；。：]{{2,80}}（{_words('marked')}）[^，；。：]{{0,160}}?){_REST}(?=[，；。]|$)"
        ),
        re.compile(rf"{lead}）：?(?P<members>{_LIST}){_REST}(?=[，；。]|$)"),
    )


@cache
def _together() -> tuple[re.Pattern[str], ...]:
    """由A、B共同组成; 由A、B抱团发展; A与B组建."""
    return (
        re.compile(rf"由(?P<members>{_LIST}){_REST}(?:(?:共同|联合|抱团|携手)*{_words('forms')}|{_words('together')})"),
        re.compile(
            rf"{_CLAUSE_BEGINS}(?P<members>{_LIST}){_REST}(?:签约|共同|联合|携手|抱团)*(?:签署|举行|{_words('forms')})了?"
        ),
    )
