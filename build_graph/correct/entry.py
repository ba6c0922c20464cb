"""One entry of a file of corrections."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from build_graph.model import Action

Setting = str | bool | int | float | tuple[float, float] | tuple[str, ...] | None
"""What an attribute can be set to."""


def digest(words: str) -> str:
    """Return the SHA-256 of the words of a passage in UTF-8, hexadecimal."""
    return hashlib.sha256(words.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Quote:
    """The words of a passage as the file has them, and which of several equal ones is meant."""

    exact: str
    start: int | None = None
    """The code point at which they began when the entry was written: a hint that settles which ones are meant."""
    occurrence: int | None = None
    """Which one, counted from one."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What a person says about a fact, a missing fact, or a name."""

    where: str
    """File, number and line of the entry, for a person."""
    document: str
    """Id of the document, or its file name."""
    kind: str
    action: Action
    quote: Quote
    settings: Mapping[str, Setting]
    """Attribute -> value, checked against the contract of the facts."""
    who: str
    why: str
    date: str | None = None
    fact: str | None = None
    """The words by which the fact goes, where several stand on the passage."""
    program: str | None = None
    """The program of the fact, where that alone tells it from another one."""
