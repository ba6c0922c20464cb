"""The institution that a page means by 我院, 我校, 我行: the one that signs it, with whose name a line is filled."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from build_graph.places import is_body

if TYPE_CHECKING:
    from build_graph.parse.reading import Reading

_WE = re.compile("[我本](?P<kind>院|校|公司|集团|中心|所|行|馆|园)")
_SCHOOLS = ("学校", "大学", "学院", "中学", "小学")
_NAME = re.compile("[一-鿿（）]{4,40}")


def is_speaker(words: str) -> bool:
    """Tell whether words mean the institution of the page.

    >>> is_speaker("我院"), is_speaker("我市")
    (True, False)
    """
    return _WE.fullmatch(words) is not None


def speaker(reading: Reading, words: str) -> str | None:
    """Return the name of the institution of the page, for words that mean it; None where no line gives it."""
    we = _WE.fullmatch(words)
    if we is None:
        return None
    ends = _SCHOOLS if we["kind"] == "校" else (we["kind"],)
    names = (line.text for line in reversed(reading.lines) if line.text.endswith(ends) and _NAME.fullmatch(line.text))
    return next(filter(is_body, names), None)
