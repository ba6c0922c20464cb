"""The words before and behind a series of names, as regular expressions: 确定…, 在…, …列为X试点, …等11个试点城市."""

from __future__ import annotations

import re
from functools import cache

from build_graph.tables import either

NAMED = (
    r"试点(?:省份?|自治区|城市|地区|区域|单位|市|县|区|镇|医院|学校|企业|范围|名单)?"
    r"(?:（[^）]{1,12}）)?"
)
"""A designation: 试点城市, 试点县（市、区）."""
_SUM = r"(?:共(?:有|计)?)?(?:\d+[个家所])?"
_LISTED = rf"(?:{NAMED}|名单|入选的?(?:城市|地区|单位|名单)?|获批的?(?:城市|地区)?)"

_FIT = r"(?:具备|有|符合)条件的?(?:地区|城市|省份|地方|县|区)|基础较好的?(?:地区|城市|省份|地方)"


def word(kind: str) -> str:
    """Return the words of one kind as a regular expression."""
    return either(__package__, "unit_words", kind)


@cache
def words_before(kind: str) -> re.Pattern[str]:
    """Return what stands right before a series, to be searched for at the end of its clause so far."""
    patterns = {
        "verb": rf"{word('verb')}了?(?:在|将|了)?$",
        "weak": rf"(?:{word('weak')}|{word('verb')})了?(?:在)?$",
        "tried": r"试点[^，。；]{0,6}(?:在|于)$",
        "in": r"(?:在|于)(?:中央本级|中央单位|中央|全国|国家)?(?:和|及|、)?(?:我?省(?:内)?的?)?$",
        "named": rf"{_LISTED}(?:（[^）]*）)?(?:将|已|分别|范围|名单|又|再|有)*"
        rf"(?:(?:{word('named')}|[^，。；]{{0,6}}有)了?{_SUM}：?|{_SUM}[：（])$",
        "apposition": r"(?:试点|先行)(?:省份|城市|地区|区域|单位|县|市|区|省)(?:的)?$",
        "among": r"(?:试点|先行先试)[^。]{0,80}(?:其中|包括|分别是|分别为)[^，。；]{0,12}(?:有|为|是|包括|的)?$",
        "as": rf"作为[^，。；]{{0,40}}{NAMED}(?:之一)?[的，]$",
        "counted": rf"{word('verb')}[^，。；]{{0,20}}\d+个?[^，。；（：]{{0,20}}[（：]$",
        "for": r"(?:以|选|选择|确定)$",
    }
    return re.compile(patterns[kind])


@cache
def words_behind(kind: str) -> re.Pattern[str]:
    """Return what stands right behind a series; its group ``of`` is what the places become or begin."""
    adverb = rf"(?:{_FIT})?{word('adverb')}*"
    patterns = {
        "becomes": rf"，?{adverb}(?:经[^，。；]{{0,16}}?)?{word('becomes')}+了?(?P<of>[^，。；]*)",
        "gets": rf"{adverb}(?P<verb>{word('gets')})(?P<of>[^，。；]*)",
        "start": rf"，?{adverb}(?P<of>{word('start')}[^，。；]*)",
        "pilots": r"(?:将|已|正式|率先|先行|启动|开始|获准|获批)*"
        r"(?P<of>试点(?!工作|城市|地区|省|县|区|市|单位|期|方案)[^，。；]*)",
        "first": r"(?:率先|先行)(?P<of>[^，。；]*)",
        "named": rf"(?:的)?(?P<of>[^，。；、的]{{0,24}}?{NAMED})",
        "goes": r"(?:$|[，；）：]|作为|开展|先行|进行|率先|实施|启动|试点|的|（)",
        "tries": r"[^。；]{0,80}?(?P<of>先行先试|(?:开展|进行|先行|启动|组织)[^，。；]{0,30}试点|试点工作)",
        "for": rf"为(?P<of>{word('represents')}[^，。；]*)",
    }
    return re.compile(patterns[kind])
