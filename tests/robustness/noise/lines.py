"""Noise of lines: broken, joined, cut at commas or at one width."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from tests.robustness.noise.edits import Edit, lines_of


def broken_titles(text: str, random: Random) -> Iterator[Edit]:
    """Titles broken over lines: the one of the page, and one in 《》 where a narrow column ended."""
    for number, (start, end) in enumerate(lines_of(text)):
        if not 16 <= end - start <= 60 or number > 2 or "。" in text[start:end]:
            break
        place = random.randint(start + 6, end - 6)
        if not (text[place].isascii() or text[place - 1].isascii()):
            yield Edit(place, place, random.choice(["\n", "\n", "\n    ", "\r\n"]))
    titles = [found for found in re.finditer(r"《([^《》\n]{12,})》", text) if found.start() > 60]
    if titles:
        found = random.choice(titles)
        place = random.randint(found.start() + 4, found.end() - 4)
        yield Edit(place, place, "\n")


_BREAKS = re.compile(r"\s*\n\s*")


def joined_lines(text: str, _: Random) -> Iterator[Edit]:
    """All text in one line: a space stands for each line break."""
    return (Edit(*found.span(), " ") for found in _BREAKS.finditer(text))


def lines_run_together(text: str, _: Random) -> Iterator[Edit]:
    """All text in one line: nothing stands for the line breaks."""
    return (Edit(*found.span(), "") for found in _BREAKS.finditer(text))


def clause_lines(text: str, _: Random) -> Iterator[Edit]:
    """A line for each clause, as texts for small screens have it."""
    return (Edit(m.end(), m.end(), "\n") for m in re.finditer("，(?!\n)", text))


_WRAPPED_AT = 36


def wrapped_lines(text: str, _: Random) -> Iterator[Edit]:
    """Paragraphs are cut into lines of one width, as text taken out of PDF has them."""
    for start, end in lines_of(text):
        if "|" not in text[start:end] and "\t" not in text[start:end]:
            yield from (Edit(at, at, "\n") for at in range(start + _WRAPPED_AT, end, _WRAPPED_AT))
