"""What reports on the progress of a trial say of its units: 7个试点城市中A、B已启动, 实施试点的A、B, 扩大到A、B."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from build_graph.extract.units.about import Around, is_event, pilot, veto
from build_graph.extract.units.patterns import word, words_before, words_behind

if TYPE_CHECKING:
    from collections.abc import Callable


_LEAD = 6
"""Code points before the names of a sentence that say nothing of whose trial it is (截至目前，)."""
_TO = ("到", "至", "到了", "至了")
"""The end of what says that a trial spreads: without it the costly search for what spreads is not begun."""


def _of_those(around: Around) -> str | None:
    """新增的7个试点城市中，A、B已启动."""
    found = words_before("of_those").search(around.left) if around.is_several else None
    return found["of"] if found and around.is_trial(found["of"]) else None


def _running(around: Around) -> str | None:
    """首批实施试点的A、B; 被列为X试验区的A、B."""
    found = words_before("running").search(around.left) if around.is_several else None
    if found is None or not _ends_in_trial().search(found["of"]):
        return None
    return found["of"] if around.is_trial(found["of"]) and not is_event(found["of"]) else None


@cache
def _ends_in_trial() -> re.Pattern[str]:
    return re.compile(rf"(?:试点|{word('zone')})$")


def _in_group(around: Around) -> str | None:
    """共有9个X入选，其中，东部地区5个——A、B."""
    if not words_before("grouped").search(around.left):
        return None
    said = re.split(r"[。；]", around.before)[-1] + around.left
    told = _tells().search(said) and not veto().search(said)
    return "" if told and around.is_trial(said) else None


@cache
def _tells() -> re.Pattern[str]:
    return re.compile(f"{word('verb')}|{word('gets')}|{word('becomes')}|名单")


def _takes_it_up(around: Around) -> str | None:
    """A、B两市将全面推开这项工作."""
    found = words_behind("this").match(around.right)
    return found["of"] if found and around.series.number and not is_event(found["of"]) else None


def _spread(around: Around) -> str | None:
    """试点由A、B扩大到C、D."""
    found = words_before("spread").search(around.left) if around.left.endswith(_TO) else None
    if found is None and words_behind("spreads").match(around.right):
        found = words_before("from").search(around.left)
    if found is None or _experience().search(found["of"].rpartition("试点")[2]):
        return None  # 现代服务业试点 is one of its own name, not a service
    return found["of"] if around.is_trial(found["of"]) else None


@cache
def _experience() -> re.Pattern[str]:
    """What spreads without making a place a unit: 试点经验推广到A、B."""
    return re.compile(word("experience"))


def _first_ones(around: Around) -> str | None:
    """继A、B之后，C也获批X试点; 成为继A、B之后第三个试点城市: A and B are units already."""
    found = words_behind("after").match(around.right) if around.left.endswith("继") else None
    return found["of"] if found and around.is_trial(found["of"]) else None


def _earlier(around: Around) -> str | None:
    """A、B入选，加上前两批的C、D，共有4个城市入选: C and D were chosen before."""
    return "" if words_before("earlier").search(around.left) and around.is_trial(around.left + around.right) else None


def _alike(around: Around) -> str | None:
    """此外，A、B等8个地区参照试点要求一并推进."""
    found = words_behind("alike").match(around.right) if around.is_several else None
    return found["of"] if found and around.is_trial(found["of"]) else None


def _called(around: Around) -> str | None:
    """A、B等11个城市（下称“11+5”试点城市）."""
    found = words_behind("called").match(around.right) if around.is_several else None
    return found["of"] if found and around.is_trial(found["of"]) else None


def _plan(around: Around) -> str | None:
    """X试点已启动。A、B的实施方案即将出台; 目前，A、B的试点已启动."""
    begins = words_behind("plan").match(around.right)
    if begins is None and len(around.left) <= _LEAD:
        begins = words_behind("theirs").match(around.right)
    if not around.is_several or begins is None:
        return None
    said = around.before + around.left
    return "" if pilot().search(said) and around.about(said) else None


PROGRESS: tuple[tuple[str, Callable[[Around], str | None]], ...] = (
    ("unit-of-those", _of_those),
    ("unit-running", _running),
    ("unit-in-group", _in_group),
    ("unit-takes-up", _takes_it_up),
    ("unit-spread", _spread),
    ("unit-first-ones", _first_ones),
    ("unit-earlier", _earlier),
    ("unit-alike", _alike),
    ("unit-called", _called),
    ("unit-plan", _plan),
)
