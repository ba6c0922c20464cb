"""Footnotes as CSV: one row for each note of each row of the answer."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Final

from queries.formulas import neutral

if TYPE_CHECKING:
    from queries.footnotes.notes import Footnotes

_COLUMNS: Final = (
    "document", "start", "end", "quote", "guessed", "title", "publisher", "date", "url", "sha256",
)  # fmt: skip


def csv_rows(notes: Footnotes) -> str:
    """Return the notes as CSV: ``row`` counts the rows of the answer from 1, ``note`` is the number of the note."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(("row", "note", *_COLUMNS))
    for row, numbers in enumerate(notes.numbers, start=1):
        for number in numbers:
            passage = notes.passages[number - 1]
            writer.writerow((row, number, *(_cell(getattr(passage, column)) for column in _COLUMNS)))
    return text.getvalue()


def _cell(value: str | float) -> str | float:
    if isinstance(value, bool):
        return str(value).lower()
    return neutral(value) if isinstance(value, str) else value
