"""Readings of text whose two-byte characters fell apart.

Some sites replace strings byte by byte in cp936 text. Where the replaced bytes were the second byte of one character
and the first of the next, the insertion splits a character, and all bytes up to the next resting point pair up wrongly:

    bytes of the text    B1 A3 | BB F9 | BD F0 | B4 F2     保 基 金 打
    one byte inserted    B1 xx | A3 BB | F9 BD | F0 B4 F2  ?  ；  (private)  鸫

The decoder wrote ``?`` for the pair that is none, so the first byte of the first character is lost; the other
bytes are all there. The wrong pairing ends at an ASCII character (the second byte of the last character, shown as
itself) or at another ``?`` (that byte is lost, too). An inserted reading, ``(qǐng)``, loses its bracket to the
``?`` and tells of which character the lost byte was part.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from build_graph.read.common import common_characters
from build_graph.repair import cp936
from build_graph.repair.syllables import READING, read_as, reads

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_graph.repair.tracked import Span

_LOST = "?\ufffd？"
_BREAK = re.compile(rf"[{_LOST}](?:(?P<reading>{READING})\)(?:\({READING}\))*)?")
"""A lost byte, and what is left of a reading that was put into the character."""
_HAN = re.compile(r"[\u4e00-\u9fff]")
_PUNCTUATION = "。、，；：？！“”《》（）"
_ALL_LEADS = tuple(cp936.LEADS)
_LONGEST = 200
"""A wrong pairing ends at the next line at the latest; longer ones are not looked for (characters)."""
_KEPT: Final = 2**10
"""So many answers are kept: a lost byte leaves one of 126 sets of characters, or one of 190."""
_TOLERANCE = 2
"""So many rare characters or lost pairs of bytes may a reading hold before it is given up."""


@dataclass(frozen=True, slots=True)
class Shift:
    """One way to read damaged text: what each character can have been, and the span of the text it stands for.

    The spans of neighbours overlap by the wrongly paired character that holds bytes of both.
    """

    candidates: tuple[tuple[str, ...], ...]
    bounds: tuple[Span, ...]
    anchored: bool
    """A reading that was put into the text vouches for it."""

    @property
    def span(self) -> Span:
        """The damaged stretch of the text."""
        return self.bounds[0][0], self.bounds[-1][1]

    @property
    def effort(self) -> int:
        """How many pairs of neighbouring characters have to be weighed to choose among the candidates."""
        sizes = [len(choices) for choices in self.candidates]
        return sum(left * right for left, right in pairwise([1, *sizes, 1]))

    def within(self, charset: str) -> tuple[tuple[str, ...], ...]:
        """Return the candidates that ``charset`` has; where it has none of a place's, all of them."""
        return tuple(_within(charset, choices) or choices for choices in self.candidates)


class _Open(NamedTuple):
    """A reading in the making: the characters so far, and the possible first bytes of the next one."""

    candidates: tuple[tuple[str, ...], ...]
    parts: tuple[Span, ...]
    leads: tuple[int, ...]
    anchored: bool
    rare: int = 0
    """How many of the characters are rare, or have lost a byte."""

    def with_trails(self, trails: tuple[int, ...], part: Span, leads: tuple[int, ...] = ()) -> _Open | None:
        """Complete the character with one of ``trails``, which ``part`` of the text holds; None if there is none."""
        found = _characters(self.leads, trails)
        if not found:
            return None
        rare = self.rare + common_characters().isdisjoint(found)
        return _Open((*self.candidates, found), (*self.parts, part), leads, self.anchored, rare)

    def closed(self) -> Shift:
        bounds = tuple((left[0], right[1]) for left, right in zip(self.parts, self.parts[1:], strict=False))
        return Shift(self.candidates, bounds, self.anchored)


def shifts(text: str, at: int) -> Iterator[Shift]:
    """Yield the ways to read ``text`` from the ``?`` at ``at`` on as characters that fell apart."""
    states = [state for state in (_opened(text, at),) if state]
    while states:
        state = states.pop()
        end = state.parts[-1][1]
        if len(state.parts) > 1 or state.anchored:
            yield from _closings(state, text, end)
        if end < len(text) and end - at < _LONGEST:
            states += (longer for longer in _continued(state, text[end], (end, end + 1)) if longer.rare <= _TOLERANCE)


def _continued(state: _Open, character: str, part: Span) -> Iterator[_Open]:
    """Yield the readings that go on with ``character``: with its two bytes, or with two bytes that are lost."""
    if character in _LOST and len(state.leads) == 1 and (longer := state.with_trails(cp936.TRAILS, part, _ALL_LEADS)):
        yield longer._replace(rare=longer.rare + 1)
    encoded = cp936.encode(character)
    if encoded and (longer := state.with_trails((encoded[0],), part, (encoded[1],))):
        yield longer


@lru_cache(_KEPT)
def _characters(leads: tuple[int, ...], trails: tuple[int, ...]) -> tuple[str, ...]:
    """Return the characters of pairs of bytes: of several the Han ones, or punctuation if none is."""
    found = tuple(filter(None, (cp936.decode(lead, trail) for trail in trails for lead in leads)))
    if len(found) > 1:
        found = tuple(filter(_HAN.match, found)) or tuple(filter(_PUNCTUATION.__contains__, found))
    return found


@lru_cache(_KEPT)
def _within(charset: str, choices: tuple[str, ...]) -> tuple[str, ...]:
    """Return those of some characters that a charset has."""
    had = "".join(choices).encode(charset, "ignore").decode(charset)
    return tuple(character for character in choices if character in had)


def _opened(text: str, at: int) -> _Open | None:
    found = _BREAK.match(text, at)
    if found is None:
        return None
    leads, reading = _ALL_LEADS, found["reading"]
    if reading:
        before = cp936.encode(text[at - 1]) if at else None
        leads = tuple(lead for lead in leads if before and _is_read(before[1], lead, reading))
    return _Open((), (found.span(),), leads, bool(reading)) if leads else None


def _is_read(trail_before: int, lead: int, reading: str) -> bool:
    """Tell whether the byte before and a first byte make up the character into which ``reading`` was put."""
    character = cp936.decode(trail_before, lead)
    return character is not None and reads(character, reading)


def _closings(state: _Open, text: str, end: int) -> Iterator[Shift]:
    """Yield the readings that end with what is at ``end``."""
    following = text[end : end + 1]
    if "@" <= following <= "~" and (closed := state.with_trails((ord(following),), (end, end + 1))):
        yield closed.closed()
    if (found := _BREAK.match(text, end)) and (closed := state.with_trails(cp936.TRAILS, found.span())):
        yield from _with_reading(closed, found["reading"])


def _with_reading(state: _Open, reading: str | None) -> Iterator[Shift]:
    """Keep of the last character's candidates those that the reading put behind it allows."""
    if reading is None:
        yield state.closed()
        return
    allowed = read_as(reading)
    fitting = tuple(character for character in state.candidates[-1] if character in allowed)
    if fitting:
        yield state._replace(candidates=(*state.candidates[:-1], fitting), anchored=True).closed()
