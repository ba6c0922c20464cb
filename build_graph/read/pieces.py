"""A content put together of pieces: characters that stand for themselves, and what stands for others."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

from build_graph.model import Content

if TYPE_CHECKING:
    from collections.abc import Iterable

_OFFSET = "q"
"""Array type of an offset: signed, 64 bits."""


def joined(text: str, pieces: Iterable[tuple[str, int, int]]) -> Content:
    """Return what pieces say, each given with its span of ``text``.

    The characters of a piece that says what stands there stand for themselves, those of another one each for all of it.
    """
    said: list[str] = []
    starts, ends = array(_OFFSET), array(_OFFSET)
    for piece, start, end in pieces:
        is_itself = piece == text[start:end]
        said.append(piece)
        starts.extend(range(start, end) if is_itself else [start] * len(piece))
        ends.extend(range(start + 1, end + 1) if is_itself else [end] * len(piece))
    return Content("".join(said), tuple(starts), tuple(ends))
