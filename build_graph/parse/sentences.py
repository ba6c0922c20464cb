"""Sentences and clauses, aware of brackets, quotation marks and titles."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from build_graph.parse.spans import Span, trimmed

if TYPE_CHECKING:
    from collections.abc import Iterator

_OPEN = {"（": "）", "《": "》", "“": "”", "「": "」", "〔": "〕", "[": "]", "(": ")"}
_FINAL = re.compile(r"。|！|？|\n|……|…")
_BRACKET_REACH = 300  # a bracket that does not close within so many characters is a stray one
_CLAUSE = re.compile(r"[，；,;]|：(?!(?<=\d：)\d)")


def _cuts(text: str, span: Span, marks: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Yield the marks of ``span`` that stand outside brackets, titles and quotations."""
    closing: list[str] = []
    position = span.start
    while position < span.end:
        character = text[position]
        found = marks.match(text, position, span.end)
        if character == "\n":
            closing.clear()  # an unclosed bracket never swallows the next line
        if found and not closing:
            yield found
            position = found.end()
            continue
        if closing and character == closing[-1]:
            closing.pop()
        elif character in _OPEN and _closes(text, position, span.end):
            closing.append(_OPEN[character])
        position += 1


def _closes(text: str, position: int, end: int) -> bool:
    return text.find(_OPEN[text[position]], position, min(end, position + _BRACKET_REACH)) > 0


def _pieces(text: str, span: Span, marks: re.Pattern[str]) -> Iterator[Span]:
    start = span.start
    for mark in _cuts(text, span, marks):
        yield Span(start, mark.start())
        start = mark.end()
    yield Span(start, span.end)


def sentences(text: str, span: Span) -> tuple[Span, ...]:
    """Return the sentences of ``span`` without their final marks; a line break ends a sentence too."""
    pieces = (trimmed(text, piece) for piece in _pieces(text, span, _FINAL))
    return tuple(piece for piece in pieces if piece.end > piece.start)


def clauses(text: str, span: Span) -> tuple[Span, ...]:
    """Return the clauses of a sentence: its parts between commas, semicolons and colons."""
    pieces = (trimmed(text, piece) for piece in _pieces(text, span, _CLAUSE))
    return tuple(piece for piece in pieces if piece.end > piece.start)
