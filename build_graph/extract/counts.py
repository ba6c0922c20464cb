"""Declared counts: numbers that a document gives for what its program consists of."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from build_graph.model import Comparator, DeclaredCount, Value
from build_graph.parse.numbers import NUMBER, RANGE, range_of, value_of
from build_graph.parse.spans import Span
from build_graph.tables import either

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_graph.extract.programs import Programs
    from build_graph.parse.reading import Reading

_QUOTATION = re.compile(r"“[^”]*”|《[^》]*》")


@cache
def _counted() -> re.Pattern[str]:
    """A number, a measure word and a noun that ends in something a program consists of: 13项工作内容."""
    measure = either(__package__, "count_words", "measure")
    component = either(__package__, "count_words", "component")
    stop = either(__package__, "count_words", "stop")
    whole = either(__package__, "count_words", "whole")
    noun = rf"(?P<of>(?:{whole}|(?:(?!{stop})[一-鿿]){{0,16}}{component})(?:（[^）]{{1,12}}）)?)"
    joined = either(__package__, "count_words", "joined")
    return re.compile(
        rf"(?P<where>(?<![一-鿿、])[一-鿿]{{2,8}}?(?:省|自治区|市|县))?"
        rf"(?P<threshold>{either(__package__, 'count_words', 'threshold')})?(?P<comparator>近|约|超过|逾)?"
        rf"(?:(?P<range>{RANGE})|(?P<number>{NUMBER}))(?P<more>余|多)?(?:{measure}{noun}|(?P<units>{joined}))(?P<about>左右|以上)?"
    )


@cache
def _changed() -> re.Pattern[str]:
    """A number that changed: X的数量从原来的500个增加到567个."""
    return re.compile(
        rf"(?P<of>[一-鿿]{{2,20}}?)的?(?:数量|总数|数)?从(?P<old_of>[一-鿿]{{0,12}}?)的?(?P<old>{NUMBER})个?"
        rf"(?:增加|扩大|扩展|增|调整|减少)(?:到|至|为)了?(?P<new>{NUMBER})个?"
    )


def counts(reading: Reading, programs: Programs) -> list[DeclaredCount]:
    """Return the declared counts of a document, with the number lost where its digits were lost."""
    if programs.main is None:
        return []
    found: list[DeclaredCount] = []
    for sentence in reading.sentences:
        if reading.in_profile(sentence):
            continue
        program = programs.at(sentence)
        found += list(_changes(reading, sentence, program))
        found += list(_plain(reading, sentence, program))
        found += list(_lost(reading, sentence, program))
    return _unbound(found)


def _unbound(found: list[DeclaredCount]) -> list[DeclaredCount]:
    """What the page counts also where it does not speak of its program is no part of the program."""
    elsewhere = {(count.of, count.value) for count in found if count.program is None}
    return [replace(count, program=None) if (count.of, count.value) in elsewhere else count for count in found]


def _plain(reading: Reading, sentence: Span, program: str | None) -> Iterator[DeclaredCount]:
    quoted = [Span(*m.span()) for m in _QUOTATION.finditer(reading.text, *sentence)]
    for m in _counted().finditer(reading.text, *sentence):
        span = Span(m.start("range") if m["range"] else m.start("number"), m.end())
        if m["threshold"] or m["number"] in {"一", "1"} or any(span.overlaps(q) for q in quoted):
            continue
        rule = "count-per-province" if _is_per_province(reading, span.start) else "count-of-component"
        where = m["where"] if m["where"] and reading.is_place(m["where"]) else ""
        of = where + (m["of"] or m["units"])
        yield _count(reading, span, of, _value(m), _comparator(m), program, rule)


def _is_per_province(reading: Reading, start: int) -> bool:
    """Tell whether a count that begins at ``start`` is one for each province: 每个省份选择2-3个."""
    return bool(re.search(r"每(?:个|一)?省[^，。]{0,8}$", reading.text[max(0, start - 16) : start]))


def _value(found: re.Match[str]) -> Value:
    return range_of(found["range"]) if found["range"] else value_of(found["number"])


def _comparator(found: re.Match[str]) -> Comparator:
    if found["range"]:
        return "range"
    if found["about"] == "以上" or found["more"]:
        return ">="
    return ">" if found["comparator"] in {"超过", "逾"} else "="


def _changes(reading: Reading, sentence: Span, program: str | None) -> Iterator[DeclaredCount]:
    for m in _changed().finditer(reading.text, *sentence):
        span = Span(m.start("old"), m.end())
        yield _count(reading, span, m["of"], value_of(m["new"]), "=", program, "count-changed-to")
        of = f"{m['old_of']}的{m['of']}"
        yield _count(reading, span, of, value_of(m["old"]), "=", program, "count-changed-from")


def _lost(reading: Reading, sentence: Span, program: str | None) -> Iterator[DeclaredCount]:
    for lost in reading.repaired.lost_digits:
        span = Span(*lost)
        if not span.overlaps(sentence) or "个" not in reading.slice(span):
            continue
        of = reading.slice(Span(span.start, sentence.end)).split("个", 1)[1]
        named = re.match(r"(?P<unit>[省市县区乡镇村]+)(?:（[^）]*）)?(?:为(?P<of>[^，。]+))?", of)
        if named:
            yield _count(reading, span, named["of"] or named["unit"], None, None, program, "count-lost")


def _count(
    reading: Reading,
    span: Span,
    of: str,
    value: Value,
    comparator: Comparator | None,
    program: str | None,
    rule: str,
) -> DeclaredCount:
    return DeclaredCount(
        program=program,
        of=of,
        value=value,
        comparator=comparator,
        passages=(reading.passage(span),),
        rule=rule,
    )
