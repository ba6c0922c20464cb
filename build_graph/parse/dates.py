"""Dates and deadlines, as precise as they are stated and no more precise.

Deadlines follow one convention: 到2025年 is the year; 2025年底 and 12月底前 are the month; 上半年 is the
month of June, 三季度末 that of September; a stated day is the day; 年初 is the year; a range (9月1日至30日) is its
end. 今年, 明年, 年底前, 本月底, 6个月内, 5年内 resolve against the date of the page and are marked as inferred;
with no such date, with lost digits, on a day that no calendar has, they stay unknown.
"""

from __future__ import annotations

import re
from calendar import monthrange
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from build_graph.parse.numbers import value_of
from build_graph.tables import either

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Reader = Callable[[str, str | None, str], Iterator["Deadline"]]

_TO = r"\s*(?:[-—－–~～]{1,2}|[至到])\s*"
_FIGURES = r"(?:19|20)\d{2}"
_YEAR = rf"(?:{_FIGURES}|[一二][九〇○零][〇○零一二三四五六七八九]{{2}})"
_MONTH = r"(?:\d{1,2}|十[一二]?|[一二三四五六七八九])"
_DAY = r"(?:\d{1,2}|[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])"
_DAY_SIGN = r"(?:日|号(?=之?前|以前))"
_MONTH_AND_DAY = (
    rf"(?:{_MONTH}{_TO})?(?P<month>{_MONTH})月份?(?:(?:{_DAY}{_TO})?(?P<day>{_DAY}){_DAY_SIGN}|[上中下]旬|[底末])?"
)
_IN_THE_YEAR = rf"(?:(?P<part>年?[底末]|上半年|下半年|初)|第?(?P<quarter>[一二三四1-4])季度[底末]?|{_MONTH_AND_DAY})?"
_FEAST = r"(?P<feast>[一-鿿]{2,5}（(?=\d{1,2}月\d{1,2}日）))"
"""自2030年劳动节（5月1日）起: the day of a feast stands behind its name."""
_ABSOLUTE = re.compile(rf"(?:{_FIGURES}年?{_TO})?(?P<year>{_YEAR})年(?!前\d)(?:{_FEAST})?{_IN_THE_YEAR}(?(feast)）)")
_SO_FAR = rf"(?!(?:1|一)月?份?{_TO}{_MONTH}月)"  # 今年1至5月: a period of statistics, no date to come
_FIRST_MONTHS = r"(?!前[\d一二两三四五六七八九十]{1,2}个?[月季])"  # 今年前11个月: the same
_RELATIVE = re.compile(rf"(?P<word>今年|明年|后年|次年|翌年|本年度?|年){_FIRST_MONTHS}(?:{_SO_FAR}{_IN_THE_YEAR})?")
_IN_FIGURES = re.compile(
    rf"(?<![\d.])(?P<year>{_FIGURES})(?P<mark>[./-])(?P<month>\d{{1,2}})(?:(?P=mark)(?P<day>\d{{1,2}}))?"
    r"日?(?=之?前|以前|起)"
)
_UNTIL = re.compile(_TO)
_RANGE_END = re.compile(rf"(?P<next>次年|翌年|明年)?(?:{_MONTH_AND_DAY}|(?P<part>年?[底末]))|(?P<day_only>{_DAY})日")
"""What closes a range that a date opens, without a year of its own: 至9月30日, 至30日, 至次年3月."""
_NUMERAL = r"\d零〇一二两三四五六七八九十"
_MONTH_ONLY = re.compile(
    rf"(?<![{_NUMERAL}年月个])(?:{_MONTH}月(?:{_DAY}日)?{_TO})?{_MONTH_AND_DAY}）?(?:(?P<until>(?=之?前|以前))|(?=日?起|开始))"
    rf"|(?<=到)(?P<m>{_MONTH})月[底末]"
)
_QUARTER_ONLY = re.compile(r"(?<![前年\d])第?(?P<quarter>[一二三四])季度(?:[底末]|(?=之?前|以前))")
_THIS_MONTH = re.compile(
    rf"(?P<word>[本下])个?月(?:[底末]|份?(?=之?前|以前|起))|(?<![{_NUMERAL}个每当次同上本下半几数各])月[底末]"
)
_WITHIN = re.compile(
    r"(?<!不到)(?<!不足)(?:在|用|经过)?(?P<first>[一二两三四五]\s*[到至]\s*)?(?<![一二三四五六七八九十])(?P<years>\d{1,2}|[一二两三四五六七八九十])(?P<to>[-—－~至]\d)?年(?![多余])(?:(?:之|以)?内|(?:左右)?的?(?:时间|努力|[^，。]{2,12}探索)|左右(?=初步|基本|全面|建成|形成))"
)
_WITHIN_MONTHS = re.compile(
    rf"(?<![{_NUMERAL}近去前每后起–~～—-])(?:半年|(?P<months>\d{{1,2}}|十?[一二两三四五六七八九十])个月)(?:之|以)?内"
)
_PLAN = re.compile(r"[“\"]?十(?P<n>[一二三四五])五[”\"]?(?:时期|期间|末|规划期)")
_FROM_TODAY = re.compile(r"即日起|今[日天]?起")
_MIDDLE_OF_CENTURY = re.compile(r"(?:本|21|二十一)世纪中叶")
_END_OF_PILOT = re.compile(
    r"试点(?:工作|期|期限)?(?:结束|期满|期末|完成)时?(?!后)|试点期限?内(?!，?(?:不得|应|须|需|要|可|由|按|各|原则|每))"
)
_COMING = re.compile(r"(?:未来|今后|接下来)的?(?P<years>\d|[一二两三四五])年(?:[之以]?内|时间|里)?(?![来多余])")
_THIS_YEAR = re.compile(
    rf"(?<![{_NUMERAL}半])年内(?=[^，。]{{0,200}}(?:将|力争|争取|完成|实现|建成|全部|全面|推开|新增|推广|启动|实施|出台|上线|建立|形成))"
)
_HALF_YEAR = re.compile(r"(?<![年个今明去前后])(?P<half>[上下])半年(?!度)")
_YEAR_PAST = re.compile("[去前上]年")
_LAST_MONTH = {"上": 6, "下": 12}
_FROM_AN_EVENT = re.compile(r"[后起]，?$")
_COUNTED_YEAR = re.compile(r"[\d今明后去前本每一二三四五六七八九十〇○零两半当同次翌]")
_EVERY_YEAR = re.compile(r"[每当]年")
_OFFSETS = {"明年": 1, "次年": 1, "翌年": 1, "后年": 2}
_ENDS = {"底": 12, "末": 12, "上半年": 6, "下半年": 12}
_ANY_DATE = re.compile("[年月季起前五束满末成叶]|期限?内")
"""Every date holds one of these characters; most clauses hold none of them."""
_COUNTED_FROM = re.compile("[次翌内半]")
"""Only dates with one of these (次年, 翌年, 6个月内, 下半年) count from what was said before."""
_KEPT: Final = 2**12
"""So many answers are kept: goals, tasks and conditions ask for the dates of the same clauses."""
_WELL_BEFORE = 3
"""A half-year that ends so many months behind the page is to come."""
_LONG_AGO = 6
"""A month at least so many months before the page, and yet to come, is that of the next year."""


class Deadline(NamedTuple):
    """A date in ISO form, or None where it cannot be known, and how it was found."""

    iso: str | None
    inferred: bool
    start: int
    end: int


def may_name_date(text: str) -> bool:
    """Tell whether a text holds a character that every date has; a cheap question, and most clauses have none."""
    return _ANY_DATE.search(text) is not None


def counts_from_before(text: str) -> bool:
    """Tell whether a text holds a character without which no date counts from what was said before it."""
    return _COUNTED_FROM.search(text) is not None


def deadline(text: str, today: str | None, said: str = "") -> Deadline | None:
    """Return the first date by which ``text`` says that something is due, or None if it names none.

    Args:
        text: a clause or a sentence.
        today: date of the page in ISO form, against which 今年 or 年底前 are resolved.
        said: what the sentence says before; 次年 and 6个月内 count from a date in it.

    >>> deadline("到2025年底，基本建成", None).iso
    '2025-12'
    >>> deadline("今年将建成", "2022-05-09").iso
    '2022'
    """
    if not may_name_date(text):
        return None
    return _first_date(text, today, said if said and counts_from_before(text) else "")


@lru_cache(_KEPT)
def _first_date(text: str, today: str | None, said: str) -> Deadline | None:
    # Each reader goes through the text from the left: only its first date can be the first of all.
    firsts = (next(read(text, today, said), None) for needed, read in _readers() if needed in text)
    return min(filter(None, firsts), key=lambda found: (found.start, -found.end), default=None)


# --- in the calendar --------------------------------------------------------------------------------------


@cache
def _word(kind: str) -> re.Pattern[str]:
    return re.compile(either(__package__, "date_words", kind))


def _number(written: str) -> int:
    return int(value_of(written.replace("○", "〇")))


def iso_date(year: int, month: int, day: int | None = None) -> str | None:
    """Return a month or a day of the calendar in ISO form, None for one that it does not have (2月31日).

    >>> iso_date(2025, 6, 30), iso_date(2025, 6), iso_date(2025, 2, 31)
    ('2025-06-30', '2025-06', None)
    """
    if not 1 <= month <= 12 or (day is not None and not 1 <= day <= monthrange(year, month)[1]):
        return None
    return f"{year}-{month:02d}" + (f"-{day:02d}" if day is not None else "")


def _precise(year: int, found: re.Match[str]) -> str | None:
    """As precise as stated: a part of the year, a quarter, a month, a day, or the year."""
    said = found.groupdict()
    if said.get("part"):
        end = _ENDS.get(found["part"].removeprefix("年"))
        return iso_date(year, end) if end else str(year)
    if said.get("quarter"):
        return iso_date(year, 3 * _number(found["quarter"]))
    if said["month"]:
        return iso_date(year, _number(found["month"]), _number(found["day"]) if found["day"] else None)
    return str(year)


def _of_year(text: str, year: int, found: re.Match[str], *, inferred: bool) -> Deadline:
    """The date that a match names in its year, or the end of the range that it opens."""
    until = _UNTIL.match(text, found.end()) if found["month"] else None
    if until is not None and (end := _ABSOLUTE.match(text, until.end())):
        return Deadline(_precise(_number(end["year"]), end), inferred, found.start(), end.end())
    if until is not None and (end := _RANGE_END.match(text, until.end())):
        day = end["day_only"]
        iso = iso_date(year, _number(found["month"]), _number(day)) if day else _precise(year + bool(end["next"]), end)
        return Deadline(iso, inferred, found.start(), end.end())
    return Deadline(_precise(year, found), inferred, *found.span())


def _later(today: str, months: int) -> str | None:
    """The month so many months after a date; None if that is known by its year alone."""
    if len(today) < len("2025-06"):
        return None
    count = int(today[:4]) * 12 + int(today[5:7]) - 1 + months
    return iso_date(count // 12, count % 12 + 1)


# --- stated in full ---------------------------------------------------------------------------------------


def _absolutes(text: str, _today: str | None, _said: str) -> Iterator[Deadline]:
    for m in _ABSOLUTE.finditer(text):
        yield _of_year(text, _number(m["year"]), m, inferred=False)


def _in_figures(text: str, _today: str | None, _said: str) -> Iterator[Deadline]:
    for m in _IN_FIGURES.finditer(text):
        day = int(m["day"]) if m["day"] else None
        yield Deadline(iso_date(int(m["year"]), int(m["month"]), day), False, *m.span())


def _plans(text: str, _today: str | None, _said: str) -> Iterator[Deadline]:
    for m in _PLAN.finditer(text):
        yield Deadline(_end_of_plan(m["n"]), True, *m.span())


def _end_of_plan(number: str) -> str:
    """The last year of a five-year plan: 十一五 ended in 2010."""
    return str(2010 + 5 * "一二三四五".index(number))


# --- against the date of the page -------------------------------------------------------------------------


def _year(today: str | None) -> int | None:
    return int(today[:4]) if today else None


def _relatives(text: str, today: str | None, said: str) -> Iterator[Deadline]:
    for m in _RELATIVE.finditer(text):
        if m["word"] == "年" and not _bare_year_part(text, m):
            continue
        year = _base(said + text[: m.start()], m["word"], today)
        if year is None:
            yield Deadline(None, True, *m.span())
        else:
            yield _of_year(text, year + _OFFSETS.get(m["word"], 0), m, inferred=True)


def _base(said: str, word: str, today: str | None) -> int | None:
    """The year from which a word counts: that of the page; 次年 counts from a year named before it, if one is."""
    if word in {"次年", "翌年"}:
        if _EVERY_YEAR.search(said):
            return None
        if named := _ABSOLUTE.findall(said):
            return _number(named[-1][0])
    return _year(today)


def _bare_year_part(text: str, found: re.Match[str]) -> bool:
    """年底 counts by itself, without 今 or a figure before it; 三年 and 2019年 do not."""
    return bool(found["part"]) and not _COUNTED_YEAR.match(text, found.start() - 1 if found.start() else len(text))


def _months(text: str, today: str | None, _said: str) -> Iterator[Deadline]:
    """A month without a year: 12月底前."""
    year = _year(today)
    for m in _MONTH_ONLY.finditer(text):
        month = _number(m["month"] or m["m"])
        day = _number(m["day"]) if m["day"] else None
        starts = m["until"] is None and m["m"] is None
        coming = year + _is_next_year(text, month, today, starts=starts) if year and today else None
        yield Deadline(iso_date(coming, month, day) if coming else None, True, *m.span())


def _quarters(text: str, today: str | None, _said: str) -> Iterator[Deadline]:
    """A quarter without a year: 三季度末."""
    year = _year(today)
    for m in _QUARTER_ONLY.finditer(text):
        yield Deadline(iso_date(year, 3 * _number(m["quarter"])) if year else None, True, *m.span())


def _this_month(text: str, today: str | None, _said: str) -> Iterator[Deadline]:
    for m in _THIS_MONTH.finditer(text):
        yield Deadline(_later(today, m["word"] == "下") if today else None, True, *m.span())


def _is_next_year(text: str, month: int, today: str, *, starts: bool) -> bool:
    """3月底前 on a page of November is to come; what only begins in a month must say so (将自1月1日起)."""
    long_ago = len(today) > len("2025") and int(today[5:7]) - month >= _LONG_AGO
    return long_ago and not _word("over").search(text) and (not starts or _word("to_come").search(text) is not None)


def _within(text: str, today: str | None, _said: str) -> Iterator[Deadline]:
    year = _year(today)
    for m in _WITHIN.finditer(text):
        vague = m["to"] or m["first"]
        yield Deadline(str(year + _number(m["years"])) if year and not vague else None, True, *m.span())


def _coming(text: str, today: str | None, _said: str) -> Iterator[Deadline]:
    """未来三年: as far ahead as 三年内."""
    year = _year(today)
    for m in _COMING.finditer(text):
        yield Deadline(str(year + _number(m["years"])) if year else None, True, *m.span())


def _within_months(text: str, today: str | None, said: str) -> Iterator[Deadline]:
    for m in _WITHIN_MONTHS.finditer(text):
        counted = None if _begins_elsewhere(said) else today
        yield Deadline(_later(counted, _number(m["months"] or "6")) if counted else None, True, *m.span())


def _from_today(text: str, today: str | None, _said: str) -> Iterator[Deadline]:
    for m in _FROM_TODAY.finditer(text):
        yield Deadline(today if today and len(today) > len("2025") else None, True, *m.span())


def _end_of_pilot(text: str, _today: str | None, _said: str) -> Iterator[Deadline]:
    for m in _END_OF_PILOT.finditer(text):
        yield Deadline(None, True, *m.span())


def _middle_of_century(text: str, _today: str | None, _said: str) -> Iterator[Deadline]:
    for m in _MIDDLE_OF_CENTURY.finditer(text):
        yield Deadline(None, False, *m.span())


def _this_year(text: str, today: str | None, _said: str) -> Iterator[Deadline]:
    year = _year(today)
    for m in _THIS_YEAR.finditer(text):
        yield Deadline(str(year) if year else None, True, *m.span())


def _half_years(text: str, today: str | None, said: str) -> Iterator[Deadline]:
    """上半年 on a page of its first months, 下半年 on one of its first nine: half a year that is not over.

    Behind another year (2027年上半年启动，下半年总结) it is half of that one.
    """
    for m in _HALF_YEAR.finditer(text):
        year, end = _year_said(said + text[: m.start()], today), _LAST_MONTH[m["half"]]
        month = int(today[5:7]) if today and len(today) > len("2025") and str(year) == today[:4] else 0
        if today and year and year >= int(today[:4]) and month + _WELL_BEFORE <= end:
            yield Deadline(f"{year}-{end:02d}", True, *m.span())


def _year_said(said: str, today: str | None) -> int | None:
    """The year that was named last, else that of the page; None behind 去年."""
    if _YEAR_PAST.search(said):
        return None
    named = [_number(year) for year, *_ in _ABSOLUTE.findall(said)]
    return named[-1] if named else _year(today)


def _holidays(text: str, _today: str | None, _said: str) -> Iterator[Deadline]:
    for m in _holiday().finditer(text):
        yield Deadline(m["year"] if m["word"] != "元旦" else None, True, *m.span())


def _begins_elsewhere(said: str) -> bool:
    """2023年6月启动，6个月内完成: the months count from a date before, and that is not the page's."""
    return _ABSOLUTE.search(said) is not None or _FROM_AN_EVENT.search(said) is not None


@cache
def _holiday() -> re.Pattern[str]:
    holiday = either(__package__, "date_words", "holiday")
    return re.compile(
        rf"(?:(?P<year>{_FIGURES})年|今年|明年)?“?(?<![{_NUMERAL}])(?P<word>{holiday})”?节?(?:假期)?(?=之?前|以前)"
    )


@cache
def _readers() -> tuple[tuple[str, Reader], ...]:
    """Return the readers, each with what a text must hold that it can find anything in."""
    return (
        ("年", _absolutes),
        ("前", _in_figures),
        ("起", _in_figures),
        ("年", _relatives),
        ("月", _months),
        ("季度", _quarters),
        ("月", _this_month),
        ("年", _within),
        ("年", _coming),
        ("内", _within_months),
        ("起", _from_today),
        ("试点", _end_of_pilot),
        ("世纪中叶", _middle_of_century),
        ("年内", _this_year),
        ("半年", _half_years),
        ("五", _plans),
        ("前", _holidays),
    )
