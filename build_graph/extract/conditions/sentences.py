"""Conditions in running text: what a clause says of those who may take part."""

from __future__ import annotations

import re
from functools import cache
from itertools import takewhile
from typing import TYPE_CHECKING

from build_graph.extract.conditions.patterns import (
    allowed,
    cue,
    eligible,
    excepts,
    fulfils,
    may_qualify,
    may_tell,
    qualified,
    scope,
)
from build_graph.extract.enumerations import Item
from build_graph.parse.dates import deadline
from build_graph.parse.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from build_graph.parse.reading import Reading

_ANNOUNCES = re.compile(
    "条件(?<!等条件)的?$|(?:以下|下列|如下)[^，]{0,4}条件的|(?:以下|下列|如下)[^，]{0,4}(?:要求|标准|规定)$"
    "|(?:以下|下列|如下)(?:情形|情况)(?:之一)?的$"
)
"""应具备以下条件 only says that there are some, …等条件 has told them."""
_TRIAL = re.compile("试点|试验区|示范")
_DEMANDS = re.compile(r"(?:其中，?)?申报[^，；]{0,8}要求(?!中)")
"""申报试点要求A不低于…；B不低于…: each clause with a bound is a condition."""
_SEMICOLON = re.compile("；")
_WHO_TAKES_PART = re.compile("(?:参加|参与|申报|申请|加入)(?:试点)?的$")
_BOUND = re.compile("(?:应当?|必?须|需要?)[^，]{4,}")
"""确需参加的，应当设有…: what those have to be who want to take part."""
_BY_THEN = re.compile(
    r"(?:应当?|必?须|需要?|要)[^，]{0,8}?(?:\d月(?:\d{1,2}日|底)|\d日|年底|[认确选批公][定准复布]后[^，]{0,8})(?:之?前|以前|内)"
)
_SHORT = 8  # code points of a clause of leave (均可参加) that needs the one before it
_CLOSED = {"goal", "principle", "safeguard", "condition"}
"""Kinds of sections in whose running text no condition is looked for; those of conditions are read as a whole."""


def in_sentences(reading: Reading) -> Iterator[Item]:
    """Yield the conditions that the sentences of a document tell, outside of sections with kinds of their own."""
    for sentence in reading.sentences:
        if not may_tell().search(reading.text, *sentence):
            continue
        if reading.kind_at(sentence) in _CLOSED or reading.in_profile(sentence) or _is_asked(reading, sentence):
            continue
        if _is_due(reading, reading.clauses(sentence)):
            continue
        for span in _in_sentence(reading, sentence):
            yield Item(0, span)


def _is_asked(reading: Reading, sentence: Span) -> bool:
    """哪些学校可以参加？: a question tells no condition."""
    return reading.text.startswith("？", sentence.end) or reading.text.endswith("？", *sentence)


def _in_sentence(reading: Reading, sentence: Span) -> Iterator[Span]:
    parts = reading.clauses(sentence)
    told = _demanded(reading, parts) or _scoped(reading, sentence, parts)
    if told := told or _of_applicants(reading, sentence) or _of_applicants_too(reading, parts):
        yield from told
        return
    is_on_trial = _TRIAL.search(reading.text, *sentence) is not None
    prefers = cue("prefers").search(reading.text, *sentence)
    is_planned = bool(prefers and deadline(reading.slice(sentence), reading.date))  # whom it comes to first is a goal
    for number, clause in enumerate(parts):
        text = reading.slice(clause)
        chosen = qualified().search(text) if is_on_trial and may_qualify().search(text) else None
        found = None if _ANNOUNCES.search(text) else eligible().fullmatch(text)
        if chosen:
            yield Span(clause.start + chosen.start(), clause.start + chosen.end())
        elif found and found["applicant"]:
            yield from _with_examples(reading, parts[number:])  # what holds for applicants goes on to the end
            return
        elif end := _end_behind(reading, parts[number:], is_excluding=bool(found and found["excludes"])):
            yield Span(clause.start, end)
        elif number and _WHO_TAKES_PART.search(reading.slice(parts[number - 1])) and _BOUND.match(text):
            yield clause
        elif found and found["must"]:
            yield Span(clause.start + found.start("must"), clause.start + found.end("must"))
        elif found and not found["excludes"] and not (found["prefers"] and is_planned) and not _is_leave(found, number):
            before = parts[number - 1] if found["may"] and len(text) < _SHORT else None
            if before is None or not _ANNOUNCES.search(reading.slice(before)):
                yield Span(before.start, clause.end) if before else clause


def _is_leave(found: re.Match[str], number: int) -> bool:
    """有条件的可以…: leave to act, no condition."""
    return bool(found["may"] and number and cue("vague").match(found[0]))


# --- whole sentences ---------------------------------------------------------------------------------------------


def _demanded(reading: Reading, parts: Sequence[Span]) -> list[Span]:
    for number, clause in enumerate(parts):
        if found := _DEMANDS.match(reading.slice(clause)):
            spans = [Span(clause.start + found.end(), clause.end), *parts[number + 1 :]]
            return [span for span in spans if cue("bound").search(reading.slice(span))]
    return []


def _is_due(reading: Reading, parts: Sequence[Span]) -> bool:
    """试点单位须在4月30日前完善制度, 应在认定后六个月内印发方案: what those who are chosen have to do by a day."""
    text = reading.slice(parts[0]) if parts else ""
    return _BY_THEN.search(text) is not None and cue("does_by_then").search(text) is not None


@cache
def _applicants() -> re.Pattern[str]:
    """拟申报试点的县应当…: those who apply, not what they hand in (申报材料)."""
    return re.compile(rf"[拟新]?申报(?:试点|示范)?(?:的|{cue('who').pattern})[^，；。]{{0,24}}?(?:应当?|必?须|需|要)")


def _of_applicants(reading: Reading, sentence: Span) -> list[Span]:
    """申报的县应当A；编制须B；C不低于1%: what semicolons part behind what those who apply have to be."""
    if not _applicants().match(reading.text, *sentence):
        return []
    parts, start = [], sentence.start
    for mark in (*_SEMICOLON.finditer(reading.text, *sentence), None):
        end = mark.start() if mark else sentence.end
        parts.append(Span(start, end))
        start = mark.end() if mark else end
    return parts if len(parts) > 1 and all(cue("binds").search(reading.text, *part) for part in parts) else []


@cache
def _applies() -> re.Pattern[str]:
    """申请加入的学校应…: who applies, and what he must be."""
    who = cue("who").pattern
    return re.compile(rf"(?:申报|申请|报名)(?:加入|参加|试点|示范)*(?:的)?{who}(?:应当?|必?须|需)(?=[^，]{{4}})")


def _of_applicants_too(reading: Reading, parts: Sequence[Span]) -> list[Span]:
    """申请学校应接入平台，且在校生超过300人: what is added with 且 is a condition as well, and so is the first."""
    for number, clause in enumerate(parts[:-1]):
        applies, added = _applies().match(reading.text, *clause), parts[number + 1]
        if applies is None or not reading.text.startswith("且", added.start):
            continue
        both = [Span(applies.end(), clause.end), Span(added.start + 1, added.end)]
        return [] if any(cue("procedure").search(reading.text, *span) for span in both) else both
    return []


def _scoped(reading: Reading, sentence: Span, parts: Sequence[Span]) -> list[Span]:
    """申报主体为甲，以及乙: who or what is meant, with what is added to it."""
    if not cue("scope").search(reading.text, *sentence):
        return []  # most
    first = next((n for n, clause in enumerate(parts) if scope().match(reading.text, *clause)), None)
    if first is None:
        return []
    added = takewhile(lambda clause: cue("adds").match(reading.text, *clause), parts[first + 1 :])
    return [Span(parts[first].start, [parts[first], *added][-1].end)]


def _with_examples(reading: Reading, parts: Sequence[Span]) -> list[Span]:
    """Clauses, each with those behind it that only say what it includes."""
    for number, clause in enumerate(parts[1:], 1):
        if cue("includes").match(reading.slice(clause)):
            return [*parts[: number - 1], Span(parts[number - 1].start, parts[-1].end)]
    return list(parts)


# --- several clauses ---------------------------------------------------------------------------------------------


def _end_behind(reading: Reading, parts: Sequence[Span], *, is_excluding: bool) -> int | None:
    """Where a condition ends that a clause begins and one behind it tells to the end; None if none does."""
    text = reading.text
    if len(parts) == 1 or _ANNOUNCES.search(reading.slice(parts[0])):
        return None
    is_excepted = excepts().search(text, *parts[0]) and cue("must").match(text, *parts[1])
    if is_excepted or (is_excluding and cue("excluded").match(text, *parts[1])):
        return parts[1].end
    behind = parts[:3]  # no leave is told further away
    may = text.find("可", behind[1].start, behind[-1].end) >= 0
    return _end_of_leave(reading, behind) if may else None


def _end_of_leave(reading: Reading, parts: Sequence[Span]) -> int | None:
    """年满16周岁，…的居民，可以参加养老保险: where it ends what those may do who are told of."""
    if not fulfils().fullmatch(reading.text, *parts[0]):
        return None
    for number, clause in enumerate(parts[1:], 1):
        if allowed().fullmatch(reading.text, *clause):
            return clause.end if any("的" in reading.slice(told) for told in parts[:number]) else None
    return None
