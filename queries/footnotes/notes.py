"""The passages behind the rows of an answer: each row's facts, each fact's words, numbered once each."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Final

from queries.asking import Answered, rows
from queries.catalogue import find
from queries.errors import QueryError
from queries.table import FACT, Table
from queries.terms import lexical

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from queries.catalogue import Details
    from queries.footnotes.formats import NoteFormat
    from queries.run import Answer, Source
    from queries.table import Row

PASSAGES: Final = "passages-of-a-fact"
"""The stored question that finds the words."""

Limits = tuple[tuple[str, str], ...]
"""What a row says of the passage of a fact: names and values of what a Passage has."""

Key = tuple[tuple[str, str], ...]
"""What a row says of the facts that it counts: columns of the list of facts, and values."""

_DATE: Final = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")
_PLACE: Final = ("document", "start", "end")
_BATCH: Final = 500
"""Facts that are looked up at once."""


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """Words of a document that say a fact, with what is needed to cite them."""

    document: str
    """Identifier of the document: its file name, or the place of its record."""
    start: int
    """First code point of the words in the document as decoded."""
    end: int
    """Code point after the words."""
    quote: str
    """The words as they stand in the document, before any repair."""
    guessed: bool
    """Whether some of them can be read only by repairing them by guess."""
    title: str
    publisher: str
    date: str
    """Date of the document as fine as it is known: a year, a month or a day; or nothing."""
    url: str
    sha256: str
    """Checksum of the document's bytes: which version of the page was read."""


@dataclass(frozen=True, slots=True, repr=False)
class Footnotes:
    """An answer with the passages behind its rows. A note's number is its place in ``passages``, from 1.

    A notebook shows the answer with numbers that lead to the notes below it.
    """

    table: Table
    numbers: tuple[tuple[int, ...], ...]
    """The numbers of the notes of each row."""
    passages: tuple[Passage, ...]

    def to_text(self, form: NoteFormat = "markdown") -> str:
        """Return the notes as ``markdown``, ``csv``, ``bibtex`` or ``csl-json``; raises QueryError for another form."""
        from queries.footnotes.render import render  # noqa: PLC0415  (its writers are written for this class)

        return render(self, form)

    def __repr__(self) -> str:
        return f"<Footnotes: {len(self.table)} rows, {len(self.passages)} passages>"

    def _repr_html_(self) -> str:
        """Return the answer with its notes as HTML, for notebooks."""
        from queries.notebook.notes import notes_html  # noqa: PLC0415  (loads the engine of templates)

        return notes_html(self)


def footnotes(source: Source, answer: Answer) -> Footnotes:
    """Return an answer with the passages behind each of its rows.

    A row that names its document, or the characters in it, is told with these passages of its facts only. Raises
    QueryError if the answer tells no facts: it has no column ``fact``, and its question names none that has.
    """
    table = answer if isinstance(answer, Table) else Table((), ())
    facts = list(_facts_of_rows(source, table))
    said = _said(source, {fact for row in facts for fact, _ in row})
    found = [[p for fact, limits in row for p in said.get(fact, ()) if _within(p, limits)] for row in facts]
    number = {passage: position for position, passage in enumerate(dict.fromkeys(chain.from_iterable(found)), start=1)}
    numbers = tuple(tuple(sorted({number[passage] for passage in row})) for row in found)
    return Footnotes(table.shown, numbers, tuple(number))


def _facts_of_rows(source: Source, table: Table) -> Iterator[list[tuple[str, Limits]]]:
    """Yield the facts of each row, each with what the row says of its passage."""
    if table.facts:
        for row in table:
            yield [(str(row[column]), _limits(row, column)) for column in table.facts if row[column]]
    elif isinstance(table, Answered) and table.question.details:
        listed = _listed(source, table.question.details, table)
        for row in table:
            yield [(fact, _limits(row, FACT)) for fact in listed[_key(table.question.details, row)]]
    else:
        raise QueryError("this answer tells no facts, so it has no footnotes: ask a question with a column `fact`")


def _limits(row: Row, column: str) -> Limits:
    """Return the document, start and end that a row gives for a fact: ``other_document`` for ``other_fact``."""
    prefix = column.removesuffix(FACT)
    return tuple((name, str(row[prefix + name])) for name in _PLACE if row.get(prefix + name) is not None)


def _within(passage: Passage, limits: Limits) -> bool:
    return all(str(getattr(passage, name)) == value for name, value in limits)


def _listed(source: Source, details: Details, counting: Iterable[Row]) -> dict[Key, list[str]]:
    """Return the facts that each row counts, by what the row says of them; they are asked for once for all rows."""
    found: dict[Key, dict[str, None]] = {_key(details, row): {} for row in counting}
    said = {tuple(column for column, _ in key) for key in found}
    for row in rows(source, find(details.question), details.given):
        for columns in said:
            facts = found.get(tuple((column, str(row[column])) for column in columns))
            if facts is not None:
                facts[str(row[FACT])] = None
    return {key: list(facts) for key, facts in found.items()}


def _key(details: Details, row: Row) -> Key:
    """Return what a row says of the facts that it counts: columns of the list of facts, and their values."""
    return tuple((listed, str(row[column])) for listed, column in details.columns.items() if row[column])


def _said(source: Source, facts: set[str]) -> dict[str, list[Passage]]:
    """Return the passages of each fact, in the order of documents and characters."""
    found: dict[str, set[Passage]] = {}
    for batch in _batches(sorted(facts)):
        table = rows(source, find(PASSAGES), {FACT: batch})
        for terms in table.terms:
            row = dict(zip(table.columns, map(lexical, terms), strict=True))
            found.setdefault(row[FACT], set()).add(_passage(row))
    return {fact: sorted(passages) for fact, passages in found.items()}


def _passage(row: dict[str, str]) -> Passage:
    return Passage(
        document=row["document"],
        start=int(row["start"]),
        end=int(row["end"]),
        quote=row["quote"],
        guessed=row["guessed"] == "true",
        title=row["title"],
        publisher=row["publisher"],
        date=_day(row["date"]),
        url=row["url"],
        sha256=row["sha256"],
    )


def _day(text: str) -> str:
    """Return a date without its time zone (XML Schema lets dates have one); nothing for what is no date."""
    found = _DATE.match(text)
    return found[0] if found else ""


def _batches(facts: Sequence[str]) -> Iterable[Sequence[str]]:
    return (facts[start : start + _BATCH] for start in range(0, len(facts), _BATCH))
