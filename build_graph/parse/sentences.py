"""Sentences and clauses, aware of brackets, quotation marks and titles."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from build_graph.parse.spans import Span, trimmed

_OPEN: Final = {"（": "）", "《": "》", "“": "”", "「": "」", "〔": "〕", "[": "]", "(": ")"}
_BRACKET_REACH: Final = 300  # a bracket that does not close within so many characters is a stray one
_MOTTO: Final = re.compile("“[^，。！？；”]{1,16}[！？]”")
_ENDS_SPEECH: Final = "。！？，；"
"""Right before the mark that closes what somebody said."""
_QUOTES: Final = "“”"
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
    """Tell whether a bracket closes around words of one sentence; what is quoted as it was said (“…。”) has its own."""
    closes = text.find(_OPEN[text[position]], position, min(end, position + _BRACKET_REACH))
    if closes < 0 or text[position] != "“":
        return closes > 0
    is_said = text[closes - 1] in _ENDS_SPEECH and not _is_motto(text, position, closes)
    return not is_said and text.find("。", position, closes - 1) < 0


def _is_motto(text: str, opens: int, closes: int) -> bool:
    """Tell whether a quotation is a word of the sentence although a mark ends it: “人人有学上！”的目标."""
    return _MOTTO.match(text, opens) is not None and "一" <= text[closes + 1 : closes + 2] <= "\u9fff"


def _inside(text: str, start: int, end: int) -> Span:
    """A piece without the quotation mark at its end that belongs to more than this piece: “甲，乙。” has two."""
    if text[start] == "”" or (text[start] == "“" and text.find("”", start, end) < 0):
        start += 1
    if start < end and (text[end - 1] == "“" or (text[end - 1] == "”" and text.find("“", start, end) < 0)):
        end -= 1
    return Span(start, end)


def _pieces(text: str, span: Span, marks: _Marks) -> tuple[Span, ...]:
    """Return what stands between the marks, trimmed, without what is empty."""
    pieces = []
    start = span.start
    for mark in (*_cuts(text, span, marks), span.end):
        if start < mark:
            piece = Span(start, mark)
            if text[start].isspace() or text[mark - 1].isspace():  # most have no space at their ends
                piece = trimmed(text, piece)
            if piece.start < piece.end and (text[piece.start] in _QUOTES or text[piece.end - 1] in _QUOTES):
                piece = trimmed(text, _inside(text, *piece))
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
