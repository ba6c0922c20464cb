"""Spaces inside running text: around numbers (到 2025 年) and beside punctuation, put in by typesetting.

Spaces between words of Chinese stay: they part names (某省教育厅 某省财政厅). So do those of lines without a comma or a
stop: what looks like one may be a row of a table (3 河北省 邢台市).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from build_graph.repair.language import language
from build_graph.repair.page import ARTICLE_NUMBER, HAN, SECTION_NUMBER
from build_graph.repair.tracked import Edit
from build_graph.tables import table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_graph.repair.tracked import Tracked

KIND = "spaces in running text"
_RUNNING = re.compile(r"(?=[^|\t\n]*[，。；])[^|\t\n]+$")
"""A line that is no row of cells and holds a mark of sentences."""
_SPACES = re.compile(
    rf" (?:(?<=[{HAN}〕] ) *(?=\d)"
    rf"|(?<=[\d%] ) *(?=[{HAN}])"
    r"|(?<=[，。；：、）》”] ) *(?=\S)"
    r"|(?<=[^\s] ) *(?=[，。；：、）》”]))"
)
_SPACE = re.compile(r"[ \u3000]")
_BETWEEN = re.compile(rf" (?<=[{HAN}] ) {{0,2}}(?=[{HAN}])")
_NAME_ENDS = "省市县区旗州盟镇乡村局厅部"
_BRACKETED = re.compile(r"（[^（）\n]*+）")
_FEWEST_BETWEEN = 5  # spaces between characters of running text, on a page that has them anywhere
_FEWEST_INSIDE, _LEAST_INSIDE = 2, 0.2  # of these inside of words; the share of them
_NUMBERED = re.compile(rf"[ \u3000]*(?:{ARTICLE_NUMBER}|{SECTION_NUMBER})")
_NUMBER_OF_LINE = re.compile(r"\s*\d{1,3} ")


_SHORT_NAME = re.compile(
    rf"(?:(?<=[、，|：\t])|(?<=[省市区][ \u3000])|^)[ \u3000]{{0,4}}[{HAN}]"
    r"(?P<gap>[ \u3000]{1,3})[县市区州](?= *(?:[、，|；\t]|$))",
    re.MULTILINE,
)
_GAP = re.compile(r"[ \u3000][县市区州]")
_PROVINCE_GAP = re.compile(r"[ \u3000][省市][ \u3000：|\t]")
"""沛 县 in a list of names: the space makes it as wide as names of three characters."""
_SPREAD_PROVINCE = re.compile(
    rf"(?:^|[|\t])[ \u3000]*(?P<name>[{HAN}](?:[ \u3000]{{1,2}}[{HAN}]){{1,2}}[ \u3000]{{1,2}}[省市])"
    rf"(?=[：|\t\u3000]|  | [{HAN}]{{2}})",
    re.MULTILINE,
)
"""河 北 省 before its places: as wide as 黑龙江省."""


_SPLIT_DATE = re.compile(r"[12](?<![\d-].)(?: ?\d){3} ?- ?[01](?: ?\d)? ?- ?[0-3](?: ?\d)?(?![\d-])")
"""20 20-03- 16: the day of a page with spaces inside."""
_TOP = 500  # code points in which stands the day of a page


def drop_spacing(text: Tracked) -> Tracked:
    """Drop the spaces that typesetting put into running text and into short names."""
    if _GAP.search(text.text):
        text = text.repair(KIND, (Edit(*found.span("gap")) for found in _SHORT_NAME.finditer(text.text)))
    if _PROVINCE_GAP.search(text.text):
        text = text.repair(KIND, _in_provinces(text.text))
    if " " not in text.text:
        return text
    text = text.repair(KIND, _in_dates(text.text))
    text = text.repair(KIND, _in_words(text.text))
    return text.repair(KIND, _spaces(text.text))


def _in_provinces(text: str) -> Iterator[Edit]:
    shorts = {row["short"] for row in table("build_graph.places", "provinces")}
    for found in _SPREAD_PROVINCE.finditer(text):
        if _SPACE.sub("", found["name"])[:-1] in shorts:
            yield from (Edit(*space.span()) for space in _SPACE.finditer(text, *found.span("name")))


def _in_dates(text: str) -> Iterator[Edit]:
    for date in _SPLIT_DATE.finditer(text, 0, _TOP):
        yield from (Edit(*space.span()) for space in _SPACE.finditer(text, *date.span()))


def _in_words(text: str) -> Iterator[Edit]:
    """On a page whose running text has many spaces inside of words: those, and all between characters of that text."""
    found = list(_BETWEEN.finditer(text))
    if len(found) < _FEWEST_BETWEEN:
        return
    running = list(_in_running(text, found))
    inside = sum(_is_inside(text, gap) for gap in running)
    if len(running) >= _FEWEST_BETWEEN and inside >= max(_FEWEST_INSIDE, _LEAST_INSIDE * len(running)):
        dropped = set(running)
        yield from (Edit(*gap.span()) for gap in found if gap in dropped or _is_in_word(text, gap))


def _is_in_word(text: str, gap: re.Match[str]) -> bool:
    """Tell whether a gap in a heading or a label lies in a word; behind a name another may begin (县 城关镇)."""
    return text[gap.start() - 1] not in _NAME_ENDS and _is_inside(text, gap)


def _is_inside(text: str, gap: re.Match[str]) -> bool:
    return language().goes_across(text[gap.start() - 1], text[gap.end()])


def _in_running(text: str, gaps: list[re.Match[str]]) -> Iterator[re.Match[str]]:
    """Those of some gaps that lie in lines of running text, and not in brackets (（记者 李明）) or behind a number."""
    bracketed = _BRACKETED.finditer(text)
    inside = next(bracketed, None)
    end, is_running = -1, False
    for gap in gaps:
        at = gap.start()
        if at > end:
            start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
            end = len(text) if end < 0 else end
            is_running = _RUNNING.match(text, start, end) is not None
        while inside is not None and inside.end() <= at:
            inside = next(bracketed, None)
        is_numbered = is_running and _NUMBERED.fullmatch(text, start, at) is not None
        if is_running and not is_numbered and (inside is None or at < inside.start()):
            yield gap


def _spaces(text: str) -> Iterator[Edit]:
    space = text.find(" ")
    while space >= 0:  # most lines hold none
        start, end = text.rfind("\n", 0, space) + 1, text.find("\n", space)
        end = len(text) if end < 0 else end
        if _RUNNING.match(text, start, end):
            numbered = _NUMBER_OF_LINE.match(text, start, end)
            for found in _SPACES.finditer(text, numbered.end() if numbered else start, end):
                yield Edit(*found.span())
        space = text.find(" ", end)
