"""Strings of JSON: what they say, each character with the raw characters that spell it."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from build_graph.read.halves import whole
from build_graph.read.pieces import joined

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_graph.model import Content

_ESCAPE = re.compile(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.",
    re.DOTALL,
)
_SPACE = re.compile(r"[ \t\r\n]*")
_DECODER = json.JSONDecoder(strict=False)


def value_at(text: str, at: int) -> tuple[object, int]:
    """Return the JSON value that starts at ``at`` and where it ends.

    Raises:
        ValueError: if there is none; a JSONDecodeError knows the place.
        RecursionError: if values are nested too deeply.
    """
    value, end = _DECODER.raw_decode(text, at)
    return value, end


def after_space(text: str, at: int) -> int:
    """Return where the space that starts at ``at`` ends."""
    found = _SPACE.match(text, at)
    return found.end() if found else at


def members(text: str, at: int) -> Iterator[tuple[str, object, int, int]]:
    """Yield the members of the valid object that starts at ``at``: key, value, and where the value stands."""
    at = after_space(text, at + 1)
    while text[at] != "}":
        key, at = value_at(text, at)
        start = after_space(text, after_space(text, at) + 1)
        value, end = value_at(text, start)
        yield str(key), value, start, end
        at = after_space(text, end)
        at = after_space(text, at + 1) if text[at] == "," else at


def spelled(text: str, start: int, end: int) -> Content:
    """Return what the string literal ``start:end`` of ``text`` says."""
    said = joined(text, _pieces(text, start + 1, end - 1))
    return replace(said, text=whole(said.text))


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """Yield the inside of a literal in pieces, each with its span: what an escape says, or what stands for itself."""
    at = start
    for found in _ESCAPE.finditer(text, start, end):
        yield text[at : found.start()], at, found.start()
        yield str(json.loads(f'"{found[0]}"')), found.start(), found.end()
        at = found.end()
    yield text[at:end], at, end
