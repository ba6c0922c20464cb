"""How deeply an answer nests, found out before the engine reads it.

The engine reads a triple term by calling itself for each one inside, and a few thousand of them end the process without
a word. What somebody else's server sends is measured first, in a few passes over its brackets.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

DEEPEST: Final = 64
"""So many levels may an answer have: SPARQL's results in JSON take five, and two for each triple term in another."""


class _Brackets(NamedTuple):
    """How a syntax nests."""

    words: re.Pattern[bytes]
    """What may hold brackets that are none."""
    pair: re.Pattern[bytes]
    """An opening bracket and its closing one, with none between them."""
    opening: re.Pattern[bytes]


_STRING: Final = rb'"(?:[^"\\]++|\\.)*+"'
_SYNTAXES: Final[Mapping[str, _Brackets]] = {
    "json": _Brackets(
        re.compile(_STRING, re.DOTALL), re.compile(rb"[\[{][^\[\]{}]*+[\]}]"), re.compile(rb"[\[{]")
    ),
    "n-triples": _Brackets(
        re.compile(rb"<[^<>\s]*+>|" + _STRING, re.DOTALL), re.compile(rb"<<[^<>]*+>>"), re.compile(rb"<<")
    ),
}  # fmt: skip


def too_deep(text: bytes, syntax: str) -> bool:
    """Return whether a text of ``json`` or ``n-triples`` nests deeper than an answer does; it may be malformed.

    >>> too_deep(b"[" * 64, "json"), too_deep(b"[" * 65, "json")
    (False, True)
    """
    words, pair, opening = _SYNTAXES[syntax]
    left = words.sub(b"", text)
    for _ in range(DEEPEST):
        left, removed = pair.subn(b"", left)
        if not removed:
            break
    return len(opening.findall(left)) > (0 if removed else DEEPEST)
