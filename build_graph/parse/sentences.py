"""Sentences and clauses, aware of brackets, quotation marks and titles."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from build_graph.parse.spans import Span, trimmed

_OPEN: Final = {"（": "）", "《": "》", "“": "”", "「": "」", "〔": "〕", "[": "]", "(": ")"}
_BRACKET_REACH: Final = 300  # a bracket that does not close within so many characters is a stray one
_BRACKETS: Final = "".join(map(re.escape, (*_OPEN, *_OPEN.values())))
# A mark (the group), a bracket or a line break: nothing else ends or opens a piece, so nothing else is looked at.
_FINAL: Final = re.compile(rf"([。！？\n]|……?)|[{_BRACKETS}]")
_CLAUSE: Final = re.compile(rf"([，；,;]|：(?!(?<=\d：)\d))|[{_BRACKETS}\n]")
_KEPT: Final = 2**14
"""So many answers are kept: several modules ask for the same sentences."""


def _cuts(text: str, span: Span, tokens: re.Pattern[str]) -> list[tuple[int, int]]:
    """Return where the marks of ``span`` stand that are outside brackets, titles and quotations."""
    cuts: list[tuple[int, int]] = []
    closing: list[str] = []
    for found in tokens.finditer(text, *span):
        if found.lastindex and not closing:  # most are marks outside of everything
            cuts.append(found.span())
            continue
        character = found[0]
        if character == "\n":
            closing.clear()  # an unclosed bracket never swallows the next line
            if found.lastindex:
                cuts.append(found.span())
        elif found.lastindex:
            continue
        elif closing and character == closing[-1]:
            closing.pop()
        elif character in _OPEN and _closes(text, found.start(), span.end):
            closing.append(_OPEN[character])
    return cuts


def _closes(text: str, position: int, end: int) -> bool:
    return text.find(_OPEN[text[position]], position, min(end, position + _BRACKET_REACH)) > 0


def _pieces(text: str, span: Span, tokens: re.Pattern[str]) -> tuple[Span, ...]:
    """Return what stands between the marks, trimmed, without what is empty."""
    pieces = []
    start = span.start
    for mark_start, mark_end in (*_cuts(text, span, tokens), (span.end, span.end)):
        if start < mark_start:
            piece = trimmed(text, Span(start, mark_start))
            if piece.start < piece.end:
                pieces.append(piece)
        start = mark_end
    return tuple(pieces)


@lru_cache(_KEPT)
def sentences(text: str, span: Span) -> tuple[Span, ...]:
    """Return the sentences of ``span`` without their final marks; a line break ends a sentence too."""
    return _pieces(text, span, _FINAL)


@lru_cache(_KEPT)
def clauses(text: str, span: Span) -> tuple[Span, ...]:
    """Return the clauses of a sentence: its parts between commas, semicolons and colons."""
    return _pieces(text, span, _CLAUSE)
