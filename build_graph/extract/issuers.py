"""Issuers: bodies that issue, decide, start or lay down, told by the verb that follows them."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from build_graph.extract.agencies import AgencyMention, agency_mentions, joined
from build_graph.model import Issuer
from build_graph.tables import either

if TYPE_CHECKING:
    from collections.abc import Iterable

    from build_graph.extract.programs import Programs
    from build_graph.parse.reading import Reading
    from build_graph.parse.spans import Span
    from build_graph.places import Place

_ADVERBS = (
    r"(?:近日|日前|昨日|今日|今天|近期|正式|共同|已经|已|再次|首次|经研究|于?\d+月\d+日|（[^）]*）|等\S{0,3}部门)*"
)
_SCOPE = r"(?:在[^，。]{1,8}?)?(?:组织)?"


@cache
def _acts() -> re.Pattern[str]:
    issues = either(__package__, "agency_words", "issues")
    rules = either(__package__, "agency_words", "rules")
    return re.compile(
        rf"{_ADVERBS}{_SCOPE}(?:(?P<issues>{issues})|(?P<rules>{rules}))"
        rf"|(?:等[一-鿿]{{0,4}}(?:部门|单位))?(?P<title>关于)"
    )


def issuers(reading: Reading, programs: Programs, home: tuple[Place, ...]) -> list[Issuer]:
    """Return the issuers of a document's programs, one for each body and program."""
    if programs.main is None:
        return []
    found: dict[tuple[str, str], list[tuple[AgencyMention, str]]] = {}
    for sentence in reading.sentences:
        if reading.in_profile(sentence):
            continue
        program = programs.at(sentence) or programs.main.name
        for mention, rule in _acting(reading, sentence, home):
            found.setdefault((mention.identity, program), []).append((mention, rule))
    names = _fullest_names(mention for said in found.values() for mention, _ in said)
    return [_issuer(reading, names[body], said, program) for (body, program), said in found.items()]


def _fullest_names(mentions: Iterable[AgencyMention]) -> dict[str, str]:
    """One body has one name in a document: the fullest of its forms there."""
    names: dict[str, str] = {}
    for mention in mentions:
        names[mention.identity] = max(names.get(mention.identity, ""), mention.name, key=len)
    return names


def _acting(reading: Reading, sentence: Span, home: tuple[Place, ...]) -> list[tuple[AgencyMention, str]]:
    text = reading.text
    acting = []
    for group in joined(text, list(agency_mentions(text, sentence, home))):
        before = text[max(sentence.start, group[0].span.start - 2) : group[0].span.start]
        if re.search(either(__package__, "agency_words", "not_issuer") + "$", before):
            continue
        act = _acts().match(text, group[-1].span.end, sentence.end)
        if act and (not act["title"] or _heads_title(reading, group[0].span)):
            rule = "issuer-rules" if act["rules"] else "issuer-acts"
            acting += [(mention, rule) for mention in group]
    return acting


def _heads_title(reading: Reading, span: Span) -> bool:
    return any(line.span.start == span.start for line in reading.titles)


def _issuer(reading: Reading, name: str, said: list[tuple[AgencyMention, str]], program: str) -> Issuer:
    return Issuer(
        program=program,
        name=name,
        as_written=reading.passage(said[0][0].span).exact,
        passages=tuple(sorted({reading.passage(mention.span) for mention, _ in said})),
        rule=said[0][1],
    )
