"""What the pages are made of: a graph, read once."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from exports.site.statements import Statements
from exports.site.things import Things, things
from ontology import PREFIXES, RG
from queries.asking import rows
from queries.choices import values
from queries.terms import lexical

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pyoxigraph import Store

    from queries.catalogue import Question
    from queries.catalogue.parameters import Parameter
    from queries.store import GraphFile
    from queries.table import Table

_TEXTS = "texts"
"""The folder of a built folder that holds the source texts, with an index from IRIs to files."""


@dataclass(frozen=True)
class Source:
    """A graph, and what the pages need of it."""

    graph: GraphFile
    _answers: dict[str, Table] = field(default_factory=dict, compare=False)
    _choices: dict[str, Sequence[str]] = field(default_factory=dict, compare=False)

    @property
    def store(self) -> Store:
        """The graph, to be asked."""
        return self.graph.store

    @cached_property
    def things(self) -> Things:
        """What has a page."""
        return things(self.store)

    @cached_property
    def order(self) -> Mapping[str, int]:
        """IRI of what has a page -> its place among the others."""
        return {iri: position for position, iri in enumerate(self.things)}

    @cached_property
    def statements(self) -> Statements:
        """What the graph says."""
        return Statements(self.graph)

    @cached_property
    def units_in(self) -> Mapping[str, list[str]]:
        """IRI of a province -> the pilot units whose places lie in it."""
        found: dict[str, list[str]] = {}
        for iri, thing in self.things.items():
            if thing.class_name == "PilotUnit":
                for place in self.statements.about(iri).get(RG + "place", ()):
                    for province in self.statements.about(lexical(place)).get(RG + "province", ()):
                        found.setdefault(lexical(province), []).append(iri)
        return found

    @cached_property
    def documents(self) -> Mapping[str, str]:
        """Identifier of a document -> its IRI."""
        identifier = PREFIXES["dcterms"] + "identifier"
        return {
            lexical(name): iri
            for iri, thing in self.things.items()
            if thing.class_name == "SourceDocument"
            for name in self.statements.about(iri).get(identifier, ())
        }

    @cached_property
    def text_files(self) -> Mapping[str, Path]:
        """IRI of a document -> file of its source text; empty if the graph came without texts."""
        folder = self.graph.file.parent / _TEXTS
        index = folder / "index.json"
        if not index.is_file():
            return {}
        named = json.loads(index.read_text("utf-8")).items()
        return {iri: folder / name for iri, name in named if name == Path(name).name}  # no way out of the folder

    def text_of(self, document: str) -> dict[str, Any] | None:
        """Return the source text of a document, as the build published it; None if there is none."""
        file = self.text_files.get(document)
        return json.loads(file.read_text("utf-8")) if file and file.is_file() else None

    def ask(self, question: Question, arguments: Mapping[str, str]) -> Table:
        """Return the answer to a stored question, which is asked once: a site has one set of arguments."""
        if question.name not in self._answers:
            self._answers[question.name] = rows(self.store, question, arguments)
        return self._answers[question.name]

    def choices(self, parameter: Parameter) -> Sequence[str]:
        """Return the values that a parameter may have in this graph, sorted; none if it has no list."""
        name = parameter.concepts or parameter.choices or ""
        if name not in self._choices:
            self._choices[name] = values(parameter, self.store)
        return self._choices[name]
