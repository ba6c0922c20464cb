"""What makes a series of names a designation: the words before it and behind it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from build_graph.extract.units.about import Around, is_event, is_generic, object_of, pilot, veto
from build_graph.extract.units.joining import JOINING
from build_graph.extract.units.patterns import word, words_before, words_behind
from build_graph.extract.units.permits import PERMITS
from build_graph.extract.units.progress import PROGRESS
from build_graph.tables import words

if TYPE_CHECKING:
    from collections.abc import Callable

    from build_graph.extract.units.series import Series


_FIRST = re.compile("首批|先期|首期|第一批|前期|起步阶段")
_CLAUSE_END = re.compile("[，。；]")


def designation(around: Around) -> tuple[str, str] | None:
    """Return the rule by which a series designates its places, and the words of the object; None if none does."""
    if _counts_inside(around.series) or _heads_list(around):
        return None
    for rule, test in _RULES:
        of = test(around)
        if of is not None:
            return rule, of
    return None


def _counts_inside(series: Series) -> bool:
    """甲省五地, 甲省15个县: the number counts places that lie in there, not the one that is named."""
    return bool(series.number) and not series.is_open and len(series.elements) == 1 and series.number not in ("1", "一")


def _heads_list(around: Around) -> bool:
    """甲省被列为试点县的有A、B; 甲省的试点县分别是：A、B: the units are those behind it."""
    return len(around.series.elements) == 1 and _leads().match(around.right) is not None


@cache
def _leads() -> re.Pattern[str]:
    return re.compile(
        rf"[^，。；：]{{0,60}}(?:试点|{word('becomes')}|{word('gets')})[^，。；：]{{0,30}}(?:分别(?:是|为)|的有|包括|(?:有|是|为)：|：)"
    )


def _becomes(around: Around) -> str | None:
    found = words_behind("becomes").match(around.right)
    if found and _is_wish(found["of"]):
        return None
    copula = found is not None and re.match(r"，?(?:是|系|属于)", around.right)
    return (
        None
        if copula and not pilot().search(found["of"] if found else "")
        else object_of(around, found, generic=not copula)
    )


@cache
def _wish() -> re.Pattern[str]:
    return re.compile(word("wish") + "$")


def _is_wish(of: str) -> bool:
    """关于将A列为试点的建议: what somebody would like."""
    return _wish().search(of) is not None


def _gets(around: Around) -> str | None:
    right = around.right
    if around.series.number and right.startswith(("，成功", "，均", "，全部")):
        right = right[1:]  # A、B等3个县，成功入选
    found = words_behind("gets").match(right)
    if found and found["of"] == "名单":  # 甲省入选名单 is a heading
        return None
    alone = found is not None and found["verb"] in words(__package__, "unit_words", "chosen")
    won = object_of(around, found, generic=alone)
    return _gets_as(around) if won is None else won


def _granted(around: Around) -> str | None:
    """授予A“X试点”称号."""
    found = words_behind("grants").match(around.right) if words_before("grants").search(around.left) else None
    return found["of"] if found and around.is_trial(found["of"]) else None


def _gets_as(around: Around) -> str | None:
    """A、B第二批X试验区获批."""
    found = words_behind("gets_as").match(around.right)
    return found["of"] if found and around.is_several and around.is_trial(found["of"]) else None


def _counted(around: Around) -> str | None:
    """增加了A和B2个智慧校园试点; 批准设立A、B智慧校园试点."""
    if not words_before("verb").search(around.left):
        return None
    if not around.series.number:
        return _apposition(around)
    behind = around.series.group + around.right
    found = words_behind("named").match(behind)
    return found["of"] if found else _zone(around, behind)


def _zone(around: Around, behind: str) -> str | None:
    """A、B等3个X试验区, where the program is such a zone."""
    found = words_behind("zone").match(behind)
    if found is None or _has_verb().search(found["of"]):
        return None
    return found["of"] if around.about(found["of"]) else None


def _chosen(around: Around) -> str | None:
    """选择A、B…11个城市, with nothing behind it that says something else."""
    series, right = around.series, around.right
    if not words_before("verb").search(around.left):
        return None
    is_counted = series.number or series.has_lost_number
    if is_counted and (series.group or right[:1] in ("", "，")) and words_behind("goes").match(right):
        return series.group
    if words_behind("whole").match(right):
        return "试点"
    if words_before("batch_verb").search(around.left) and right[:1] in ("", "，", "；"):
        return _trial_in(around.left) or None
    if "名单" in around.left and around.is_several and right[:1] in ("", "，", "；"):
        listed = words_before("to_list").search(around.left)
        return "试点" if listed else None
    return object_of(around, words_behind("start").match(right) or words_behind("tries").match(right))


def _in(around: Around) -> str | None:
    if not words_before("in").search(around.left):
        return _begun(around) if around.left.endswith("从") else None
    found = words_behind("start").match(around.right)
    tried = words_before("tried").search(around.left)
    if found and (around.announced or (tried and not is_event(tried["of"]))) and not is_event(found["of"]):
        return "试点"
    return object_of(around, found) or _begun(around)


def _first_of(around: Around) -> str | None:
    """开展智慧校园建设试点，在A、B先行实施; 做好X试点工作，A、B先行开展: where the trial named before begins."""
    if around.is_several and words_behind("tries_first").match(around.right):
        return "试点"
    if not (around.is_several and "试点" in around.left) or veto().search(around.left):
        return None
    ways = (
        ("trial_in", "first"),
        ("trial_in", "selects"),
        ("trial_starts", "starts_first"),
        ("trial_by", "goes_first"),
        ("trial_first", "runs_there"),
        ("spread_in", "first"),
    )
    for before, behind in ways:
        trial = words_before(before).search(around.left) if words_behind(behind).match(around.right) else None
        if trial and not is_event(trial["of"]) and (trial["of"] == "试点" or around.about(trial["of"])):
            return "试点"
    return None


def _begun(around: Around) -> str | None:
    """智慧校园制度在A、B启动实施: what is begun is named before its places."""
    clause = _CLAUSE_END.split(around.right, maxsplit=1)[0]
    subject = words_before("subject").search(around.left) if words_behind("begun").match(clause) else None
    if subject is None or is_event(subject["of"]):
        return None
    if _FIRST.fullmatch(subject["of"]) and (around.is_several or around.is_trial(around.before)):
        return "试点"  # 首批在A、B2个县实施: what is carried out is what the page is about
    return subject["of"] if around.is_trial(subject["of"]) else None


def _listed(around: Around) -> str | None:
    """试点城市包括A、B, 首批试点（A、B）."""
    if around.right.startswith("的"):
        return None  # 纳入试点的是A、B的12所学校
    found = words_before("named").search(around.left) or _shown(around)
    if found is None:
        found = words_before("zone").search(around.left)
        found = found if found and around.about(found["of"]) else None
    if found and found[0].startswith("名单") and not _lists_units(around):
        return None
    return found[0] if found and (around.is_several or not found[0].endswith("（")) else None


def _shown(around: Around) -> re.Match[str] | None:
    """X试点城市公示：A、B, and nothing else behind them."""
    return words_before("shown").search(around.left) if around.right[:1] in ("", "，", "；") else None


def _lists_units(around: Around) -> bool:
    """Tell whether a bare 名单 is one of units: what goes before names the trial, and no prize or expert."""
    is_other = re.search(word("no_heading"), around.left)
    return is_other is None and around.is_trial(around.before + around.left)


_AMONG = ("其中", "包括", "分别是", "分别为")
_REACH_OF_AMONG = 18  # code points from such a word to the first name


def _among(around: Around) -> str | None:
    """12个城市入选试点，其中甲省有A、B."""
    if not any(word in around.left[-_REACH_OF_AMONG:] for word in _AMONG):
        return None
    found = words_before("among").search(around.left)
    if found is None or not around.is_trial(around.before + found["of"]):
        return None
    known = words_before("told").search(around.left)
    return _trial_in(found["of"]) if known and re.match(r"[，；。）]|$|入选|在列|上榜", around.right) else None


def _these(around: Around) -> str | None:
    """确定了X试点城市名单。这些城市是：A、B."""
    found = words_before("these").search(around.left)
    return _trial_in(around.before) if found and around.is_several and around.is_trial(around.before) else None


def _trial_in(words_of: str) -> str:
    return "试点" if pilot().search(words_of) else ""


def _in_brackets(around: Around) -> str | None:
    """确定11个城市（A、B）."""
    return "" if words_before("counted").search(around.left) else None


def _beside(around: Around) -> str | None:
    """A、B等11个试点城市; 试点城市A."""
    series = around.series
    if re.match(r"试点.", series.group):
        return series.group
    if series.is_open or series.number:
        of = _apposition(around)
        if of:
            return of
    found = words_before("apposition").search(around.left)
    return found[0] if found else None


def _apposition(around: Around) -> str | None:
    """A、B等11个智慧校园试点城市: the designation is a noun and nothing else (not A等地智慧校园试点经验)."""
    found = words_behind("named").match(around.right)
    if found is None:
        return _zone(around, around.series.group + around.right)
    if _has_verb().search(found["of"]):
        return None
    of, behind = found["of"], around.right[found.end() : found.end() + 1]
    if not around.is_several and (of.endswith("名单") or around.right.startswith("名单", found.end())):
        return None  # 公布甲省X试点城市名单: whose list it is
    if of.endswith("试点") and behind not in ("", "，", "；", "）", "、", "的"):
        return None
    return of if is_generic(of) or around.about(of) else None


@cache
def _has_verb() -> re.Pattern[str]:
    """A designation is a noun: in A等地推进X试点 or A等6家企业中选X试点 the places are no units."""
    return re.compile(word("verb_in_object"))


def _as(around: Around) -> str | None:
    found = words_before("as").search(around.left)
    zone = words_before("as_zone").search(around.left)
    return found[0] if found else zone[0] if zone and around.about(zone["of"]) else None


def _supported(around: Around) -> str | None:
    """支持A建设综合改革试点."""
    if not words_before("weak").search(around.left):
        return None
    return object_of(around, words_behind("start").match(around.right))


def _represented(around: Around) -> str | None:
    if not words_before("for").search(around.left):
        return None
    found = words_behind("for").match(around.right)
    return found["of"] if found and ("试点" in around.right) else None


_GOES_ON = ("、", "和", "与", "及")
"""Before the first name that could be read stands another one, of which nobody can tell what it is."""


def _pilots(around: Around) -> str | None:
    """上海等4地将试点X; A、B率先开展X试点; A、B等5个区域开展X试点."""
    found = words_behind("pilots").match(around.right)
    first = words_behind("first").match(around.right)
    if around.announced and first:
        return first["of"]
    if found is None and around.is_several:
        found = first
    if found is None and (around.series.number or around.announced):
        found = words_behind("start").match(around.right)
    if found is None and around.is_several and not around.left.endswith(_GOES_ON):
        found = words_behind("start").match(around.right)
        found = found if found and found["of"].endswith("试点") else None
    return object_of(around, found)


def _tried_before(around: Around) -> str | None:
    """A、B在试点基础上全面推开."""
    found = words_behind("tried_before").match(around.right)
    return found["of"] if found else None


def _tries(around: Around) -> str | None:
    """A、B等8个区域…先行先试."""
    if not around.series.number:
        return None
    found = words_behind("tries").match(around.right)
    return found["of"] if found and "先行先试" in found["of"] else None


_RULES: tuple[tuple[str, Callable[[Around], str | None]], ...] = (
    ("unit-becomes", _becomes),
    ("unit-gets", _gets),
    ("unit-granted", _granted),
    ("unit-counted", _counted),
    ("unit-listed", _chosen),
    ("unit-in", _in),
    ("unit-first", _first_of),
    ("unit-named", _listed),
    ("unit-among", _among),
    ("unit-these", _these),
    ("unit-in-brackets", _in_brackets),
    ("unit-beside", _beside),
    ("unit-as", _as),
    ("unit-supported", _supported),
    ("unit-represents", _represented),
    ("unit-pilots", _pilots),
    ("unit-tries", _tries),
    ("unit-tried-before", _tried_before),
    *PERMITS,
    *PROGRESS,
    *JOINING,
)
