"""Numbers whose digits were stripped from the page: 等个县, 到年，年被确定为, 3余年, 不低于%, 至少有名律师, 〔〕12号.

The places are marked and never filled. What stands around a number, and which characters make another word of a
counter or of 年 (名额, 今年), is a table.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from build_graph.tables import either, table, words

if TYPE_CHECKING:
    from build_graph.repair.tracked import Tracked

KIND = "lost digits"
_FEWEST = 2
"""So many sure places show that a document has lost digits; one can be the author's slip."""
_ADDRESS = re.compile(r"(?:https?://|www\.)[\x21-\x7e]+|[A-Za-z0-9_.-]{1,64}@[A-Za-z0-9_.-]+")
_MAY_BE_ADDRESS = re.compile(r"https?://|www\.|@")
_YEAR = re.compile(r"\d(?<!\d\d)\d{3}(?!\d)")
_CLAUSE_BEGINS = r"(?:^|(?<=[，。；、：（\s]))"
_CLAUSE_ENDS = r"(?=[，。；、）\s]|$)"
_ABOUT = "(?:以[上下内]|左右)"


def mark_lost_digits(text: Tracked) -> Tracked:
    """Mark the phrases that have lost a number, if the document as a whole has."""
    if not _has_lost(text):
        return text
    spans = _apart([found.span() for pattern in (_sure(), _likely()) for found in pattern.finditer(text.text)])
    return text.marked("lost_digits", spans).counted(KIND, len(spans))


def _has_lost(text: Tracked) -> bool:
    """Tell whether the text has no year, and the page, with what is no part of its text, enough sure places."""
    read = _ADDRESS.sub("", text.text) if _MAY_BE_ADDRESS.search(text.text) else text.text
    if _YEAR.search(read):
        return False
    places = _sure().finditer((text.uncut or text).text)
    return sum(1 for _ in islice(places, _FEWEST)) == _FEWEST


def _apart(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return spans in order, the first one of those that share characters."""
    kept: list[tuple[int, int]] = []
    for span in sorted(spans):
        if not kept or kept[-1][1] <= span[0]:
            kept.append(span)
    return kept


@cache
def _sure() -> re.Pattern[str]:
    """Return what matches phrases that make no sense without a number."""
    return re.compile("|".join((*_counted(), *_dated(), *_bounded())), re.MULTILINE)


def _counted() -> tuple[str, ...]:
    """等个县, 等所学校, 小区个，共有个县, 甲省（个）, 余万件, 第届, 〔〕12号."""
    before = f"[^\\W{_one_of('before counter')}\\d]"
    scaled = f"[^\\W{_one_of('before counter')}{_one_of('before more')}\\d]余[万亿]"
    ordinal = f"(?<![{_one_of('before ordinal')}])第[{_one_of('ordinal')}]"
    return (
        rf"(?:{before}|{_CLAUSE_BEGINS})个{_counter('counted unit')}",
        rf"{before}个(?:{_ABOUT}|{_CLAUSE_ENDS})",
        rf"{_word('total')}个{_counter('counted unit')}|[省市县区团]（[个家]）",
        rf"[等共]{_word('listed')}",
        scaled,
        ordinal,
        r"〔〕\d{0,4}号",
    )


def _dated() -> tuple[str, ...]:
    """年9月, 年被, 3余年, 到年，为期年, 建成于年以前."""
    year = rf"(?<![{_one_of('before year')}\d])年"
    return (
        rf"{year}(?:\d{{1,2}}月(?:\d{{1,2}}日)?|被\w{{1,3}}?为|被)",
        r"(?<!\d)\d余年|[到至]年(?=[，、])",
        rf"[于在自从]年{_word('behind year')}",
        rf"{_word('before span')}{_counter('span')}",
    )


def _bounded() -> tuple[str, ...]:
    """达到%, 不低于平方米, 至少名律师, 覆盖率达到以上."""
    bound, least = _word("before measure"), _word("before counted")
    return (
        rf"(?:{bound}|{least}){_word('measure')}",
        rf"(?:{bound}|{least}){_ABOUT}{_CLAUSE_ENDS}",
        rf"{least}{_counter('counter')}|{bound}{_counter('counter')}(?:{_ABOUT}|{_CLAUSE_ENDS})",
        r"(?<=[\u4e00-\u9fff])[%％]",
    )


@cache
def _likely() -> re.Pattern[str]:
    """Return what matches phrases that may do without a number, but hardly where others have lost theirs."""
    return re.compile("|".join((*_likely_dated(), *_likely_bounded())), re.MULTILINE)


def _likely_dated() -> tuple[str, ...]:
    """到年底, 月底前, 今年月, 年，自年月日起, 年至年."""
    month = f"(?:[^\\W{_one_of('before month')}\\d]|{_CLAUSE_BEGINS})年月{_word('behind month')}"
    return (
        rf"(?:[到至]|{_CLAUSE_BEGINS})年[底末初](?!{_word('after year end')})",
        rf"{_CLAUSE_BEGINS}月[底末](?=前)前",
        rf"{month}|(?<!\d)月日(?![均报常程])",
        rf"(?:{_CLAUSE_BEGINS}|[于自从])年{_word('behind clause year')}",
        rf"(?<![{_one_of('before year')}])[年月][至到—–~～-][年月](?=[底日月，。；）])",
    )


def _likely_bounded() -> tuple[str, ...]:
    """提高到.，覆盖率超过，培育家企业, 每人元，惠及居民万户."""
    bound, least, makes = _word("before measure"), _word("before counted"), _word("makes")
    scaled = f"[^\\W{_one_of('before counter')}{_one_of('before more')}\\d]{_word('scaled')}"
    return (
        rf"{bound}[.．](?=[，。；、\n]|$)|率{bound}{_CLAUSE_ENDS}|{bound}[万亿]{_CLAUSE_ENDS}",
        rf"(?:{least}(?:有|{makes})|{makes})了?{_counter('counter')}(?=[\u4e00-\u9fff])",
        rf"{_word('before money')}{_counter('money')}",
        rf"{scaled}{_ABOUT}?{_CLAUSE_ENDS}",
    )


def _one_of(kind: str) -> str:
    return re.escape("".join(words("build_graph.repair", "lost_digits", kind)))


def _word(kind: str) -> str:
    return either("build_graph.repair", "lost_digits", kind)


def _counter(kind: str) -> str:
    """Return what matches a word that counts, and does not begin another word."""
    rows = (row for row in table("build_graph.repair", "lost_digits") if row["kind"] == kind)
    longest_first = sorted(rows, key=lambda row: (-len(row["word"]), row["word"]))
    return "(?:" + "|".join(_not_before(row["word"], row["not_before"]) for row in longest_first) + ")"


def _not_before(word: str, others: str) -> str:
    return re.escape(word) + (f"(?![{re.escape(others)}])" if others else "")
