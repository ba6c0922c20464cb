"""Headings that announce a list of pilot units: 附件：…试点城市名单, 首批试点地区（12个）, …名单如下：."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from build_graph.extract.programs.naming import BATCH
from build_graph.extract.units.grades import heads_grade
from build_graph.extract.units.names import designation_in
from build_graph.extract.units.series_patterns import level_of, province_name
from build_graph.tables import either

if TYPE_CHECKING:
    from collections.abc import Callable

    from build_graph.extract.units.names import Names
    from build_graph.model import Level

_LONGEST = 100  # code points of a heading
_LONGEST_PLAIN = 40  # code points of a heading without 名单
_END = re.compile(r"(?:（[^（）]{0,20}）|[：:！。\s])+$")
_ENDS_IN_UNITS = re.compile(
    rf"(?:试点|先行|示范|入选|{BATCH})[^，。]{{0,6}}?"
    r"(?:地区|范围|省份?|城市|市|县|区|单位|乡镇|区域|医院|学校|名单)?(?:[和及与](?:期限|时间|时限))?$"
)
_LEADS = tuple(word + colon for word in ("如下", "为", "分别是", "依次是") for colon in "：:")
_PROPOSED = re.compile("拟(?!定)")
_BRACKETED = re.compile(r"（(?P<name>[一-鿿]{2,8})）[：。]?$")
_OPENING = re.compile(r"(?:附件?\d*[：:\s]*|关于(?:公布|印发)?|[一二三四五六七八九十]+、)")
_REMARK = re.compile(r"（[^（）]{1,40}）(?=[：:]$)")
_CLAUSE_END = re.compile(r"[。；，]")


@dataclass(frozen=True, slots=True)
class Heading:
    """What a heading says of the names below it."""

    designation: str
    province: str | None
    level: Level | None


@cache
def _list_noun() -> re.Pattern[str]:
    return re.compile(either(__package__, "unit_words", "list_noun"))


@cache
def _heading() -> re.Pattern[str]:
    return re.compile(either(__package__, "unit_words", "heading"))


@cache
def _bare_list() -> re.Pattern[str]:
    """入选名单公布如下: a list and nothing of what it is one of."""
    listed, chosen = (either(__package__, "unit_words", kind) for kind in ("listed", "winner"))
    return re.compile(
        rf"(?:附件\d*[：:]?)?{listed}*名单(?:公布|公告|通报|分别)*(?:如下|为)?"
        rf"|{chosen}的?(?:城市|地区|单位|省份)(?:分别)?(?:如下|为)?"
    )


_CALLED = re.compile(r"(?<=名单)(?:具体|主要|分别)?(?:包括|包含|有|为|是)(?=[：:]$)")
"""2030年重点城市名单包括：."""


@cache
def _below() -> re.Pattern[str]:
    """确定以下县为试点县。 The sentence itself says that they stand below."""
    units, becomes = (either(__package__, "unit_words", kind) for kind in ("below", "becomes"))
    return re.compile(rf"{units}[^，。：]{{1,24}}?{becomes}[^，。：]+。$")


def _points_down(sentence: str) -> bool:
    """Tell whether a sentence says that the units stand below; the word for that is looked for first."""
    return sentence.endswith("。") and "下" in sentence and _below().search(sentence) is not None


@cache
def _no_heading() -> re.Pattern[str]:
    return re.compile(either(__package__, "unit_words", "no_heading"))


def heading_in(names: Names, about: Callable[[str], bool], text: str) -> Heading | None:
    """Return what a line announces, or None if it announces no list of units."""
    return Heading("试点", None, None) if heads_grade(names.reading, text) else _of_list(names, about, text)


def _of_list(names: Names, about: Callable[[str], bool], text: str) -> Heading | None:
    whole = text
    if text.endswith(("：", ":")):
        text = _CALLED.sub("", _last_clause(text))
    elif len(text) > _LONGEST:
        text = text.rpartition("。")[2]  # a page that lost the break before its list
    if not text or len(text) > _LONGEST:
        return None
    leads = _list_noun().search(text) or text.endswith(_LEADS) or _points_down(text)
    is_plain = len(text) <= _LONGEST_PLAIN and not text.endswith("。")
    if not (leads or is_plain) or "|" in text or "\t" in text:
        return None  # most lines
    if _no_heading().search(text) and _no_heading().search(names.without_programs(text)):
        return None
    bare = _END.sub("", text)
    if not (leads or _ENDS_IN_UNITS.search(bare)):
        return None
    if not (_heading().search(whole) or about(whole) or _bare_list().fullmatch(bare)):
        return None
    designation = (designation_in(text) or designation_in(whole[-_LONGEST:])).partition("（")[0]
    designation = ("拟" if _PROPOSED.search(text) else "") + designation
    return Heading(designation, _province(names, text), level_of(designation.removeprefix("拟").removeprefix("试点")))


def _last_clause(text: str) -> str:
    """A paragraph announces a list only with its last words: ……，名单如下：."""
    return _CLAUSE_END.split(_REMARK.sub("", text))[-1]


def _province(names: Names, heading: str) -> str | None:
    """Return the province in the brackets of a heading or at its start: …名单（河北）, 河北省…名单."""
    bracketed = _BRACKETED.search(heading)
    opening = _OPENING.match(heading)
    text = heading[opening.end() :] if opening else heading
    heads = [text[:n] for n in range(8, 1, -1)] if province_name().match(text) else []
    for written in ([bracketed["name"]] if bracketed else []) + heads:
        place = names.resolution(written).place
        if place is not None and place.level == "province":
            return place.name
    return None
