"""Broken cp936 bytes: characters that fell apart where something was inserted between their two bytes.

All bytes but the first or last one are still there and give the characters back. The character whose byte is
lost is chosen by the language, and marked as guessed, where one choice is clearly the best; else it stays
unreadable.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Final

from build_graph.read.common import common_characters
from build_graph.repair.language import language
from build_graph.repair.lattice import best_path, margins
from build_graph.repair.shifted import Shift, shifts
from build_graph.repair.syllables import READING
from build_graph.repair.tracked import Edit
from build_graph.repair.traditional import is_traditional, simplified

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_graph.repair.lattice import Places
    from build_graph.repair.tracked import Tracked

KIND = "mojibake"
_REPLACEMENT = "\ufffd"
_SITE = re.compile(r"[?\ufffd？](?<![ \t\u00a0\u3000?].)(?=\S)(?!\?\?)")
"""Where a stretch can begin. Rows of question marks are something else: spaces that could not be read."""
_NUMBER = re.compile(r"[\d.,]+[%％]?")
"""A number behind a damaged stretch may have lost its first digit to the ``?``."""
_ODD_PUNCTUATION = re.compile(r"[?？][;；?？]")
_INSERTED = re.compile(rf"\({READING}\)")
_NEIGHBOURS = 3
"""So many characters on each side help to choose."""
_REACH = 40
_GAIN = 12.0
"""So much likelier (natural logarithm) must a reading be than the text as it is."""
_MOST_SHIFTS = 24
"""So many readings of one place are looked at; of a long row of question marks there would be thousands."""
_LEAST_EFFORT, _MOST_EFFORT = 50_000, 4_000_000
_EFFORT_OF_CHARACTER = 100
"""So many pairs of characters are weighed for each character of a document (a badly damaged page takes 30), within
the bounds: some seconds' worth at most. The rest stays visible."""
_EFFORT_OF_FINDING = 1000
"""Finding a reading costs about as much as weighing so many pairs."""
_PATIENCE = 50
"""So many odd places in a row that make no sense end the search: what stands there was never Chinese."""
_KEPT: Final = 2**10
"""So many answers are kept: what a lost byte leaves to choose from is one of few sets of characters."""
_CLEAR = 2.5
"""So much likelier must the best choice for a lost character be than the second."""


@dataclass(frozen=True, slots=True)
class _Solution:
    """A reading with its likeliest characters."""

    shift: Shift
    chosen: tuple[str, ...]
    places: Places
    """The simplified candidates, between the neighbours."""
    path: tuple[str, ...]
    """The likeliest way through ``places``."""
    first: int
    """Where in ``places`` the stretch begins."""
    gain: float
    """How much likelier it is than the text as it is (natural logarithm); the freedom to choose counts against it."""

    def clear(self) -> tuple[bool, ...]:
        """Tell for each character whether no other is nearly as likely."""
        found = margins(self.places, self.path, language())[self.first :]
        return tuple(margin >= _CLEAR for margin, _ in zip(found, self.chosen, strict=False))

    def edit(self) -> Edit:
        """Return the edit that puts the characters into the text."""
        pairs = zip(self.chosen, self.clear(), strict=True)
        text = "".join(character if clear else _REPLACEMENT for character, clear in pairs)
        return Edit(*self.shift.span, text, self.shift.bounds)


def restore_bytes(text: Tracked) -> Tracked:
    """Restore the characters of all damaged stretches; mark those that were guessed, and numbers that may be cut."""
    if not _SITE.search(text.text):
        return text
    charset = "big5" if is_traditional(text.text) else "gb2312"
    solutions = list(_solutions(text.text, charset))
    edits = [solution.edit() for solution in solutions]
    restored = text.repair(KIND, edits)
    guessed, cut_numbers, grown = [], [], 0
    for solution, edit in zip(solutions, edits, strict=True):
        start = edit.start + grown
        end = start + len(edit.text)
        grown = end - edit.end
        guessed += [(start + at, start + at + 1) for at in _guessed(edit.text, solution.shift)]
        cut_numbers += [found.span() for found in (_NUMBER.match(restored.text, end),) if found]
    return restored.marked("guessed", guessed).marked("damaged", cut_numbers)


def _guessed(text: str, shift: Shift) -> list[int]:
    """Return the places of the characters that were chosen by language."""
    return [
        at
        for at, (character, candidates) in enumerate(zip(text, shift.candidates, strict=True))
        if len(candidates) > 1 and character != _REPLACEMENT
    ]


def _solutions(text: str, charset: str) -> Iterator[_Solution]:
    at, tries = 0, _PATIENCE
    effort = min(_LEAST_EFFORT + _EFFORT_OF_CHARACTER * len(text), _MOST_EFFORT)
    while tries and (found := _SITE.search(text, at)):
        every = list(islice(shifts(text, found.start()), _MOST_SHIFTS))
        likely = [shift for shift in every if shift.anchored or _looks_odd(text, shift)]
        effort -= _EFFORT_OF_FINDING * len(every) + sum(shift.effort for shift in likely)
        if effort < 0:
            return
        solution = _best(text, likely, charset)
        if solution:
            yield solution
        tries = _PATIENCE if solution or not likely else tries - 1
        at = solution.shift.span[1] if solution else found.end()


def _best(text: str, likely: list[Shift], charset: str) -> _Solution | None:
    """Return the likeliest of the readings, or None if the text as it is may well be right."""
    solved = [_solve(text, shift, charset) for shift in likely]
    best = max(solved, key=lambda solution: solution.gain, default=None)
    return best if best and best.gain >= (0 if best.shift.anchored else _GAIN) else None


def _looks_odd(text: str, shift: Shift) -> bool:
    """Tell whether the stretch holds what running text hardly has: a rare character, or ``?;``."""
    stretch = text[slice(*shift.span)]
    return not common_characters().issuperset(stretch) or _ODD_PUNCTUATION.search(stretch) is not None


def _solve(text: str, shift: Shift, charset: str) -> _Solution:
    start, end = shift.span
    left = _context(text[max(0, start - _REACH) : start])[-_NEIGHBOURS:]
    right = _context(text[end : end + _REACH])[:_NEIGHBOURS]
    candidates = shift.within(charset)
    names = tuple(map(_simplified, candidates))
    places: Places = (*_fixed(left), *names, *_fixed(right))
    score, path = best_path(places, language())
    as_it_is, _ = best_path(_fixed(left + simplified(text[start:end]) + right), language())
    freedom = sum(math.log(len(choices)) for choices in candidates)
    best = zip(candidates, names, path[len(left) :], strict=False)
    chosen = tuple(choices[simple.index(character)] for choices, simple, character in best)
    return _Solution(shift, chosen, places, path, len(left), score - freedom - as_it_is)


def _context(text: str) -> str:
    """Return what neighbours say: without inserted readings and without the comma of enumerations (市、县)."""
    return simplified(_INSERTED.sub("", text).replace("、", ""))


def _fixed(text: str) -> Places:
    return tuple((character,) for character in text)


@lru_cache(_KEPT)
def _simplified(candidates: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(simplified("\n".join(candidates)).split("\n"))
