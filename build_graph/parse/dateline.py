"""The date of a page: where it says when it was published or signed, and no other date that it happens to name."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from build_graph.parse.dates import iso_date
from build_graph.tables import either

if TYPE_CHECKING:
    from collections.abc import Sequence

_DATE = r"(?P<y>(?:19|20)\d{2})\s*[-/.年]\s*(?P<m>\d{1,2})\s*[-/.月]\s*(?P<d>\d{1,2})"
_HEAD, _TAIL = 12, 6
"""Lines at the top and at the bottom of a page among which its date stands."""
_NUMBER = re.compile(r"[〔\[（(](?P<y>(?:19|20)\d{2})[〕\]）)]第?\d{1,5}号|公告(?P<y2>(?:19|20)\d{2})年第\d+号")
_ISSUE = re.compile(r"(?P<y>(?:19|20)\d{2})年第[\d一二三四五六七八九十]{1,4}期[）)]?$")
_DAY_FIRST = re.compile(r"(?P<d>\d{2})\.(?P<m>\d{2})\.(?P<y>(?:19|20)\d{2})(?:\s|$)")
_ADDRESS = re.compile(
    r"https?://\S{0,200}?/(?P<y>(?:19|20)\d{2})(?P<mark>[/-]?)(?P<m>\d{2})(?P=mark)(?P<d>\d{2})(?=[/_.\s]|$)"
)
"""The day in the address that a page gives for itself (/2023/07/06/)."""
_SHORT = 60  # code points of a line that is a dateline and no sentence


@cache
def _label() -> re.Pattern[str]:
    return re.compile(rf"{either(__package__, 'dateline_words', 'label')}】?\s*[：:|]?\s*{_DATE}")


_BY_ITSELF = re.compile(
    rf"[（(]?\s*[^，。；]{{0,24}}?\s*{_DATE}日?(?:\s*(?:星期.)?\s*\d{{1,2}}[:：]\d{{2}}.*)?"
    rf"(?:\s*来源.*|\s*星期.\s*(?:第\s*)?[A-Z]?\d{{1,2}}\s*版.*|\s*星期.\s[^，。；]{{1,40}}|\s*第\s*[A-Z]?\d{{1,2}}\s*版.{{0,20}}|\s*[^，。；\d]{{0,24}})?[）)]?$"
)
"""A line that holds a date, perhaps with a source or the page of a paper beside it, and no sentence."""
_STAMPED = re.compile(rf"[^，。；]{{0,40}}?{_DATE}日?\s*\d{{1,2}}[:：]\d{{2}}(?!\d)")
"""A date with the time of day before any sentence, in a line that goes on with the text."""


def page_date(lines: Sequence[str]) -> str | None:
    """Return the date of a page in ISO form: a labelled date, one by itself at the top, or the signature's.

    Without any, the year of the page's own number (文号) or issue (2023年第7期) is all that is known of it, else
    the day in an address at its top or bottom.

    >>> page_date(["关于X的通知", "时间：2023-07-06 05:55"]), page_date(["关于X的通知", "X办发〔2018〕3号"])
    ('2023-07-06', '2018')
    >>> page_date(["甲日报 2023年8月22日 星期二 第03版：要闻 上一版 下一版"])
    '2023-08-22'
    """
    head, tail = lines[:_HEAD], lines[-_TAIL:]
    labelled = (found for line in head for found in _label().finditer(line))
    alone = (found for line in (*head, *reversed(tail)) if len(line) <= _SHORT and (found := _BY_ITSELF.match(line)))
    reverse = (found for line in head if len(line) <= _SHORT and (found := _DAY_FIRST.match(line)))
    stamped = filter(None, map(_STAMPED.match, head))
    for found in (*labelled, *alone, *reverse, *stamped):
        if day := _iso(found):
            return day
    short = [line for line in head[:3] if len(line) <= _SHORT]
    numbered = next((found for line in short for found in _NUMBER.finditer(line)), None)
    issue = next((found for line in short if (found := _ISSUE.search(line))), None)
    if numbered or issue:
        return (numbered["y"] or numbered["y2"]) if numbered else issue["y"] if issue else None
    addressed = (found for line in (*head, *tail) for found in _ADDRESS.finditer(line))
    return next((day for found in addressed if (day := _iso(found))), None)


def _iso(found: re.Match[str]) -> str | None:
    return iso_date(int(found["y"]), int(found["m"]), int(found["d"]))


_OPENING = re.compile(rf"(?P<lead>[^，。\d]{{0,16}}){_DATE}日(?P<news>电|讯)?")
_ASIDE = re.compile(r"根据|按照|依据|据|自|从|为|在")
_ANOTHER = re.compile(rf"{_DATE}日(?![之以]?前|起|[-—－–~～至到])")
_ACT_WITHIN = 60  # code points behind the opening date in which stands what was done on that day


@cache
def _word(kind: str) -> re.Pattern[str]:
    return re.compile(either(__package__, "dateline_words", kind))


def opening_day(lines: Sequence[str]) -> str | None:
    """Return the day with which a piece of news opens, if it tells an act of that day and of no later one.

    A notice that looks back (自…以来) or goes on to its own matter (通知如下) does not date itself so.

    >>> opening_day(["某省启动书屋试点", "2021年3月2日，某省教育厅印发通知，年底前建成书屋。"])
    '2021-03-02'
    """
    first = next((line for line in lines if "。" in line), "")
    found = _OPENING.match(first)
    day = _iso(found) if found else None
    if found is None or day is None or not _tells(first, found) or _word("looks_back").search(first):
        return None
    later = any((other := _iso(m)) and other > day for line in lines for m in _ANOTHER.finditer(line))
    return None if later else day


def _tells(first: str, found: re.Match[str]) -> bool:
    """The day comes first and an act follows, or stands right behind it (某厅于3月2日印发), or a wire dates it."""
    if found["news"]:
        return True
    if found["lead"]:
        act = _word("act").match(first, found.end())
        return act is not None and not first.startswith("的", act.end()) and not _ASIDE.match(first)
    return _word("act").search(first, found.end(), found.end() + _ACT_WITHIN) is not None


_TODAY = re.compile(r"今[天日]（(?P<m>\d{1,2})月(?P<d>\d{1,2})日）|(?P<m2>\d{1,2})月(?P<d2>\d{1,2})日(?:电|讯|，?记者)")
_FINISHED = re.compile(r"(?:19|20)\d{2}年至(?P<y>(?:19|20)\d{2})年[^，。]{0,6}(?:实现|完成|达到|累计|增长)")
_TO_COME = re.compile(r"(?:到|至)(?P<y>(?:19|20)\d{2})年[底末]?，")


def day_of_news(text: str, page: str | None) -> str | None:
    """Return the date of a piece of news that says 今天（4月8日）, in the year of its page; else the page's own date.

    >>> day_of_news("记者今天（4月8日）获悉", "2025"), day_of_news("记者获悉", "2025")
    ('2025-04-08', '2025')
    """
    found = _TODAY.search(text) if page is not None and len(page) == len("2025") else None
    if found is None or page is None:
        return page
    return iso_date(int(page), int(found["m"] or found["m2"]), int(found["d"] or found["d2"])) or page


def year_between(text: str) -> str | None:
    """Return the one year in which a page can stand: after the years that it reports as over, before the next to come.

    >>> year_between("2021年至2023年实现连续三年增长。到2024年底，建成10个站点。")
    '2024'
    """
    over = [int(found["y"]) for found in _FINISHED.finditer(text)]
    to_come = [int(found["y"]) for found in _TO_COME.finditer(text)]
    return str(min(to_come)) if over and to_come and max(over) + 1 == min(to_come) else None
