"""Footnotes in Markdown: the answer as a table whose rows point to notes, and the notes below it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from queries.terms import lexical

if TYPE_CHECKING:
    from collections.abc import Iterable

    from queries.footnotes.notes import Footnotes, Passage

_MARKS = re.compile(r"([\\`*_\[\]<>|~$])")


def markdown(notes: Footnotes) -> str:
    """Return the answer and its notes in the Markdown of Pandoc and GitHub."""
    rows = zip(notes.table.terms, notes.numbers, strict=True)
    lines = [
        _row([*notes.table.columns, ""]),
        _row("---" for _ in (*notes.table.columns, "")),
        *(_row([*(_escaped(lexical(term)) for term in terms), _references(numbers)]) for terms, numbers in rows),
        "",
        *(f"[^{number}]: {_note(passage)}" for number, passage in enumerate(notes.passages, start=1)),
    ]
    return "\n".join(lines).rstrip() + "\n"


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _references(numbers: Iterable[int]) -> str:
    return "".join(f"[^{number}]" for number in numbers)


def _note(passage: Passage) -> str:
    source = ", ".join(
        filter(
            None, (_escaped(passage.publisher), f"*{_escaped(passage.title)}*" if passage.title else "", passage.date)
        )
    )
    place = f"`{passage.document}`, characters {passage.start}–{passage.end}"
    guess = " (partly repaired by guess)" if passage.guessed else ""
    address = f" <{passage.url}>" if passage.url else ""
    return f"“{_escaped(passage.quote)}” {source + '; ' if source else ''}{place}{guess}.{address}"


def _escaped(text: str) -> str:
    """Return a text in one line, whose characters mean nothing to Markdown."""
    return _MARKS.sub(r"\\\1", " ".join(text.split()))
