"""What scraping, conversion and bad decoding do to a page. Every character keeps its way into the noisy text.

A kind of noise gives for each character of a text what stands in its place; so marks move with the text. What cannot
be known any more is said of it as well: facts whose characters were destroyed are asked of nobody.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING, Any, Final

from opencc_pyo3 import OpenCC

from benchmarks.corpus.parts import Mark, Part
from benchmarks.corpus.words import pairs

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from random import Random

    from benchmarks.corpus.parts import Fact

_LONG_NUMBER: Final = re.compile(r"\d{3,}")
_TONES: Final = str.maketrans("āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ", "aaaaeeeeiiiioooouuuuvvvv")
_LOST: Final = {"kind": "discrepancy", "type": "lost_digits", "status": "optional"}
"""That a number is gone can be told where it matters; not everywhere."""
_BROKEN_EVERY: Final = 500
"""Characters for each place where a byte was lost."""
_BROKEN_MOST: Final = 10


@dataclass(slots=True)
class Noisy:
    """What stands in place of each character, and which characters were destroyed."""

    pieces: list[str]
    destroyed: list[tuple[int, int]] = field(default_factory=list)
    lost: list[tuple[int, int]] = field(default_factory=list)
    """Where numbers are gone, with what stands beside them."""


def add_noise(part: Part, kind: str, random: Random) -> Part:
    """Return a document with one kind of noise of ``NOISES``."""
    noisy = NOISES[kind](part.text, random)
    at = [0, *accumulate(map(len, noisy.pieces))]
    marks = (
        Mark(at[mark.start], at[mark.end], _after(mark, kind, noisy))
        for mark in part.marks
        if at[mark.start] < at[mark.end]
    )
    gone = (Mark(at[start], at[end], _LOST) for start, end in noisy.lost)
    return Part("".join(noisy.pieces), (*marks, *gone))


def _after(mark: Mark, kind: str, noisy: Noisy) -> Fact:
    """Return what is still known of a fact: nobody is asked for one whose characters are gone."""
    if not any(start < mark.end and mark.start < end for start, end in noisy.destroyed):
        return mark.fact
    fact: dict[str, Any] = {**mark.fact, "status": "optional"}
    if kind == "digits":
        for key in ("deadline", "value", "number", "unit", "comparator"):
            fact.pop(key, None)
    return fact


@cache
def _converter() -> OpenCC:
    return OpenCC("s2t")


def traditional(text: str, _: Random) -> Noisy:
    """All characters traditional."""
    converted = _converter().convert(text)
    if len(converted) != len(text):
        converted = "".join(_converter().convert(character) for character in text)
    return Noisy(list(converted))


def readings(text: str, random: Random) -> Noisy:
    """醫(yī)療(liáo): a reading behind each occurrence of certain characters, with or without its tone."""
    known = pairs("readings")
    chosen = {character: reading for character, reading in known.items() if random.random() < 0.5}
    if random.random() < 0.5:
        chosen = {character: reading.translate(_TONES) for character, reading in chosen.items()}
    back = dict(zip(_converter().convert("".join(known)), known, strict=True))
    converted = traditional(text, random).pieces if random.random() < 0.7 else list(text)
    return Noisy([_read(character, chosen.get(back.get(character, character))) for character in converted])


def _read(character: str, reading: str | None) -> str:
    return f"{character}({reading})" if reading else character


def digits(text: str, _: Random) -> Noisy:
    """Numbers of three and more digits are gone, those of years too: 到年底, 等个县."""
    pieces = list(text)
    gone = [found.span() for found in _LONG_NUMBER.finditer(text)]
    for start, end in gone:
        pieces[start:end] = [""] * (end - start)
    beside = [(max(0, start - 2), min(len(text), end + 2)) for start, end in gone]
    # a mark that lost its own digits or those before it (到2025年底，…) can no longer be known whole
    return Noisy(pieces, [(start, _clause_end(text, end)) for start, end in gone], beside)


def _clause_end(text: str, at: int) -> int:
    """Return where the sentence ends that goes on at ``at``."""
    ends = [end for end in (text.find("。", at), text.find("\n", at)) if end >= 0]
    return min(ends, default=len(text))


def lost_bytes(text: str, random: Random) -> Noisy:
    """A byte of a double-byte encoding was lost: all characters up to the next mark are others."""
    pieces = list(text)
    destroyed = []
    for _ in range(1 + len(text) // _BROKEN_EVERY):
        start = random.randrange(len(text))
        end = start
        while end < len(text) and end - start < _BROKEN_MOST and text[end].isalpha() and not text[end].isascii():
            end += 1
        if end - start < 3 or not all(pieces[start:end]):
            continue
        data = text[start:end].encode("gbk", "replace")
        pieces[start:end] = [data[1:].decode("gbk", "replace"), *[""] * (end - start - 1)]
        destroyed.append((start, end))
    return Noisy(pieces, destroyed)


def spaces(text: str, random: Random) -> Noisy:
    """Ideographic indents, doubled commas, half-width marks, zero-width spaces."""
    half = str.maketrans("，：；（）", ",:;()") if random.random() < 0.5 else {}
    indent = random.choice(["\u3000\u3000", "    ", "\u00a0\u00a0\u00a0\u00a0"])
    pieces = []
    for character in text:
        piece = character.translate(half)
        if character == "\n":
            piece = f"\n{indent}"
        elif character == "，" and random.random() < 0.1:
            piece *= 2
        elif random.random() < 0.005:
            piece += "\u200b"
        pieces.append(piece)
    return Noisy(pieces)


NOISES: Final[Mapping[str, Callable[[str, Random], Noisy]]] = {
    each.__name__: each for each in (traditional, readings, digits, lost_bytes, spaces)
}
"""The kinds of noise by name."""

SHARES: Final[Mapping[str, float]] = {
    "traditional": 0.25, "readings": 0.08, "digits": 0.04, "lost_bytes": 0.02, "spaces": 0.15,
}  # fmt: skip
"""Share of the documents that have each; the others have none."""
