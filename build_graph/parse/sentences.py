"""Sentences and clauses, aware of brackets, quotation marks and titles."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from build_graph.parse.spans import Span, trimmed

_OPEN: Final = {"（": "）", "《": "》", "“": "”", "「": "」", "〔": "〕", "[": "]", "(": ")"}
_BRACKET_REACH: Final = 300  # a bracket that does not close within so many characters is a stray one
_BRACKETS: Final = "".join((*_OPEN, *_OPEN.values()))


class _Marks(NamedTuple):
    """What parts pieces of a text."""

    characters: str
    token: re.Pattern[str]
    """A mark, a bracket or a line break; it begins with one set, which can be looked for fast."""


def _marks(characters: str, behind: str = "") -> _Marks:
    return _Marks(characters, re.compile(rf"[{re.escape(characters + _BRACKETS)}\n]{behind}"))


_FINAL: Final = _marks("。！？\n…")
_CLAUSE: Final = _marks("，；,;：", r"(?!(?<=\d：)\d|(?<=范围，)[由从])")
"""Not the colon of a time, and no comma between a range and what it grows from: 将试点范围，由甲市扩大到乙市."""


def _cuts(text: str, span: Span, marks: _Marks) -> list[int]:
    """Return where the marks of ``span`` stand that are outside brackets, titles and quotations."""
    cuts: list[int] = []
    closing: list[str] = []
    for found in marks.token.finditer(text, *span):
        at = found.start()
        character = text[at]
        if character == "\n":
            closing.clear()  # an unclosed bracket never swallows the next line
        if character in marks.characters:
            if not closing:
                cuts.append(at)
        elif closing and character == closing[-1]:
            closing.pop()
        elif character in _OPEN and _closes(text, at, span.end):
            closing.append(_OPEN[character])
    return cuts


def _closes(text: str, position: int, end: int) -> bool:
    return text.find(_OPEN[text[position]], position, min(end, position + _BRACKET_REACH)) > 0


def _pieces(text: str, span: Span, marks: _Marks) -> tuple[Span, ...]:
    """Return what stands between the marks, trimmed, without what is empty."""
    pieces = []
    start = span.start
    for mark in (*_cuts(text, span, marks), span.end):
        if start < mark:
            piece = Span(start, mark)
            if text[start].isspace() or text[mark - 1].isspace():  # most have no space at their ends
                piece = trimmed(text, piece)
            if piece.start < piece.end:
                pieces.append(piece)
        start = mark + 1
    return tuple(pieces)


def sentences(text: str, span: Span) -> tuple[Span, ...]:
    """Return the sentences of ``span`` without their final marks; a line break ends a sentence too."""
    return _pieces(text, span, _FINAL)


def clauses(text: str, span: Span) -> tuple[Span, ...]:
    """Return the clauses of a sentence: its parts between commas, semicolons and colons."""
    return _pieces(text, span, _CLAUSE)
