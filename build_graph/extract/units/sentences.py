"""Pilot units in sentences: series of names with a designation before or behind them."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING

from build_graph.extract.units.about import Around, proposed, veto
from build_graph.extract.units.cues import designation
from build_graph.extract.units.names import Named, designation_in
from build_graph.extract.units.patterns import named
from build_graph.extract.units.provinces import province_given
from build_graph.extract.units.series import series_at
from build_graph.extract.units.series_patterns import level_of
from build_graph.parse.numbers import value_of
from build_graph.parse.spans import Span
from build_graph.places import Gazetteer
from build_graph.tables import words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from build_graph.extract.units.headings import Heading
    from build_graph.extract.units.names import Names
    from build_graph.extract.units.series import Element, Series
    from build_graph.places import Place

_LONGEST = 20_000  # code points; no sentence that a person writes is longer
_LONGEST_FIRST, _SHORTEST_FIRST = 14, 2  # code points of a name that is found from its end
_LEFT, _RIGHT = 120, 160  # code points around a series that are looked at
_CLAUSE_END = re.compile(r"[，；。]")


@cache
def _led() -> re.Pattern[str]:
    """A position at which a series may begin: behind a mark or a word that leads to one, and at any province."""
    leads = words(__package__, "unit_words", "lead")
    behind = ("|".join(found) for _, found in groupby(leads, key=len))  # what is looked back at has one length
    provinces = "|".join(re.escape(place.name) for place in Gazetteer.shipped().provinces())
    looks = (r"(?<=[、，：；（）“”\s])", *(rf"(?<={each})" for each in behind), rf"(?={provinces})")
    return re.compile("|".join(looks))


@cache
def _worth_reading() -> re.Pattern[str]:
    """Words of which a sentence that designates has one."""
    kinds = ("pilot", "verb", "gets", "becomes", "this", "allow", "joins_in", "ahead")
    found = (word for kind in kinds for word in words(__package__, "unit_words", kind))
    return re.compile(
        "|".join([*found, "其中", "名单如下", "首批", "第一批", "第二批", "第三批"])
    )  # one flat list of words is searched ten times faster


def in_sentences(
    names: Names, about: Callable[[str], bool], heading: Callable[[str], Heading | None]
) -> Iterator[Named]:
    """Yield the names that sentences designate, each with its clause; portraits of places designate nothing."""
    reading = names.reading
    announced = _announced(names, heading)
    partial: list[tuple[Series, Named]] = []
    for sentence in reading.sentences:
        starts = names.positions.possible_starts(*sentence)
        if not starts or sentence.end - sentence.start > _LONGEST or reading.in_profile(sentence):
            continue
        below = _is_in(sentence, announced)
        if not below and not (_worth_reading().search(reading.text, *sentence) or about(reading.slice(sentence))):
            continue
        for series in _series_in(names, sentence, starts):
            found = list(_designated(names, sentence, series, about, announced=below))
            yield from found
            if found and series.is_open and series.number:
                partial.append((series, found[0]))
    if partial:
        yield from _named_elsewhere(names, partial, about)


@cache
def _headed() -> re.Pattern[str]:
    """（一）试点地区。: the sentence before is the head of a paragraph that names the units."""
    return re.compile(rf"(?:^|[）、，：\s]){named()}$")


def _announced(names: Names, heading: Callable[[str], Heading | None]) -> list[Span]:
    """The bodies of the sections whose headings announce units (三、试点范围)."""
    return [
        Span(section.lines[0].span.start, section.lines[-1].span.end)
        for section in names.reading.sections
        if section.heading is not None
        and section.lines
        and _of_units().search(section.heading.text)
        and heading(section.heading.text)
    ]


def _is_in(sentence: Span, sections: list[Span]) -> bool:
    """Tell whether a sentence lies in one of some sections, which follow each other."""
    last = bisect_left(sections, Span(sentence.end, 0)) - 1
    return last >= 0 and sections[last].overlaps(sentence)


@cache
def _of_units() -> re.Pattern[str]:
    """三、试点范围, 首批城市名单 (not the title 甲省启动X试点)."""
    groups = (
        re.escape(word) + (r"(?!\W*$)" if word == "试点" else "") for word in words(__package__, "unit_words", "group")
    )
    return re.compile(rf"(?:{'|'.join([*groups, '范围', '名单'])})(?:[和及与][^，。]{{2,4}})?(?:（[^）]*）)?[：。]?$")


def _series_in(names: Names, sentence: Span, starts: list[int]) -> Iterator[Series]:
    position = sentence.start
    for start in starts:
        if start < position or not (start == sentence.start or _led().match(names.reading.text, start)):
            continue
        series = series_at(names, start, sentence.end, strict=True)
        if series is not None:
            series = _from_first(names, series, position, sentence)
            position = series.span.end
            yield series


def _named_elsewhere(
    names: Names, partial: list[tuple[Series, Named]], about: Callable[[str], bool]
) -> Iterator[Named]:
    """命名A等13个城市为试点城市, where the text names all 13 in another place: A、B、…13个城市通过验收."""
    first_of = {value_of(series.number or ""): (series, first) for series, first in reversed(partial)}
    for sentence in names.reading.sentences:
        starts = names.positions.possible_starts(*sentence)
        if len(starts) < 2 or not _may_name_all(names, sentence, about):
            continue
        for series in _series_in(names, sentence, starts):
            short, first = first_of.get(float(len(series.elements)), (None, None))
            if short is None or first is None or not _is_whole(series) or not _holds(names, series, short):
                continue
            for element in series.elements:
                level = element.level or first.level
                yield first._replace(
                    span=element.span, context=sentence, province=element.province, level=level, city=element.city
                )


def _may_name_all(names: Names, sentence: Span, about: Callable[[str], bool]) -> bool:
    """Tell whether a sentence speaks of the trial, and of nobody who was refused or left it."""
    words_of = names.reading.slice(sentence)
    if sentence.end - sentence.start > _LONGEST or names.reading.in_profile(sentence) or veto().search(words_of):
        return False
    return "试点" in words_of or about(words_of)


def _is_whole(series: Series) -> bool:
    """It names as many as it says that it has."""
    return series.number is not None and value_of(series.number) == len(series.elements)


def _holds(names: Names, series: Series, short: Series) -> bool:
    """Tell whether all names of a shorter series are among those of another one."""
    places = {_place_of(names, element) for element in series.elements}
    return all(_place_of(names, element) in places for element in short.elements)


def _place_of(names: Names, element: Element) -> Place | None:
    written = names.reading.slice(element.span)
    return names.resolution(written, element.province, element.level, element.city).place


def _from_first(names: Names, series: Series, floor: int, sentence: Span) -> Series:
    """Take the name before the first mark as well, where no known word stands before it (…X某市、Y市)."""
    text, start = names.reading.text, series.span.start
    if start == sentence.start or text[start - 1] not in "、和与及":
        return series
    for first in range(max(floor, start - 1 - _LONGEST_FIRST), start - _SHORTEST_FIRST):
        written = text[first : start - 1]
        if names.begins_with_place(first, start - 1) and names.is_known(written) and _begins_at(names, first, written):
            longer = series_at(names, first, sentence.end, strict=True)
            if longer is not None and longer.span.end >= series.span.end:
                return longer
    return series


def _begins_at(names: Names, first: int, written: str) -> bool:
    """Tell whether a name begins there and not inside a longer word: in 三江源 there is no county 江源.

    A province, a city, or a county with the word for its kind does; a short name does behind a verb (设立安吉).
    """
    place = names.resolution(written).place
    if place is None or place.level in {"province", "city"} or written.endswith(place.name[-1]):
        return True
    return names.reading.text.endswith(_leads(), 0, first)


@cache
def _leads() -> tuple[str, ...]:
    return tuple(word for kind in ("verb", "start", "lead") for word in words(__package__, "unit_words", kind))


def _designated(
    names: Names, sentence: Span, series: Series, about: Callable[[str], bool], *, announced: bool
) -> Iterator[Named]:
    text = names.reading.text
    left = text[max(sentence.start, series.span.start - _LEFT) : series.span.start]
    right = text[series.span.end : min(sentence.end, series.span.end + _RIGHT)]
    if left.rfind("《") > left.rfind("》"):
        left, right = left.rpartition("《")[2], right.partition("》")[0]
        if not about(left + right):
            return
    if veto().search(_clause_before(left)) or veto().search(_CLAUSE_END.split(right, maxsplit=1)[0]):
        return
    before = text[max(0, sentence.start - _LEFT) : sentence.start].rstrip("。 \n").rpartition("\n")[2]
    headed = announced or _headed().search(before) is not None
    found = designation(Around(left, right, series, about, headed, before))
    if found is None or not _names_places(names, series):
        return
    rule, of = found
    clause = _clause(sentence, series, left, right)
    province = province_given(names, sentence, series)
    level = level_of(series.group) or level_of(designation_in(of).removeprefix("试点"))
    yet = "拟" if proposed().search(_clause_before(left)) or proposed().match(right) else ""
    for element in series.elements:
        yield Named(
            element.span,
            clause,
            rule,
            yet + designation_in(of),
            element.province or province,
            element.level or level,
            element.city,
        )


def _clause_before(left: str) -> str:
    return _CLAUSE_END.split(left)[-1]


def _clause(sentence: Span, series: Series, left: str, right: str) -> Span:
    """The clause of a series: from the mark before it to the one behind its designation."""
    start = series.span.start - len(_clause_before(left))
    end = series.span.end + len(_CLAUSE_END.split(right, maxsplit=1)[0])
    return Span(max(sentence.start, start), min(sentence.end, end))


def _names_places(names: Names, series: Series) -> bool:
    """At least half of the names are places; the others are told as not resolved."""
    places = sum(_place_of(names, each) is not None for each in series.elements)
    return 0 < len(series.elements) <= 2 * places
