"""Tokens of a page -> the lines that a reader sees: a block is a line, a row of a table is a line.

A line consists of stretches of the raw text and of characters that stand for markup: borders of cells, and what a
cell that spans several rows says in those below. Space is not yet collapsed, references are not yet resolved.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from build_graph.read.grid import rows_of, table_end
from build_graph.read.markup import elements

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from build_graph.read.markup import Token


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of raw text, or what is put in the place of markup."""

    start: int
    end: int
    text: str | None = None
    """What stands for the markup ``start:end``; None: the raw characters themselves."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line, and whether it heads the page without being a link."""

    parts: list[Part] = field(default_factory=list)
    is_title: bool = False
    breaks: int = 1
    """Line breaks before it."""


def shown(tokens: Sequence[Token]) -> list[Token]:
    """Return the tokens without the elements that a page does not show as text: scripts, styles, controls."""
    last = {token.name: at for at, token in enumerate(tokens) if token.kind == "end"}
    kept, at = [], 0
    while at < len(tokens):
        token = tokens[at]
        if token.kind == "start" and token.name in elements("hidden") and last.get(token.name, -1) > at:
            at = next(i for i in range(at, len(tokens)) if tokens[i].kind == "end" and tokens[i].name == token.name)
        elif not (token.kind == "text" and token.name in elements("hidden")):
            kept.append(token)
        at += 1
    return kept


def lines_of(text: str, tokens: Sequence[Token]) -> Iterator[Line]:
    """Yield the lines of a page from its shown tokens; those without characters are left out."""
    parts: list[Part] = []
    at, breaks, heading, linked = 0, 1, False, False
    while at < len(tokens):
        token = tokens[at]
        end = table_end(text, tokens, at)
        if end is None and token.name not in elements("block") and token.name != "br":
            if token.kind == "text":
                parts.append(Part(token.start, token.end))
            linked = linked or token.name == "a"
            at += 1
            continue
        if _says(text, parts):
            yield Line(parts, heading and not linked, breaks)
            breaks = 0
        parts, linked = [], False
        breaks = breaks + 1 if token.name == "br" else max(breaks, 1)
        if token.name != "br":
            heading = token.kind == "start" and token.name == "h1"
        if end is not None:
            yield from (Line([Part(*cell) for cell in row]) for row in rows_of(text, tokens[at:end]))
            at = end
        else:
            at += 1
    if _says(text, parts):
        yield Line(parts, heading and not linked, breaks)


def _says(text: str, parts: Sequence[Part]) -> bool:
    return any(text[part.start : part.end].strip() for part in parts)
