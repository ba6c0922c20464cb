"""The date in force over a clause: one that the clause looks forward to, not the date of an event."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from build_graph.extract.overlaps import touched
from build_graph.parse.dates import Deadline, counts_from_before, deadline
from build_graph.parse.spans import Span
from build_graph.tables import either, words

if TYPE_CHECKING:
    from collections.abc import Callable

    from build_graph.parse.reading import Reading

_AROUND_A_DATE = re.compile(r"力争|[春秋]季(?:学期)?(?:开学)?|学年|[一-鿿]{1,3}节（|）|[到至在于前之以内自从起]")
_SPRING = 3  # the last month that 年初 may mean
_ONLY_A_DATE = 3  # code points that a clause may have beside its date (各地) and still only date the next one
_NEXT_CLAUSE = 30  # code points of the next clause that are looked at
_SAID = 60  # code points before a clause that are looked at
_LIMIT_AFTER = re.compile(r"[前内]|之前|以前|期间|[底末]前|时")
_EVENT = re.compile(r"[^，]{0,8}(?:启动|开展|实施|印发|发布|出台|推出)的")
_TITLE = re.compile(r"《[^《》]*》")
"""What stands in the title of a document is none of what is said of it."""
_IN_NAME = re.compile(
    r"[^，]{0,12}之际|[^，]{1,24}结束后|的[^，]{0,6}名单|中央[一1]号文件|[底末]?[之以]?前?(?:建成|建设|竣工|投产|开工|出生|成立|登记|取得)的"
)
"""在2020年展会召开之际, 在2022年冬奥会结束后, 在2017年的名单内, 2000年底前建成的小区: the date of something else."""
_UNTIL_THEN = re.compile(
    r"试点(?:工作|期|期限)?(?:结束|期满|期末|完成)时?|(?:[年月]内|期间|时期|末|时间|努力|探索|左右)$"
    "|^(?:未来|今后|接下来)|试点期限?内$"
)
"""A date that is an end by itself."""
_LASTS = re.compile(r"(?:试点|任务|工作|活动|实施|建设)(?:任务|工作|期限?|周期|时间)?截[至止]到?$")
"""试点任务截至2025年7月: how long something goes on, whenever that was written."""
_LOST_YEAR = re.compile(r"到年|年(?!\d)")
_FROM_TODAY = re.compile(r"即日起|今[日天]?起")
_AIM_IS = re.compile(r"[^，]{0,16}目标(?:就?是|为|：)?[到至在于]?")
"""…的建设目标是到2025年, …: what the aim is stands behind."""
_PLANS = re.compile(r"(?:[^，]{0,8}(?:计划|力争|预计|争取)|[^，]{2,16}?(?:应当?|必?须|要|将|需))[到至在于]?")
_COMPARED = ("比", "较", "由", "与")
_ELSEWHERE = re.compile(
    rf"(?:{'|'.join(_COMPARED)}|^是|(?:建成|竣工|始建|投产|成立)[于在])$|(?:召开|举行|出席|参加)[^，]*$|(?:公布|印发|发布|出台|下发)了?$"
)
"""比2020年, 是“十五五”时期的…, 建成于2000年底前的小区, 召开某市2025年…会议: the date of something else."""
_WHERE = re.compile(
    r"在[^，]{1,60}基础上$"
    r"|(?:在|结合|按照|根据)[^，\d选建设推开实完创打]{1,60}(?:等地|[省市县区乡镇村校]|领域|行业|范围内?|情况|要求|原则)$"
)
"""明年将在甲、乙等地市, …: where or by what; the next clause says what is to be reached."""
_SPAN = re.compile(r"(?:19|20)\d{2}年?\s*[到至—–-]")
"""从2024年到2026年: what begins and ends."""
_START_AFTER = re.compile(r"[^，]{0,6}起|开始|以后")


class Due(NamedTuple):
    """A date to come."""

    iso: str | None
    inferred: bool
    start: int
    end: int
    is_limit: bool
    """It says until when (到…, …前): whatever stands behind it is to be reached."""
    is_start: bool
    """It says from when (…起)."""
    text_start: int
    """Where in the clause the words of the goal begin: behind what announces them (明确到…)."""


@cache
def _cue(kind: str) -> re.Pattern[str]:
    return re.compile(either(__package__, "goal_words", kind))


def due_in(
    reading: Reading,
    clause: Span,
    text: str,
    *,
    in_plan: Callable[[], bool],
    in_goals: bool = False,
    since: Due | None = None,
) -> Due | None:
    """Return the date that a clause looks forward to, or None.

    Args:
        reading: the reading.
        clause: clean span of a clause.
        text: its words, ``untitled``.
        in_plan: tells whether it stands where a bare date is one to come: among goals or steps in time. Asked last.
        in_goals: it stands in a section of goals: its dates were to come when it was written, whenever that was.
        since: the date in force before; it gives the year to a month without one, where the page has no date.
    """
    lost = _lost_year(reading, clause)
    if lost and not _cue("reached").search(text):
        start, end = lost.start - clause.start, lost.end - clause.start
        return Due(None, False, start, end, True, False, _announced(text, start))
    found = _dated(reading, clause, text, reading.date or (since.iso if since else None))
    if found is None:
        return None
    is_last = found.end >= len(text) - len("起") or _START_AFTER.fullmatch(text, found.end)
    goes_on = reading.text[clause.end + 1 : clause.end + 1 + _NEXT_CLAUSE] if is_last else ""
    return _judged(text, found, goes_on, reading.date, in_plan=in_plan, in_goals=in_goals)


def untitled(text: str) -> str:
    """Return a text of the same length in which titles of documents say nothing: 《2025年全覆盖方案》 sets no goal."""
    return _TITLE.sub(lambda title: "《" + "〇" * (len(title[0]) - 2) + "》", text) if "《" in text else text


def is_past(reading: Reading, clause: Span) -> bool:
    """Tell whether a clause is dated before its page: what it says has been reached, or not."""
    if reading.date is None:
        return False
    text = reading.slice(clause)
    found = _dated(reading, clause, text, reading.date)
    if found is None or found.inferred or text[: found.start].endswith(_COMPARED):
        return False
    return is_over(found.iso, reading.date)


def _lost_year(reading: Reading, clause: Span) -> Span | None:
    """Where a clause has lost the figures of a year."""
    if not reading.repaired.lost_digits:
        return None
    lost = (Span(*span) for span in touched(reading.repaired.lost_digits, clause))
    return next((span for span in lost if _LOST_YEAR.match(reading.slice(span))), None)


def _dated(reading: Reading, clause: Span, text: str, today: str | None) -> Deadline | None:
    """The date in a clause. What was said before decides which one it is, not whether there is one."""
    return deadline(text, today, _said_before(reading.text, clause) if counts_from_before(text) else "")


def _said_before(text: str, clause: Span) -> str:
    """What the sentence says before a clause, as far back as a date that counts for it may stand."""
    end = clause.start
    reach = max(0, end - _SAID)
    return text[max(reach, text.rfind("。", reach, end) + 1, text.rfind("\n", reach, end) + 1) : end]


_NARRATED = re.compile("(?<![将拟应须可划])于$")
"""某部于2017年组织…: on a page without a date such a year tells what has been done."""


def _is_doubtful(dated: str, today: str | None, *, is_start: bool) -> bool:
    """Tell whether a date may be over: 年初 late in the year, or one of a start or a story on a page without a date."""
    return (dated.endswith("年初") and _is_spring_over(today)) or (is_start and today is None)


def _judged(
    text: str, found: Deadline, goes_on: str, today: str | None, *, in_plan: Callable[[], bool], in_goals: bool
) -> Due | None:
    """``goes_on``: the beginning of the next clause, where this one is nothing but a date."""
    before, behind = text[: found.start], text[found.end :]
    after = behind or goes_on
    begins = _START_AFTER.match(behind)
    is_start = bool(begins or _FROM_TODAY.fullmatch(text, found.start, found.end))
    ends = bool(_LIMIT_AFTER.match(behind) or _ends(text, found))
    lasts = not behind and _LASTS.search(before)
    as_of_then = (lasts or is_ahead(found.iso, today)) and before.endswith(words(__package__, "goal_words", "as_of"))
    is_limit = not is_start and bool(ends or as_of_then or _cue("until").search(before[-2:]))
    told = behind if as_of_then else text
    if (not in_goals and is_over(found.iso, today, is_start=is_start)) or _cue("reached").search(told):
        return None
    is_span = _SPAN.match(text, found.start) is not None and is_ahead(found.iso, today)
    is_past = not (is_start or as_of_then or is_span) and _cue("past").search(before) is not None
    if _ELSEWHERE.search(before) or is_past:
        return None
    is_told = not ends and _NARRATED.search(before) is not None
    is_doubtful = _is_doubtful(text[: found.end], today, is_start=is_told or (is_start and not found.inferred))
    if is_doubtful and not _cue("strong").search(behind + goes_on):
        return None
    if not (
        is_start
        or is_limit
        or is_span
        or _will(text, after, certain=today is not None)
        or (not before and (is_ahead(found.iso, today) or in_plan()))
    ):
        return None
    if (
        behind.startswith("是")
        or _IN_NAME.match(behind)
        or _EVENT.match(behind)
        or (is_limit and _cue("event").match(after))
    ):
        return None
    end = found.end + (begins.end() if begins else 0)
    return Due(found.iso, found.inferred, found.start, end, is_limit, is_start, _announced(text, found.start))


def _is_spring_over(today: str | None) -> bool:
    """今年初 on a page of the summer is past."""
    return today is not None and len(today) > len("2025") and int(today[5:7]) > _SPRING


def _will(text: str, after: str, *, certain: bool) -> bool:
    """What follows a date says that it is to come; an absolute date on a page without one needs a clear word."""
    covers = certain and _cue("coverage").search(text) is not None
    return covers or _cue("will" if certain else "strong").search(after) is not None


def _ends(text: str, found: Deadline) -> bool:
    return _UNTIL_THEN.search(text[found.start : found.end]) is not None


def is_over(iso: str | None, today: str | None, *, is_start: bool = False) -> bool:
    """A date before that of the page is no date to come; a start in the year of the page may be."""
    if iso is None or today is None:
        return False
    shared = min(len(iso), len(today))
    return iso[:shared] < today[:shared] and not (is_start and iso[:4] == today[:4])


def is_ahead(iso: str | None, today: str | None) -> bool:
    """A date behind that of the page is one to come, whatever is said of it."""
    if iso is None or today is None:
        return False
    shared = min(len(iso), len(today))
    return iso[:shared] > today[:shared]


def _announced(text: str, start: int) -> int:
    """Return where the words of a goal begin: 明确到2027年底 begins with its date."""
    found = _announces().match(text, 0, start)
    return found.end() if found else 0


@cache
def _announces() -> re.Pattern[str]:
    lead_in = rf"(?:[^，]{{0,14}}?){either('build_graph.extract.tasks', 'directive_words', 'lead_in')}"
    return re.compile(rf"{lead_in}|[^，]{{0,16}}?(?:讯|电)\s*（[^）]*）\s*")


def is_only_a_date(text: str, due: Due) -> bool:
    """Tell whether a clause only dates the next one: 到2025年底, 各地; 目标是到2025年; 明年将在甲、乙等地市."""
    before, behind = text[due.text_start : due.start], text[due.end :]
    if len(behind) <= 1 and (_PLANS.fullmatch(before) or _AIM_IS.fullmatch(before)):
        return True
    where = _WHERE.search(behind)
    told = _AROUND_A_DATE.sub("", before + (behind[: where.start()] if where else behind))
    return (where is not None or len(told) <= _ONLY_A_DATE) and not _cue("state").search(told)
