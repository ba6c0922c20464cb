"""Stories: a page with news on several subjects is read story by story.

A digest is told by its title (…快讯, 要闻), or by paragraphs under headlines of their own that each begin
like a piece of news (记者从…获悉, 近日, …). Headlines in brackets (【某省：…】) or with a number (一、…) head
stories only where no title names one subject, and the parts tell what is done in different places: the sections
of a notice or plan are never stories. Nothing crosses from one story to the next.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from build_graph.parse.spans import Span
from build_graph.tables import either

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from build_graph.parse.lines import Line

_LEAST_HEADLINE = 6
_LEAD = 30  # code points at the beginning of a paragraph in which a piece of news says where and when
_MOST_TITLES = 6  # lines at the top of a page among which its title stands
_BRACKETED = re.compile(r"【(?P<head>[^【】]{4,40})】")
_DAY = re.compile(r"(?:(?:19|20)\d{2}年)?\d{1,2}月\d{1,2}日(?:[上下]午)?，?")
_SENTENCE_END = re.compile(r"[。！？]")
_NUMBERED = {1, 3}
"""Levels of the numbers that headlines have: 一、 and 1."""


class _Part(NamedTuple):
    """A headline and how the text below it begins."""

    start: int
    head: str
    lead: str


@cache
def _word(kind: str) -> re.Pattern[str]:
    return re.compile(either(__package__, "story_words", kind))


@cache
def _digest_end() -> re.Pattern[str]:
    """The end of a title (改革动态), perhaps with the number of the issue."""
    return re.compile(either(__package__, "story_words", "digest_end") + r"(?:\s*[（(]?[^（()）]{0,16}期[）)]?)?$")


def stories(text: str, lines: Sequence[Line], place_of: Callable[[str], str | None]) -> tuple[Span, ...]:
    """Return the clean spans of the stories of a page; one that holds everything unless the page is a digest.

    Args:
        text: clean text.
        lines: its lines.
        place_of: gives the division with whose name a text begins.
    """
    for read, told in ((_in_brackets, _of_brackets), (_with_numbers, _of_places), (_plain, _of_news)):
        parts = list(read(lines))
        if len(parts) > 1 and told(lines, parts, place_of):
            starts = [part.start for part in parts]
            found = [Span(start, end) for start, end in pairwise([*starts, len(text)])]
            return tuple([Span(0, starts[0])] * bool(starts[0]) + found)
    return (Span(0, len(text)),)


# --- the parts of a page --------------------------------------------------------------------------------


def _plain(lines: Sequence[Line]) -> Iterator[_Part]:
    """Yield headlines without a number, under which running text stands; the title of the page heads no story."""
    for line, following in pairwise(lines):
        headline = line.level is None and line.looks_like_heading and len(line.text) >= _LEAST_HEADLINE
        if headline and _is_running(following) and not _BRACKETED.match(line.text):
            yield _Part(line.span.start, line.text, following.text[:_LEAD])


def _in_brackets(lines: Sequence[Line]) -> Iterator[_Part]:
    """Yield headlines in 【】, with the text below them or behind them in the same line."""
    for index, line in enumerate(lines):
        found = _BRACKETED.match(line.text)
        if found is None:
            continue
        behind = line.text[found.end() :].strip()
        below = lines[index + 1].text if index + 1 < len(lines) else ""
        yield _Part(line.span.start, found["head"], (behind or below)[:_LEAD])


def _with_numbers(lines: Sequence[Line]) -> Iterator[_Part]:
    """Yield the numbered headlines of a page on which nothing else is numbered and each has text of its own below."""
    numbered = [(index, line) for index, line in enumerate(lines) if line.level is not None]
    if [line.ordinal for _, line in numbered] != list(range(1, len(numbered) + 1)):
        return
    if len({line.level for _, line in numbered}) > 1 or not all(line.level in _NUMBERED for _, line in numbered):
        return
    for index, line in numbered:
        following = lines[index + 1] if index + 1 < len(lines) else None
        if following is None or not line.looks_like_heading or not _is_running(following):
            return
    for index, line in numbered:
        yield _Part(line.span.start, line.content_text, lines[index + 1].text[:_LEAD])


def _is_running(line: Line) -> bool:
    return not line.looks_like_heading and _SENTENCE_END.search(line.text) is not None


# --- whether they are stories ---------------------------------------------------------------------------


def _of_news(lines: Sequence[Line], parts: Sequence[_Part], _place_of: Callable[[str], str | None]) -> bool:
    """A title says so, or most of at least three parts begin like news."""
    if _says_digest([line.text for line in lines[:_MOST_TITLES]]):
        return True
    like_news = [part for part in parts if _word("news").search(part.lead)]
    return len(parts) >= 3 and len(like_news) >= 0.6 * len(parts)


def _of_brackets(lines: Sequence[Line], parts: Sequence[_Part], place_of: Callable[[str], str | None]) -> bool:
    """A title says that the page is a digest, or the parts tell of different places."""
    titles = _titles(lines, parts)
    return titles is not None and (_says_digest(titles) or _of_places(lines, parts, place_of))


def _of_places(lines: Sequence[Line], parts: Sequence[_Part], place_of: Callable[[str], str | None]) -> bool:
    """Every part tells of a place or begins like news, and they tell of different places.

    A title must say that the page is a digest, or each of at least three parts begins like news.
    """
    titles = _titles(lines, parts)
    places = [_place(part, place_of) for part in parts]
    if titles is None or len({place for place in places if place}) < 2:
        return False
    like_news = [_DAY.match(part.lead) is not None or _word("news").search(part.lead) is not None for part in parts]
    if _says_digest(titles) or any(_digest_end().search(title) for title in titles):
        return all(place or news for place, news in zip(places, like_news, strict=True))
    return len(parts) >= 3 and all(places) and all(like_news)


def _titles(lines: Sequence[Line], parts: Sequence[_Part]) -> list[str] | None:
    """The lines above the parts; None if they make one document of them: a text that leads to them, a …通知."""
    before = [line for line in lines if line.span.start < parts[0].start]
    if any(_is_running(line) or line.text.endswith("：") or _word("one_subject").search(line.text) for line in before):
        return None
    return [line.text for line in before]


def _says_digest(titles: Sequence[str]) -> bool:
    return any(_word("digest").search(title) for title in titles)


def _place(part: _Part, place_of: Callable[[str], str | None]) -> str | None:
    """The place with which a headline or the text below it begins, behind the day."""
    day = _DAY.match(part.lead)
    return place_of(part.lead[day.end() if day else 0 :]) or place_of(part.head)
