"""Lines, their numbering, and what kind of line each is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from build_graph.parse.numbers import value_of
from build_graph.parse.spans import Span, trimmed
from build_graph.repair.page import NO_COUNT

if TYPE_CHECKING:
    from collections.abc import Iterator

_BROKEN_OFF = re.compile(
    r"(?:[ \t\n]{0,8}、[一-鿿]{0,4}|[ \t]{0,8}\n\s{0,8}\d{1,3}[.．、][一-鿿]{0,8})[ …．.]{0,8}\s{0,8}\Z"
)
"""A mark of a list or the number of its next line behind its last whole name, and the beginning of another one."""
_NUMBERINGS = (  # by level, outermost first: 一、 or 第一条 （一） 1. （1）
    re.compile(r"(?P<n>[一二三四五六七八九十]{1,3})、|第(?P<article>[一二三四五六七八九十百]{1,5}|\d{1,3})条(?:\s+|$)"),
    re.compile(r"（(?P<n>[一二三四五六七八九十]{1,3})）"),
    re.compile(rf"(?P<n>\d{{1,2}})(?: ?[.．、](?!\d)| {NO_COUNT}(?=[一-鿿、]{{4,30}}。))"),
    re.compile(r"（(?P<n>\d{1,2})）|(?P<circled>[①-⑳])"),
)
_NUMBER_OR_BULLET = re.compile(r"[一二三四五六七八九十第（\d①-⑳●■◆★▲►•▪➤○◇□※·*–—-]")
"""Lines that begin otherwise, which most do, are not looked at further."""
_BULLET = re.compile(r"[●■◆★▲►•▪➤○◇□※]\s*|[·*–—-]\s+")
_TWO_HEADINGS = re.compile(
    r"\s*[一二三四五六七八九十]{1,3}、(?:[^，。；：（）]{2,24}(?:\s+(?=（[一二三四五六七八九十]{1,3}）)|(?=（一）(?![中的项款条所])))"
    r"|[^。；：（）\d]{4,40}(?=\d{1,2}、[一-鿿]{4}))"
    r"|\s*（[一二三四五六七八九十]{1,3}）[^，。；：（）\d]{4,24}(?=1[.．、]\s*[一-鿿]{4})"
)
_HEADING_LENGTH = 30
_LONGEST_PAIR = 400  # code points of a row of two cells
_LABEL_LENGTH = 20
"""Most code points before a colon that name what stands behind it (试点范围：…)."""
_TITLE_END = re.compile(r"[。！？；：](?!(?<=\d：)\d)")  # no colon of a time
_FINAL_MARKS = "。！？；，：…、"


class Line(NamedTuple):
    """One line of clean text, trimmed of spaces."""

    span: Span
    text: str
    level: int | None = None
    """Level of its numbering: 1 for 一、 and 第一条, 2 for （一）, 3 for 1., 4 for （1）; None without a number."""
    ordinal: int | None = None
    body: Span | None = None
    """The line without its number or bullet, where it has one."""

    @property
    def content(self) -> Span:
        """The line without its number or bullet."""
        return self.body or self.span

    @property
    def content_text(self) -> str:
        """The characters of the line without its number."""
        return self.text[self.content.start - self.span.start :]

    @property
    def title(self) -> Span:
        """What names a numbered line: its first sentence, or the label before a colon; else all of its content."""
        content = self.content
        text = self.text[content.start - self.span.start :]
        for mark in _TITLE_END.finditer(text):
            if mark[0] != "：" or mark.start() <= _LABEL_LENGTH:
                return Span(content.start, content.start + mark.start())
        return content

    @property
    def title_text(self) -> str:
        """The characters of the title."""
        title = self.title
        return self.text[title.start - self.span.start : title.end - self.span.start]

    @property
    def is_row(self) -> bool:
        """Whether a border of cells stands inside of it, not only at its ends; one in a long text parts no cells."""
        borders = self.text.strip("| ").count("|")
        return borders > 1 or (borders == 1 and len(self.text) <= _LONGEST_PAIR)

    @property
    def looks_like_heading(self) -> bool:
        """A short line that does not end like a sentence."""
        return 0 < len(self.text) <= _HEADING_LENGTH and self.text[-1] not in _FINAL_MARKS and "|" not in self.text


def _numbered(line: str, start: int) -> tuple[int, int, int] | None:
    for level, pattern in enumerate(_NUMBERINGS, 1):
        found = pattern.match(line, start)
        if found:
            return level, _number(**found.groupdict()), found.end()
    return None


def _number(n: str | None = None, article: str | None = None, circled: str | None = None) -> int:
    return ord(circled) - ord("①") + 1 if circled else int(value_of(n or article or ""))


def _pieces(text: str) -> Iterator[Span]:
    """The lines of a text; 一、总体要求 （一）…, （一）基础工作1.… on one line are two."""
    start = 0
    for piece in text.split("\n"):
        end = start + len(piece)
        while inner := _TWO_HEADINGS.match(text, start, end):
            yield Span(start, inner.end())
            start = inner.end()
        yield Span(start, end)
        start = end + 1


def lines(text: str) -> Iterator[Line]:
    """Yield the lines of clean text that hold anything."""
    for span in (trimmed(text, piece) for piece in _pieces(text)):
        if span.end == span.start:
            continue
        content = text[span.start : span.end]
        if not _NUMBER_OR_BULLET.match(content):
            yield Line(span, content)
            continue
        bullet = _BULLET.match(content)
        marked = bullet.end() if bullet else 0
        numbered = _numbered(content, marked)
        body = trimmed(text, Span(span.start + numbered[2], span.end)) if numbered else None
        if numbered is None or body is None or body.end == body.start:  # a number alone heads nothing
            yield Line(span, content, body=Span(span.start + marked, span.end) if bullet else None)
        else:
            level, ordinal, _ = numbered
            yield Line(span, content, level, ordinal, body)


def breaks_off(text: str, position: int) -> bool:
    """Tell whether a text breaks off in the list that stands before a position.

    >>> breaks_off("甲县、乙县、丙", 5), breaks_off("甲县、乙县", 5), breaks_off("甲县，已取消", 2)
    (True, False, False)
    """
    return _BROKEN_OFF.match(text, position) is not None
