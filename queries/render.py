"""Writing an answer: a table for people, CSV, JSON (SPARQL 1.1 Query Results) or Turtle."""

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
from queries.plain import plain
from queries.table import Table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from queries.formats import Format
    from queries.run import Answer
    from queries.terms import Term


def render(answer: Answer, form: Format | None = None, *, width: int | None = None) -> str:
    """Return an answer as text that ends in a line break.

    Without a ``form``, triples are written as Turtle and everything else as a table. ``width`` is that of
    the terminal in columns; without it, no line is wrapped. Raises QueryError for a form that cannot hold
    the answer.
    """
    if form is None:
        form = "turtle" if isinstance(answer, tuple) else "table"
    if form == "turtle":
        return _turtle(answer)
    if form == "json":
        return _json(answer)
    if form == "csv":
        return _csv(_tabular(answer))
    if isinstance(answer, bool):
        return "yes\n" if answer else "no\n"
    return plain(_tabular(answer), width)


def _turtle(answer: Answer) -> str:
    if not isinstance(answer, tuple):
        raise QueryError("only triples can be written as Turtle: ask with CONSTRUCT, or choose table, csv or json")
    turtle = io.BytesIO()
    serialize(answer, turtle, RdfFormat.TURTLE, prefixes=dict(PREFIXES))
    return turtle.getvalue().decode()


def _json(answer: Answer) -> str:
    if isinstance(answer, tuple):
        raise QueryError("triples cannot be written as SPARQL JSON results: choose turtle, table or csv")
    if isinstance(answer, bool):
        result: dict[str, object] = {"head": {}, "boolean": answer}
    else:
        bindings = [_json_row(answer, row) for row in answer.terms]
        result = {"head": {"vars": list(answer.columns)}, "results": {"bindings": bindings}}
    return json.dumps(result, ensure_ascii=False, indent=2) + "\n"


def _json_row(table: Table, row: Sequence[Term | None]) -> Mapping[str, object]:
    return {column: _json_term(term) for column, term in zip(table.columns, row, strict=True) if term is not None}


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


def _csv(table: Table) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(table.columns)
    writer.writerows([cell(term) for term in row] for row in table.terms)
    return text.getvalue()


def _tabular(answer: Answer) -> Table:
    if isinstance(answer, Table):
        return answer
    if isinstance(answer, bool):
        return Table(("answer",), ((RdfLiteral(answer),),))
    return answer.table
