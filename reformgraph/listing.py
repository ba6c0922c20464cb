"""Facts of documents as one value: a tuple for programs, a table with the words that say them for notebooks."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Final

from build_graph.correct.attributes import NAMED_BY, words_of, written
from build_graph.model import KINDS, DocumentFacts, Fact
from queries.notebook.grid import Cell, Heading, grid

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Self

_HEADINGS: Final = (
    Heading("document", "来源文件"),
    Heading("kind", "类别"),
    Heading("fact", "事实"),
    Heading("attributes", "属性", "whatever else was read of it"),
    Heading("program", "改革项目", "the program that it belongs to"),
    Heading("passages", "原文", "the words that say it, with the first character and the one after the last"),
)
_APART: Final = frozenset({"program", "passages", "counter_passages", "rule", "corrections", "is_heading"})
"""Attributes that have a column of their own, or none."""


class Facts(tuple[Fact, ...]):
    """The facts of documents, in the order of the documents and of their words.

    A notebook shows them as a table with the words that say them.
    """

    documents: tuple[DocumentFacts, ...]
    """What each document says."""

    def __new__(cls, documents: Iterable[DocumentFacts]) -> Self:
        """Return the facts of documents."""
        read = tuple(documents)
        facts = super().__new__(cls, (fact for document in read for fact in document.facts))
        facts.documents = read
        return facts

    def __getnewargs__(self) -> tuple[tuple[DocumentFacts, ...]]:
        return (self.documents,)

    def __repr__(self) -> str:
        return f"<Facts: {self._counted}>"

    def _repr_html_(self) -> str:
        """Return the facts as HTML, for notebooks."""
        rows = [_row(each.document.name, fact) for each in self.documents for fact in each.facts]
        return grid(_HEADINGS, rows, [self._counted])

    @property
    def _counted(self) -> str:
        facts, documents = len(self), len(self.documents)
        return f"{facts} fact{'' if facts == 1 else 's'} of {documents} document{'' if documents == 1 else 's'}"


def _row(document: str, fact: Fact) -> list[Cell]:
    passages = " ".join(f"“{each.exact}” {each.start}–{each.end}" for each in fact.passages)
    return [
        Cell(document),
        Cell(KINDS[type(fact)], title=f"rule {fact.rule}"),
        Cell(words_of(fact), language="zh-Hans"),
        Cell(_attributes(fact)),
        Cell(fact.program or "", language="zh-Hans"),
        Cell(passages, language="zh-Hans"),
    ]


def _attributes(fact: Fact) -> str:
    """Return what else was read: ``level: county, code: 130608``; nothing of what was not."""
    apart = {*_APART, NAMED_BY[type(fact)]}
    own = {each.name: getattr(fact, each.name) for each in fields(fact) if each.name not in apart}
    return ", ".join(f"{name}: {written(value)}" for name, value in own.items() if value not in (None, "", (), False))
