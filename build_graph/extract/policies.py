"""Policy documents: titles between 《 and 》, their numbers (文号), and what they are to the program."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from build_graph.model import PolicyDocument, Relation
from build_graph.parse.spans import Span
from build_graph.tables import either

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_graph.extract.programs import Programs
    from build_graph.parse.reading import Reading

_TITLE = re.compile(r"《(?P<title>[^《》\n]{4,90}(?:《[^《》\n]{1,60}》[^《》\n]{0,60})?)》")
_NUMBER = re.compile(r"[一-鿿]{1,12}[〔\[（(]\d{4}[〕\]）)]第?\d{1,5}号")
_BELOW = 40  # code points below a title among which its number stands
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
    return [*_own(reading, programs), *(_document(reading, programs, m) for m in _named(reading))]


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
        relation=_relation(reading.text, span),
        passages=(reading.passage(span),),
        rule="policy-title",
    )


def _skip_bracket(text: str, position: int) -> int:
    return position + 1 if text[position : position + 1] in {"（", "("} else position


def _relation(text: str, span: Span) -> Relation:
    before = re.split(r"[。；\n》]", text[max(0, span.start - _BEFORE) : span.start])[-1]
    after = text[span.end : span.end + 4]
    if re.search(either(__package__, "policy_words", "issued") + r"了?$", before):
        return "issues"
    if re.search(either(__package__, "policy_words", "followed"), before) or re.match(
        either(__package__, "policy_words", "carried_out"), after
    ):
        return "basis"
    return "cites"
