"""Zones and institutions that are no divisions, as lists of units name them: 苏州高新区, 北京协和医院, 兵团第八师."""

from __future__ import annotations

import re
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING

from build_graph.places.names import SHORTEST, short_name
from build_graph.places.place import body_key, body_of
from build_graph.places.resolve import resolve
from build_graph.tables import either, words

if TYPE_CHECKING:
    from build_graph.places.gazetteer import Gazetteer
    from build_graph.places.place import Place

_LONGEST = 30  # code points
_LONGEST_HEAD = 16  # code points of the place that a name begins with
_LETTERS = re.compile(r"[\w（）·—-]+")
_COUNTED = re.compile(r"[\d两二三四五六七八九十](?:个|地(?=法院|检察院))|\d[家所]")
_NATIONAL = re.compile(r"中国（(?P<place>[一-鿿]{2,8})）")
"""How official names of national zones begin: 中国（浙江）自由贸易试验区."""


_TOWN = re.compile(r"(?P<county>[一-鿿]{2,20}?[县区市旗])(?P<town>[一-鿿]{2,4}(?:[一-鿿]{1,6}族)?(?:镇|乡|街道|苏木))")


@cache
def endings() -> tuple[str, ...]:
    """Return the words with which names of zones and institutions end, the longest first."""
    kinds = (words("build_graph.places", "bodies", kind) for kind in ("zone", "village", "institution", "located"))
    return tuple(sorted(chain.from_iterable(kinds), key=len, reverse=True))


@cache
def _stop() -> re.Pattern[str]:
    return re.compile(
        f"(?!(?<=自)由){either('build_graph.places', 'bodies', 'stop')}|首批|第[一二三四五六七八九十]批"
    )  # 自由贸易 holds no 由


@cache
def _several() -> re.Pattern[str]:
    """Two names that a word joins: 苏州工业园区和海南自由贸易港."""
    kinds = (either("build_graph.places", "bodies", kind) for kind in ("zone", "village", "institution"))
    return re.compile(f"(?:{'|'.join(kinds)})[和与暨]")


def is_body(written: str) -> bool:
    """Tell whether a text is the name of one zone or institution, by its ending.

    >>> is_body("苏州高新区"), is_body("三级医院"), is_body("开发区")
    (True, False, False)
    """
    if len(written) > _LONGEST or not written.endswith(endings()):
        return False
    ending = next(filter(written.endswith, endings()))
    if len(written) < len(ending) + SHORTEST or not _LETTERS.fullmatch(written) or _COUNTED.search(written):
        return False
    generic = written.startswith(words("build_graph.places", "bodies", "generic"))
    return not (generic or _stop().search(written) or _several().search(written))


def body(
    gazetteer: Gazetteer, written: str, *, province: str | None = None, on: str | int | None = None
) -> Place | None:
    """Return the zone or institution of a name, in the province that is stated or that its name begins with.

    It is None for what is no such name. The place's key can be given back to the gazetteer.
    """
    if not is_body(written):
        return None
    head = head_of(gazetteer, written, on=on)
    stated = resolve(gazetteer, province, on=on, level_hint="province").place if province else None
    where = stated or head
    located = written.endswith(words("build_graph.places", "bodies", "located"))
    if where is None and located:
        return None
    above = gazetteer.province_of(where) if where else None
    name = written.removeprefix(above.name) if above else written
    if above and located:
        name = name.removeprefix(short_name(above.name) or above.name)
    if len(name) <= SHORTEST:
        name = written
    return body_of(body_key(name, above.key if above else None))


def head_of(gazetteer: Gazetteer, written: str, *, on: str | int | None = None) -> Place | None:
    """Return the place that a name begins with, None if it begins with none.

    >>> from build_graph.places.gazetteer import Gazetteer
    >>> head_of(Gazetteer.shipped(), "苏州高新区").name
    '苏州市'
    """
    national = _NATIONAL.match(written)
    if national:
        return resolve(gazetteer, national["place"], on=on).place
    shortest = next(iter(gazetteer.ends_of_names(written)), len(written))
    for cut in range(min(len(written) - SHORTEST, _LONGEST_HEAD), shortest - 1, -1):
        place = resolve(gazetteer, written[:cut], on=on).place
        if place is not None:
            return place
    return None


def town(
    gazetteer: Gazetteer, written: str, *, province: str | None = None, on: str | int | None = None
) -> Place | None:
    """Return the town of a name that no table lists, in the county that its name gives: one that was merged or is new.

    >>> from build_graph.places.gazetteer import Gazetteer
    >>> town(Gazetteer.shipped(), "德清县白杨镇").name
    '白杨镇'
    """
    found = _TOWN.fullmatch(written)
    if found is None or _stop().search(found["town"]) or _in_general().search(found["town"]):
        return None
    county = resolve(gazetteer, found["county"], province=province, on=on).place
    if county is None or county.level != "county" or county.kind != "division":
        return None
    return body_of(body_key(found["town"], county.key))


@cache
def _in_general() -> re.Pattern[str]:
    """各乡镇, 重点镇: towns in general, none of them by its name."""
    return re.compile(either("build_graph.places", "bodies", "in_general"))
