"""Characters that cannot be read here and stand in the same words elsewhere on the page.

A decoder that meets a character cut at the end of its buffer leaves one to three replacement characters. Which
character it was cannot be told from its neighbours alone (measured on policy texts: one in four); where the same
words occur once more undamaged, it can. What nobody can read stays and is marked as damaged.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from build_graph.repair.tracked import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_graph.repair.tracked import Tracked

KIND = "characters read elsewhere"
_LOST = re.compile(r"(?<=[\u4e00-\u9fff])\ufffd{1,3}(?=[\u4e00-\u9fff])")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_CONTEXTS = ((3, 3), (2, 3), (3, 2), (2, 2), (4, 1), (1, 4), (3, 1), (1, 3))
"""So many characters before and behind make the same words; at least four."""
_MOST = 200
"""So many places of one document are looked at."""
_MOST_FOUND = 500
"""So many occurrences of the words before a place are looked at."""
_UNREADABLE = re.compile(r"[\ue000-\uf8ff\ufffd]")
"""Private characters and replacement characters: bytes that no one can read."""


def fill_from_elsewhere(text: Tracked) -> Tracked:
    """Put in the characters that the page itself tells, marked as guessed; mark what stays unreadable as damaged."""
    edits = []
    lost = islice(_LOST.finditer(text.text), _MOST) if "\ufffd" in text.text else ()
    for found in lost:
        character = _elsewhere(text.text, *found.span())
        if character:
            edits.append(Edit(*found.span(), character))
    filled = text.repair(KIND, edits)
    shortened, guessed = 0, []
    for edit in edits:
        guessed.append((edit.start - shortened, edit.start - shortened + 1))
        shortened += edit.end - edit.start - 1
    damaged = (found.span() for found in _UNREADABLE.finditer(filled.text))
    return filled.marked("guessed", guessed).marked("damaged", damaged)


def _elsewhere(text: str, start: int, end: int) -> str | None:
    """Return the one character that stands between the same neighbours elsewhere; None if there is none or several."""
    for before, behind in _CONTEXTS:
        found = set(_between(text, text[max(0, start - before) : start], text[end : end + behind]))
        if found:
            return found.pop() if len(found) == 1 else None
    return None


def _between(text: str, left: str, right: str) -> Iterator[str]:
    """Yield the Chinese characters that stand between two strings."""
    at, looked_at = text.find(left), 0
    while at >= 0 and looked_at < _MOST_FOUND:
        looked_at += 1
        place = at + len(left)
        if _HAN.match(text, place) and text.startswith(right, place + 1):
            yield text[place]
        at = text.find(left, at + 1)
