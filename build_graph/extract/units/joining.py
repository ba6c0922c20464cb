"""What a story tells of its units: 首批只有A、B; 隔年C、D补了进来; A、B先走一步; 25个县上榜，A是其中之一."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from build_graph.extract.programs.naming import BATCH
from build_graph.extract.units.patterns import words_before, words_behind

if TYPE_CHECKING:
    from collections.abc import Callable

    from build_graph.extract.units.about import Around


_EVALUATES = re.compile("评价|评估|验收|考核|考评|复核|评审|测评")
_BATCH = re.compile(BATCH)
_OF_THEM = re.compile("的(?!部分)")
_CLAUSE_END = re.compile("[，。；]")
_CLOSES = ("", "，", "；", "）")
"""What stands behind a series that is all that a clause tells."""


def _of_batch(around: Around) -> str | None:
    """首批只有A、B; 第二批增加C、D; 首批拟支持A、B等60个城市."""
    if not around.is_several or around.right[:1] not in _CLOSES:
        return None
    found = words_before("of_batch").search(around.left)
    is_on = around.announced or around.is_trial(around.before + around.left) or _BATCH.search(around.before)
    return "试点" if found and is_on else None


def _joins_in(around: Around) -> str | None:
    """C、D补了进来; 25个县上榜，A是其中之一."""
    if not words_behind("joins_in").match(around.right):
        return None
    return "试点" if around.is_trial(around.before + around.left + around.right) else None


def _goes_ahead(around: Around) -> str | None:
    """A、B三个县先走一步."""
    return "试点" if around.is_several and words_behind("goes_ahead").match(around.right) else None


def _graded(around: Around) -> str | None:
    """评估结果：A、B为优秀，C为合格."""
    if not words_behind("graded").match(around.right):
        return None
    said = around.before + around.left
    return "试点" if around.is_trial(said) and _EVALUATES.search(said) else None


def _begins_from(around: Around) -> str | None:
    """先从A和B起步."""
    clause = _CLAUSE_END.split(around.right, maxsplit=1)[0]
    begins = words_before("first_from").search(around.left) and words_behind("begun").match(clause)
    return "试点" if begins and around.is_trial(around.before + around.left) else None


def _in_range(around: Around) -> str | None:
    """试验区实施范围为A、B; 承担试点任务的是3个县以及A、B2个整市."""
    if _OF_THEM.match(around.right):
        return None  # 纳入试点的是A、B的12所学校
    found = words_before("range").search(around.left) or words_before("doing").search(around.left)
    return "试点" if found and around.is_trial(around.before + around.left) else None


def _opens_section(around: Around) -> str | None:
    """一、试点地区: A、B和C，时间为…."""
    opens = around.announced and around.is_several and not around.left.strip()
    return "试点" if opens and around.right.startswith("，") else None


JOINING: tuple[tuple[str, Callable[[Around], str | None]], ...] = (
    ("unit-of-batch", _of_batch),
    ("unit-joins-in", _joins_in),
    ("unit-goes-ahead", _goes_ahead),
    ("unit-graded", _graded),
    ("unit-begins-from", _begins_from),
    ("unit-in-range", _in_range),
    ("unit-opens-section", _opens_section),
)
