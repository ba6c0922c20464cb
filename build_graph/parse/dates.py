"""Dates and deadlines, as precise as they are stated and no more precise.

Deadlines follow one convention: 到2025年 is the year; 2025年底 and 12月底前 are the month; 上半年 is the
month of June; a stated day is the day; 年初 is the year; 今年, 明年, 年底前, 5年内 resolve against the date of
the page and are marked as inferred; with no such date, or with lost digits, they stay unknown.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from build_graph.parse.numbers import value_of

_YEAR_END = {"底": "-12", "末": "-12", "上半年": "-06", "下半年": "-12"}
_ABSOLUTE = re.compile(
    r"(?P<year>(?:19|20)\d{2})年"
    r"(?:(?P<part>年?[底末]|上半年|下半年|初)|(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日|[底末])?)?"
)
_UP_TO = re.compile(r"(?:19|20)\d{2}年?\s*[-—－–~至到]\s*(?P<year>(?:19|20)\d{2})年(?![^，。]{0,4}月)")
_RELATIVE = re.compile(
    r"(?P<word>今年|明年|后年|本年度?|年)"
    r"(?:(?P<part>年?[底末]|上半年|下半年|初)|(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日|[底末])?)?"
)
_MONTH_ONLY = re.compile(r"(?<![\d年])(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日|[底末])?(?=之?前|以前|日?起|开始)")
_WITHIN = re.compile(
    r"(?:在|用|经过)?(?P<years>\d{1,2}|[一二两三四五])(?P<to>[-—－~至]\d)?年(?:(?:之|以)?内|(?:左右)?的?(?:时间|努力|[^，。]{2,12}探索)|左右(?=初步|基本|全面|建成|形成))"
)
_PLAN = re.compile(r"[“\"]?十(?P<n>[一二三四五])五[”\"]?(?:时期|期间|末|规划期)")
_FROM_TODAY = re.compile(r"即日起|今[日天]?起")
_END_OF_PILOT = re.compile(r"试点(?:工作)?(?:结束|期满|期末|完成)时?")
_THIS_YEAR = re.compile(r"年内(?=[^，。]*(?:将|力争|完成|实现|建成|全部|全面|推开))")
_OFFSETS = {"今年": 0, "本年": 0, "本年度": 0, "明年": 1, "后年": 2}


class Deadline(NamedTuple):
    """A date in ISO form, or None where it cannot be known, and how it was found."""

    iso: str | None
    inferred: bool
    start: int
    end: int


def _precise(year: int, found: re.Match[str]) -> str:
    if found["part"]:
        return f"{year}{_YEAR_END.get(found['part'].removeprefix('年'), '')}"
    if found["month"] and 1 <= int(found["month"]) <= 12:
        day = f"-{int(found['day']):02d}" if found["day"] else ""
        return f"{year}-{int(found['month']):02d}{day}"
    return str(year)


def _relative(found: re.Match[str], today: str | None) -> str | None:
    if today is None:
        return None
    return _precise(int(today[:4]) + _OFFSETS.get(found["word"], 0), found)


def deadline(text: str, today: str | None) -> Deadline | None:
    """Return the first date by which ``text`` says that something is due, or None if it names none.

    Args:
        text: a clause or a sentence.
        today: date of the page in ISO form, against which 今年 or 年底前 are resolved.

    >>> deadline("到2025年底，基本建成", None).iso
    '2025-12'
    >>> deadline("今年将建成", "2022-05-09").iso
    '2022'
    """
    candidates = [*_absolutes(text), *_relatives(text, today), *_others(text, today)]
    return min(candidates, key=lambda found: (found.start, -found.end), default=None)


def _absolutes(text: str) -> list[Deadline]:
    spans = [Deadline(m["year"], False, m.start(), m.end()) for m in _UP_TO.finditer(text)]
    return spans + [Deadline(_precise(int(m["year"]), m), False, m.start(), m.end()) for m in _ABSOLUTE.finditer(text)]


def _relatives(text: str, today: str | None) -> list[Deadline]:
    found = []
    for m in _RELATIVE.finditer(text):
        if m["word"] == "年" and not _bare_year_part(text, m):
            continue
        found.append(Deadline(_relative(m, today), True, m.start(), m.end()))
    return found


def _bare_year_part(text: str, found: re.Match[str]) -> bool:
    """年底 counts by itself, without 今 or a figure before it; 三年 and 2019年 do not."""
    before = text[found.start() - 1 : found.start()]
    return bool(found["part"]) and not re.match(r"[\d今明后去前本每一二三四五六七八九十两半当同]", before)


def _others(text: str, today: str | None) -> list[Deadline]:
    year = int(today[:4]) if today else None
    found = []
    for m in _MONTH_ONLY.finditer(text):
        month = int(m["month"])
        day = f"-{int(m['day']):02d}" if m["day"] else ""
        found.append(Deadline(f"{year}-{month:02d}{day}" if year and month <= 12 else None, True, m.start(), m.end()))
    found += [
        Deadline(str(year + int(value_of(m["years"]))) if year and not m["to"] else None, True, m.start(), m.end())
        for m in _WITHIN.finditer(text)
    ]
    found += [
        Deadline(today if today and len(today) > 4 else None, True, *m.span()) for m in _FROM_TODAY.finditer(text)
    ]
    found += [Deadline(None, True, *m.span()) for m in _END_OF_PILOT.finditer(text)]
    found += [
        Deadline(str(year) if year else None, True, *m.span())
        for m in _THIS_YEAR.finditer(text)
        if not re.search(r"[\d一二三四五六七八九十两半]$", text[: m.start()])
    ]
    found += [Deadline(_end_of_plan(m["n"]), True, m.start(), m.end()) for m in _PLAN.finditer(text)]
    return found


def _end_of_plan(number: str) -> str:
    """The last year of a five-year plan: 十一五 ended in 2010."""
    return str(2010 + 5 * "一二三四五".index(number))
