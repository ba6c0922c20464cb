"""The names of those who form an alliance, and words that name nobody."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from build_graph.tables import words

if TYPE_CHECKING:
    from build_graph.parse.reading import Reading

_REMARK = re.compile(r"（[^（）]*）")
_AND = re.compile(r"、|以及|和|与|及|同")
_EACH_OF = re.compile(
    r"(?P<places>(?:[一-鿿]{1,6}[镇乡]、)+[一-鿿]{1,6}[镇乡])(?:等)?(?:\d+|[两二三四五六七八九十]+)[个家所](?:乡镇|中心)?"
    r"(?P<kind>卫生院|小学|中学|初中|幼儿园)"
)
_ALL_OF_THEM = re.compile(r"(?<=[一-鿿]{3})[两二三四五六七八九十][校院园企行方社县镇村]$")
"""A、B、C三校: how many they are."""
_OUTSIDE = re.compile(r"^[一-鿿]{1,4}的")
_GENERAL = re.compile(
    r"[\d一两几多各每]+[家所个类]|[省市县区乡]级|^(?:[省市县区]?[内域]|有关|相关|各|每|该|本|此|其|当地|这|以)|的|若干|一批"
)
_OF_A_DIVISION = re.compile(r"^[省市县区州](?![级内域属直外])")


def names_in(written: str) -> list[str]:
    """Return the names in a list, without remarks; what is only counted (20多所院校) has none."""
    written = _EACH_OF.sub(_with_kind, _REMARK.sub("", written))
    parts = [
        _ALL_OF_THEM.sub("", _OUTSIDE.sub("", part.strip(" （）"))) for part in _AND.split(written.partition("等")[0])
    ]
    return [part for part in parts if len(part) > 1 and not is_general(part)]


def _with_kind(found: re.Match[str]) -> str:
    """甲镇、乙镇2家乡镇卫生院 are 甲镇卫生院 and 乙镇卫生院."""
    return "、".join(place + found["kind"] for place in found["places"].split("、"))


def is_general(name: str) -> bool:
    """Tell whether words are those of what has no name: 1家县级医院, 该联盟."""
    return _GENERAL.search(name) is not None or name.startswith(words(__package__, "consortium_words", "general"))


def is_particular(reading: Reading, name: str) -> bool:
    """Tell whether words name one institution or place: they begin with a place, or with its own division."""
    heads = (name[:length] for length in range(2, 7))
    return (
        any(reading.gazetteer.hits(head) or reading.gazetteer.short_hits(head) for head in heads)
        or name.endswith(words(__package__, "consortium_words", "body"))
        or _OF_A_DIVISION.match(name) is not None
    )
