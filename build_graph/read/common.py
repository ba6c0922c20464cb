"""The characters that running Chinese text mostly consists of, simplified or traditional."""

from __future__ import annotations

from functools import cache

_GB2312_SYMBOLS = range(0xA1, 0xA4)
"""Rows 1-3 of GB 2312: punctuation, numbers, full-width forms."""
_GB2312_FREQUENT = range(0xB0, 0xD8)
"""Rows 16-55 of GB 2312: its 3755 frequent characters (level 1)."""
_BIG5_FREQUENT = range(0xA4, 0xC7)
"""Rows of Big5 with its 5401 frequent characters (level 1)."""
_TRAILS = range(0x40, 0xFF)


@cache
def common_characters() -> frozenset[str]:
    """Return the frequent characters of GB 2312 and Big5, Chinese punctuation, and printable ASCII."""
    return frozenset(
        "".join(map(chr, range(0x20, 0x7F)))
        + "\t\r\n"
        + _rows("gb2312", (*_GB2312_SYMBOLS, *_GB2312_FREQUENT))
        + _rows("big5", tuple(_BIG5_FREQUENT))
    )


def _rows(encoding: str, leads: tuple[int, ...]) -> str:
    return bytes(byte for lead in leads for trail in _TRAILS for byte in (lead, trail)).decode(encoding, "ignore")
