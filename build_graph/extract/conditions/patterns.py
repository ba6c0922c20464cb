"""How running text tells a condition, as regular expressions of single clauses."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from build_graph.tables import either, words

_SCOPE_ENDS: Final = ("对象", "主体", "范围")
"""How each word for a scope ends."""


@cache
def cue(kind: str) -> re.Pattern[str]:
    """Return what finds a word of one kind."""
    return re.compile(_any(kind))


def _any(kind: str) -> str:
    return either(__package__, "condition_words", kind)


@cache
def may_tell() -> re.Pattern[str]:
    """Return what each sentence holds that tells a condition; most hold none of it."""
    kinds = ("takes_part", "must", "prefers", "chooses", "excluded", "quality")
    told = (word for kind in kinds for word in words(__package__, "condition_words", kind))
    return re.compile("|".join(map(re.escape, (*_SCOPE_ENDS, *told))))


# --- who takes part, and what holds for him -------------------------------------------------------------------


@cache
def eligible() -> re.Pattern[str]:
    """Return the ways in which a whole clause tells a condition; the name of the group says which one it is.

    Where several hold, the first is meant.
    """
    ways = (_applicant(), _may(), _must(), _entitled(), _prefers(), _from(), _barred(), _excludes())
    return re.compile("|".join(ways))


def _applicant() -> str:
    """申报试点的医院原则上为三级医院; 试点城市以大型城市为主."""
    binds = rf"[^，]{{0,12}}?{_any('takes_part')}[^，]{{0,12}}?{_any('who')}[^，]{{0,6}}?{_any('must')}.+"
    on_trial = rf"试点{_any('who')}(?:{_any('must')}|以[^，]{{1,20}}为主).*"
    return rf"(?P<applicant>{binds}|{on_trial})"


def _may() -> str:
    """…的企业均可自愿参加; 试点经…可作为…."""
    takes_part = rf"[^，]{{4,}}{_any('may')}(?:自愿|自主)?(?:向[^，]{{2,16}})?{_any('takes_part')}[^，]{{0,24}}"
    becomes = r"试点(?![^，]*(?:经验|结果|成果|过程))[^，]{2,}可以?[作成]为[^，]{2,}"
    return rf"(?P<may>{takes_part}|{becomes})"


def _must() -> str:
    """“试点企业应当具备…等条件。”某人说; 试点城市原则上应不低于…; 以…为基本要求."""
    fulfils = rf"[^，“]{{2,20}}(?:应当?|必?须){_any('fulfils')}[^，]{{4,}}等条件"
    holds = r"[^，“]{2,20}(?:应当?|必?须)(?:具有|具备|持有|取得)[^，]{2,}(?:资格|资质|证书|许可证|执照|职称|学历)"
    bound = r"当?(?:不[小低少高多大]于|不超过|已|具备|具有)[^，]{2,}"
    in_principle = rf"(?=[^，]*?原则上[应须])[^，]{{0,16}}?{_any('who')}[^，]{{0,16}}?原则上[应须]{bound}"
    takes_as = r"以[^，]{6,}为(?:基本|前置|必要)(?:要求|条件)"
    return rf"“?(?P<must>{fulfils}|{holds}|{in_principle}|{takes_as})(?:。”[^，]{{2,12}})?"


def _entitled() -> str:
    """年满六十周岁的老年人可以领取补贴."""
    return r"(?P<entitled>(?:[^，]*、)?(?:年满|符合)[^，]*的[^，]{2,12}可以?(?:领取|享受|申请|获得)[^，]{2,})"


def _prefers() -> str:
    """优先支持老旧城区."""
    return rf"(?P<prefers>.{{0,12}}?{_any('prefers')}[^，]{{2,}}|[^，]{{4,40}}同等条件下(?:予以)?{_any('prefers')})"


def _from() -> str:
    """从条件成熟的县中遴选试点."""
    return rf"(?P<from>从[^，]{{4,40}}中{_any('chooses')}[^，]{{2,}})"


def _barred() -> str:
    """失信企业不得参加."""
    return rf"(?P<barred>[^，]{{4,}}(?:不得|不再|不能)(?:重复)?(?:{_any('takes_part')}|推荐))"


def _excludes() -> str:
    """弄虚作假的: the next clause says what befalls him (取消资格)."""
    return r"(?P<excludes>[^，]{4,}的(?:[^，的]{2,6})?)"


# --- conditions that one clause begins and another ends --------------------------------------------------------


@cache
def fulfils() -> re.Pattern[str]:
    """Return 取得许可的, 年满16周岁: who may do what the clauses behind allow."""
    checked = r"通过[^，]{0,8}?(?:验收|评估|认证|审核|考核)"
    return re.compile(
        rf"[^，]{{0,24}}?(?:取得|持有|{checked}|{_any('fulfils')}|达到|年满)(?!相关|规定|条件|以下|下列|如下|上述)[^，]{{2,}}"
    )


@cache
def allowed() -> re.Pattern[str]:
    """Return …的，可以成为持有人; …的，可申请…: what those may do who fulfil a condition."""
    return re.compile(rf"(?:均?可以?|方可)(?:[作成]为|[^，]{{0,30}}?(?:{_any('takes_part')}|享受|领取|获得))[^，]*")


@cache
def excepts() -> re.Pattern[str]:
    """Return 申报单位除直辖市外: the next clause says what holds for all others."""
    return re.compile(rf"{_any('takes_part')}{_any('who')}除[^，]{{1,12}}外$")


@cache
def scope() -> re.Pattern[str]:
    """Return 申报主体为甲: who or what is meant."""
    return re.compile(rf"[^，]{{0,12}}?{_any('scope')}(?:原则上|暂)?(?:为|是|是指|包括|限于|仅限)[^，]{{4,}}")


# --- qualities of those who are chosen ---------------------------------------------------------------------------


@cache
def qualified() -> re.Pattern[str]:
    """Return 有条件、有基础、规模适当的城市; 基础较好、规模较大的城市: the qualities of those who are chosen."""
    who, chosen = _any("who"), r"(?<=[个批家择选取右定])"
    several = rf"{chosen}(?:(?:具有|具备|有)[^，。、]{{1,8}}、)+[^，。、的]{{2,12}}的{who}"
    high = rf"(?<=[择选取])[^，。、\d]{{2,8}}[高好强]、(?:具有|具备|有)[^，。]{{2,16}}的{who}(?:和{who})?"
    quality = r"[^，。、的批择\d]{2,10}(?:较[高好强大多]|良好|突出|扎实|完善)"
    good = rf"{chosen}(?:{quality}、)+[^，。、的]{{2,12}}的{who}"
    fit = rf"(?<=支持){_any('fulfils')}[^，。的]{{5,40}}(?<!条件)的{who}"
    return re.compile(f"{several}|{high}|{good}|{fit}")


@cache
def may_qualify() -> re.Pattern[str]:
    """Return what each clause holds that names such qualities."""
    return re.compile("|".join(map(re.escape, ("支持", *words(__package__, "condition_words", "chooses")))))
