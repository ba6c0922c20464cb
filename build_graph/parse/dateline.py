"""The date of a page: where it says when it was published or signed, and no other date that it happens to name."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from build_graph.tables import either

if TYPE_CHECKING:
    from collections.abc import Sequence

_DATE = r"(?P<y>(?:19|20)\d{2})\s*[-/.年]\s*(?P<m>\d{1,2})\s*[-/.月]\s*(?P<d>\d{1,2})"
_HEAD, _TAIL = 12, 6
"""Lines at the top and at the bottom of a page among which its date stands."""
_NUMBER = re.compile(r"[〔\[（(](?P<y>(?:19|20)\d{2})[〕\]）)]第?\d{1,5}号|公告(?P<y2>(?:19|20)\d{2})年第\d+号")
_SHORT = 60  # code points of a line that is a dateline and no sentence


@cache
def _label() -> re.Pattern[str]:
    return re.compile(rf"{either(__package__, 'dateline_words', 'label')}\s*[：:]?\s*{_DATE}")


_BY_ITSELF = re.compile(
    rf"[（(]?\s*[^，。；]{{0,24}}?\s*{_DATE}日?(?:\s*(?:星期.)?\s*\d{{1,2}}[:：]\d{{2}}.*)?"
    rf"(?:\s*来源.*|\s*[^，。；\d]{{0,24}})?[）)]?$"
)
"""A line that holds a date, perhaps with a source beside it, and no sentence."""


def page_date(lines: Sequence[str]) -> str | None:
    """Return the date of a page in ISO form: a labelled date, one by itself at the top, or the signature's.

    Without any, the year of the page's own number (文号) is all that is known of it.

    >>> page_date(["关于X的通知", "时间：2023-07-06 05:55"]), page_date(["关于X的通知", "X办发〔2018〕3号"])
    ('2023-07-06', '2018')
    """
    head, tail = lines[:_HEAD], lines[-_TAIL:]
    labelled = (found for line in head for found in _label().finditer(line))
    alone = (found for line in (*head, *reversed(tail)) if len(line) <= _SHORT and (found := _BY_ITSELF.match(line)))
    for found in (*labelled, *alone):
        month, day = int(found["m"]), int(found["d"])
        if 1 <= month <= 12 and 1 <= day <= 31:
            return f"{found['y']}-{month:02d}-{day:02d}"
    numbered = next((found for line in head[:3] for found in _NUMBER.finditer(line) if len(line) <= _SHORT), None)
    return (numbered["y"] or numbered["y2"]) if numbered else None


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
    month, day = int(found["m"] or found["m2"]), int(found["d"] or found["d2"])
    return f"{page}-{month:02d}-{day:02d}" if 1 <= month <= 12 and 1 <= day <= 31 else page


def year_between(text: str) -> str | None:
    """Return the one year in which a page can stand: after the years that it reports as over, before the next to come.

    >>> year_between("2021年至2023年实现连续三年增长。到2024年底，建成10个站点。")
    '2024'
    """
    over = [int(found["y"]) for found in _FINISHED.finditer(text)]
    to_come = [int(found["y"]) for found in _TO_COME.finditer(text)]
    return str(min(to_come)) if over and to_come and max(over) + 1 == min(to_come) else None
