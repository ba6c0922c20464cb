"""Lines of a page -> the content of a document: space collapsed as a browser does, references resolved."""

from __future__ import annotations

import html
import re
from array import array
from typing import TYPE_CHECKING

from build_graph.model import Content, Ignored
from build_graph.read.references import resolved

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from build_graph.read.blocks import Line, Part

_SPACE = re.compile(r"[ \t\r\n\f]+")
_OFFSET = "q"
OUTSIDE = "outside the main content"


class _Writer:
    """Characters with the raw spans that they stand for; the spans never go back."""

    def __init__(self, text: str) -> None:
        self.raw = text
        self.pieces: list[str] = []
        self.starts, self.ends = array(_OFFSET), array(_OFFSET)
        self.space: tuple[int, int] | None = None
        """The space that waits for a character after it."""
        self.wraps = False
        """The space that waits holds a line break of the source."""
        self.last = "\n"

    def put(self, characters: str, start: int, end: int, *, exact: bool = False) -> None:
        """Put characters that stand for the raw span: each for itself if ``exact``, else each for all of it."""
        self._settle_space(characters[0])
        self.pieces.append(characters)
        self.last = characters[-1]
        if exact:
            self.starts.extend(range(start, end))
            self.ends.extend(range(start + 1, end + 1))
        else:
            self.starts.extend([max(start, self.starts[-1] if self.starts else 0)] * len(characters))
            self.ends.extend([max(end, self.ends[-1] if self.ends else 0)] * len(characters))

    def wait(self, start: int, end: int, *, wraps: bool) -> None:
        """Note space, which is a character only between others."""
        self.space = (self.space[0] if self.space else start, end)
        self.wraps = self.wraps or wraps

    def line(self, breaks: int) -> None:
        """Begin a line; the breaks stand for the markup after what was put last."""
        self.space, self.wraps = None, False
        if self.pieces:
            self.put("\n" * breaks, self.ends[-1], self.ends[-1] + 1)

    def _settle_space(self, following: str) -> None:
        space, wraps = self.space, self.wraps
        self.space, self.wraps = None, False
        if space is None or self.last == "\n" or following == "\n":
            return
        if wraps and not self.last.isascii() and not following.isascii():
            return  # Chinese has no spaces between words: a line of the source was wrapped
        self.put(" ", *space)


def content_of(text: str, lines: Iterable[tuple[Line, bool]]) -> Content:
    """Return what the lines of a page say, each given with whether it belongs to the main content."""
    writer = _Writer(text)
    ignored: list[Ignored] = []
    fresh = False
    for line, belongs in lines:
        if belongs:
            _write(writer, line)
            fresh = True
            continue
        start, end = line.parts[0].start, line.parts[-1].end
        if ignored and not fresh:
            start = ignored.pop().start
        ignored.append(Ignored(start, end, OUTSIDE))
        fresh = False
    return Content("".join(writer.pieces), tuple(writer.starts), tuple(writer.ends), tuple(ignored))


def _write(writer: _Writer, line: Line) -> None:
    writer.line(line.breaks)
    for part in line.parts:
        if part.text is not None:
            _put(writer, part.text, part.start, part.end, exact=False)
            continue
        for characters, start, end in resolved(writer.raw, part.start, part.end):
            _put(writer, characters, start, end, exact=writer.raw[start:end] == characters)


def _put(writer: _Writer, characters: str, start: int, end: int, *, exact: bool) -> None:
    at = 0
    for space in _SPACE.finditer(characters + " "):
        if at < space.start():
            span = (start + at, start + space.start()) if exact else (start, end)
            writer.put(characters[at : space.start()], *span, exact=exact)
        at = space.end()
        if space.start() < len(characters):
            span = (start + space.start(), start + min(at, len(characters))) if exact else (start, end)
            writer.wait(*span, wraps="\n" in space[0] or "\r" in space[0])


def plain(text: str, parts: Sequence[Part]) -> str:
    """Return what stretches of a page say, as one line."""
    pieces = (part.text or html.unescape(text[part.start : part.end]) for part in parts)
    return " ".join("".join(pieces).split())
