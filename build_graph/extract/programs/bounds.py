"""Where the name of a program begins: behind the last word that bounds it, unless that word joins two parts of it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from build_graph.extract.alternatives import any_of
from build_graph.extract.programs.naming import BATCH
from build_graph.tables import either, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from build_graph.parse.reading import Reading

_SHORTEST_PART = 2
"""Code points of the first part of a name that a verb joins to the second (公证参与司法辅助事务)."""


def name_start(reading: Reading, run: str, offset: int) -> int:
    """Return where in the text a name begins.

    Args:
        reading: the reading.
        run: the letters up to the end of the name, with no mark among them.
        offset: where they begin in the text.
    """
    bounds = _bounds(run)
    if not bounds:
        return offset
    may_join = bounds[-1][0] in words(__package__, "program_words", "joins")
    joined = _joined(reading, run, offset, bounds) if may_join else None
    return offset + (bounds[-1].end() if joined is None else joined)


def _bounds(run: str) -> list[re.Match[str]]:
    """Return the words that bound names; inside of certain words such a one bounds nothing (个 in 个人养老金)."""
    inside = [word.span() for word in _inside().finditer(run)]
    found = list(_boundary().finditer(run))
    if found and found[-1].end() == len(run) and _is_tail(found[-1][0]):
        found.pop()
    if not inside:
        return found  # most
    return [bound for bound in found if not any(start <= bound.start() and bound.end() <= end for start, end in inside)]


@cache
def _inside() -> re.Pattern[str]:
    return re.compile(either(__package__, "program_words", "inside"))


@cache
def _boundary() -> re.Pattern[str]:
    """What ends right before a name begins."""
    word = any_of(words(__package__, "program_words", "boundary"))
    year = "[0-9]{1,4}年度?|(?:(?<![一-鿿])|(?<=公布)|(?<=印发)|(?<=开展))年度"
    by = "(?<![一-鿿“])以(?![旧工奖案房竹])"  # 以X试点撬动…, but 以旧换新
    return re.compile(rf"{word}|{BATCH}|{year}|{by}|[0-9](?!\+)(?:个|项|类|种|家|条)?")


def _is_tail(word: str) -> bool:
    """扩大 right before 试点 belongs to the name (长期护理保险扩大试点)."""
    return word in words(__package__, "program_words", "tail")


def _joined(reading: Reading, run: str, offset: int, bounds: Sequence[re.Match[str]]) -> int | None:
    """Return where in the run a name begins whose parts verbs join: 开展公证参与司法辅助事务试点, 《A支持B方案》.

    None if the last verb is none of the name: a place or a body takes part (推动甲市参与X试点), nothing runs what
    stands before it, or the text says the second part alone more often.
    """
    for number in range(len(bounds) - 1, -1, -1):
        verb, before = bounds[number], bounds[number - 1] if number else None
        start = before.end() if before else 0
        if verb.end() == len(run) or not _joins(reading, verb[0], run[start : verb.start()]):
            return None
        if before is None or before[0] in words(__package__, "program_words", "starts"):
            runs = before is not None or reading.text[max(0, offset - 1) : offset] in ("《", "“")
            alone, whole = reading.text.count(run[bounds[-1].end() :]), reading.text.count(run[start:])
            return start if runs and alone <= whole else None
    return None


def _joins(reading: Reading, verb: str, part: str) -> bool:
    """Tell whether a verb may join a part of a name to the next one; who takes part in a program is none of it."""
    if verb not in words(__package__, "program_words", "joins") or len(part) < _SHORTEST_PART:
        return False
    return not part.endswith(words(__package__, "program_words", "joiner")) and not reading.is_place(part)
