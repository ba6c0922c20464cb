"""Clauses that begin with a verb and direct nothing, as the clauses around them show.

为推进甲，加强乙，市政府决定… says why something is decided; 推进甲，是加强乙的举措 says what something is.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import takewhile
from typing import TYPE_CHECKING

from build_graph.extract.tasks.clauses import does
from build_graph.tables import either, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


@cache
def _cue(kind: str) -> re.Pattern[str]:
    return re.compile(either(__package__, "directive_words", kind))


def framed(clauses: Sequence[str], *, is_demanded: bool = False) -> frozenset[int]:
    """Return the numbers of the clauses of a sentence that say why or what something is.

    ``is_demanded``: what stands before them demands them.

    >>> sorted(framed(["为推进改革", "建设校舍", "市政府决定开展试点"])), sorted(framed(["推进改革", "是大势所趋"]))
    ([0, 1], [0, 1])
    """
    opens = _opens()
    if len(clauses) < 2 or not any(clause.startswith(opens) for clause in clauses):
        return frozenset()
    return frozenset((*_why(clauses), *_subjects(clauses, is_demanded=is_demanded)))


@cache
def _opens() -> tuple[str, ...]:
    """How one of its clauses begins in a sentence that frames any."""
    return ("为", *words(__package__, "directive_words", "predicate"))


@cache
def _leads_why() -> re.Pattern[str]:
    """为推进…, 为充分发挥…, but not 为学校配备…."""
    return re.compile(rf"为了?(?P<adverb>{either(__package__, 'task_words', 'adverb')})?")


def _why(clauses: Sequence[str]) -> Iterator[int]:
    """为推进甲，加强乙，某部决定…: all that stands before the clause that decides."""
    for first, text in enumerate(clauses):
        led = _leads_why().match(text)
        if led and (led["adverb"] or does(text, led.end())):
            behind = takewhile(lambda n: _modal().search(clauses[n]) is None, range(first + 1, len(clauses)))
            yield from range(first, next((n for n in behind if _decides(clauses[n])), first))
            return


@cache
def _modal() -> re.Pattern[str]:
    """What somebody must do (各县要…) is what the reason is given for."""
    return re.compile(either(__package__, "directive_words", "must"))


def _decides(clause: str) -> bool:
    return not does(clause) and (_cue("decides").search(clause) or _cue("goes_by").match(clause)) is not None


@cache
def _ranks() -> tuple[str, ...]:
    return words(__package__, "directive_words", "rank")


def _subjects(clauses: Sequence[str], *, is_demanded: bool) -> Iterator[int]:
    """推进甲，是加强乙的举措; 推进甲，改造丙，有利于丁."""
    demanded = -1 if is_demanded else next((n for n, text in enumerate(clauses) if _modal().search(text)), len(clauses))
    for number, text in enumerate(clauses[1:], 1):
        if _cue("predicate").match(text) and (text.endswith(_ranks()) or not text.startswith(("是", "也是"))):
            if demanded < number:
                yield number  # 各校要推广甲，改造乙，有利于丙: what is demanded stays so
                continue
            first = number - 1
            while first > 0 and does(clauses[first]) and does(clauses[first - 1]):
                first -= 1
            yield from range(first, number + 1)
