"""Which stretches of the raw text are read otherwise than they stand, for people who look at the two side by side.

A step notes where it repaired something. Several steps can repair the same characters, and a damaged page needs repair
in every second one: repairs that overlap, or stand near each other in a line, make one stretch that reads as a phrase.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from operator import itemgetter
from typing import TYPE_CHECKING, Final, NamedTuple

from build_graph.model import Repair

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from build_graph.model import Document, Repaired
    from build_graph.repair.tracked import Span

_NEAR: Final = 2
"""So many clean code points between two repairs of a line do not part them."""


class _Place(NamedTuple):
    """A raw span, and the clean span that is read there."""

    raw: Span
    clean: Span
    kinds: frozenset[str]
    guessed: bool


def repairs(document: Document, repaired: Repaired, hidden: Sequence[Span] = ()) -> tuple[Repair, ...]:
    """Return what is read otherwise than it stands, in the order of the text.

    Left out are repairs of what is no part of the text, and those of white space that stays white space.

    Args:
        document: the document as it stands.
        repaired: its repaired text.
        hidden: raw spans of which nothing may be told.
    """
    parting = joined([*((left.start, left.end) for left in repaired.ignored), *hidden])
    order = list(dict.fromkeys(kind for kind, _ in repaired.repairs))
    told = (place for place in _overlapping(repaired) if _is_told(place, document, repaired, parting))
    return tuple(
        Repair(*place.raw, tuple(sorted(place.kinds, key=order.index)), _read(place, repaired), place.guessed)
        for place in _near(told, repaired.text, parting)
    )


def _overlapping(repaired: Repaired) -> Iterator[_Place]:
    """Return the noted repairs, those that overlap as one."""
    found: list[tuple[Span, frozenset[str]]] = []
    alone = {kind: frozenset({kind}) for kind, _ in repaired.noted}
    for kind, raw in sorted(repaired.noted, key=itemgetter(1)):
        if found and raw[0] < found[-1][0][1]:
            (start, end), kinds = found[-1]
            found[-1] = (start, max(end, raw[1])), kinds if kind in kinds else kinds | {kind}
        else:
            found.append((raw, alone[kind]))
    return (_place(raw, kinds, repaired) for raw, kinds in found)


def _place(raw: Span, kinds: frozenset[str], repaired: Repaired) -> _Place:
    first = bisect_left(repaired.starts, raw[0])
    clean = first, max(first, bisect_right(repaired.ends, raw[1]))
    guessed = bool(repaired.guessed) and _is_guessed(clean, repaired.guessed)  # few pages have anything guessed
    return _Place(raw, clean, kinds, guessed)


def _is_guessed(clean: Span, guessed: Sequence[Span]) -> bool:
    at = bisect_left(guessed, clean)
    return any(start < clean[1] and clean[0] < end for start, end in guessed[max(at - 1, 0) : at + 1])


def _is_told(place: _Place, document: Document, repaired: Repaired, parting: Sequence[Span]) -> bool:
    """Tell whether anybody would see the repair."""
    if _meets(place.raw, parting):
        return False
    stood, read = document.said(*place.raw), _read(place, repaired)
    return stood != read and not (stood.isspace() and read.isspace())


def _near(places: Iterable[_Place], text: str, parting: Sequence[Span]) -> list[_Place]:
    """Return the places, those that stand near each other as one if all of it is sure, or all of it guessed."""
    found: list[_Place] = []
    for place in places:
        last = found[-1] if found else None
        if last and last.guessed == place.guessed and _is_near(last, place, text, parting):
            raw, clean = (last.raw[0], place.raw[1]), (last.clean[0], place.clean[1])
            found[-1] = _Place(raw, clean, last.kinds | place.kinds, last.guessed)
        else:
            found.append(place)
    return found


def _is_near(left: _Place, right: _Place, text: str, parting: Sequence[Span]) -> bool:
    between = text[left.clean[1] : right.clean[0]]
    return len(between) <= _NEAR and "\n" not in between and not _meets((left.raw[1], right.raw[0]), parting)


def _read(place: _Place, repaired: Repaired) -> str:
    return repaired.text[slice(*place.clean)]


def _meets(span: Span, others: Sequence[Span]) -> bool:
    """Tell whether a span shares a character with one of others, which are in order and apart."""
    at = bisect_left(others, (span[1],)) - 1
    return at >= 0 and others[at][1] > span[0]


def joined(spans: Iterable[Span]) -> list[Span]:
    """Return spans in order, those that overlap or touch as one."""
    apart: list[Span] = []
    for start, end in sorted(spans):
        if apart and start <= apart[-1][1]:
            apart[-1] = apart[-1][0], max(end, apart[-1][1])
        else:
            apart.append((start, end))
    return apart
