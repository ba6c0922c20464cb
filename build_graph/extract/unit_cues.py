"""What makes a series of names a designation: the words before it and behind it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from build_graph.extract.unit_patterns import word, words_before, words_behind
from build_graph.tables import words

if TYPE_CHECKING:
    from collections.abc import Callable

    from build_graph.extract.unit_series import Series

_GENERIC = re.compile(
    r"(?:国家(?:级)?|全国|省级|首批|第[一二三四五六七八九十\d]+批|试点|先行|示范|城市|地区|县|市|区|省份?|单位|乡镇|名单|范围|了|的|之一|行列|其中|（[^）]{1,12}）)*$"
)


@dataclass(frozen=True, slots=True)
class Around:
    """A series in its sentence: the words before it in its clause, and those behind it."""

    left: str
    right: str
    """Up to the end of the sentence."""
    series: Series
    about: Callable[[str], bool]
    """Tells whether some words speak of one of the document's programs."""
    announced: bool = False
    """It stands under a heading that announces units (试点范围)."""


@cache
def _not_object() -> re.Pattern[str]:
    return re.compile(word("not_object") + r"(?:了|等)?$")


@cache
def _pilot() -> re.Pattern[str]:
    return re.compile(word("pilot"))


@cache
def veto() -> re.Pattern[str]:
    """What is refused, withdrawn, proposed or applied for designates nothing."""
    return re.compile(word("veto"))


def designation(around: Around) -> tuple[str, str] | None:
    """Return the rule by which a series designates its places, and the words of the object; None if none does."""
    if _counts_inside(around.series):
        return None
    for rule, test in _RULES:
        of = test(around)
        if of is not None:
            return rule, of
    return None


def _counts_inside(series: Series) -> bool:
    """甲省五地, 甲省15个县: the number counts places that lie in there, not the one that is named."""
    return bool(series.number) and not series.is_open and len(series.elements) == 1 and series.number not in ("1", "一")


def _object(around: Around, found: re.Match[str] | None, *, generic: bool = False) -> str | None:
    """Return the object of a designation if it is the trial itself or its list, no meeting about it."""
    if found is None:
        return None
    of = found["of"]
    if _not_object().search(of.strip()):
        return None
    if _pilot().search(of) or around.about(of) or (generic and _GENERIC.match(of)):
        return of
    return None


def _becomes(around: Around) -> str | None:
    found = words_behind("becomes").match(around.right)
    copula = found is not None and re.match(r"，?(?:是|系|属于)", around.right)
    return (
        None
        if copula and not _pilot().search(found["of"] if found else "")
        else _object(around, found, generic=not copula)
    )


def _gets(around: Around) -> str | None:
    found = words_behind("gets").match(around.right)
    if found and found["of"] == "名单":  # 甲省入选名单 is a heading
        return None
    alone = found is not None and found["verb"] in words(__package__, "unit_words", "chosen")
    return _object(around, found, generic=alone)


def _counted(around: Around) -> str | None:
    """增加了A和B2个智慧校园试点; 批准设立A、B智慧校园试点."""
    if not words_before("verb").search(around.left):
        return None
    if not around.series.number:
        return _apposition(around)
    found = words_behind("named").match(around.series.group + around.right)
    return found["of"] if found else None


def _chosen(around: Around) -> str | None:
    """选择A、B…11个城市, with nothing behind it that says something else."""
    series, right = around.series, around.right
    if not words_before("verb").search(around.left):
        return None
    if series.number and (series.group or right[:1] in ("", "，")) and words_behind("goes").match(right):
        return series.group
    return _object(around, words_behind("start").match(right) or words_behind("tries").match(right))


def _in(around: Around) -> str | None:
    if not words_before("in").search(around.left):
        return None
    found = words_behind("start").match(around.right)
    if (
        found
        and (around.announced or words_before("tried").search(around.left))
        and not _not_object().search(found["of"])
    ):
        return "试点"
    return _object(around, found)


def _listed(around: Around) -> str | None:
    """试点城市包括A、B, 首批试点（A、B）."""
    found = words_before("named").search(around.left)
    several = len(around.series.elements) > 1 or around.series.number
    return found[0] if found and (several or not found[0].endswith("（")) else None


def _among(around: Around) -> str | None:
    """12个城市入选试点，其中甲省有A、B."""
    found = words_before("among").search(around.left)
    known = found and re.search(rf"{word('verb')}|{word('gets')}|{word('becomes')}", around.left)
    return found[0][:2] if found and known and re.match(r"[，；。）]|$|入选|在列|上榜", around.right) else None


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
    if found is None or _has_verb().search(found["of"]):
        return None
    of, behind = found["of"], around.right[found.end() : found.end() + 1]
    if of.endswith("试点") and behind not in ("", "，", "；", "）", "、", "的"):
        return None
    return of if _GENERIC.match(of) or around.about(of) else None


@cache
def _has_verb() -> re.Pattern[str]:
    """A designation is a noun: in A等地推进X试点 or A等6家企业中选X试点 the places are no units."""
    return re.compile(word("verb_in_object"))


def _as(around: Around) -> str | None:
    found = words_before("as").search(around.left)
    return found[0] if found else None


def _supported(around: Around) -> str | None:
    """支持A建设综合改革试点."""
    if not words_before("weak").search(around.left):
        return None
    return _object(around, words_behind("start").match(around.right))


def _represented(around: Around) -> str | None:
    if not words_before("for").search(around.left):
        return None
    found = words_behind("for").match(around.right)
    return found["of"] if found and ("试点" in around.right) else None


def _pilots(around: Around) -> str | None:
    """上海等4地将试点X; A、B率先开展X试点; A、B等5个区域开展X试点."""
    found = words_behind("pilots").match(around.right)
    first = words_behind("first").match(around.right)
    if around.announced and first:
        return first["of"]
    if found is None and (len(around.series.elements) > 1 or around.series.number):
        found = first
    if found is None and around.series.number:
        found = words_behind("start").match(around.right)
    return _object(around, found)


def _tries(around: Around) -> str | None:
    """A、B等8个区域…先行先试."""
    if not around.series.number:
        return None
    found = words_behind("tries").match(around.right)
    return found["of"] if found and "先行先试" in found["of"] else None


_RULES: tuple[tuple[str, Callable[[Around], str | None]], ...] = (
    ("unit-becomes", _becomes),
    ("unit-gets", _gets),
    ("unit-counted", _counted),
    ("unit-listed", _chosen),
    ("unit-in", _in),
    ("unit-named", _listed),
    ("unit-among", _among),
    ("unit-in-brackets", _in_brackets),
    ("unit-beside", _beside),
    ("unit-as", _as),
    ("unit-supported", _supported),
    ("unit-represents", _represented),
    ("unit-pilots", _pilots),
    ("unit-tries", _tries),
)


def about_programs(names: list[str]) -> Callable[[str], bool]:
    """Return a test whether some words speak of one of these programs: they hold what it is about."""
    generic = words(__package__, "unit_words", "common")
    pieces = {piece for name in names for piece in re.split("|".join(map(re.escape, generic)), name) if len(piece) > 2}
    return lambda text: any(piece in text for piece in pieces)
