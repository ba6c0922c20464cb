"""What a plain text says whose characters stand for others: references (&ldquo;), or a wrong character set (è¯•ç‚¹)."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from html.entities import html5
from typing import TYPE_CHECKING

from build_graph.read.pieces import joined
from build_graph.read.wrong_charset import rightly_decoded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_graph.model import Content

_REFERENCE = re.compile(
    r"&(?:amp[;；]){0,3}(?P<common>nbsp|[lr][ds]quo|lt|gt|amp|quot|mdash|ndash|hellip|middot|times|emsp|ensp|#\d{1,7})[;；]"
    r"|(?<![A-Za-z0-9=?/_.-])&(?P<other>#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"
)
"""Common ones also written down twice (&amp;nbsp;), or with a semicolon that was widened. A text that is no page has
``&`` without any meaning too: others are asked for their semicolon, and not in an address (?a=1&lang=2)."""


def undisguised(text: str) -> Content | None:
    """Return what a text says if its characters stand for others; None for nearly all: they say what they show."""
    decoded = rightly_decoded(text)
    named = _without_references(decoded.text if decoded else text)
    if named is None or decoded is None:
        return named or decoded
    return named.within(decoded)


def undisguised_in(content: Content) -> Content:
    """Return what the content of a page says, where references stand in it: those that were written down twice."""
    named = _without_references(content.text)
    return replace(named.within(content), ignored=content.ignored) if named else content


def _without_references(text: str) -> Content | None:
    named = joined(text, _pieces(text)) if "&" in text else None
    return named if named is not None and named.text != text else None


def _pieces(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield a text in pieces, each with its span: what a reference stands for, or what stands for itself."""
    at = 0
    for found in _REFERENCE.finditer(text):
        name = (found["common"] or found["other"]) + ";"
        if name.startswith("#") or name in html5:
            yield text[at : found.start()], at, found.start()
            yield unescape(f"&{name}"), found.start(), found.end()
            at = found.end()
    yield text[at:], at, len(text)
