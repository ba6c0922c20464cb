"""The answer to a stored question as a table of links."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode

from exports.site.page import Link, link
from queries.asking import rows
from queries.table import FACT, is_number, lexical

if TYPE_CHECKING:
    from exports.site.source import Source
    from queries.catalogue import Question
    from queries.table import Term


@dataclass(frozen=True, slots=True)
class Heading:
    """A column: its name in the language of the page, and whether it holds numbers."""

    text: str
    is_number: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """An answer on a page. The first cell of a row that tells a fact leads to the fact's page."""

    headings: tuple[Heading, ...]
    rows: tuple[tuple[Link, ...], ...]


def answer(question: Question, source: Source, language: str) -> Shown:
    """Return the answer to a question, asked with its examples and defaults."""
    examples = {each.name: each.example for each in question.parameters.values() if each.example is not None}
    table = rows(source.store, question, examples)
    columns = [column for column in table.columns if column != FACT]
    at = {column: table.columns.index(column) for column in table.columns}
    headings = tuple(
        Heading(question.columns[column][language], any(is_number(terms[at[column]]) for terms in table.terms))
        for column in columns
    )
    return Shown(headings, tuple(_row(terms, at, columns, source, language) for terms in table.terms))


def _row(
    terms: tuple[Term | None, ...], at: dict[str, int], columns: list[str], source: Source, language: str
) -> tuple[Link, ...]:
    cells = [_cell(terms[at[column]], source, language) for column in columns]
    fact = lexical(terms[at[FACT]]) if FACT in at else ""
    if fact in source.things:
        cells[0] = Link(cells[0].text or "·", f"{source.things[fact].path}.html", source.things[fact].name)
    return tuple(cells)


def _cell(term: Term | None, source: Source, language: str) -> Link:
    if isinstance(term, NamedNode):
        return link(term.value, source, language)
    return Link(lexical(term))
