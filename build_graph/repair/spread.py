"""Texts with a space behind each character (教 育 部 决 定), as some readers of scans give them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from build_graph.repair.page import HAN
from build_graph.repair.spacing import KIND
from build_graph.repair.tracked import Edit

if TYPE_CHECKING:
    from build_graph.repair.tracked import Tracked

_GAP = r"[ \u3000\u00a0]"
_ONE = rf"(?:[^\s{HAN}]{{0,8}}[{HAN}](?:[^\s{HAN}]{{1,8}}[{HAN}]){{0,4}}[^\s{HAN}]{{0,8}}|[^\s{HAN}]{{1,8}})"
"""One Chinese character, with the marks and figures beside it, but no other one right beside it."""
_RUN = re.compile(rf"(?<!\S){_ONE}(?:{_GAP}{_ONE}){{7,}}(?!\S)")
"""Characters that stand apart, at least eight of them; words that do (王 强 李建国) end it."""
_TWO = re.compile(rf"{_GAP}[{HAN}]{_GAP}[{HAN}]{_GAP}")
"""What each such run holds, or figures; most texts do not."""
_SHORT_RUN = re.compile(rf"(?<!\S){_ONE}(?:{_GAP}{_ONE})+(?!\S)")
_SPACE = re.compile(_GAP)
_CHARACTER = re.compile(rf"[{HAN}]")
_LEAST_SPREAD = 0.6  # of the Chinese characters of its sentences stand in such runs
_SHORTEST = 40  # Chinese characters of a text that can be told to be spread


def join_spread(text: Tracked) -> Tracked:
    """Drop the single spaces between the characters of a text that has one behind each."""
    runs = list(_RUN.finditer(text.text)) if _TWO.search(text.text) else []
    if not any("，" in run[0] or "。" in run[0] for run in runs):
        return text  # nearly all
    inside = sum(len(_CHARACTER.findall(run[0])) for run in runs)
    sentences = (line for line in text.text.split("\n") if "，" in line or "。" in line)
    if inside < max(_SHORTEST, _LEAST_SPREAD * sum(len(_CHARACTER.findall(line)) for line in sentences)):
        return text
    spaces = (space for run in _SHORT_RUN.finditer(text.text) for space in _SPACE.finditer(text.text, *run.span()))
    return text.repair(KIND, (Edit(*space.span()) for space in spaces))
