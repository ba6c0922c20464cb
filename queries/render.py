"""Writing an answer: a table for people, CSV, JSON (SPARQL 1.1 Query Results) or Turtle.

CSV and JSON are written row by row, so the rows of an answer need not be held. A table shows its first rows; the other
forms are for programs, and hold everything.
"""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

from pyoxigraph import BlankNode, NamedNode, RdfFormat, serialize
from pyoxigraph import Literal as RdfLiteral

from ontology import PREFIXES
from queries.errors import QueryError
from queries.formulas import cell
from queries.plain import MOST, plain
from queries.rows import Rows
from queries.table import Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from queries.formats import Format
    from queries.rows import Terms
    from queries.run import Answer, Streamed
    from queries.terms import Term


def render(answer: Answer, form: Format | None = None, *, width: int | None = None) -> str:
    """Return an answer as text that ends in a line break; for ``form`` and ``width`` see ``pieces``."""
    return "".join(pieces(answer, form or usual(answer), width=width))


def usual(answer: Answer | Streamed) -> Format:
    """Return the form in which an answer is written if nobody names one."""
    return "turtle" if isinstance(answer, tuple) else "table"


def pieces(
    answer: Answer | Streamed, form: Format, *, width: int | None = None, most: int = MOST, more: str = ""
) -> Iterator[str]:
    """Yield an answer as text, piece by piece; the last one ends in a line break.

    Args:
        answer: what was answered. Streamed rows are used up.
        form: how it is written.
        width: of the terminal, in columns; without it, no line of a table is wrapped.
        most: rows that a table shows.
        more: said below a table that has more rows: how to get them.

    Raises:
        QueryError: for a form that cannot hold the answer.
    """
    if form == "turtle":
        yield _turtle(answer)
    elif form == "json":
        yield from _json(answer)
    elif form == "csv":
        yield from _csv(_tabular(answer))
    elif isinstance(answer, bool):
        yield "yes\n" if answer else "no\n"
    else:
        yield from plain(_tabular(answer), width, most, more)


def _turtle(answer: Answer | Streamed) -> str:
    if not isinstance(answer, tuple):
        raise QueryError("only triples can be written as Turtle: ask with CONSTRUCT, or choose table, csv or json")
    turtle = io.BytesIO()
    serialize(answer, turtle, RdfFormat.TURTLE, prefixes=dict(PREFIXES))
    return turtle.getvalue().decode()


def _json(answer: Answer | Streamed) -> Iterator[str]:
    if isinstance(answer, tuple):
        raise QueryError("triples cannot be written as SPARQL JSON results: choose turtle, table or csv")
    if isinstance(answer, bool):
        yield f"{_one_line({'head': {}, 'boolean': answer})}\n"
        return
    yield f'{{"head": {_one_line({"vars": answer.columns})}, "results": {{"bindings": ['
    between = "\n"
    for row in answer.terms:
        yield f"{between}{_one_line(_json_row(answer.columns, row))}"
        between = ",\n"
    yield "\n]}}\n"


def _one_line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _json_row(columns: tuple[str, ...], row: Terms) -> Mapping[str, object]:
    return {column: _json_term(term) for column, term in zip(columns, row, strict=True) if term is not None}


def _json_term(term: Term) -> Mapping[str, object]:
    """Return a term as section 3.2.2 of SPARQL 1.1 Query Results JSON asks."""
    if isinstance(term, NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, BlankNode):
        return {"type": "bnode", "value": term.value}
    if isinstance(term, RdfLiteral):
        literal = {"type": "literal", "value": term.value}
        if term.language is not None:
            return literal | {"xml:lang": term.language}
        if term.datatype.value == PREFIXES["xsd"] + "string":
            return literal
        return literal | {"datatype": term.datatype.value}
    raise QueryError("a triple term cannot be written as SPARQL 1.1 JSON results: choose table or csv")


class _Line:
    """A file that gives back each line that is written to it."""

    @staticmethod
    def write(line: str) -> str:
        return line


def _csv(rows: Table | Rows) -> Iterator[str]:
    writer = csv.writer(_Line(), lineterminator="\n")
    yield writer.writerow(rows.columns)
    for row in rows.terms:
        yield writer.writerow([cell(term) for term in row])


def _tabular(answer: Answer | Streamed) -> Table | Rows:
    if isinstance(answer, Table | Rows):
        return answer
    if isinstance(answer, bool):
        return Table(("answer",), ((RdfLiteral(answer),),))
    return answer.table
