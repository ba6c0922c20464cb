"""Halves of characters (lone surrogates): escapes of JSON and YAML can spell them, but they are no text."""

from __future__ import annotations

import re

_HALVES = re.compile("[\ud800-\udfff]")


def whole(text: str) -> str:
    r"""Return a text with U+FFFD for each half of a character; it keeps its length.

    >>> print(ascii(whole("\ud800试点")))
    '\ufffd\u8bd5\u70b9'
    """
    return _HALVES.sub("\ufffd", text)
