"""Characters and their bytes in cp936, also where the plain codec has none.

Text that was decoded from cp936 and then passed through a compatibility normalisation still shows its bytes:
a half-width ``?`` may have been the full-width one (A3 BF), a private character a user-defined cell.
Source of the cells: Microsoft code page 936, user-defined areas 1-3 (AAA1-AFFE, F8A1-FEFE, A140-A7A0).
"""

from __future__ import annotations

_FIRST_LEAD, _LAST_LEAD = 0x81, 0xFE
_FIRST_TRAIL, _LAST_TRAIL, _NO_TRAIL = 0x40, 0xFE, 0x7F
_FULL_WIDTH = 0xFEE0
"""Distance of a full-width form from its ASCII character."""

LEADS = range(_FIRST_LEAD, _LAST_LEAD + 1)
TRAILS = tuple(byte for byte in range(_FIRST_TRAIL, _LAST_TRAIL + 1) if byte != _NO_TRAIL)


def encode(character: str) -> bytes | None:
    """Return the two bytes of a character, those of the full-width form if it is ASCII; None if it has none."""
    if "!" <= character <= "~":
        character = chr(ord(character) + _FULL_WIDTH)
    if "\ue000" <= character <= "\ue765":
        return _user_defined(ord(character))
    try:
        encoded = character.encode("gbk")
    except UnicodeEncodeError:
        return None
    return encoded if len(encoded) == 2 else None


def decode(lead: int, trail: int) -> str | None:
    """Return the character of two bytes, or None if they are not one."""
    try:
        character = bytes((lead, trail)).decode("gbk")
    except UnicodeDecodeError:
        return None
    return character if len(character) == 1 else None


def _user_defined(code: int) -> bytes:
    if code < 0xE234:
        row, column = divmod(code - 0xE000, 94)
        return bytes((0xAA + row, 0xA1 + column))
    if code < 0xE4C6:
        row, column = divmod(code - 0xE234, 94)
        return bytes((0xF8 + row, 0xA1 + column))
    row, column = divmod(code - 0xE4C6, 96)
    return bytes((0xA1 + row, TRAILS[column]))
