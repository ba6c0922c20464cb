"""How many of a declared number the document lists, where it lists them."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from build_graph.model import Consortium, DeclaredCount, Fact, PilotUnit, Task
from build_graph.parse.lines import breaks_off
from build_graph.tables import either

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from build_graph.model import Document, Passage

_TASKS = re.compile(r"(?:内容|任务|举措|措施)$")
_ASPECTS = re.compile(r"方面$")
_OF_TWO = re.compile(r"(?:人民)?(?:政府)?(?:以及|及|和|与|與|暨)?")
"""Words between two names of one list."""
_BEFORE_SUM = re.compile(r"(?:人民)?(?:政府)?(?:等|在内的|在內的|共[计計]?|合[计計]|[总總]共|这|的)*")
"""Words between the last name of a list and its number."""
_ROW_NUMBER = re.compile(r"\s{0,4}\d{1,3}\s{0,4}")
"""1甲县2乙县合计2个县: between the names of a list that has lost its breaks."""
_SETS_OUT = re.compile(r"\s*(?:[—–-]{1,2}|[：:︰（(]|[，,]?(?:即|分别(?:是|为)|分別(?:是|為)|包括))\s*")
"""Words between a number and the names that it counts."""
_LIST_ENDS = re.compile(r"\s|$|[，。；,;）)]|等")
"""Behind the last name of a list that was read as a whole."""
_NEXT_GROUP = re.compile(r"[；;]|[）)][，,]")
"""Names before such a mark are those of another number: 市级2个（A、B），县级4个（…）."""
_BRACKETS = re.compile(r"[（(][^（）()]{0,40}[）)]")
_PARTS = re.compile(r"[。！？]|(?<!、)\n(?!、)")
"""No list goes on behind it; a line that was cut at a mark of the list does (甲县、 | 乙县)."""
_NO_WORDS = re.compile(r"[^一-鿿\d]")
_UNITS = re.compile(r"(?:试点|县|市|区|省份?|城市|地区|单位|名单|医院|[省市县区]级)(?:（[^）]*）)?$")
_LINES = {"unit-list-line", "unit-table-row"}
_TO_LIST = re.compile(r"名单|如下|[：:]|^[）\)]?\s*\n")
_OTHER_NUMBER = re.compile(r"其中|[\d一二三四五六七八九十]+[个家]")
"""Between a number and its list: another number tells that the list is that one's."""
_HEADS = re.compile(r"[）\)]?[：:]?\s*\n")
"""Behind a number at the end of the heading of its part of a list: 东部地区（2个）."""
_GAP = re.compile(
    r"(?:[^\w]|\d|（[^（）]{0,30}）|人民政府|[一-鿿]{1,8}(?:省|自治区|兵团)|(?:北京|天津|上海|重庆)市|[一-鿿]{2,3}(?=[：:|]))*"
)
"""What stands between two names of a list of lines: marks, numbers, remarks, the province of the next ones."""
_LONGEST_REST = 20  # code points
_REACH = 60  # code points; no two names of one list stand further apart


def with_listed(document: Document, counts: Sequence[DeclaredCount], facts: Sequence[Fact]) -> list[DeclaredCount]:
    """Return the counts, each with the number of things that the document lists for it, if it lists any.

    Args:
        document: the document; what stands between two passages is read without its markup.
        counts: declared counts.
        facts: the other facts of the document.
    """
    units = _passages(facts, PilotUnit)
    consortia = _passages(facts, Consortium)
    found = [_with_listed(document, count, facts, units, consortia) for count in counts]
    return _with_list_below(document, found, facts)


def _with_list_below(document: Document, counts: list[DeclaredCount], facts: Sequence[Fact]) -> list[DeclaredCount]:
    """确定12个城市…名单如下, 试点城市名单（共12个）: hold the last number before a list of lines against the list."""
    ends = sorted(
        (passage.end, index) for index, count in enumerate(counts) if _counts_units(count) for passage in count.passages
    )
    counts = list(counts)
    for listing in _lists(document, facts, [end for end, _ in ends]):
        index = _head_of(document, counts, ends, listing)
        if index is not None:
            counts[index] = replace(counts[index], listed=listing.number, open_list=False)
    return counts


def _head_of(
    document: Document, counts: Sequence[DeclaredCount], ends: Sequence[tuple[int, int]], listing: _Listing
) -> int | None:
    """Return which count announces a list: the last one that stands near enough."""
    for position in range(bisect_left(ends, (listing.start,)) - 1, -1, -1):
        end, index = ends[position]
        between = _between(document, end, listing.start)
        if len(between) > 2 * _REACH:
            return None
        if _is_unlisted(counts[index]) and _announces(between, listing):
            return index
    return None


def _is_unlisted(count: DeclaredCount) -> bool:
    """Nothing was listed for it so far, or only some of it (A等6个地区)."""
    return count.listed is None or count.open_list


def _announces(between: str, listing: _Listing) -> bool:
    """Tell whether the words between a number and a list lead from one to the other."""
    if listing.is_part:
        return _HEADS.match(between) is not None
    return bool(_TO_LIST.search(between)) and not _OTHER_NUMBER.search(between)


def _counts_units(count: DeclaredCount) -> bool:
    return bool(_UNITS.search(count.of))


@dataclass(frozen=True, slots=True)
class _Listing:
    """A list of lines: where it begins, and how many names it has."""

    start: int
    number: int
    is_part: bool
    """Its parts have numbers of their own: 东部地区（2个）, below it 西部地区（1个）."""


def _lists(document: Document, facts: Sequence[Fact], heads: Sequence[int]) -> list[_Listing]:
    """Return the lists of lines, where nothing else stands between their names; a number ends a part of one."""
    lines = _lines(document, facts)
    runs: list[list[tuple[Passage, str | None]]] = []
    parts: set[int] = set()
    for line in lines:
        if not runs or document.distance(runs[-1][-1][0].end, line[0].start) > 2 * _REACH:
            runs.append([line])
        elif bisect_left(heads, runs[-1][-1][0].end) < bisect_left(heads, line[0].start):
            parts |= {len(runs) - 1, len(runs)}
            runs.append([line])
        else:
            runs[-1].append(line)
    return [
        _Listing(run[0][0].start, len({place for _, place in run}), index in parts)
        for index, run in enumerate(runs)
        if _is_whole(document, run)
    ]


def _lines(document: Document, facts: Sequence[Fact]) -> list[tuple[Passage, str | None]]:
    """Return the names in lists of lines; of units that a sentence named first, those right beside such a name."""
    units = [(passage, fact) for fact in facts if isinstance(fact, PilotUnit) for passage in fact.passages]
    units.sort(key=lambda unit: unit[0])
    listed = [fact.rule in _LINES for _, fact in units]
    for index, (passage, fact) in enumerate(units):
        if listed[index] or passage == fact.passages[0]:
            continue
        beside = [other for other in (index - 1, index + 1) if 0 <= other < len(units) and listed[other]]
        listed[index] = any(_is_beside(document, passage, units[other][0]) for other in beside)
    return [(passage, fact.place) for (passage, fact), is_listed in zip(units, listed, strict=True) if is_listed]


def _is_beside(document: Document, one: Passage, other: Passage) -> bool:
    first, second = sorted((one, other))
    near = document.distance(first.end, second.start) <= _REACH
    return near and _GAP.fullmatch(_between(document, first.end, second.start)) is not None


def _is_whole(document: Document, run: list[tuple[Passage, str | None]]) -> bool:
    """Nothing in the list was left unread, it does not call itself partial (等), and the text does not break off."""
    gaps = [_between(document, one.end, other.start) for (one, _), (other, _) in pairwise(run)]
    behind = document.following(run[-1][0].end, 2).strip("。；\n")
    is_open = behind == "等" or _breaks_off(document, run[-1][0].end)
    return len(run) > 1 and not is_open and all(_GAP.fullmatch(gap) for gap in gaps)


def _breaks_off(document: Document, end: int) -> bool:
    """Tell whether the text breaks off behind the last name that could be read."""
    rest = document.following(end, _LONGEST_REST)
    return len(rest) < _LONGEST_REST and breaks_off(rest, 0)


def _passages(facts: Sequence[Fact], kind: type[Fact]) -> list[Passage]:
    return sorted(passage for fact in facts if isinstance(fact, kind) for passage in fact.passages)


def _with_listed(
    document: Document, count: DeclaredCount, facts: Sequence[Fact], units: list[Passage], consortia: list[Passage]
) -> DeclaredCount:
    inside, words = _set_out(document, count, units)
    if not inside:
        inside, words = _summed_up(document, count, units)
    if not inside and consortia and _alliance().search(count.of):
        inside, words = _summed_up(document, count, consortia)
    finders: tuple[Callable[[], int], ...] = (
        lambda: len(_in_province(count, facts)),
        lambda: inside,
        lambda: _tasks(count, facts),
    )
    listed = next((number for finder in finders if (number := finder())), None)
    is_open = "等" in words or "在内" in words or (bool(units) and _is_last(document, count, facts, units[-1]))
    return replace(count, listed=listed, open_list=is_open)


@cache
def _alliance() -> re.Pattern[str]:
    """What counts alliances; who has joined one (12家乡镇卫生院) is counted in it."""
    return re.compile(either("build_graph.extract.consortia", "consortium_words", "consortium"))


def _is_last(document: Document, count: DeclaredCount, facts: Sequence[Fact], unit: Passage) -> bool:
    """Tell whether the text breaks off in the list of a province."""
    return _breaks_off(document, unit.end) and any(unit in each.passages for each in _in_province(count, facts))


def _set_out(document: Document, count: DeclaredCount, units: list[Passage]) -> tuple[int, str]:
    """东部地区3个——A、B、C: the names right behind the number, and the words behind them."""
    reach = count.passages[0].end
    total = 0
    for passage in units[bisect_left(units, reach, key=lambda unit: unit.start) :]:
        between = _between(document, reach, passage.start)
        if not (_joins(between, _OF_TWO) if total else _SETS_OUT.fullmatch(between)) or "；" in between:
            break
        total, reach = total + 1, passage.end
    behind = document.following(reach, 2)
    if not total or not _counts_units(count) or not _LIST_ENDS.match(behind):
        return 0, ""
    return total, behind


def _summed_up(document: Document, count: DeclaredCount, passages: list[Passage]) -> tuple[int, str]:
    """A、B和C3个: the names right in front of the number or in the passage that holds it, and the words between."""
    start = count.passages[0].start
    total, reach, words = 0, start, ""
    rows: int | None = None  # the numbers of rows, counted from the other end, stay the same
    last = bisect_left(passages, start, key=lambda passage: passage.start)
    for index in range(last - 1, -1, -1):
        passage = passages[index]
        if total and passage.start == reach:
            total += 1  # two things that one passage tells of
            continue
        if passage.end > reach:
            if passage.start < reach and not total:  # an alliance whose members stand behind the number
                total, reach = 1, passage.start
            continue
        between = _between(document, passage.end, reach)
        if total and _ROW_NUMBER.fullmatch(between):
            if rows not in {None, total + int(between)}:
                return 0, ""  # no running numbers
            rows = total + int(between)
        elif not _joins(between, _OF_TWO if total else _BEFORE_SUM) or (not total and _NEXT_GROUP.search(between)):
            break
        words = words if total else between
        total += 1
        reach = passage.start
    return total, words


def _joins(between: str, words: re.Pattern[str]) -> bool:
    """Tell whether raw characters are nothing but joining words, marks, remarks in brackets, and noise."""
    if _PARTS.search(between):
        return False
    return words.fullmatch(_NO_WORDS.sub("", _BRACKETS.sub("", between))) is not None


def _in_province(count: DeclaredCount, facts: Sequence[Fact]) -> list[PilotUnit]:
    """河北省12县市区: the listed units of that province."""
    units = [f for f in facts if isinstance(f, PilotUnit) and f.level != "province" and f.province]
    return [unit for unit in units if count.of.startswith(unit.province or "")]


def _tasks(count: DeclaredCount, facts: Sequence[Fact]) -> int:
    """Of enumerated tasks: for aspects the upper ones, for tasks those of the level that has as many as declared.

    两个方面共3项内容 counts what stands below the aspects, 3项任务：一是…，包括… what has more below it. If neither
    level has as many, the lower one counts if something stands below each of the upper ones.
    """
    tasks = [fact for fact in facts if isinstance(fact, Task) and fact.rule == "task-enumerated"]
    upper = [task.text for task in tasks if task.parent is None]
    if _ASPECTS.search(count.of):
        return len(upper)
    if not _TASKS.search(count.of):
        return 0
    parents = [task.parent for task in tasks if task.parent is not None]
    if set(upper) - set(parents):
        return 0
    return len(upper) if count.value == len(upper) else len(parents)


def _between(document: Document, start: int, end: int) -> str:
    return document.said(start, end) if start < end else ""
