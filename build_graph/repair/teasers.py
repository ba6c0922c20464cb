"""Teasers: the beginnings of other articles, cut off at a fixed length (该...).

What is cut off says nothing. Complete sentences before the cut stay; where several teasers stand together, only
those that speak of what the page speaks of. The first line may be a title that was cut off, and stays.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from build_graph.repair.page import Line
    from build_graph.repair.tracked import Span

_CUT_OFF = re.compile(r"(?:\.{2,}|(?<!…)…)\s*(?:[\[【（(]?(?:详细|详情|查看详情|全文|更多|阅读全文)[>》\]】）)]*)?$")
_SENTENCE = re.compile(r"[^。！？]*+(?:(?P<end>[。！？])[”’）]*|\Z)")
_PAIR = re.compile(r"(?=([\u4e00-\u9fff]{2}))")
_DOTS = re.compile("…|[.][.]")
"""No such end is without them."""
_AKIN = 0.3
"""A sentence speaks of what the page speaks of if the page has this share of its character pairs: measured
0.35 for such a sentence and at most 0.25 for others."""


def is_cut_off(line: str) -> bool:
    """Tell whether the line ends in the dots that stand for the rest of an article."""
    end = line[-20:]
    return _DOTS.search(end) is not None and _CUT_OFF.search(end) is not None


def cut_off_spans(text: str, lines: Sequence[Line]) -> Iterator[Span]:
    """Yield the spans of ``text`` to leave out because they belong to teasers. ``lines`` are those still in it."""
    if not _DOTS.search(text):
        return  # most pages
    filled = [line for line in lines if line.text]
    cut_off = [is_cut_off(line.text) and not line.is_table_row for line in filled]
    if any(cut_off):
        neighbours = [before or after for before, after in zip([False, *cut_off], [*cut_off[1:], False], strict=False)]
        page = _pairs_of(line.text for line, cut in zip(filled, cut_off, strict=True) if not cut)
        for at, line in enumerate(filled):
            if cut_off[at] and (neighbours[at] or at):
                yield from _unwanted(text, line, page if neighbours[at] else None)


def _pairs_of(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(pair for text in texts for pair in _PAIR.findall(text))


def _unwanted(text: str, line: Line, page: frozenset[str] | None) -> Iterator[Span]:
    """Yield what has to go of a teaser: what is cut off and, unless ``page`` is None, sentences foreign to it."""
    sentences = (found for found in _SENTENCE.finditer(text, line.start, line.end) if found["end"])
    kept = [found.span() for found in sentences if page is None or _is_akin(found[0], page)]
    if not kept:
        yield line.start, line.end
        return
    at = line.start
    for start, end in kept:
        if at < start:
            yield at, start
        at = end
    yield at, at + len(text[at : line.end].rstrip("\n"))


def _is_akin(sentence: str, page: frozenset[str]) -> bool:
    pairs = _PAIR.findall(sentence)
    return sum(pair in page for pair in pairs) >= _AKIN * max(len(pairs), 1)
