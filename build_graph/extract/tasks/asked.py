"""Tasks that answer a question or an announcement as people speak.

试点要做哪些事？ stands above lines, one task each; 怎么改？县里定了四条： and 主要做这么几件事： before an enumeration.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from build_graph.extract.tasks.directives import is_doing
from build_graph.extract.tasks.nodes import Aspect
from build_graph.extract.tasks.telling import is_done
from build_graph.parse.numbers import NUMERAL
from build_graph.parse.spans import Span, trimmed
from build_graph.tables import either

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_graph.parse.lines import Line
    from build_graph.parse.reading import Reading

_NUMBER = re.compile(r"\d{1,2}\s+(?=[一-鿿])")
"""1 建立台账: what is left of a number in a picture."""
_END_MARKS = " 。；，"
_LONGEST_ANSWER = 48  # code points of a line that is one task
_LONGEST_QUESTION = 30  # code points of a line that asks
_LONGEST_LEAD = 60  # code points before an enumeration among which it is asked for or announced


@cache
def _asks() -> re.Pattern[str]:
    """要做哪些事？, 重点抓什么？, 怎么改？: a question on what is to be done, at its mark."""
    act, what, piece, how = (
        either(__package__, "task_words", f"asked_{kind}") for kind in ("act", "what", "piece", "how")
    )
    return re.compile(rf"(?:{act}{what}(?:{piece})?|{how}{act})[呢啊呀]?？")


@cache
def _announces() -> re.Pattern[str]:
    """要办好四件实事：: so many things to do, of which nothing says that they are done."""
    act, piece = (either(__package__, "task_words", f"asked_{kind}") for kind in ("act", "piece"))
    number = rf"(?:{NUMERAL}|几|\d{{1,2}})"
    return re.compile(rf"{act}(?:的(?:主要)?是)?(?:以下|下面|这么|这)?{number}(?:[件项样桩个条]|方面){piece}[：，]\s*$")


@cache
def _asked_before() -> re.Pattern[str]:
    """怎么改？县里定了四条：: only what leads to the answer stands between the question and it."""
    return re.compile(
        rf"{_asks().pattern}[”\s]*(?:答：)?(?:[^。？；\n]{{0,20}}[：。]|[^。？；，：\n]{{2,10}}说，)?\s*$"
    )


def is_asked_for(reading: Reading, start: int) -> bool:
    """Tell whether what is enumerated from ``start`` on has been asked for, or announced as things to do."""
    before = reading.text[max(0, start - _LONGEST_LEAD) : start]
    if "？" in before and _asked_before().search(before):
        return True
    return _announces().search(before) is not None


def answered(reading: Reading) -> Iterator[Aspect]:
    """Yield the lines below a line that asks what is to be done, if most of them say so."""
    for number, line in enumerate(reading.lines):
        if line.text[-1] != "？" or len(line.text) > _LONGEST_QUESTION or not _asks().search(line.text):
            continue
        spans = [_answer(reading, below) for below in _below(reading, number)]
        texts = [reading.slice(span) for span in spans]
        if len(spans) > 1 and 2 * sum(map(is_doing, texts)) > len(texts) and not any(map(is_done, texts)):
            yield from (Aspect(span, place, (), "task-answer") for place, span in enumerate(spans, 1))


def _below(reading: Reading, number: int) -> Iterator[Line]:
    """The short lines below a question, as long as they stand as close to each other as the first two."""
    gaps: list[int] = []
    lines = reading.lines
    for above, line in zip(lines[number:], lines[number + 1 :], strict=False):
        gaps.append(reading.text.count("\n", above.span.end, line.span.start))
        if len(line.text) > _LONGEST_ANSWER or line.is_row or line.text[-1] in "？：" or "。" in line.text[:-1]:
            return
        if len(gaps) > 2 and gaps[-1] > gaps[1]:
            return
        yield line


def _answer(reading: Reading, line: Line) -> Span:
    number = _NUMBER.match(line.content_text)
    start = line.content.start + (number.end() if number else 0)
    return trimmed(reading.text, Span(start, line.content.end), _END_MARKS)
