"""How series of names are written: what closes one, what may follow a name, what stands in brackets."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, cast

from build_graph.extract.programs.naming import BATCH
from build_graph.tables import either, table, words

if TYPE_CHECKING:
    from build_graph.model import Level


_FOLLOWS = ("follow", "becomes", "gets", "start", "joins_in", "ahead")
"""Kinds of words that may stand right behind a name."""
WHOLE = "行政区域|行政区划|全域|全境|全省|全市|全区|全岛"
"""What may stand behind a name without being part of it: 海南全岛."""


@cache
def tail() -> re.Pattern[str]:
    """等5省, 11个城市, 等省（市）, 在内的12个县, ，共3个县入选: what sums a series up."""
    one = rf"{either(__package__, 'unit_words', 'group')}(?:（[一-鿿、]{{1,12}}）)?"
    group = rf"{one}(?:[、和]{one})*"
    counted = rf"(?=[余多]?(?:个|家|座|所|{group}))"  # 三省, not the 三 of 三门峡
    verb = "|".join(either(__package__, "unit_words", kind) for kind in ("becomes", "gets"))
    organ = either(__package__, "unit_words", "organ")
    bodies = either(__package__, "unit_words", "counted_body")
    counts = rf"(?:共计?|合计|总共|以上|这)?(?:\d+|[两二三四五六七八九十百]+)个{group}"
    goes_on = rf"{counts}(?:均|都|全部|同时|双双)?被?(?:成功)?(?:{verb})"
    number = rf"(?P<number>\d+(?!\d|[年月日]|\s*[．.、)）]\s*[一-鿿])|[两二三四五六七八九十百]+{counted})"
    return re.compile(
        rf"\s*(?P<open>等在内的|等|在内的)?\s*(?:，(?={goes_on}))?(?:共计?|合计|总共|以上|这)?\s*"
        rf"(?:(?:排名前)?{number}(?P<more>余|多)?\s*(?:个|家|座|所|位的)?(?:(?P<group>{group})(?!级|(?:人民)?政府|采购)"
        rf"(?:的?{organ}(?=，?(?:以及|和|及)))?|(?<=[家所]){bodies}(?!的))?"
        rf"|(?P<lost>(?<=等)[个家所])?(?P<bare>{group})(?=在|，|。|开展|先行|率先|进行|实施|作为|列|纳|被|成|为|确|定为|获|入选|均|试点|启动|、|和|及|$))?"
    )


@cache
def groups() -> frozenset[str]:
    """What a number of units is called (市区), which is the name of none in a sentence."""
    return frozenset(words(__package__, "unit_words", "group"))


@cache
def follower() -> re.Pattern[str]:
    """What may stand right behind a name."""
    follow = "|".join(either(__package__, "unit_words", kind) for kind in _FOLLOWS)
    return re.compile(
        rf"\s|$|[、，。；：;/·（）！？“”|\d*★☆※△▲①-⑳]|等|自(?!治)|从|于(?=\d)|{follow}|{BATCH}|[共合总]计?[\d两二三四五六七八九十]"
        rf"|[两二三四五六七八九十]+(?:个|省|市|县|区|地|州|家)|(?:人民)?政府|{WHOLE}"
    )


@cache
def run_on() -> re.Pattern[str]:
    """Short names of provinces without a mark between them (北京上海等, 京津沪三地)."""
    shorts = "|".join(row["short"] for row in table("build_graph.places", "provinces"))
    letters = "".join(sorted(abbreviations()))
    return re.compile(rf"(?:(?:{shorts}){{2,}}|[{letters}]{{2,}})(?=等|和|\d|[两三四五六七八九十]+[省市地个])")


@cache
def abbreviations() -> frozenset[str]:
    """The single characters that stand for provinces (京, 津)."""
    return frozenset(row["abbreviations"].split()[0] for row in table("build_graph.places", "provinces"))


@cache
def opening() -> re.Pattern[str]:
    """The first characters of what begins a series without the name of a place: a national zone, 我市, 京津沪三地."""
    letters = "".join(sorted(abbreviations()))
    return re.compile(rf"[中我本{letters}](?:(?<=[我本])|(?<=中)(?=国（)|(?<=[{letters}])(?=[{letters}]))")


@cache
def national_zone() -> re.Pattern[str]:
    """The official name of a national zone: 中国（浙江）自由贸易试验区, with its part (舟山片区)."""
    zone = either("build_graph.places", "bodies", "zone")
    return re.compile(rf"中国（[一-鿿]{{2,8}}）[一-鿿]{{0,10}}?{zone}(?:[一-鿿]{{2,8}}片区)?")


@cache
def province_name() -> re.Pattern[str]:
    """One short name of a province (北京, 京)."""
    rows = table("build_graph.places", "provinces")
    return re.compile("|".join([row["short"] for row in rows] + [row["abbreviations"].split()[0] for row in rows]))


@cache
def no_name() -> re.Pattern[str]:
    """How words begin that name no place, zone or institution of their own (开发区)."""
    return re.compile(either("build_graph.places", "bodies", "generic"))


@cache
def no_part_of_name() -> re.Pattern[str]:
    """Words of which the name of a zone or an institution has none."""
    return re.compile(either("build_graph.places", "bodies", "stop"))


@cache
def remark() -> re.Pattern[str]:
    """How brackets begin that are no part of a name (含…, 第二批, 3个)."""
    return re.compile(either(__package__, "unit_words", "remark") + r"|[共计]?\d+[个家]?")


@cache
def _levels() -> tuple[tuple[re.Pattern[str], Level | None], ...]:
    rows = table(__package__, "unit_levels")
    return tuple((re.compile(row["pattern"]), cast("Level", row["level"]) if row["level"] else None) for row in rows)


@lru_cache(maxsize=1024)  # the same few groups are asked for with every series
def level_of(group: str) -> Level | None:
    """Return the level that the words of a group give its names, None if they give none.

    >>> level_of("个城市"), level_of("省（市）"), level_of("区域")
    ('city', 'province', None)
    """
    return next((level for pattern, level in _levels() if pattern.search(group)), None)
