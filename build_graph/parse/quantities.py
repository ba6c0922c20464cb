"""Quantities: a value, its unit and how it bounds what is meant (30%以上, 至少3家, 2-3个)."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple, cast

from build_graph.parse.numbers import DECIMAL, NUMBER, RANGE, range_of, value_of
from build_graph.tables import either, table

if TYPE_CHECKING:
    from build_graph.model import Comparator, Value

_COUNTED = r"人次|(?:城市|农村|城镇|常住)?人口|[人次户亩套张床家个所名辆台宗栋幢株]"
_PHYSICAL = rf"[万亿]{{0,2}}{either(__package__, 'quantities', 'physical')}"
_UNIT = (  # the longest first: 6个月 are no 6个
    rf"%|％|个?百分点|个月|个工作日|万?套（间）|{_PHYSICAL}|万(?:{_COUNTED})|{_COUNTED}|"
    + either(__package__, "quantities", "classifier")
    + r"|(?<=\d)分(?![钟之别级类批期步组层布工管享配])|(?<=\d)部(?![门分队委级件位署])"  # 90分; 十分 and 三部 are none
)
_SHARE = (
    rf"(?P<fraction>百分之)(?P<percent>{DECIMAL})|(?P<parts>{NUMBER})分之(?P<part>{NUMBER})|(?P<n>\d)/(?P<of>\d)(?!\d)"
    r"|(?P<tenths>[一二三四五六七八九两\d])成(?:(?P<hundredths>[一二三四五六七八九半])(?![个家项年月日批种类]))?"
    r"(?![立员为效果功本都长绩人品年熟就交语活套型])|翻(?P<doubled>[一两]?)番"
)
_VERB = r"(?:(?<=[至最][少多])[^\W\d_零〇一二两三四五六七八九十百千]{1,2})?"  # 至少建设3个
_MORE = rf"[余多+](?=\s*(?:{_UNIT}))"  # 10余万人, 2万多亩, 10+万人
_REACHED = re.compile(r"[到至达为]\s{0,2}$")
_QUANTITY = re.compile(
    rf"(?P<before>{either(__package__, 'quantities', 'before')})?{_VERB}\s{{0,2}}(?:[于到至有为]\s{{0,2}})?"
    rf"(?P<said>{_SHARE}|(?P<range>{RANGE})|(?P<number>{DECIMAL})(?P<more>(?<=\d){_MORE})?"
    rf"(?P<scale>[万亿](?!{_PHYSICAL}|亿|{_COUNTED}))?(?P<above>(?<=[万亿]){_MORE})?)"
    rf"\s*(?P<unit>{_UNIT})?\s*(?:（含[^（）]{{1,8}}）)?(?P<after>{either(__package__, 'quantities', 'after')})?"
)


_ANY_NUMBER = re.compile(r"[\d零〇一二两三四五六七八九十百千翻]")
"""Every quantity holds one of these characters; many clauses hold none of them."""
_DIGIT = re.compile(r"\d")
_KEPT: Final = 2**12
"""So many answers are kept: several modules ask for the quantities of the same clauses."""


class Quantity(NamedTuple):
    """A number with its unit and comparator; offsets count code points of the text that was read."""

    value: Value
    comparator: Comparator
    unit: str | None
    start: int
    end: int


def _comparator(found: re.Match[str]) -> Comparator:
    if found["range"]:
        return "range"
    for group in ("after", "before"):
        word = found[group]
        if word:
            return _meaning(word)
    return ">=" if found["more"] or found["above"] else "="


@cache
def _meaning(word: str) -> Comparator:
    row = next(row for row in table(__package__, "quantities") if row["word"] == word)
    return cast("Comparator", row["meaning"])


def bound_before(text: str, quantity: Quantity) -> Comparator:
    """Return how a quantity is bounded, also by an adverb that stands before a verb and its object.

    >>> (found,) = quantities("至少建成水厂300座")
    >>> found.comparator, bound_before("至少建成水厂300座", found)
    ('=', '>=')
    """
    found = _adverb().search(text, 0, quantity.start) if quantity.comparator == "=" else None
    return _meaning(found["word"]) if found else quantity.comparator


@cache
def _adverb() -> re.Pattern[str]:
    """至少建成…, or a bound before what a share is one of: 不低于教师总数的15%."""
    adverb, before = (either(__package__, "quantities", kind) for kind in ("adverb", "before"))
    return re.compile(rf"(?P<word>{adverb}|{before}(?=[^，、；\d]{{2,16}}的\Z))[^，、；\d]{{0,17}}\Z")


def _is_measured(found: re.Match[str]) -> bool:
    """A number counts with a unit, as a share, or with a bound if it is written in figures (90以上, 提高到0.66)."""
    if found["range"] is None and found["number"] is None:
        return True
    if found["unit"] or (found["after"] and _DIGIT.search(found["said"])):
        return True
    return "." in found["said"] and _REACHED.search(found[0][: found.start("said") - found.start()]) is not None


def _share(found: re.Match[str]) -> tuple[float, str | None] | None:
    """Return the value and the unit of a share: 百分之三十, 三成, 三分之一, 1/3, 翻一番; None if it is none."""
    if found["fraction"]:
        return value_of(found["percent"]), "%"
    if found["tenths"]:
        return value_of(found["tenths"]) * 10 + _hundredths(found["hundredths"]), "%"
    if found["parts"] or found["n"]:
        part, of = (found["part"], found["parts"]) if found["parts"] else (found["n"], found["of"])
        return round(value_of(part) / value_of(of), 4), None
    if found["doubled"] is not None:
        return 2 ** (2 if found["doubled"] == "两" else 1), "倍"
    return None


def _hundredths(written: str | None) -> float:
    """What stands behind 成: 七成八 is 78, 六成半 is 65."""
    return 5 if written == "半" else value_of(written) if written else 0


def _value_and_unit(found: re.Match[str]) -> tuple[Value, str | None]:
    unit = {"％": "%", "个百分点": "百分点"}.get(found["unit"], found["unit"])
    if found["range"]:
        return range_of(found["range"]), unit
    return value_of(found["number"] + (found["scale"] or "")), unit


def quantities(text: str) -> list[Quantity]:
    """Return the quantities of a clause, in their order; bare Chinese digits without a unit are none.

    >>> [(q.value, q.comparator, q.unit) for q in quantities("至少要有30%的县、90以上、三成以上")]
    [(30, '>=', '%'), (90, '>=', None), (30, '>=', '%')]
    """
    return list(_quantities(text)) if _ANY_NUMBER.search(text) else []


@lru_cache(_KEPT)
def _quantities(text: str) -> tuple[Quantity, ...]:
    found = []
    for m in _QUANTITY.finditer(text):
        if not _is_measured(m) or m["of"] == "0" or (m["parts"] and value_of(m["parts"]) == 0):
            continue
        value, unit = _share(m) or _value_and_unit(m)
        found.append(Quantity(value, _comparator(m), unit, m.start("said"), m.end()))
    return tuple(found)
