"""What noise is: edits of a text, which can be applied one after the other, with the way into the noisy text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from random import Random

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace ``start:end`` of a text by ``text``. ``foreign``: what is inserted belongs to the page, not to the text."""

    start: int
    end: int
    text: str
    foreign: bool = False


Noise = Callable[[str, Random], Iterable[Edit]]


@dataclass(frozen=True, slots=True)
class Noisy:
    """A noisy text and the way from the clean one to it."""

    text: str
    starts: tuple[int, ...]
    """Where each clean character begins in the noisy text."""
    ends: tuple[int, ...]
    foreign: tuple[Span, ...] = ()
    """Stretches of the noisy text that are no part of the clean one."""

    def span(self, start: int, end: int) -> Span:
        """Return where a clean span lies in the noisy text; it is empty if nothing of it is left."""
        return (self.starts[start], max(self.starts[start], self.ends[end - 1])) if start < end else (0, 0)


def make_noisy(text: str, noises: Sequence[Noise], seed: int) -> Noisy:
    """Return ``text`` with all noises applied, one after the other. The same seed gives the same text."""
    noisy = Noisy(text, tuple(range(len(text))), tuple(range(1, len(text) + 1)))
    for number, noise in enumerate(noises):
        noisy = _followed_by(
            noisy, sorted(noise(noisy.text, Random(f"{seed} {number}")), key=lambda e: (e.start, e.end))
        )
    return noisy


def _followed_by(noisy: Noisy, edits: Sequence[Edit]) -> Noisy:
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    inserted: list[Span] = []
    at = length = 0

    def keep(stop: int) -> None:
        nonlocal at, length
        starts.extend(range(length, length + stop - at))
        ends.extend(range(length + 1, length + stop - at + 1))
        pieces.append(noisy.text[at:stop])
        length += stop - at
        at = stop

    for edit in edits:
        if edit.start < at:
            continue  # it would overlap the edit before it
        keep(edit.start)
        same = len(edit.text) == edit.end - edit.start
        for place in range(edit.end - edit.start):
            starts.append(length + place if same else length)
            ends.append(length + place + 1 if same else length + len(edit.text))
        if edit.foreign:
            inserted.append((length, length + len(edit.text)))
        pieces.append(edit.text)
        length += len(edit.text)
        at = edit.end
    keep(len(noisy.text))
    moved = [(starts[a], ends[b - 1]) for a, b in noisy.foreign]
    return Noisy(
        "".join(pieces),
        tuple(starts[a] if a < len(starts) else length for a in noisy.starts),
        tuple(ends[b - 1] if b else 0 for b in noisy.ends),
        tuple(sorted([*moved, *inserted])),
    )


def lines_of(text: str) -> Iterator[Span]:
    """Yield the spans of the lines, without their line breaks."""
    start = 0
    for line in text.split("\n"):
        yield start, start + len(line)
        start += len(line) + 1


def line_at(text: str, at: int) -> Span:
    """Return the span of the line that the code point at ``at`` lies in."""
    ends = [end for _, end in lines_of(text)]
    end = ends[bisect_left(ends, at)]
    return text.rfind("\n", 0, at) + 1, end
