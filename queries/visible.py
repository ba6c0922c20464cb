"""Texts as a terminal may show them: what would steer it, or turn the direction of a line, is written out."""

from __future__ import annotations

from typing import Final
from unicodedata import category

_LINE_ENDS: Final = frozenset({"Zl", "Zp"})


def visible(text: str, kept: str = "") -> str:
    r"""Return a text whose control characters are escaped, but for those that are ``kept``.

    >>> print(visible("试点\x1b[31m\u202e\n", kept="\n") + "|")
    试点\x1b[31m\u202e
    |
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(character if character in kept else _shown(character) for character in text)


def _shown(character: str) -> str:
    kind = category(character)
    return repr(character)[1:-1] if kind[0] == "C" or kind in _LINE_ENDS else character
