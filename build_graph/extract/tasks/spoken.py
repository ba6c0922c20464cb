"""Enumerations of tasks as speakers number them: 第一个事，…。 第二个事，…。; 头一件，…；再一件，…."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from build_graph.extract.enumerations import Item
from build_graph.parse.numbers import value_of
from build_graph.parse.spans import Span, trimmed
from build_graph.tables import either

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_graph.parse.reading import Reading

_END_MARKS = " 。；，\n"
_BEFORE = "\n。；：，“”"  # what an item stands behind, or at the very beginning
_FURTHER = 0  # the value of a word that only goes on counting (再一件)


def spoken_lists(reading: Reading) -> Iterator[tuple[str, list[Item]]]:
    """Yield the lists of a text whose items are numbered so, at least two in each, with what the first begins with.

    An item ends where the next one begins, the last one with its paragraph, or with its sentence if the others are
    parts of one.
    """
    run: list[re.Match[str]] = []
    for mark in _mark().finditer(reading.text):
        if not _begins_item(reading.text, mark.start()):
            continue
        if _value(mark) == 1:
            yield from _listed(reading, run)
            run = [mark]
        elif run and _value(mark) in (_FURTHER, len(run) + 1):
            run.append(mark)
    yield from _listed(reading, run)


def _begins_item(text: str, position: int) -> bool:
    while position > 0 and text[position - 1] in " \u3000":
        position -= 1
    return position == 0 or text[position - 1] in _BEFORE


def _listed(reading: Reading, run: list[re.Match[str]]) -> Iterator[tuple[str, list[Item]]]:
    if len(run) < 2:
        return
    last = Span(run[-1].end(), reading.line_end(Span(*run[-1].span())))
    if reading.text.find("。", run[0].end(), last.start) < 0:
        last = next(iter(reading.sentences_in(last)), last)
    ends = [*(mark.start() for mark in run[1:]), last.end]
    spans = [Span(mark.end(), end) for mark, end in zip(run, ends, strict=True)]
    yield run[0][0], [Item(number, trimmed(reading.text, span, _END_MARKS)) for number, span in enumerate(spans, 1)]


def _value(mark: re.Match[str]) -> int:
    if mark["n"]:
        return int(value_of(mark["n"]))
    return 1 if mark["first"] else _FURTHER


@cache
def _mark() -> re.Pattern[str]:
    """What such an item begins with, behind a mark or where a line begins."""
    thing = either(__package__, "task_words", "spoken_thing")
    kinds = ("spoken_first", "spoken_further", "spoken_then")
    first, further, then = (either(__package__, "task_words", kind) for kind in kinds)
    return re.compile(
        rf"(?:第(?P<n>[一二三四五六七八九])|(?P<first>{first})|{further})"
        rf"[个件项桩条点](?:[大实要]?{thing})?(?:就?是要?|就?要|[，：])|{then}"
    )
