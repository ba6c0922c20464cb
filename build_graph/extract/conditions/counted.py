"""Conditions that are announced by their number (要过三道门槛：甲，乙，丙), or asked for (怎么挑的？一条，…).

The number tells how many parts there are, so commas may part them. What is announced must be about those who
take part: 会议提出三点要求 announces other things.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from build_graph.extract.conditions.patterns import cue
from build_graph.extract.conditions.spoken import spoken_items
from build_graph.extract.enumerations import Item, items
from build_graph.parse.numbers import value_of
from build_graph.parse.spans import Span, trimmed
from build_graph.tables import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_graph.parse.lines import Line
    from build_graph.parse.reading import Reading

_BESIDE = 40  # code points before a number among which stands whom it is about
_LONGEST_LIST = 400  # code points of parts behind a colon
_SHORTEST = 3  # code points of a part
_LONGEST_ANSWER = 48  # code points of a line that answers
_MOST_ANSWERS = 12  # lines
_END_MARKS = " ；。，"
_SENTENCE_END = re.compile(r"[。\n]")
_NUMBER = r"(?P<number>[一二两三四五六七八九]|几)(?:个方面|[个条道项点关])"
_FEW = "几"
_LONGEST_NOUN = 16  # code points of what stands before the number
_LONGEST_QUESTION = 30  # code points from what is asked to its mark, and of what leads to the answer
_QUESTION = re.compile("？")
_ENDS = r"(?:如下)?(?P<end>[：。]|，(?:(?:即|就是|分别是|分别为)：?|(?=[第其]?一(?:是|看|，))))\s*"
_ENDS_CLAUSE = re.compile(
    _NUMBER.replace("number", "counted") + r"[^，。；：？\n]{0,8}(?:[：。]|，(?:即|就是|分别.|[第其]?一.))"
)
_ON_TRIAL = re.compile("试点|试验区|示范")
_QUESTION_ENDS = r"[^。？\n]{0,10}？”?\s*(?:答：)?(?:[^。；：\n]{0,16}(?:[点条]|方面)[。：]\s*)?"


def behind_numbers(reading: Reading) -> Iterator[Item]:
    """Yield as many conditions as a number announces for those who take part."""
    for lead in _leads(reading.text):
        if _is_of_those_who_take_part(reading.text, lead):
            yield from _without_steps(reading, _numbered(reading, lead.end()) or _parted(reading, lead))


def _leads(text: str) -> Iterator[re.Match[str]]:
    """Yield what announces conditions by their number; looked for around numbers that end a clause, which are few."""
    for number in _ENDS_CLAUSE.finditer(text):
        lead = _counted().search(text, max(0, number.start() - _LONGEST_NOUN), number.end())
        if lead:
            yield lead


def behind_questions(reading: Reading) -> Iterator[Item]:
    """Yield what is enumerated in the answer to how those who take part are chosen."""
    for mark in _QUESTION.finditer(reading.text):
        begins = max(0, mark.start() - _LONGEST_QUESTION)
        asked = _asked().search(reading.text, begins, mark.end() + _LONGEST_QUESTION)
        if asked is None or asked.start() > mark.start():
            continue
        yield from _without_steps(reading, _numbered(reading, asked.end()) or _answers_below(reading, mark.end()))


def _answers_below(reading: Reading, end: int) -> list[Item]:
    """The short lines below a line that asks, as close to each other as the first two, if they say how somebody is."""
    first = bisect_left(reading.lines, end, key=lambda line: line.span.start)
    found: list[Span] = []
    gaps: list[int] = []
    for line in islice(reading.lines, first, first + _MOST_ANSWERS):
        gaps.append(reading.text.count("\n", found[-1].end if found else end, line.span.start))
        if gaps[0] == 0 or (len(gaps) > 1 and gaps[-1] > gaps[1]) or not _is_answer(reading, line):
            break
        found.append(trimmed(reading.text, line.content, _END_MARKS))
    return [Item(0, span) for span in found] if len(found) > 1 else []


def _is_answer(reading: Reading, line: Line) -> bool:
    text = line.content_text
    if not _SHORTEST < len(text) <= _LONGEST_ANSWER or text[0] == "（" or text[-1] in "？：" or "。" in text[:-1]:
        return False
    return not line.is_row and not reading.is_place(text) and cue("told_of").search(text) is not None


def _without_steps(reading: Reading, found: list[Item]) -> list[Item]:
    """县级申报, 专家评审, 网上公示: how somebody is chosen step by step is no condition."""
    steps = sum(cue("step").search(reading.text, *item.span) is not None for item in found)
    return found if 2 * steps < len(found) else []


@cache
def _asked() -> re.Pattern[str]:
    who, may, join, takes_part = (cue(kind).pattern for kind in ("asks_who", "asks_may", "asks_join", "takes_part"))
    who_may = rf"{who}[^，。？；\n]{{0,8}}?{may}[^，。？；\n]{{0,4}}?(?:{join}|{takes_part})"
    return re.compile(rf"(?:{cue('asked_how').pattern}|{who_may}){_QUESTION_ENDS}")


@cache
def _counted() -> re.Pattern[str]:
    """要过三道门槛：, 门槛有三条：, 主要看三条。: whether a number is of conditions shows the verb or the noun."""
    nouns = rf"(?:{cue('threshold').pattern}|{cue('demand').pattern})"
    passes, sets = (f"(?P<{kind}>{cue(kind).pattern})" for kind in ("passes", "sets"))
    between = "(?:以下|下列|下面|如下|这么|这|了|共|出)?"
    so_many = "(?:一共|总共|主要|很简单|不复杂|不高|不低|不多|不少|共|只)?，?(?:有|是|为|就|设了|定了)*"
    noun_first = f"{nouns}{so_many}{_NUMBER.replace('number', 'of')}"
    return re.compile(
        rf"(?:{noun_first}|(?:{passes}|{sets}){between}{_NUMBER}{cue('hard').pattern}?(?P<noun>{nouns})?){_ENDS}"
    )


def _is_of_those_who_take_part(text: str, lead: re.Match[str]) -> bool:
    """申报的县要过三道门槛, 挑选时主要看三条: the sentence says who, or how somebody is chosen.

    Not so 守住三条底线, 申报材料有三项要求, 入选后有三条要求.
    """
    before = _sentence_before(text, lead.start())
    if any(cue(kind).search(text, before, lead.end()) for kind in ("not_to_take_part", "not_of_entry")):
        return False
    if cue("applies").search(text, before, lead.end()):
        return True
    if lead["passes"] is None or lead["noun"] is None:
        return False
    is_of_entry = lead["noun"] in words(__package__, "condition_words", "threshold")
    return is_of_entry or _ON_TRIAL.search(text, before, lead.end()) is not None


def _sentence_before(text: str, position: int) -> int:
    begin = max(0, position - _BESIDE)
    marks = [mark.end() for mark in _SENTENCE_END.finditer(text, begin, position)]
    return marks[-1] if marks else begin


def _numbered(reading: Reading, start: int) -> list[Item]:
    """一是…；二是…, 第一，…, 其一，…, or as people speak; of an item its first sentence."""
    found = items(reading, start)
    if len(found) > 1:
        firsts = (next(iter(reading.sentences_in(item.span)), item.span) for item in found)
        pairs = zip(found, firsts, strict=True)
        return [Item(item.ordinal, trimmed(reading.text, first, _END_MARKS)) for item, first in pairs]
    return spoken_items(reading, start)


def _parted(reading: Reading, lead: re.Match[str]) -> list[Item]:
    """甲，乙，丙 or 甲；乙；丙: behind a colon, as many parts as are announced; 缺一不可 may close them."""
    if lead["end"] == "。":
        return []
    last = min(len(reading.text), lead.end() + _LONGEST_LIST)
    ends = _SENTENCE_END.search(reading.text, lead.end(), last)
    whole = Span(lead.end(), ends.start() if ends else last)
    number = lead["number"] or lead["of"]
    for mark in "；，、":
        parts = _between(reading, whole, mark)
        if len(parts) > 1 and (len(parts) == value_of(number) if number != _FEW else mark == "；"):
            return [Item(0, part) for part in parts] if min(p.end - p.start for p in parts) >= _SHORTEST else []
    return []


def _between(reading: Reading, whole: Span, mark: str) -> list[Span]:
    cuts = [m.start() for m in re.finditer(mark, reading.text[whole.start : whole.end])]
    starts = [whole.start, *(whole.start + cut + 1 for cut in cuts)]
    ends = [*(whole.start + cut for cut in cuts), whole.end]
    parts = [trimmed(reading.text, Span(a, b), _END_MARKS) for a, b in zip(starts, ends, strict=True)]
    return [part for part in parts if not cue("sums_up").search(reading.text, *part)]
