"""Traditional characters become simplified ones, one for one.

OpenCC's t2s is used, never its phrase variants for Taiwan, which damage names of places. In text that is simplified
as a whole only the characters that it cannot have are converted (體製, 關係 left over from a conversion there and
back): t2s would change names such as 乾县.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from build_graph.tables import table

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from build_graph.repair.tracked import Tracked

KIND = "traditional characters"
_SHARE = 0.05
"""Text is traditional if more than this share of its Han characters is: simplified text has 0.0, scraped
traditional text about 0.3."""
_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]+")


def simplify_traditional(text: Tracked) -> Tracked:
    """Convert the text if it is traditional, else the stray characters that only traditional text has."""
    converted = simplified(text.text) if is_traditional(text.text) else _without_strays(text.text)
    return text.with_characters(KIND, converted)


def is_traditional(text: str) -> bool:
    """Tell whether the share of characters that only traditional text has is that of a traditional text."""
    found = len(_traditional().findall(text))
    return found > 0 and found > _SHARE * sum(map(len, _HAN.findall(text)))


def simplified(text: str) -> str:
    """Return ``text`` in simplified characters, each in the place of its traditional one."""
    convert = _converter()
    converted = convert(text)
    if len(converted) != len(text):
        converted = "".join(convert(character)[:1] or character for character in text)
    for traditional, simple in _overrides():
        converted = converted.replace(traditional, simple)
    return converted


def _without_strays(text: str) -> str:
    """Return simplified text with only the characters converted that it cannot have."""
    pattern, right = _strays()
    text = pattern.sub(lambda stray: right[stray[0]], text)
    if not _traditional().search(text):
        return text
    converted = simplified(text)
    return _traditional().sub(lambda foreign: converted[foreign.start()], text)


@cache
def _traditional() -> re.Pattern[str]:
    """Return what matches a character that only traditional text has."""
    lines = files("build_graph.repair").joinpath("tables", "traditional.txt").read_text("utf-8").splitlines()
    return re.compile("[" + "".join(line for line in lines if not line.startswith("#")) + "]")


@cache
def _overrides() -> tuple[tuple[str, str], ...]:
    """Return the characters that t2s leaves as they are, each with the one that simplified text has."""
    return tuple((row["traditional"], row["simplified"]) for row in table("build_graph.repair", "variants"))


@cache
def _strays() -> tuple[re.Pattern[str], Mapping[str, str]]:
    rows = table("build_graph.repair", "strays")
    each = (row["character"] + (f"(?![{row['not_before']}])" if row["not_before"] else "") for row in rows)
    return re.compile("|".join(each)), {row["character"]: row["simplified"] for row in rows}


@cache
def _converter() -> Callable[[str], str]:
    from opencc_pyo3 import OpenCC  # noqa: PLC0415 -- loads its dictionaries

    convert: Callable[[str], str] = OpenCC("t2s").convert
    return convert
