"""ASCII punctuation in Chinese text becomes Chinese punctuation, and stuttered punctuation single.

Numbers, times, addresses and Latin text keep theirs: only a mark beside a Chinese character changes.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from build_graph.repair.tracked import Edit
from build_graph.tables import either

if TYPE_CHECKING:
    from build_graph.repair.tracked import Tracked

KIND, STUTTER = "ASCII punctuation", "doubled punctuation"

_CHINESE = re.compile(r"[\u3001-\u3003\u3005-\u3011\u3014-\u301b\u3400-\u4dbf\u4e00-\u9fff，：；？！（）“”‘’—…]")
_MARKS = re.compile(r"[,;:?!()][,;:?!()]*")
_HALF_WIDTH_OPENING = re.compile(r"\((?=[^()（）\n]*）)")
_HALF_WIDTH_CLOSING = re.compile(r"(（[^()（）\n]*)\)")
_STRAIGHT = re.compile(r'(?<!\d)"([^"“”\n]{1,120})"(?!:)')
_STOP = re.compile(
    r"(?<=[^\n，,；;：:.。、]{4}[\u4e00-\u9fff）”%])\.(?=[\u4e00-\u9fff“（《]|\d{4}年|[ \t]*$)", re.MULTILINE
)
"""A point that ends a Chinese sentence, behind a clause of some length: not in 一.总体目标 and 买买提.艾力."""
_FEWEST_STOPS = 2
_CORNERS = str.maketrans("「」『』", "“”‘’")
"""How traditional texts quote."""
_FULL_WIDTH = str.maketrans(",;:?!()", "，；：？！（）")
_SHELL = re.compile(r"〔(?!(?:19|20)\d{2}〕)([^〔〕\n]{1,60})〕(?!第?\d{1,5}号)")
"""Tortoise-shell brackets around anything but the year of a document: 县〔市、区〕."""
_TWO_MARKS = re.compile(r"[，、；：。][，、；：。]")
_STUTTER = re.compile(r"(?P<mark>[，、；：。])(?P=mark)+|，(?P<other>[、；：。])")
_SPACED = re.compile(r" (?<=\S )(?P<mark>[，；：、。]) (?=\S)")


def widen_punctuation(text: Tracked) -> Tracked:
    """Make ASCII punctuation beside Chinese characters full-width, and quotation marks those of mainland texts.

    Brackets and straight quotation marks change in pairs.
    """
    wide = _MARKS.sub(_widened, text.text)
    if "(" in wide:
        wide = _HALF_WIDTH_OPENING.sub("（", wide)
    if ")" in wide:
        wide = _HALF_WIDTH_CLOSING.sub(r"\1）", wide)
    if "「" in wide or "『" in wide:
        wide = wide.translate(_CORNERS)
    if "〔" in wide:
        wide = _SHELL.sub(r"（\1）", wide)
    if "《" not in wide and ("<" in wide or "〈" in wide):
        wide = _title_marks().sub(r"《\1》", wide)
    if '"' in wide:
        wide = _STRAIGHT.sub(_quoted, wide)
    if "." in wide and "，" in wide and "。" not in wide:
        stops = _STOP.sub("。", wide)
        wide = stops if stops.count("。") >= _FEWEST_STOPS else wide
    return text.with_characters(KIND, wide)


@cache
def _title_marks() -> re.Pattern[str]:
    """<关于开展试点的通知>, in a text that has no other marks of titles."""
    document = either("build_graph.repair", "titles", "document")
    return re.compile(rf"[<〈]([^<>〈〉\n]{{4,80}}{document})[>〉]")


def _quoted(quotation: re.Match[str]) -> str:
    return f"“{quotation[1]}”" if _CHINESE.search(quotation[1]) else quotation[0]


def _widened(marks: re.Match[str]) -> str:
    text, (start, end) = marks.string, marks.span()
    before, after = text[start - 1 : start], text[end : end + 1]
    if before == after == " ":
        before, after = text[max(0, start - 2) : start - 1], text[end + 1 : end + 2]
    return marks[0].translate(_FULL_WIDTH) if _CHINESE.search(before + after) else marks[0]


def drop_stutter(text: Tracked) -> Tracked:
    """Make a repeated comma, stop, colon or semicolon a single one, which stands for all of them.

    Of a comma and another mark the other mark stays; spaces around a single mark go.
    """
    found = [*_SPACED.finditer(text.text)]
    if _TWO_MARKS.search(text.text):
        found = sorted([*_STUTTER.finditer(text.text), *found], key=lambda each: each.start())
    edits = [Edit(*each.span(), _kept(each)) for each in found]
    return text.repair(STUTTER, edits)


def _kept(found: re.Match[str]) -> str:
    groups = found.groupdict()
    return groups["mark"] or groups["other"]
