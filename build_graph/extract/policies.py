"""Policy documents: titles between 《 and 》, their numbers (文号), and what they are to the program."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from build_graph.extract.naming import program_key
from build_graph.model import PolicyDocument, Relation
from build_graph.parse.spans import Span
from build_graph.tables import either

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_graph.extract.programs import Programs
    from build_graph.parse.reading import Reading

_TITLE = re.compile(r"《(?P<title>[^《》\n]{4,90}(?:《[^《》\n]{1,60}》[^《》\n]{0,60})?)》")
_NUMBER = re.compile(r"[一-鿿]{1,12}[〔\[（(]\d{4}[〕\]）)]第?\d{1,5}号|(?:[一-鿿]{2,12})?公告\s*\d{4}年?第\d{1,4}号")
_BELOW = 40  # code points below a title among which its number stands
_AFTER = 60  # code points after a title among which it is said to be issued
_BEFORE = 12  # code points before a title among which stands what is done with it


@cache
def _own_title() -> re.Pattern[str]:
    return re.compile(
        rf"[一-鿿、（）]{{0,40}}关于[^。，《》]{{4,80}}的\S{{0,2}}{either(__package__, 'policy_words', 'kind')}$"
    )


@cache
def _kinds() -> re.Pattern[str]:
    return re.compile(either(__package__, "policy_words", "kind") + r"(?:（[^）]*）)?$")


def policy_documents(reading: Reading, programs: Programs) -> list[PolicyDocument]:
    """Return the documents of policy that a text names by title; short names that refer back are none."""
    if programs.main is None:
        return []
    return _one_per_title([*_own(reading, programs), *(_document(reading, programs, m) for m in _named(reading))])


def _one_per_title(found: list[PolicyDocument]) -> list[PolicyDocument]:
    """A document that is named again, with its number or what is done with it, is one document."""
    documents: dict[str, PolicyDocument] = {}
    for one in found:
        key = program_key(one.title)
        first = documents.get(key)
        documents[key] = one if first is None else _both(first, one)
    return list(documents.values())


def _both(first: PolicyDocument, other: PolicyDocument) -> PolicyDocument:
    if first.number and other.number and first.number != other.number:
        return first
    relation = min(first.relation, other.relation, key=("issues", "basis", "cites").index)
    passages = tuple(sorted({*first.passages, *other.passages}))
    return replace(first, number=first.number or other.number, relation=relation, passages=passages)


def _own(reading: Reading, programs: Programs) -> Iterator[PolicyDocument]:
    """The document that the page itself is: a title with 关于…的通知, maybe broken over lines, and its number below."""
    for last, line in enumerate(reading.titles):
        found = _own_title().search("".join(above.text for above in reading.titles[: last + 1]))
        if found is None or programs.main is None:
            continue
        first = next((n for n, above in enumerate(reading.titles) if "关于" in above.text), last)
        below = reading.text[line.span.end : line.span.end + _BELOW].lstrip()
        number = _NUMBER.match(below)
        yield PolicyDocument(
            program=programs.main.name,
            title=found[0],
            number=number[0] if number else None,
            relation="issues",
            passages=(reading.passage(Span(reading.titles[first].span.start, line.span.end)),),
            rule="policy-of-the-page",
        )
        return


def _named(reading: Reading) -> Iterator[re.Match[str]]:
    for m in _TITLE.finditer(reading.text):
        span = Span(*m.span())
        if _kinds().search(m["title"]) and reading.readable(span) and not reading.in_profile(span):
            yield m


def _document(reading: Reading, programs: Programs, found: re.Match[str]) -> PolicyDocument:
    span = Span(*found.span())
    number = _NUMBER.match(reading.text, _skip_bracket(reading.text, found.end()))
    return PolicyDocument(
        program=programs.at(span),
        title=found["title"],
        number=number[0] if number else None,
        relation=_relation(reading, span),
        passages=(reading.passage(span),),
        rule="policy-title",
    )


def _skip_bracket(text: str, position: int) -> int:
    return position + 1 if text[position : position + 1] in {"（", "("} else position


def _relation(reading: Reading, span: Span) -> Relation:
    before = re.split(r"[。；\n》]", reading.text[max(0, span.start - _BEFORE) : span.start])[-1]
    after = reading.text[span.end : span.end + _AFTER]
    if re.search(either(__package__, "policy_words", "issued") + r"(?:了|的)?$", before) or _now_issued().match(after):
        return "issues"
    if _in_sections(reading, span):
        return "cites"
    followed = re.search(either(__package__, "policy_words", "followed"), before)
    return "basis" if followed or re.match(either(__package__, "policy_words", "carried_out"), after) else "cites"


@cache
def _now_issued() -> re.Pattern[str]:
    """《X方案》已经国务院同意，现印发给你们."""
    return re.compile(r"(?:（[^）]{2,20}）)?已?经?[^，。；》]{0,30}(?:同意|批准|审议通过)，[^。；》]{0,10}现?(?:予以)?(?:印发|公布|发布)")


def _in_sections(reading: Reading, span: Span) -> bool:
    """What a program rests on is said before its sections; in them, documents are followed in particulars."""
    section = reading.section_at(span)
    return section is not None and section.heading is not None and section.heading.level is not None
