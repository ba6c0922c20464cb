"""The list of what was repaired in a text: the same repair once, with all its places."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from exports.site.document_text import visible

if TYPE_CHECKING:
    from exports.site.source_text import Repair, SourceText


@dataclass(frozen=True, slots=True)
class RepairedSpots:
    """Places that stood alike and are read alike."""

    stood: str
    read: str
    kinds: tuple[str, ...]
    guessed: bool
    places: tuple[Repair, ...]


def repaired_spots(source: SourceText) -> list[RepairedSpots]:
    """Return the repairs of a text, those by guess first, then in the order of the text."""
    alike: dict[tuple[bool, str, str, tuple[str, ...]], list[Repair]] = {}
    for repair in source.repairs:
        stood = source.text[repair.start : repair.end]
        alike.setdefault((not repair.guessed, stood, repair.read, repair.kinds), []).append(repair)
    return [
        RepairedSpots(visible(stood), visible(read), kinds, not sure, tuple(places))
        for (sure, stood, read, kinds), places in sorted(alike.items(), key=lambda each: each[0][0])
    ]
