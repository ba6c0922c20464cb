"""Numbers as Chinese documents write them: 567, 1.2万, 两, 十三, 六十五点五, 2-3, 四."""

from __future__ import annotations

import re
from functools import lru_cache

_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_TENS = {"十": 10, "百": 100, "千": 1000}
_SCALES = {"万": 10**4, "亿": 10**8}
_KEPT = 1024
"""So many values are kept: the same small numbers come again and again."""

ARABIC = r"(?<![\d.])\d+(?:\.\d+)?"
NUMERAL = "[零〇一二两三四五六七八九十百千]"
"""A character of a Chinese number; where a search may start at each of them, a long row of them takes it for ever."""
CHINESE = rf"{NUMERAL}+"
NUMBER = rf"(?:{ARABIC}|{CHINESE})"
DECIMAL = rf"(?:{ARABIC}|{CHINESE}(?:点[零〇一二三四五六七八九]+)?)"
"""A number, also one that is written out with its decimals."""
_ARABIC = re.compile(ARABIC)
_FIGURES = re.compile(r"\d+(?:\.\d+)?")
RANGE = rf"(?:{ARABIC})[%％]?\s*[-—–~～至]+\s*(?:\d+(?:\.\d+)?)"


@lru_cache(_KEPT)
def value_of(written: str) -> float:
    """Return the value of an Arabic or Chinese numeral, with 万 or 亿 behind it or not.

    Raises:
        ValueError: if it is no number.

    >>> value_of("十三"), value_of("两"), value_of("1.2万"), value_of("一百零五")
    (13, 2, 12000, 105)
    >>> value_of("六十五点五")
    65.5
    """
    number, scale = written, 1
    while number and number[-1] in _SCALES:
        scale *= _SCALES[number[-1]]
        number = number[:-1]
    value = float(number) if _ARABIC.fullmatch(number) else _chinese(number)
    scaled = round(value * scale, 6)
    return int(scaled) if scaled == int(scaled) else scaled


def _chinese(written: str) -> float:
    whole, point, decimals = written.partition("点")
    return float(f"{_whole(whole)}.{_whole(decimals):0{len(decimals)}}") if point else _whole(whole)


def _whole(written: str) -> int:
    if not written or any(c not in _DIGITS and c not in _TENS for c in written):
        raise ValueError(f"not a number: {written!r}")
    if all(c in _DIGITS for c in written):  # 二〇一九: digit by digit
        return int("".join(str(_DIGITS[c]) for c in written))
    total = digit = 0
    for c in written:
        if c in _DIGITS:
            digit = _DIGITS[c]
        else:
            total += (digit or 1) * _TENS[c]
            digit = 0
    return total + digit


def range_of(written: str) -> tuple[float, float]:
    """Return both ends of 2-3 or 60—70.

    >>> range_of("60—70")
    (60, 70)
    """
    low, high = _FIGURES.findall(written)
    return value_of(low), value_of(high)
