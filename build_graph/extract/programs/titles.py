"""What the title of a page says is being reformed: 关于推广X的通知, …召开X动员会, …将建成X, X已在全国推进."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from build_graph.extract.programs.naming import BATCH
from build_graph.tables import either, words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

_SPACE = re.compile(r"\s+")
_OF_NOTICES = 3  # patterns of titles of notices and plans, which come before those of headlines
_ABOUT = re.compile(r"^(?:关于)?(?:印发|转发)")
_LONGEST_DIVISION = 10  # code points
_SHORTEST = 4  # code points of the name of a reform
_CORE = r"(?P<core>[\w“”]{4,24}?)"
_LONG_CORE = r"(?P<core>[^，。；：《》\s]{4,40}?)"


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    verbs = either(__package__, "program_words", "carries_out")
    reform = either(__package__, "program_words", "reform")
    convene = either(__package__, "program_words", "convene")
    spreads = either(__package__, "program_words", "spreads")
    kind = either("build_graph.extract", "policy_words", "kind")
    manner = either(__package__, "program_words", "manner")
    number = r"(?:\d+个)?"
    of_kind = rf"(?:工作|实施|总体|指导|专项|若干|重点|试行|有关|措施|的|（[^）]*）)*{kind}"
    return (
        re.compile(
            rf"关于(?:印发|转发|发布|公布)?《?(?:{manner}|在[^，]{{2,10}}|组织)*(?:{verbs})+(?:\d{{4}}年度?)?{BATCH}?{_LONG_CORE}{of_kind}"
        ),
        re.compile(rf"^{_LONG_CORE}(?:重点工作|推进|实施|工作|行动|总体|改革|专项)*方案$"),
        re.compile(rf"关于(?:印发|转发|发布|公布)《?{BATCH}?{_LONG_CORE}{of_kind}》?的?{kind}"),
        re.compile(rf"(?:{verbs})+{number}{_CORE}(?:{reform}(?={convene}|\W|$)|$|(?=[！？。，\s-]))"),
        re.compile(rf"(?:我国|全国|^|[\]】：]){_CORE}(?:已在|将在|已经|试点覆盖|{spreads})"),
    )


def is_tender(titles: Sequence[str]) -> bool:
    """Tell whether a page calls for bids or names who won them: a single work is no program."""
    return any(re.search(either(__package__, "program_words", "tender"), title) for title in titles)


def title_cores(titles: Sequence[str], is_place: Callable[[str], bool]) -> Iterator[str]:
    """Yield what the lines of a title name as the reform, without 建设 or 改革 behind it.

    The title of a notice that is broken over lines is read as one line too.

    Args:
        titles: the lines of a title.
        is_place: tells whether words are the name of a division, which is no part of the name.
    """
    notices, headlines = _patterns()[:_OF_NOTICES], _patterns()[_OF_NOTICES:]
    joined = dict.fromkeys(["".join(titles), *map("".join, pairwise(titles)), *titles])
    for patterns, lines in ((notices, joined), (headlines, titles)):
        for found in _matches(patterns, lines):
            core = _head().sub("", _without_division(_ABOUT.sub("", found["core"]), is_place))
            if len(core) >= _SHORTEST and _can_be_reform(core, headline=patterns is headlines):
                yield core


def _matches(patterns: Iterable[re.Pattern[str]], lines: Iterable[str]) -> Iterator[re.Match[str]]:
    for pattern in patterns:
        for line in lines:
            yield from pattern.finditer(_SPACE.sub("", line))


def _can_be_reform(core: str, *, headline: bool) -> bool:
    """An event is no reform, and neither is the state of things that a headline reports (…整体提升)."""
    kinds = ("event", "state") if headline else ("event",)
    return not core.endswith(tuple(word for kind in kinds for word in words(__package__, "program_words", kind)))


def _without_division(core: str, is_place: Callable[[str], bool]) -> str:
    """某省农村养老服务 is 农村养老服务, a reform of that province."""
    for end in range(_LONGEST_DIVISION, 1, -1):
        if len(core) - end >= _SHORTEST and core[end - 1] in "省区市州盟县旗" and is_place(core[:end]):
            return core[end:]
    return core


@cache
def _head() -> re.Pattern[str]:
    """What a title puts before the name of a reform: the plan, the year, a verb (“十四五”全面推进X)."""
    verbs = either(__package__, "program_words", "carries_out")
    manner = either(__package__, "program_words", "manner")
    prefix = either(__package__, "program_words", "prefix")
    return re.compile(rf"^(?:{prefix}|“?十.五”?(?:时期|期间)?|\d{{4}}年度?)*(?:{manner}|{verbs})*(?=.{{{_SHORTEST},}})")
