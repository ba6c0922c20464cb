"""Character references of HTML (``&nbsp;``, ``&#31532;``) resolved, each with the characters that spell it."""

from __future__ import annotations

import html
import re
from html.entities import html5
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_REFERENCE = re.compile(r"&(?:#(?:[xX][0-9a-fA-F]+|[0-9]+);?|[A-Za-z][A-Za-z0-9]*;?)")
_LONGEST_NAME = max(map(len, html5))


def resolved(text: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """Yield ``start:end`` of ``text`` in pieces, each with its span.

    A piece is what one reference stands for (perhaps nothing, or two characters), or characters that stand for
    themselves.
    """
    at = start
    for found in _REFERENCE.finditer(text, start, end):
        stop = _end(found[0], found.start())
        if stop is None:
            continue
        if at < found.start():
            yield text[at : found.start()], at, found.start()
        yield html.unescape(text[found.start() : stop]), found.start(), stop
        at = stop
    if at < end:
        yield text[at:end], at, end


def _end(reference: str, start: int) -> int | None:
    """Return where a reference ends: some names need no semicolon, and letters may follow them."""
    if reference[1] == "#":
        return start + len(reference)
    name = reference[1:]
    known = (name[:length] for length in range(min(len(name), _LONGEST_NAME), 1, -1) if name[:length] in html5)
    found = next(known, None)
    return start + 1 + len(found) if found else None
