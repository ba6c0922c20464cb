"""Numbers whose digits were stripped from the page: 等个县, 到年，年被确定为, 3余年, 不低于%, 〔〕12号.

The places are marked and never filled. Which characters may stand before 个 or 年 without a number is a table.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from build_graph.tables import words

if TYPE_CHECKING:
    from build_graph.repair.tracked import Tracked

KIND = "lost digits"
_FEWEST = 2
"""So many sure places show that a document has lost digits; one can be the author's slip."""
_ADDRESS = re.compile(r"(?:https?://|www\.)[\x21-\x7e]+|[A-Za-z0-9_.-]{1,64}@[A-Za-z0-9_.-]+")
_MAY_BE_ADDRESS = re.compile(r"https?://|www\.|@")
_YEAR = re.compile(r"\d(?<!\d\d)\d{3}(?!\d)")


def mark_lost_digits(text: Tracked) -> Tracked:
    """Mark the phrases that have lost a number, if the document as a whole has."""
    read = _ADDRESS.sub("", text.text) if _MAY_BE_ADDRESS.search(text.text) else text.text
    if _YEAR.search(read):
        return text
    sure = [found.span() for found in _sure().finditer(text.text)]
    if len(sure) < _FEWEST:
        return text
    spans = sorted(sure + [found.span() for found in _likely().finditer(text.text)])
    return text.marked("lost_digits", spans).counted(KIND, len(spans))


@cache
def _sure() -> re.Pattern[str]:
    """Return what matches phrases that make no sense without a number."""
    counter = rf"(?:[^\W{_one_of('before counter')}\d]|^|(?<=[，。；、：（\s]))个"
    year = rf"(?<![{_one_of('before year')}\d])年"
    measured = rf"{_words('before measure')}{_words('measure')}"
    return re.compile(
        rf"{counter}[{_one_of('counted unit')}](?!{_words('after unit')})"
        rf"|{year}(?:\d{{1,2}}月(?:\d{{1,2}}日)?|被\w{{1,3}}?为|被)"
        rf"|(?<!\d)\d余年|[到至]年(?=[，、])|{measured}|(?<=[\u4e00-\u9fff])[%％]|〔〕\d{{1,4}}号",
        re.MULTILINE,
    )


@cache
def _likely() -> re.Pattern[str]:
    """Return what matches phrases that may do without a number, but hardly where others have lost theirs."""
    return re.compile(
        rf"(?:[到至]|(?<=[，。；、\s]))年[底末初](?!{_words('after year end')})"
        rf"|(?<![\u4e00-\u9fff])年月[日底末初前]|{_words('before measure')}[.．](?=[，。；、\n]|$)"
    )


def _one_of(kind: str) -> str:
    return re.escape("".join(words("build_graph.repair", "lost_digits", kind)))


def _words(kind: str) -> str:
    return "(?:" + "|".join(map(re.escape, words("build_graph.repair", "lost_digits", kind))) + ")"
