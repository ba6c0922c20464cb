"""Texts with a space behind each character (教 育 部 决 定), as some readers of scans give them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from build_graph.repair.spacing import KIND
from build_graph.repair.tracked import Edit

if TYPE_CHECKING:
    from build_graph.repair.tracked import Tracked

_HAN = r"\u3400-\u4dbf\u4e00-\u9fff"
_MARKS = "，。、；：（）“”《》"
_GAP = r"[ \u3000\u00a0]"
_SPREAD = re.compile(rf"{_GAP}(?:(?<=[{_HAN}{_MARKS}].)(?=[{_HAN}{_MARKS}\d])|(?<=\d.)(?=[{_HAN}]))")
_SEVERAL = re.compile(rf"{_GAP}(?<=[{_HAN}].)[{_HAN}]{_GAP}[{_HAN}]{_GAP}[{_HAN}]")
_CHARACTER = re.compile(rf"[{_HAN}]")
_LEAST_SPREAD = 0.4  # of the Chinese characters of a text have a space behind them
_SHORTEST = 40  # Chinese characters of a text that can be told to be spread


def join_spread(text: Tracked) -> Tracked:
    """Drop the single spaces between the characters of a text that has one behind each."""
    if _SEVERAL.search(text.text) is None:
        return text  # nearly all
    spaces = list(_SPREAD.finditer(text.text))
    characters = len(_CHARACTER.findall(text.text))
    is_spread = characters >= _SHORTEST and len(spaces) >= _LEAST_SPREAD * characters
    return text.repair(KIND, (Edit(*space.span()) for space in spaces if is_spread))
