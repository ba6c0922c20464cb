"""Names of bodies, places and documents, brought to one spelling."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from build_graph.evaluate.likeness import LEAST_LENGTH, letters
from build_graph.tables import table

_CONTAINED: Final = 0.7
_LEAST_NAME: Final = 3
"""Characters of a name that can stand for a longer one that holds it."""
_NEVER_CONTAINED: Final = frozenset(("国务院", "中共中央", "党中央", "省政府", "市政府", "县政府", "办公厅", "办公室"))
"""Names that other bodies' names begin or end with: 国务院 is not 国务院办公厅."""

_COUNTRY: Final = re.compile(r"^(?:中华人民共和国|中国(?=.*[省市区]))")
_NO_DIVISION: Final = re.compile(r"(?<=[省市区州盟])市辖区|(?:省|自治区)直辖县级行政区划")
_SAID_TWICE: Final = re.compile(r"^(.{2,}?[省市区])\1")
_NOT_IN_NUMBER: Final = re.compile(r"[^0-9A-Za-z\u3400-\u9fff]|第")


@lru_cache(maxsize=4096)
def body_key(name: str | None) -> str:
    """Return the one spelling of a body's name.

    >>> body_key("国家卫生健康委员会") == body_key("国家卫健委")
    True
    """
    key = letters(name)
    for row in table(__package__, "bodies"):
        key = re.sub(row["pattern"], row["form"], key)
    return key


def body_likeness(one: str | None, other: str | None) -> float:
    """Return 1 for one body under two names, less if one name contains the other, else 0."""
    left, right = body_key(one), body_key(other)
    if not left or not right:
        return 0.0
    if left == right:
        return 1.0
    shorter, longer = sorted((left, right), key=len)
    contained = len(shorter) >= _LEAST_NAME and shorter in longer and shorter not in _NEVER_CONTAINED
    return _CONTAINED if contained else 0.0


def same_body(one: str | None, other: str | None) -> bool:
    """Return whether two names of a lead or a member are those of one body."""
    return holds(body_key(one), body_key(other))


def holds(one: str, other: str) -> bool:
    """Return whether two names are equal, or the longer one holds a shorter one that is long enough to tell."""
    if not one or not other:
        return False
    shorter, longer = sorted((one, other), key=len)
    return one == other or (
        len(shorter) >= _LEAST_NAME and shorter in longer and len(shorter) / len(longer) >= LEAST_LENGTH
    )


def place_key(name: str | None) -> str:
    """Return the one spelling of a place's full name.

    >>> place_key("北京市北京市朝阳区") == place_key("北京市市辖区朝阳区") == "北京市朝阳区"
    True
    """
    key = _NO_DIVISION.sub("", _COUNTRY.sub("", letters(name)))
    return _SAID_TWICE.sub(r"\1", key)


def number_key(number: str | None) -> str:
    """Return the one spelling of a 文号: its letters and figures, without 第.

    >>> number_key("国办发〔2019〕第2号") == number_key("国办发[2019]2号")
    True
    """
    return _NOT_IN_NUMBER.sub("", unicodedata.normalize("NFKC", number or ""))
