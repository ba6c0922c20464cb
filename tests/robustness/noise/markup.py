"""Noise of markup: what is left of it in a text that was taken out carelessly."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from tests.robustness.noise.edits import Edit

_REFERENCES = {"“": "&ldquo;", "”": "&rdquo;", "—": "&mdash;", "·": "&middot;", "、": "&#12289;"}


def references(text: str, random: Random) -> Iterator[Edit]:
    """Quotation marks, dashes and indents as HTML writes them, here and there twice over (&amp;ldquo;)."""
    for at, character in enumerate(text):
        if character in _REFERENCES:
            written = _REFERENCES[character]
            yield Edit(at, at + 1, written.replace("&", "&amp;") if random.random() < 0.2 else written)
        elif character == "\n" and random.random() < 0.7:
            yield Edit(at + 1, at + 1, "&nbsp;&nbsp;&nbsp;&nbsp;")


def tags(text: str, random: Random) -> Iterator[Edit]:
    """Tags in the place of line breaks, and around some words."""
    for at, character in enumerate(text):
        if character == "\n":
            yield Edit(at, at + 1, random.choice(["<br/>", "<br>", "</p><p>", '</div><div class="text">']))
        elif character == "，" and random.random() < 0.1:
            yield Edit(at, at, "<span>")
            yield Edit(at + 1, at + 1, "</span>")


def escaped_breaks(text: str, _: Random) -> Iterator[Edit]:
    """A backslash and a letter for each line break, as in records that were escaped twice."""
    return (Edit(*found.span(), "\\n") for found in re.finditer("\n", text))


def marks_of_notes(text: str, random: Random) -> Iterator[Edit]:
    """Numbers in brackets at the ends of clauses, as encyclopaedias refer to their sources."""
    for number, found in enumerate(re.finditer("(?<=[一-鿿])(?=[。，])", text), 1):
        if random.random() < 0.3:
            yield Edit(found.start(), found.start(), f"[{number % 90 + 1}]")


def shown_breaks(text: str, random: Random) -> Iterator[Edit]:
    """What editors show at the ends of lines."""
    mark = random.choice("↵↓\\")
    return (Edit(found.start(), found.start(), mark) for found in re.finditer("(?<=\\S)\n", text))
