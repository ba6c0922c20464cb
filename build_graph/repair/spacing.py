"""Spaces inside running text: around numbers (到 2025 年) and beside punctuation, put in by typesetting.

Spaces between words of Chinese stay: they part names (某省教育厅 某省财政厅). So do those of lines without a comma or a
stop: what looks like one may be a row of a table (3 河北省 邢台市).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from build_graph.repair.tracked import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_graph.repair.tracked import Tracked

KIND = "spaces in running text"
_RUNNING = re.compile(r"^(?=[^|\t\n]*[，。；])[^|\t\n]+$", re.MULTILINE)
_HAN = r"\u3400-\u4dbf\u4e00-\u9fff"
_SPACES = re.compile(
    rf" (?:(?<=[{_HAN}〕] ) *(?=\d)"
    rf"|(?<=[\d%] ) *(?=[{_HAN}])"
    r"|(?<=[，。；：、）》”] ) *(?=\S)"
    r"|(?<=[^\s] ) *(?=[，。；：、）》”]))"
)
_NUMBER_OF_LINE = re.compile(r"\s*\d{1,3} ")


_SHORT_NAME = re.compile(
    rf"(?:(?<=[、，|：\t])|^) {{0,4}}[{_HAN}](?P<gap>[ \u3000]{{1,3}})[县市区州](?= *(?:[、，|；\t]|$))", re.MULTILINE
)
_GAP = re.compile(r"[ \u3000][县市区州]")
"""沛 县 in a list of names: the space makes it as wide as names of three characters."""


def drop_spacing(text: Tracked) -> Tracked:
    """Drop the spaces that typesetting put into running text and into short names."""
    if _GAP.search(text.text):
        text = text.repair(KIND, (Edit(*found.span("gap")) for found in _SHORT_NAME.finditer(text.text)))
    return text.repair(KIND, _spaces(text.text)) if " " in text.text else text


def _spaces(text: str) -> Iterator[Edit]:
    for line in _RUNNING.finditer(text):
        if text.find(" ", *line.span()) < 0:
            continue  # most lines
        numbered = _NUMBER_OF_LINE.match(text, *line.span())
        for found in _SPACES.finditer(text, numbered.end() if numbered else line.start(), line.end()):
            yield Edit(*found.span())
