"""How wide a text is, and where its lines break: by the advance widths of the shipped font."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from exports.pictures.glyphs import FAMILY, advances

if TYPE_CHECKING:
    from collections.abc import Iterable

FONT_FAMILIES: Final = f"'{FAMILY}', 'Noto Sans SC', 'Source Han Sans SC', 'PingFang SC', 'Microsoft YaHei', sans-serif"
"""The shipped font first, then what Chinese systems have."""
LINE: Final = 1.3
"""Distance of two lines, in sizes of the letters."""
_EM: Final = 1000
_PIECES: Final = re.compile(r"[A-Za-z0-9.%+-]+ ?|.", re.DOTALL)
"""A line breaks between any two Chinese characters, but not inside a number or a word of Latin letters."""
_NEVER_FIRST: Final = frozenset("，。、；：！？）》〉」』】”’,.;:!?)%")
"""Marks that do not begin a line (GB/T 15834, 5.1)."""
_CUT: Final = "…"


def width(text: str, size: float) -> float:
    """Return the width of a text in letters of this size; a character that the font lacks counts as a full em."""
    known = advances()
    return sum(known.get(ord(character), _EM) for character in text) * size / _EM


def wrap(text: str, size: float, wide: float, most: int) -> list[str]:
    """Return a text as lines of at most ``wide`` units, no more than ``most``; a cut is marked by an ellipsis."""
    lines = [""]
    for piece in _breakable(" ".join(text.split()), size, wide):
        if not lines[-1] or width(lines[-1] + piece.rstrip(), size) <= wide:
            lines[-1] += piece
        else:
            lines.append(piece)
    lines = [line.strip() for line in lines]
    if len(lines) > most:
        return [*lines[: most - 1], _shortened(lines[most - 1], size, wide)]
    return lines


def packed(parts: Iterable[str], size: float, wide: float) -> list[str]:
    """Return short parts side by side, on as many lines as they need."""
    lines: list[str] = []
    for part in parts:
        if lines and width(f"{lines[-1]} {part}", size) <= wide:
            lines[-1] += f" {part}"
        else:
            lines.append(part)
    return lines


def _breakable(text: str, size: float, wide: float) -> list[str]:
    """Return the pieces between which lines break: a mark stays with what it follows, a word too long is cut."""
    pieces: list[str] = []
    for piece in _PIECES.findall(text):
        if pieces and piece in _NEVER_FIRST:
            pieces[-1] += piece
        elif width(piece, size) > wide:
            pieces.extend(piece)
        else:
            pieces.append(piece)
    return pieces


def _shortened(line: str, size: float, wide: float) -> str:
    while line and width(line + _CUT, size) > wide:
        line = line[:-1]
    return line.rstrip() + _CUT
