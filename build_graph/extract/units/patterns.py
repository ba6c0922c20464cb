"""The words before and behind a series of names, as regular expressions: 确定…, 在…, …列为X试点, …等11个试点城市."""

from __future__ import annotations

import re
from functools import cache

from build_graph.extract.programs.naming import BATCH
from build_graph.tables import either

_SUM = r"(?:共(?:有|计)?)?(?:\d+[个家所])?"

_SPREADS = r"(?:扩大|扩展|拓展|扩围|增加|推广|延伸)(?:到|至)"
_ON_A_DAY = (
    r"(?:，?[于在自从]?(?:\d{4}年[初底末]?|[去前今上当同]年)?(?:\d{1,2}月[份初底]?)?(?:\d{1,2}日)?"
    r"(?<=[年月日份初底末]))?"
)
"""甲县2020年被列为…, 甲县于去年10月入选…."""
_PERIOD = r"(?:(?:从|自)?\d{4}年?(?:[—–~～至到-]\d{4})?年[底末初]?)?"
_WHEN = r"(?:(?:自|从|于)?(?:\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}日)?(?:起|以来)?，?)"
_MORE = r"(?:、?\d+个[^，。；、（]{1,6}(?:（[^）]{1,12}）)?(?:地区)?)?"
"""Another sum behind the first one: 6个省区、19个城市（片区）, 4市21个县的农村（不含县城）地区."""
_UNKNOWN = r"(?:[、和与][^，。；、的]{2,12}?){0,2}"
"""Names at the end of a series that no one knows: A、B、某造林局纳入试点."""
_SOME = (
    r"(?:部分(?:地方|地区|城市|县市|县|区|市)，?|，?(?:各|分别)(?:自|地)?(?:选择?|确定|遴选)[^，。；]{1,16}?"
    r"|(?:选取|选择|遴选|挑选|确定)\d+个[^，。；]{1,12}?)?"
)
"""在A、B等地选择部分县开展…; 在A、B等市，各选择2个县开展…."""
_FIT = r"(?:具备|有|符合)条件的?(?:地区|城市|省份|地方|县|区)|基础较好的?(?:地区|城市|省份|地方)"


def word(kind: str) -> str:
    """Return the words of one kind as a regular expression."""
    return either(__package__, "unit_words", kind)


def _listed() -> str:
    several = rf"(?:\d+个)?(?:{word('group')}|单位|名单)?"
    taking = rf"(?<![不未]){word('runs')}[^，。；]{{0,16}}试点[^，。；]{{0,4}}的(?:地方|{word('group')})?"
    return rf"(?:{named()}|{taking}|名单|(?:入选|获批|新增|上榜|列入)的?{several})"


def _are() -> str:
    """What stands between 试点城市 and their names: 包括, 共有3个：, （."""
    return (
        r"(?:（[^）]*）)?(?:将|已|分别|范围|名单(?:，(?=包括|包含|涵盖|具体|分别|其中有))?|又|再|有)*"
        r"(?:如下(?:（[^）]*）)?：\s*(?:1\s*[.．、]\s*)?$|"
        rf"(?:{word('named')}|[^，。；]{{0,6}}有)了?{_SUM}(?:[^，。；、\d]{{0,6}}，(?:具体|分别|依次)(?:为|是))?：?|{_SUM}[：（])$"
    )


def _beside() -> str:
    """在A、B等地和冬奥会场景开展…: what else it is tried in."""
    return rf"(?:(?:和|及|以及)[^，。；、]{{2,24}}?{word('beside')})?"


def _organs() -> str:
    """在A、B等10省市检察机关开展: who does it in the places."""
    return rf"(?:的?{word('organ')}(?:(?:、|和|及){word('organ')})*)?"


def _trial() -> str:
    """开展X试点，: a clause that says what is tried, before the one that says where."""
    begins = rf"(?:{word('start')}|{word('runs')}|{word('sees_to')})"
    return rf"{begins}(?P<of>[^，。；]{{2,30}}试点)(?:工作)?(?:的[^，。；]{{2,4}}》)?，"


@cache
def named() -> str:
    """Return a designation: 试点城市, 试点县（市、区）."""
    kinds = rf"(?:{word('group')}|自治区|学校|企业|法院|范围|名单)"
    return rf"试点{kinds}?(?:（[^）]{{1,12}}）)?"


@cache
def grade() -> str:
    """Return what an evaluation finds of units: 优秀等次, 合格."""
    return rf"{word('grade')}(?:等次|等级|档次|档|级|类|等)?"


@cache
def words_before(kind: str) -> re.Pattern[str]:
    """Return what stands right before a series, to be searched for at the end of its clause so far."""
    patterns = {
        "verb": rf"{word('verb')}了?{_PERIOD}(?:在|将|了)?$",
        "to_list": rf"(?P<of>[^，。；]{{2,40}}试点{word('group')}?)名单(?:中|内|里|上)?，"
        rf"[^，。；未不]{{0,16}}?{word('verb')}了?$",
        "batch_verb": rf"(?:试点[^，。；]{{0,6}}|{BATCH}){word('verb')}了?$",
        "told": rf"{word('verb')}|{word('gets')}|{word('becomes')}"
        rf"|\d+个?{word('group')}[^，。；]{{0,4}}{word('start')}",
        "weak": rf"(?:{word('weak')}|{word('verb')})了?(?:在)?$",
        "tried": r"(?P<of>试点[^，。；]{0,6})(?:在|于)(?:包括)?$",
        "subject": r"(?P<of>[^，。；：]{2,40}?)(?:率先|首先|先)?(?:在|于|从)(?:包括)?$",
        "grants": "(?:授予|颁予|给予|颁授)了?$",
        "allowed": rf"{word('allow')}(?:在|于)$",
        "with": r"(?:与|同|和|跟|会同)$",
        "in": r"(?:在|于)(?:包括)?(?:中央本级|中央单位|中央|全国|国家)?(?:和|及|、)?"
        r"(?:我?省(?:内)?的?|[一-鿿]{2,8}的)?$",
        "trial_in": rf"{_trial()}[^，。；]{{0,8}}(?:在|于)$",
        "trial_starts": rf"{word('start')}(?P<of>[^，。；]{{2,30}}试点)(?:工作)?，$",
        "trial_first": rf"{_trial()}[^，。；]{{0,4}}(?:首批|首先|先期|率先|先行|先)(?:选择|选取)?(?:在|于)$",
        "trial_by": rf"{_trial()}(?:由|{word('verb')})?$",
        "named": rf"{_listed()}{_are()}",
        "zone": rf"(?P<of>[^，。；、]{{0,24}}{word('zone')}){_are()}",
        "shown": rf"(?P<of>(?:{_listed()}|[^，。；、]{{0,24}}{word('zone')}))(?:名单)?{word('shown')}：$",
        "apposition": r"(?:试点|先行)(?:(?:省份|城市|地区|区域|单位|县|市|区|省)(?:之一)?(?:的|—{1,2})?|之一的)$",
        "among": r"(?P<of>[^。]{0,110})(?:其中|包括|分别是|分别为)[^，。；]{0,12}(?:有|为|是|包括|的)?：?$",
        "as": rf"作为[^，。；]{{0,40}}{named()}(?:之一)?[的，](?:[从自]?\d{{4}}年(?:\d{{1,2}}月)?[起初底]?，?)?$",
        "as_zone": rf"作为(?P<of>[^，。；]{{0,40}}{word('zone')})(?:之一)?[的，]$",
        "spread": rf"(?P<of>[^，。；]{{0,24}}(?:试点|试行|{word('zone')})[^，。；]{{0,40}}"
        rf"(?:(?<=范围)，[由从][^，。；]{{1,20}})?){_SPREADS}了?$",
        "from": rf"(?P<of>[^，。；]{{0,24}}(?:试点|{word('zone')})[^，。；]{{0,8}})"
        r"(?:(?<=范围)，)?(?:从|由)(?:最初|最早|原来|原先|首批|起初)?的?$",
        "of_those": rf"(?P<of>[^，。；、]{{0,24}}(?:{named()}|{word('zone')}))"
        r"(?:之)?[中里](?:，|的|有|仅有|只有|已有"
        r"|，[^，。；]{2,10}(?:有|占|占据|占得)\d+[席个家](?:：|，(?:分别)?(?:是|为)))?$",
        "running": rf"(?:{word('runs')}|{word('becomes')})了?(?P<of>[^，。；、]{{2,40}}?)"
        r"(?:工作|任务|范围|名单|行列)?的$",
        "grouped": rf"(?:{word('region')}[^，。；、]{{0,6}}|(?:国家|省|地市|市|县|区县)级|[^，。；、：]{{2,10}}类"
        rf"|{BATCH})"
        rf"(?:共|有|共有)?\d+[个家](?:{word('group')})?(?:—{{1,2}}|[：（]|，?(?:即|分别(?:是|为)|包括))$",
        "counted": rf"{word('verb')}[^，。；]{{0,20}}\d+个?[^，。；（：]{{0,20}}"
        r"(?:[（：]|，(?:即|分别(?:是|为)|包括)：?)$",
        "for": r"(?:以|选|选择|确定)$",
        "earlier": r"(?:加上|连同|算上)(?:此前|之前|先前|已|前|首批|第[一二三四五六])[^，。；]{0,10}的$",
        "of_batch": rf"{BATCH}(?:试点|范围)?(?:(?:的|只|仅|就|先|共|总共|便|又|再|还|拟)*{word('batch_of')}了?"
        r"|(?:（[^（）]{1,20}）)?：)$",
        "first_from": r"(?:首?先|率先|首批)(?:是|就)?从$",
        "range": rf"(?:实施|试验|改革|推广|覆盖|试点|{word('zone')})的?(?:空间)?范围"
        r"(?:确定|限定|暂定|初定|定)?(?:为|是|包括|涵盖|：)$",
        "doing": rf"(?<![不未]){word('runs')}[^，。；、]{{0,12}}?(?:试点|任务|改革|试验)的(?:是|有|为|包括)"
        r"(?:\d+个[^，。；、（]{1,4}(?:（[^）]{1,12}）)?(?:以及|和|及))?：?$",
        "spread_in": r"(?:将|把)(?P<of>试点)[^，。；]{2,30}，[^，。；]{0,8}(?:在|于)$",
        "these": r"它们(?:分别)?(?:是|为)[：，]?$"
        rf"|(?:这些|上述|其中|这\d+[个家])(?:试点)?(?:{word('group')}|单位)(?:（[^）]{{1,8}}）)?"
        r"(?:分别)?(?:是|为|有|包括|即)[：，]?$",
    }
    return re.compile(patterns[kind])


@cache
def words_behind(kind: str) -> re.Pattern[str]:
    """Return what stands right behind a series; its group ``of`` is what the places become or begin."""
    adverb = rf"(?:{_FIT})?{word('adverb')}*"
    patterns = {
        "becomes": rf"{_UNKNOWN}{_ON_A_DAY}(?:一[起道同](?=，?[被获列成入纳]))?，?{adverb}"
        rf"(?:[经被由][^，。；]{{0,16}}?)?(?:{word('becomes')}+(?!一体)|作(?=试点))了?(?P<of>[^，。；]*)",
        "gets": rf"{_ON_A_DAY}{adverb}(?P<verb>{word('gets')})(?P<of>[^，。；]*)",
        "start": rf"{_MORE}{_organs()}{_beside()}(?:选择)?{_SOME}，?{adverb}(?P<of>{word('start')}[^，。；]*)",
        "gets_as": rf"(?P<of>[^，。；、的]{{0,20}}?(?:{named()}|{word('zone')}))"
        rf"(?:也|均|已|正式|相继|先后)*{word('gets')}(?=[，。；）]|$)",
        "pilots": rf"{_WHEN}(?:将|已|正式|率先|先行|启动|开始|获准|获批)*"
        r"(?P<of>试点(?!工作|城市|地区|省|县|区|市|单位|期|方案)[^，。；]*)",
        "first": rf"{_WHEN}(?:将|已|正式)*(?:率先|先行)(?P<of>[^，。；]*)",
        "runs_there": rf"(?:{word('start')}|{word('adverb')})+(?=[，。；]|$)",
        "grants": rf"“?(?P<of>[^，。；“”]{{0,40}}?(?:试点|{word('zone')})[^，。；“”]{{0,6}})”?(?:称号|牌匾|资格|铭牌)",
        "joins_in": rf"{word('adverb')}*{word('joins_in')}(?=[，。；了]|$)",
        "graded": rf"{word('adverb')}*(?:被|获)?(?:评定|评|确定|认定|考核|核定|列)?(?:结果)?为?{grade()}(?=[，。；]|$)",
        "goes_ahead": rf"{word('adverb')}*{word('ahead')}(?=[，。；！？]|$)",
        "whole": r"(?:分别)?整[省市州县区旗](?:域)?(?:（[^）]{1,8}）)?(?:推进|开展|试点|实施|推开)(?=[，。；]|$)",
        "tries_first": rf"{adverb}(?:先行先试|先试先行|先行试点|率先试点|率先先行)(?=[，。；]|$)",
        "starts_first": rf"(?:将|已)?{word('first')}{word('start')}",
        "goes_first": rf"(?:将|已)?{word('first')}{word('start')}(?=[。；]|$)",
        "selects": r"(?:各?选择|各?选取|各?遴选|各?确定)(?:(?:\d+|[一两二三四五六七八九十]+)个|部分|若干)",
        "begun": rf"(?>(?>{word('start')}|{word('adverb')})+)$|(?:正式)?(?:开始|起步|做起|破题|破冰)$",
        "allowed": rf"，?(?:将|可)?{word('allow')}",
        "with": r"(?:一道|一起|一同|共同|同为)，?(?:(?<=，)[^，。；]{2,12}?)?"
        rf"(?>(?>{word('runs')}|{word('becomes')}|{word('gets')})+)"
        r"(?P<of>[^，。；]*)",
        "signs": rf"(?:联合|共同|分别|正式)*{word('signs')}了?《?"
        rf"(?P<of>[^，。；]{{0,40}}?试点[^，。；]{{0,12}}?){word('agreement')}",
        "tried_before": r"在(?:前期|先期|已有|此前|原有|前两年)?(?P<of>试点)(?:工作)?的?基础上",
        "named": rf"(?:的)?(?P<of>[^，。；、的]{{0,24}}?{named()})",
        "goes": r"(?:$|[，；）：]|作为|做|推进|推开|试行|开展|先行|进行|率先|实施|启动|试点|的|（)",
        "tries": r"[^。；]{0,80}?(?P<of>先行先试|(?:开展|进行|先行|启动|组织)[^，。；]{0,30}试点|试点工作)",
        "zone": rf"(?:的)?(?P<of>[^，。；、的]{{0,24}}?{word('zone')}(?:（[^）]{{1,12}}）)?)",
        "after": r"(?:之后|后)[^。；]{0,24}?(?:也|又|再|第[一二三四五六七八九十\d]+[个批家])"
        r"(?P<of>[^，。；]{0,40}试点)",
        "spreads": rf"[^，。；]{{0,12}}?(?P<of>{_SPREADS})",
        "plan": r"的?(?:试点)?(?:实施|试点|工作)方案(?:也|均|都|已经|已|将|即将|正式)*"
        r"(?:启动|出台|获批|印发|公布|实施)",
        "theirs": r"的试点(?:工作)?(?:也|均|都|已经|已|正式|全面)+(?:启动|展开|铺开)(?=[，。；]|$)",
        "this": rf"{adverb}{word('start')}+(?:了)?(?P<of>{word('this')}[^，。；]*)",
        "alike": rf"[^，。；、]{{0,8}}?{adverb}(?:参照|比照)"
        r"(?P<of>[^，。；]{2,40}?(?<!做法)(?<!经验)(?<!模式))(?:一并|同步|一起)?(?:推进|实施|开展|执行|建设)(?=[，。；]|$)",
        "called": rf"[^，。；、（]{{0,8}}（(?:以下|下)?(?:统|简)?称“?[^）]{{0,12}}?"
        rf"(?P<of>(?:试点|{word('zone')})[^）]{{0,6}})）",
        "for": rf"为(?P<of>{word('represents')}[^，。；]*)",
    }
    return re.compile(patterns[kind])
