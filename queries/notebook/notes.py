"""An answer with footnotes in a notebook: numbers at its rows lead to the words below, and back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from queries.notebook.anchors import anchor
from queries.notebook.answer import address, asked, cell, headings
from queries.notebook.grid import Cell, Heading, counted, grid, shown
from queries.notebook.templates import render

if TYPE_CHECKING:
    from collections.abc import Iterator

    from queries.footnotes.notes import Footnotes, Passage


@dataclass(frozen=True, slots=True)
class Note:
    """A note below an answer."""

    number: int
    passage: Passage
    row: int
    """The first row, from 1, that it stands at."""
    address: str


def notes_html(notes: Footnotes) -> str:
    """Return an answer as HTML with its notes below; of a long answer the notes of the rows that are shown."""
    name = anchor("notes", repr(notes))
    below = list(_notes(notes))
    table = Markup(_grid(notes, name))  # noqa: S704  (a template has escaped it)
    return render("notes", anchor=name, grid=table, notes=below, hidden=len(notes.passages) - len(below))


def _grid(notes: Footnotes, name: str) -> str:
    rows = [
        [*map(cell, terms), _marks(name, row, numbers)]
        for row, (terms, numbers) in enumerate(zip(notes.table.terms, notes.numbers, strict=True), start=1)
    ]
    return grid([*headings(notes.table), Heading("notes", "注")], rows, _caption(notes))


def _marks(name: str, row: int, numbers: tuple[int, ...]) -> Cell:
    """Return the numbers of the notes of a row, each a link to its note."""
    return Cell(Markup(render("marks", anchor=name, row=row, numbers=numbers)))  # noqa: S704  (a template has escaped it)


def _caption(notes: Footnotes) -> list[str]:
    number = len(notes.passages)
    return [*asked(notes.table), f"{counted(len(notes.table))}, {number} {'passage' if number == 1 else 'passages'}"]


def _notes(notes: Footnotes) -> Iterator[Note]:
    """Yield the notes of the rows that are shown, by number."""
    first_rows: dict[int, int] = {}
    for part in shown(len(notes.numbers)):
        for index in part:
            for number in notes.numbers[index]:
                first_rows.setdefault(number, index + 1)
    for number, row in sorted(first_rows.items()):
        passage = notes.passages[number - 1]
        yield Note(number, passage, row, address(passage.url))
