"""The answer to a question as a table in a notebook: what was asked above it, what each column holds at its head."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal, NamedNode

from queries.asking import Answered
from queries.notebook.grid import Cell, Heading, counted, grid, shown
from queries.terms import compact, is_number, lexical

if TYPE_CHECKING:
    from collections.abc import Sequence

    from queries.rows import Terms
    from queries.table import Table
    from queries.terms import Term

_ADDRESS: Final = re.compile(r"https?://\S+")
"""What may be a link: addresses of the web, and no ``javascript:``."""
_SHORT: Final = 40
"""Characters of an IRI that is shown whole."""


@dataclass(frozen=True, slots=True)
class _Rows:
    """The rows of an answer, each laid out when it is asked for: of a long answer few are shown."""

    terms: Sequence[Terms]

    def __len__(self) -> int:
        return len(self.terms)

    def __getitem__(self, index: int, /) -> list[Cell]:
        return [cell(term) for term in self.terms[index]]


def answer_html(table: Table, caption: Sequence[str] = ()) -> str:
    """Return an answer as HTML. Names of facts are left out: they are for programs.

    Without a ``caption`` the question stands above it, in both languages, and the number of rows.
    """
    table = table.shown
    return grid(headings(table), _Rows(table.terms), caption or (*asked(table), counted(len(table))))


def headings(table: Table) -> list[Heading]:
    """Return the head of an answer: the columns, and what the question's header says of them.

    A column is one of numbers if a row that is shown has a number in it.
    """
    columns = table.question.columns if isinstance(table, Answered) else {}
    rows = [table.terms[index] for part in shown(len(table)) for index in part]
    return [
        Heading(
            name=column,
            chinese=_said(columns.get(column), "zh"),
            about=_said(columns.get(column), "en"),
            is_number=any(is_number(terms[index]) for terms in rows),
        )
        for index, column in enumerate(table.columns)
    ]


def asked(table: Table) -> list[str]:
    """Return the question that a table answers, in English and in Chinese, as far as it is said."""
    question = table.question.question if isinstance(table, Answered) else {}
    return [said for said in (_said(question, "en"), _said(question, "zh")) if said]


def _said(words: object, language: str) -> str:
    """Return what a header says in a language; somebody's own header may say nothing, or anything."""
    return str(words.get(language, "")) if isinstance(words, Mapping) else ""


def cell(term: Term | None) -> Cell:
    """Return a term as a cell; of an IRI its end is shown, and all of it where a pointer rests."""
    text = lexical(term)
    if isinstance(term, NamedNode):
        return Cell(_short(term), title=text, address=address(text))
    language = term.language or "" if isinstance(term, Literal) else ""
    return Cell(text, address=address(text), language=language, is_number=is_number(term))


def address(text: str) -> str:
    """Return a text if it is the address of a page, else nothing."""
    return text if _ADDRESS.fullmatch(text) else ""


def _short(iri: NamedNode) -> str:
    text = compact(iri)
    return text if len(text) <= _SHORT else "…/" + "/".join(text.rstrip("/").split("/")[-2:])
