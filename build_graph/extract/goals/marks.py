"""What a clause sets as a mark: a share or a number to reach, told from numbers that only describe."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from build_graph.parse.quantities import Quantity, bound_before, quantities
from build_graph.parse.spans import Span
from build_graph.tables import either, words

if TYPE_CHECKING:
    from collections.abc import Sequence

_FIGURES = r"\d零〇一二两三四五六七八九十百千翻年月季起前叶"
"""A figure, or a part of the calendar: 年底, 三季度末, 即日起, 国庆节前."""
_SPANS_OF_TIME = {"年", "天", "日", "个月", "期", "批", "分钟", "小时", "个工作日", "工作日"}
_YEAR = re.compile(r"(?:19|20)\d{2}")
_RESPECTIVELY = re.compile(r"(?:[^，]{0,20}年[^，]{0,4}，)?(?P<things>[^，]{2,80}?)分别(?P<marks>[^，]+)$")
_JOINT = re.compile(r"、|以及|[和与及]")
_COUNTED = re.compile(r"(?:各|共)?\d{1,6}[个家所条项][一-鿿]")
_LISTS = re.compile("、")
_THING = re.compile(r"[^\d]{3,}\d")
_NO_MARK = ("第", "每", "由", "从", "目前的", "岁")
_DESCRIBES = re.compile(r"(?:的|岁|号|/(?![年日天]))(?!县|乡|村|地区)|阶段|步骤|环节|方式")
_RATIO = re.compile(
    r"(?:达到?|[低高少]于|超过|[高低]到|[至在为])\s?\d{1,3}(?:\.\d{1,2})?\s?[：:∶]\s?\d{1,3}(?!\d|[：:]\d)"
)
"""床人比不低于1：1.6: a mark that is no single number."""
_WHO = re.compile(
    r"(?:试点)?(?:城市|[省市县区镇乡村]|地区|部门|单位|学校|医院|企业)?(?:（[^（）]{1,8}）)?(?:[都均]?[要将须]|[都均]应|应当|各自|今年|明年)"
)
"""5座城市都要…, 甲、乙两省今年…: how many they are who have to do something."""
_IN = re.compile("在[^，]{0,30}$")
_TRIED = re.compile("[^，]{0,8}(?:试行|推行|施行|运行)$")
"""在甲科、乙科两个病区试行: where something is tried."""
_LONGEST = 1000  # code points of a clause in which marks are told apart
_BEFORE = 8  # code points before a number among which stands what is done to it


@cache
def _cue(kind: str) -> re.Pattern[str]:
    return re.compile(either(__package__, "goal_words", kind))


@cache
def _raised() -> re.Pattern[str]:
    """…达到, 提高到, 下降, 缩短至 right before a number, perhaps with a place or a comparison between."""
    return re.compile(either(__package__, "goal_words", "raise") + r"(?:了|到|至|为|于|约|近)?(?:每[年月天人户亩])?$")


@cache
def _makes_first() -> re.Pattern[str]:
    """建设30个…: a verb right before the number governs the numbers behind it too."""
    return re.compile(either(__package__, "goal_words", "makes") + r"(?:了|不少于|不低于|至少)?\d")


@cache
def _sets_something() -> re.Pattern[str]:
    """A figure, the end of a trial, or a word for all; what they begin with is one set, which is looked for fast."""
    coverage = words(__package__, "goal_words", "coverage")
    rests = "|".join(rf"(?<={re.escape(word[0])}){re.escape(word[1:])}" for word in coverage)
    firsts = re.escape("".join(sorted({"试", *(word[0] for word in coverage)})))
    return re.compile(rf"[{_FIGURES}{firsts}](?:(?<=[{_FIGURES}])|(?<=试)点(?:工作|期限?)?[结期完]|{rests})")


def may_set(text: str, span: Span) -> bool:
    """Tell whether a span holds a figure, a part of the calendar or a word for all: else it sets nothing."""
    return _sets_something().search(text, *span) is not None


def sets_ratio(clause: str) -> bool:
    """Tell whether a clause sets a ratio as a mark: 床人比不低于1：1.6.

    >>> sets_ratio("师生比达到1：13"), sets_ratio("截至17：00报名")
    (True, False)
    """
    return "比" in clause and _RATIO.search(clause) is not None


@cache
def _lost() -> re.Pattern[str]:
    """达到%以上, 提高到., 达到以上, 至少有名: what is to be reached by a number whose digits were lost."""
    raised = rf"(?:{either(__package__, 'goal_words', 'raise')}(?:了|到|至|为|于)?|[不高低多少超][于过])"
    return re.compile(
        rf"{raised}[^，。；\d]{{0,16}}?(?:[%％]|[.．](?!\d))"
        rf"|{raised}(?:以上|以下|以内|左右)|(?:至少|不少于|不低于|不超过)有?(?:[个家所名处座项]|公里|万)(?!人)"
    )


def has_lost_mark(clause: str) -> bool:
    """Tell whether a clause of a text that has lost its digits sets a mark."""
    return _lost().search(clause) is not None


def mark_of(clause: str, *, dated: bool) -> Quantity | None:
    """Return the quantity that a clause sets as a mark, or None.

    Args:
        clause: the words of a clause.
        dated: a date to come governs it; without one, it must say itself that it sets a mark.
    """
    if not (dated or _says_mark(clause)):
        return None
    found = [quantity for quantity in quantities(clause) if _can_be_mark(clause, quantity)]
    if not found:
        return None
    raised = [quantity for quantity in found if _is_raised(clause, quantity)]
    mark = raised[-1] if raised else _plain(clause, found, dated=dated)
    return mark and mark._replace(comparator=bound_before(clause, mark))


def _says_mark(clause: str) -> bool:
    """Tell whether a clause says itself that it sets a mark: with a modal verb that is no part of another word."""
    modal = _cue("modal")
    return modal.search(clause) is not None and modal.search(_cue("no_modal").sub("", clause)) is not None


def _plain(clause: str, found: Sequence[Quantity], *, dated: bool) -> Quantity | None:
    """A share or a bound sets a mark by itself, a bare number only in what is to be built or done by a date."""
    bounded = [q for q in found if q.unit == "%" or q.comparator != "="]
    if bounded:
        return bounded[-1]
    found = [quantity for quantity in found if not _says_who_or_where(clause, quantity)]
    return found[-1] if found and dated and (clause.startswith("其中") or _cue("makes").search(clause)) else None


def _says_who_or_where(clause: str, quantity: Quantity) -> bool:
    is_where = _TRIED.match(clause, quantity.end) and _IN.search(clause, 0, quantity.start)
    return bool(is_where or _WHO.match(clause, quantity.end))


def _is_raised(clause: str, quantity: Quantity) -> bool:
    return _raised().search(clause[max(0, quantity.start - _BEFORE) : quantity.start]) is not None


def _can_be_mark(clause: str, quantity: Quantity) -> bool:
    """Years, ordinals, 每万人 and what only describes its noun (500元以上的) set nothing."""
    start, end = quantity.start, quantity.end
    if quantity.unit in _SPANS_OF_TIME and not _is_raised(clause, quantity):
        return False
    if (
        isinstance(quantity.value, float | int)
        and _YEAR.fullmatch(f"{quantity.value:g}")
        and quantity.unit in {None, "年"}
    ):
        return False
    if quantity.unit == "%" and clause.startswith("的", end):
        return True  # 完成75%以上的登记
    if clause.startswith(("的目标", "的任务", "的指标"), end):
        return True
    if clause.endswith(_NO_MARK, 0, start):
        return False
    return not _DESCRIBES.match(clause, end) or _is_made(clause, quantity)


def _is_made(clause: str, quantity: Quantity) -> bool:
    """建设150家左右的X: so many are to be made, and what they are stands behind (but 建设3家以上的 only describes)."""
    if quantity.comparator != "=" or quantity.unit not in words(__package__, "goal_words", "piece"):
        return False
    first = quantity.start + 1
    found = _makes_first().search(clause, max(0, first - _BEFORE), first)
    return found is not None and found.end() == first


def marks_apart(text: str, span: Span) -> list[tuple[Span, Quantity | None]]:
    """Return the marks that a clause sets for several things, each where its words stand; none if it sets one.

    建设A超过70个、B超过20座 names each thing with its mark, A、B分别达到70%、20% first the things and then the marks.
    """
    if span.end - span.start > _LONGEST:
        return []
    return _respectively(text[span.start : span.end], span) or _one_after_the_other(text[span.start : span.end], span)


def _one_after_the_other(clause: str, span: Span) -> list[tuple[Span, Quantity | None]]:
    parts: list[tuple[Span, Quantity | None]] = []
    start = 0
    for end in [*(m.start() for m in _LISTS.finditer(clause)), len(clause)]:
        governed = parts and _COUNTED.match(clause, start) and _makes_first().search(clause)  # 建设30个A、20个B
        piece = clause[start:end]
        mark = mark_of(("建设" if governed else "") + piece, dated=True) or (_named_number(piece) if parts else None)
        makes = _makes_first().search(clause, start, end) if not parts else _makes_first().match(clause, start, end)
        names_thing = _THING.search(clause, start, end) if not parts else _THING.match(clause, start, end)
        if mark and (governed or names_thing or makes):
            parts.append((Span(span.start + start, span.start + end), mark))
            start = end + 1
    return parts if len(parts) > 1 and start == len(clause) + 1 else []


def _named_number(piece: str) -> Quantity | None:
    """新增教师300人、公寓500套: a further thing with its number, and nothing else."""
    found = quantities(piece)
    fits = len(found) == 1 and found[0].end == len(piece) and found[0].unit and _can_be_mark(piece, found[0])
    return found[0] if fits and _THING.match(piece) else None


def _respectively(clause: str, span: Span) -> list[tuple[Span, Quantity | None]]:
    """The first thing has the whole clause for its words, each further one begins at its name."""
    found = _RESPECTIVELY.match(clause)
    if found is None:
        return []
    marks = [q for q in quantities(found["marks"]) if _can_be_mark(found["marks"], q)]
    joints = [found.start("things") + m.end() for m in _JOINT.finditer(found["things"])]
    if not 1 < len(marks) <= len(joints) + 1:
        return []
    starts = [0, *joints[len(joints) + 1 - len(marks) :]]
    alike = [mark._replace(comparator=marks[0].comparator) if mark.comparator == "=" else mark for mark in marks]
    return [(Span(span.start + start, span.end), mark) for start, mark in zip(starts, alike, strict=True)]
