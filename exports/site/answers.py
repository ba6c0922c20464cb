"""The answer to a stored question on the site's graph: what was asked, and a table of links."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode

from exports import data_files
from exports.site.page import Link, link
from exports.site.vocabulary import anchor, label
from exports.site.words import words
from ontology import LIST, RG
from queries.table import FACT, Table
from queries.terms import is_number, lexical, value

if TYPE_CHECKING:
    from exports.site.source import Source
    from queries.catalogue import Question
    from queries.catalogue.parameters import Parameter
    from queries.terms import Term


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
    total: int
    """Rows of the whole answer, of which these may be the first."""


def arguments(question: Question, source: Source) -> dict[str, str] | None:
    """Return what a question is asked with: a value for each parameter that needs one.

    That is its example; where the graph does not have it, the first value that the graph has. None if it has none.
    """
    given: dict[str, str] = {}
    for parameter in question.parameters.values():
        if parameter.is_required:
            argument = _argument(parameter, source)
            if argument is None:
                return None
            given[parameter.name] = argument
    return given


def _argument(parameter: Parameter, source: Source) -> str | None:
    if parameter.kind != "iri" and not parameter.choices:
        return parameter.example
    known = source.choices(parameter) if parameter.choices else list(source.things)
    return parameter.example if parameter.example in known else next(iter(known), None)


def answer(question: Question, source: Source, language: str, most: int | None = None) -> Shown:
    """Return the answer to a question, asked with ``arguments``; with ``most``, no more than so many rows."""
    table = answered(question, source)
    columns = [column for column in table.columns if column not in table.facts]
    at = {column: table.columns.index(column) for column in table.columns}
    headings = tuple(
        Heading(question.columns[column][language], any(is_number(terms[at[column]]) for terms in table.terms))
        for column in columns
    )
    shown = tuple(_row(terms, at, columns, source, language) for terms in table.terms[:most])
    return Shown(headings, shown, len(table))


def answered(question: Question, source: Source) -> Table:
    """Return the answer to a question as the engine gives it; without rows if the graph has nothing to ask about."""
    given = arguments(question, source)
    return Table(tuple(question.columns), ()) if given is None else source.ask(question, given)


def _row(
    terms: tuple[Term | None, ...], at: dict[str, int], columns: list[str], source: Source, language: str
) -> tuple[Link, ...]:
    cells = [_cell(terms[at[column]], column, source, language) for column in columns]
    fact = lexical(terms[at[FACT]]) if FACT in at else ""
    if fact in source.things:
        cells[0] = Link(cells[0].text or "·", f"{source.things[fact].path}.html", source.things[fact].name)
    return tuple(cells)


def _cell(term: Term | None, column: str, source: Source, language: str) -> Link:
    if isinstance(term, NamedNode):
        return link(term.value, source, language)
    if isinstance(value(term), bool):
        return Link(words(language)["yes" if value(term) else "no"], language="")
    if column.endswith("document") and lexical(term) in source.documents:
        page = source.things[source.documents[lexical(term)]].path
        return Link(lexical(term), f"{page}.html", language="")
    named = _named(lexical(term), column)
    return Link(label(named, language), language="") if named else Link(lexical(term))


def _named(text: str, column: str) -> str | None:
    """Return what the short name of a class or a concept stands for in a column; None for other text."""
    for where in _columns().get(column, ()):
        iri = f"{RG}{text}" if where == "class" else f"{LIST}{where}/{text}"
        if anchor(iri) and (where != "class" or text[0].isupper()):  # rg:target is a property
            return iri
    return None


@cache
def _columns() -> dict[str, list[str]]:
    return {row["column"]: row["where"].split() for row in data_files.table("site/columns.tsv")}
