"""Who leads an alliance and who belongs to it, told in the clauses around its name.

由A牵头 and B、C为成员单位 may stand before the name or behind it: X成立，牵头单位A，成员单位B; A联合B，组成X.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from build_graph.extract.consortia.names import is_general, is_particular, names_in
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
        named = {found["name"]: found for found in _name().finditer(part)}
        told = _told(reading, part, next(iter(named.values()))) if len(named) == 1 else None
        if told:
            yield told._replace(span=Span(start + told.span.start, start + told.span.end))
        start = end.end()


def _told(reading: Reading, part: str, named: re.Match[str]) -> Alliance | None:
    """Return the one alliance of a part of a sentence, with its span in there."""
    name, lead = named["name"], _first(part, _leads(), "lead")
    leads = [one for one in names_in(lead["lead"]) if one != name] if lead else []
    others = _first(part, _members() if leads else _together(), "members")
    members = [one for one in names_in(others["members"]) if _can_belong(one, (name, *leads[:1]))] if others else []
    if is_general(name) or (lead and is_general(lead["lead"])):
        return None
    if leads and not (is_particular(reading, name) or is_particular(reading, leads[0])):
        return None
    if not leads and not (_is_signed(name, part) and _are_several(reading, members)):
        return None
    told = [found for found in (lead, others) if found]
    begins = min(named.start("name"), *(_behind_marks(part, found.start()) for found in told))
    span = Span(begins, max(found.end() for found in (named, *told)))
    return Alliance(span, name, leads[0] if leads else None, tuple(dict.fromkeys([*leads[1:], *members])))


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
    """；, and behind each of several alliances in a list: A牵头的X、B牵头的Y."""
    return re.compile(rf"；|(?P<name>{_words('consortium')})(?:、|，以及)|$")


@cache
def _name() -> re.Pattern[str]:
    """The name of an alliance, from the verb or the mark before it."""
    before = rf"(?:^|[，；：“（的是为由]|(?:{_words('forms')}|{_words('named')})了?)"
    inside = rf"(?:(?!{_words('forms')}|{_words('named')}|[的是为由与和])[一-鿿“”])"
    return re.compile(rf"{before}(?P<name>{inside}{{0,30}}?{_words('consortium')})(?!{_words('no_name')}|\d)")


@cache
def _leads() -> tuple[re.Pattern[str], ...]:
    """由A牵头; 牵头单位为A; A为牵头单位; A联合(B)."""
    lead, role = _words("lead"), _words("lead_role")
    return (
        re.compile(rf"[由以](?P<lead>{_ONE})(?:联合|共同)?{lead}"),
        re.compile(rf"(?>{role})(?:分别)?(?:为|是|有|：)?：?(?P<lead>{_ONE})(?=[，；。]|$)"),
        re.compile(rf"{_CLAUSE_BEGINS}(?P<lead>{_SUBJECT}){lead}"),
        re.compile(rf"{_CLAUSE_BEGINS}(?P<lead>{_SUBJECT})[则也又]?{_words('takes_in')}(?![体会])"),
    )


@cache
def _members() -> tuple[re.Pattern[str], ...]:
    """成员单位为B、C; B、C为成员单位; 联合B、C; B、C参与; 与B、C组成."""
    role = _words("member_role")
    return (
        re.compile(
            rf"(?:首批|主要)?(?>{role})(?:分别)?(?:为|是|有|包括|涵盖|：)?：?(?P<members>{_LIST}){_REST}(?=[，；。]|$)"
        ),
        re.compile(rf"(?:{_CLAUSE_BEGINS}|、)(?P<members>{_LIST}){_REST}[为是任](?:首批|主要)?{role}"),
        re.compile(
            rf"{_words('takes_in')}(?![体会])(?P<members>{_LIST}){_REST}(?:加入|参与|参加|共同|联合|[，；。]|{_words('forms')}|$)"
        ),
        re.compile(rf"(?:{_CLAUSE_BEGINS}|、)(?P<members>[^，；。：由以]{{2,160}}?){_REST}{_words('joins')}"),
        re.compile(rf"与(?P<members>{_LIST}){_REST}(?:共同|联合)*{_words('forms')}"),
    )


@cache
def _together() -> tuple[re.Pattern[str], ...]:
    """由A、B共同组成; A与B组建."""
    return (
        re.compile(rf"由(?P<members>{_LIST}){_REST}(?:共同|联合|抱团|携手)*{_words('forms')}"),
        re.compile(
            rf"{_CLAUSE_BEGINS}(?P<members>{_LIST}){_REST}(?:签约|共同|联合|携手|抱团)*(?:签署|举行|{_words('forms')})了?"
        ),
    )
