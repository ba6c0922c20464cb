"""Conditions that stand in lists: behind a lead (…具备以下条件：一是…), or below a heading (申报条件)."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from build_graph.extract.agencies import agency_at
from build_graph.extract.conditions.patterns import cue
from build_graph.extract.enumerations import Item, items
from build_graph.parse.sections import kind_of
from build_graph.parse.spans import Span, trimmed
from build_graph.tables import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from build_graph.parse.lines import Line
    from build_graph.parse.reading import Reading
    from build_graph.parse.sections import Section

_DEMANDING = re.compile("应当?(?!用)|必须|须|不得|只能|具有|具备|不低于|不少于|不超过")
_LEAD_ENDS = re.compile("[：？]")
_LONGEST_LEAD = 60  # code points of the words that announce conditions, and of an answer's first ones
_AT_ONCE = re.compile("同时(?:具备|符合|满足|达到)")
_SEMICOLON = re.compile("；")
_SENTENCE_END = re.compile(r"[。\n]")
_END_MARKS = " ；。"
_MOST_LINES = 12
_BESIDE = 30  # code points before a lead that tell what it is about
_DAY = re.compile(r"\d{4}年\d{1,2}月(?:\d{1,2}日)?")
_LABEL = 8  # code points of a numbered title that only names what follows (（一）参加企业。…)


# --- behind a lead -----------------------------------------------------------------------------------------------


@cache
def _lead() -> re.Pattern[str]:
    """符合以下条件：; 申请试点需要满足哪些要求？答：主要看四点。: what stands before conditions."""
    answer = r"[^。？\n]{0,8}？\s*(?:答：)?(?:[^。；：\n]{0,16}(?:[点条]|方面)[。：]\s*)?"
    has_to = (
        r"(?:应当?|须|需|必须)(?:同时)?(?:具备|符合|满足|达到)|(?:具备|符合|满足)[两二三四五六七八九十\d]{1,2}[条点项]"
    )
    return re.compile(rf"(?:{cue('lead').pattern}[^。：\n]{{0,24}}|{has_to})：\s*|{cue('asked').pattern}{answer}")


def _leads(text: str) -> Iterator[re.Match[str]]:
    """Yield where words announce conditions; looked for near the marks that end such words, which are few."""
    end = 0
    for mark in _LEAD_ENDS.finditer(text):
        begin = max(end, mark.start() - _LONGEST_LEAD)
        lead = _lead().search(text, begin, mark.start() + _LONGEST_LEAD) if begin <= mark.start() else None
        if lead:
            yield lead
            end = lead.end()


def behind_leads(reading: Reading) -> Iterator[Item]:
    """Yield what is enumerated behind words that announce conditions, or parted by semicolons there."""
    told = 0  # up to where a sentence has been told part by part
    for lead in _leads(reading.text):
        if lead.start() < told or _is_of_others(reading, lead):
            continue
        numbered = [_first_sentence(reading, item) for item in items(reading, lead.end())]
        parts = [] if numbered else _unnumbered(reading, lead) or _lines_below(reading, lead)
        told = parts[-1].span.end if parts else told
        yield from numbered or parts


def _is_of_others(reading: Reading, lead: re.Match[str]) -> bool:
    """有下列情形之一的，撤销资格：; 补助标准为：: what is listed tells what else happens or how much is paid."""
    if cue("other_lead").search(lead[0]) is None:
        return False
    begins = max(lead.start() - _BESIDE, reading.text.rfind("\n", 0, lead.start()) + 1)
    return cue("not_to_take_part").search(reading.text, begins, lead.end()) is not None


def _first_sentence(reading: Reading, item: Item) -> Item:
    """What stands behind the first sentence of an item explains it, unless it demands something itself."""
    first, *rest = reading.sentences_in(item.span) or (item.span,)
    if not rest or any(_DEMANDING.search(reading.slice(sentence)) for sentence in rest):
        return item
    return Item(item.ordinal, trimmed(reading.text, first, _END_MARKS))


def _unnumbered(reading: Reading, lead: re.Match[str]) -> list[Item]:
    """符合以下条件：甲；乙。 What semicolons part in the sentence that goes on behind the colon.

    Commas part it as well where the lead says that all hold at once (应同时具备：甲，乙).
    """
    start = lead.end()
    ends = _SENTENCE_END.search(reading.text, start)
    end = ends.start() if ends else len(reading.text)
    parts = [trimmed(reading.text, part, _END_MARKS) for part in _parts(reading.text, Span(start, end))]
    if len(parts) == 1 and _AT_ONCE.search(lead[0]):
        parts = list(reading.clauses(Span(start, end)))
    return [Item(0, part) for part in parts if part.end > part.start] if len(parts) > 1 else []


def _lines_below(reading: Reading, lead: re.Match[str]) -> list[Item]:
    """Lines without numbers below words that announce conditions and end their line; one with a stop is the last."""
    if "\n" not in lead[0]:
        return []
    found: list[Item] = []
    first = bisect_left(reading.lines, lead.end(), key=lambda line: line.span.start)
    for line in islice(reading.lines, first, first + _MOST_LINES):
        text = line.content_text
        if line.level is not None or line.is_row or "。" in text[:-1] or text.endswith("：") or _signs(reading, line):
            break
        found.append(Item(0, trimmed(reading.text, line.content, _END_MARKS)))
        if text.endswith("。"):
            break
    return found if len(found) > 1 else []


def _signs(reading: Reading, line: Line) -> bool:
    """Tell whether a line names a body or a day and nothing else, or whom to ask: it stands below all conditions."""
    body = agency_at(reading.text, line.content)
    is_alone = body is not None and body.span.end == line.content.end
    return (
        is_alone
        or _DAY.fullmatch(line.content_text) is not None
        or cue("sign_off").match(line.content_text) is not None
    )


# --- below headings ----------------------------------------------------------------------------------------------


def below_headings(reading: Reading) -> Iterator[Item]:
    """Yield what stands in sections of conditions: numbered lines, enumerations, else each sentence."""
    for section in reading.sections:
        if section.heading is None or not (section.kind == "condition" or _is_of_conditions(section)):
            continue
        if _is_item(section):
            if cue("office").search(reading.slice(section.heading.content)):
                continue
            for span in _demands_of(reading, section.heading.content):
                yield Item(section.heading.ordinal or 0, trimmed(reading.text, span, _END_MARKS))
            yield from _in_body(reading, [line.content for line in section.lines])
        elif states := _stated(reading, section):
            yield from states
            yield from _in_body(reading, [Span(states[-1].span.end + 1, section.heading.span.end)])
            yield from _in_body(reading, [line.span for line in section.lines])
        else:
            yield from _in_body(reading, section.body)


def _stated(reading: Reading, section: Section) -> list[Item]:
    """（一）产业基础好。种植面积10万亩以上；…: a head that says what has to be so, with the first thing said of it."""
    heading = section.heading
    below_conditions = any(kind_of(above.title_text) == "condition" for above in section.parents)
    if heading is None or heading.ordinal is None or not below_conditions or not _states().search(heading.title_text):
        return []
    behind = reading.sentences_in(Span(heading.title.end + 1, heading.span.end))
    parts = _parts(reading.text, behind[0]) if behind else [heading.title]
    return [Item(heading.ordinal, trimmed(reading.text, Span(heading.title.start, parts[0].end), _END_MARKS))]


@cache
def _states() -> re.Pattern[str]:
    return re.compile(f"{cue('state').pattern}$")


@cache
def _ends_heading() -> re.Pattern[str]:
    return re.compile(f"{cue('of_conditions').pattern}$")


@cache
def _ends_of_words() -> frozenset[str]:
    """条件, 要求 …: how each word for a section of conditions ends."""
    return frozenset(word[-2:] for word in words(__package__, "condition_words", "of_conditions"))


def _is_of_conditions(section: Section) -> bool:
    """1.明确运营机构选择条件。（1）…: conditions inside tasks."""
    headings = (section.heading, *section.parents)
    return any(
        heading is not None
        and any(end in heading.text for end in _ends_of_words())  # few hold one
        and _ends_heading().search(heading.title_text)
        for heading in headings
    )


def _heads_conditions(title: str) -> bool:
    """申报条件, or who is left out: 不得申报的情形."""
    return kind_of(title) == "condition" or cue("bars").fullmatch(title) is not None


def _demands_of(reading: Reading, item: Span) -> list[Span]:
    """The sentences of a numbered condition that demand something, part by part; else the first one."""
    every = reading.sentences_in(item) or (item,)
    if len(every) == 1:
        return list(every)
    parts = [part for sentence in every for part in _parts(reading.text, sentence)]
    demanding = [part for part in parts if _DEMANDING.search(reading.slice(part))]
    return demanding or [every[0]]


def _parts(text: str, sentence: Span) -> list[Span]:
    cuts = [m.start() for m in _SEMICOLON.finditer(text[sentence.start : sentence.end])]
    starts = [sentence.start, *(sentence.start + cut + 1 for cut in cuts)]
    ends = [*(sentence.start + cut for cut in cuts), sentence.end]
    return [Span(start, end) for start, end in zip(starts, ends, strict=True)]


def _is_item(section: Section) -> bool:
    """A numbered line below a heading of conditions is one itself, unless it only names what it is about."""
    heading = section.heading
    if heading is None or not any(_heads_conditions(above.title_text) for above in section.parents):
        return False
    names = bool(section.body) or kind_of(heading.title_text) == "condition"  # （一）基本条件
    return not (names and heading.title.end - heading.title.start <= _LABEL)


def _in_body(reading: Reading, paragraphs: Sequence[Span]) -> Iterator[Item]:
    for paragraph in paragraphs:
        numbered = items(reading, paragraph.start)
        if numbered:
            yield from numbered
            return
        for sentence in reading.sentences_in(paragraph):
            text = reading.slice(sentence)
            leads = text.endswith("：") or cue("lead").search(text)
            if not cue("procedure").search(text) and not leads:
                parts = (trimmed(reading.text, part, _END_MARKS) for part in _demanded_of(reading, sentence))
                yield from (Item(0, part) for part in parts if part.end > part.start)


@cache
def _demands_of_those() -> re.Pattern[str]:
    """纳入试点的镇村应当…: who has to be so, said once for all that follows."""
    return re.compile(rf"[^，；。：]{{0,6}}{cue('joins').pattern}[^，；。：]{{0,16}}?(?:应当?|必?须|需要?|要)(?:同时)?")


def _demanded_of(reading: Reading, sentence: Span) -> list[Span]:
    """The parts of a sentence, without those who have to be so, if only the first part says who they are."""
    first, *rest = _parts(reading.text, sentence)
    who = _demands_of_those().match(reading.text, *first) if rest else None
    if who is None or any(_demands_of_those().match(reading.text, *part) for part in rest):
        return [first, *rest]
    return [Span(who.end(), first.end), *rest]
