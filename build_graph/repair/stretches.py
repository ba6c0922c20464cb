"""Which stretches of the raw text are read otherwise than they stand, for people who look at the two side by side.

A step notes where it repaired something. Several steps can repair the same characters, and a damaged page needs repair
in every second one: repairs that overlap, or stand near each other in a line, make one stretch that reads as a phrase.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from build_graph.model import Repair

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from build_graph.model import Document, Repaired
    from build_graph.repair.tracked import Span

_NEAR: Final = 2
"""So many clean code points between two repairs of a line do not part them."""


_Place = tuple[int, int, int, int, frozenset[str], bool]
"""A raw span, the clean span that is read there, the kinds of its repairs, and whether it is guessed."""


def repairs(document: Document, repaired: Repaired, hidden: Sequence[Span] = ()) -> tuple[Repair, ...]:
    """Return what is read otherwise than it stands, in the order of the text.

    Left out are repairs of what is no part of the text, and those of white space that stays white space.

    Args:
        document: the document as it stands.
        repaired: its repaired text.
        hidden: raw spans of which nothing may be told.
    """
    if not repaired.noted:
        return ()
    parting = joined([*((left.start, left.end) for left in repaired.ignored), *hidden])
    order = list(dict.fromkeys(kind for kind, _ in repaired.repairs))
    text, places = repaired.text, list(_near(_told(document, repaired, parting), repaired.text, parting))
    in_order = {kinds: tuple(sorted(kinds, key=order.index)) for kinds in {place[4] for place in places}}
    return tuple(
        Repair(start, end, in_order[kinds], text[first:last], guessed)
        for start, end, first, last, kinds, guessed in places
    )


def _told(document: Document, repaired: Repaired, parting: Sequence[Span]) -> Iterator[_Place]:
    """Yield the noted repairs that anybody would see, those that overlap as one."""
    raw, text, guessed = None if document.content else document.text, repaired.text, repaired.guessed
    starts, ends = repaired.starts, repaired.ends
    first = 0
    for start, end, kinds in _overlapping(repaired.noted):
        if parting and _meets((start, end), parting):
            continue
        first = bisect_left(starts, start, first)
        last = max(first, bisect_right(ends, end, first))
        stood, read = document.said(start, end) if raw is None else raw[start:end], text[first:last]
        if stood != read and not (stood.isspace() and read.isspace()):
            # few pages have anything guessed
            yield start, end, first, last, kinds, bool(guessed) and _is_guessed((first, last), guessed)


def _overlapping(noted: Sequence[tuple[str, Span]]) -> Iterator[tuple[int, int, frozenset[str]]]:
    """Yield the raw spans of noted repairs in order, those that overlap as one, each with the kinds of its repairs."""
    alone = {kind: frozenset({kind}) for kind in dict.fromkeys(kind for kind, _ in noted)}
    begun = reach = 0
    kinds: frozenset[str] = frozenset()
    for kind, (start, end) in sorted(noted, key=itemgetter(1)):
        if start < reach:
            reach = max(reach, end)
            kinds = kinds if kind in kinds else kinds | {kind}
            continue
        if kinds:
            yield begun, reach, kinds
        begun, reach, kinds = start, end, alone[kind]
    if kinds:
        yield begun, reach, kinds


def _is_guessed(clean: Span, guessed: Sequence[Span]) -> bool:
    at = bisect_left(guessed, clean)
    return any(start < clean[1] and clean[0] < end for start, end in guessed[max(at - 1, 0) : at + 1])


def _near(places: Iterable[_Place], text: str, parting: Sequence[Span]) -> Iterator[_Place]:
    """Yield the places, those that stand near each other as one if all of it is sure, or all of it guessed."""
    places = iter(places)
    begun = next(places, None)
    if begun is None:
        return
    start, reach, first, behind, kinds, guessed = begun
    for left, right, begin, end, more, is_guessed in places:
        if (
            is_guessed == guessed
            and begin - behind <= _NEAR
            and text.find("\n", behind, begin) < 0
            and not (parting and _meets((reach, left), parting))
        ):
            kinds = kinds if more is kinds else kinds | more
        else:
            yield start, reach, first, behind, kinds, guessed
            start, first, kinds, guessed = left, begin, more, is_guessed
        reach, behind = right, end
    yield start, reach, first, behind, kinds, guessed


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
