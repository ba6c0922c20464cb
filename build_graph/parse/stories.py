"""Stories: a page with news on several subjects is read story by story.

A digest is told by its title (…快讯, 要闻), or by paragraphs under headlines of their own that each begin
like a piece of news (记者从…获悉, 近日, …). Nothing crosses from one story to the next.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from build_graph.parse.spans import Span
from build_graph.tables import either

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from build_graph.parse.lines import Line

_LEAST_HEADLINE = 6
_LEAD = 30  # code points at the beginning of a paragraph in which a piece of news says where and when
_MOST_TITLES = 6  # lines at the top of a page among which its title stands


@cache
def _digest() -> re.Pattern[str]:
    return re.compile(either(__package__, "story_words", "digest"))


@cache
def _news() -> re.Pattern[str]:
    return re.compile(either(__package__, "story_words", "news"))


def stories(text: str, lines: Sequence[Line]) -> tuple[Span, ...]:
    """Return the clean spans of the stories of a page; one that holds everything unless the page is a digest."""
    whole = Span(0, len(text))
    heads = [index for index, line in enumerate(lines) if _is_headline(lines, index)]
    pieces = list(_pieces(lines, heads, len(text)))
    titled = any(_digest().search(line.text) for line in lines[:_MOST_TITLES])
    like_news = [piece for piece in pieces if _begins_like_news(lines, piece)]
    if len(pieces) < 2 or (not titled and (len(pieces) < 3 or len(like_news) < 0.6 * len(pieces))):
        return (whole,)
    first = lines[pieces[0]].span.start
    starts = [lines[piece].span.start for piece in pieces]
    found = [Span(start, end) for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]
    return tuple([Span(0, first)] * bool(first) + found)


def _pieces(lines: Sequence[Line], heads: Sequence[int], end: int) -> Iterator[int]:
    """Yield the headlines under which running text stands; the title of the page heads no story of its own."""
    for index in heads:
        following = lines[index + 1] if index + 1 < len(lines) else None
        if following is not None and _is_running(following):
            yield index


def _is_headline(lines: Sequence[Line], index: int) -> bool:
    line = lines[index]
    return line.level is None and line.looks_like_heading and len(line.text) >= _LEAST_HEADLINE


def _is_running(line: Line) -> bool:
    return not line.looks_like_heading and re.search(r"[。！？]", line.text) is not None


def _begins_like_news(lines: Sequence[Line], head: int) -> bool:
    return _news().search(lines[head + 1].text[:_LEAD]) is not None
