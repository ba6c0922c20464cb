"""A built graph, any RDF file in this vocabulary, or an endpoint, to be asked and exported."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from exports.publish import export
from queries.asked import question_of
from queries.asking import ask, rows
from queries.catalogue import find
from queries.catalogue.search import search
from queries.endpoint import Endpoint
from queries.footnotes.notes import footnotes
from queries.source import opened
from reformgraph.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from networkx import DiGraph
    from rdflib import Dataset

    from queries.catalogue.parameters import Argument
    from queries.catalogue.search import Questions
    from queries.footnotes.notes import Footnotes
    from queries.run import Answer, Source
    from queries.store import GraphFile
    from reformgraph.picture import Picture


class Graph:
    """A graph to ask. Make one with :meth:`open`."""

    def __init__(self, source: GraphFile | Endpoint) -> None:
        self._graph = source

    @classmethod
    def open(cls, where: str | Path = "out") -> Graph:
        """Return the graph of a built folder, of an RDF file or of a SPARQL endpoint (by its address).

        Raises QueryError if there is none.
        """
        return cls(opened(where))

    def ask(self, question: str, /, **parameters: Argument | Iterable[Argument] | None) -> Answer:
        """Return the answer to a stored question (by name), a ``.rq`` file (by path) or SPARQL text.

        SELECT gives a Table, whose rows are dictionaries; ASK a truth value; CONSTRUCT sorted triples. Raises
        QueryError for a question that cannot be answered, and for parameters that it does not take.
        """
        return ask(self._source, question_of(question), parameters)

    def footnotes(self, answer: Answer) -> Footnotes:
        """Return an answer with the passages behind its rows.

        Raises QueryError if the rows tell no facts.
        """
        return footnotes(self._source, answer)

    def export(self, form: str, file: str | Path) -> None:
        """Write the graph in a format of ``exports.FORMATS``; the file appears whole or not at all.

        Raises ExportError for an unknown format or a file that cannot be written.
        """
        export(form, self._file, Path(file))

    def picture(self, name: str, language: str = "zh") -> Picture:
        """Return a picture of ``exports.pictures.PICTURES``: a notebook shows it, ``save`` writes SVG or PNG.

        ``language`` is that of its words, ``zh`` or ``en``. Raises ExportError for a picture or a language that there
        is not.
        """
        from reformgraph.picture import Picture  # noqa: PLC0415  (loads the fonts)

        return Picture.of(self._file, name, language)

    def to_rdflib(self) -> Dataset:
        """Return the graph for rdflib: every named graph, and as default graph their union.

        Numbers and dates keep the text that they have in the file. Raises ExportError for what rdflib does not know.
        """
        from exports.rdf.rdflib_dataset import dataset  # noqa: PLC0415  (loads rdflib)

        return dataset(self._file)

    def to_networkx(self) -> DiGraph[str]:
        """Return programs, agencies, units and places for networkx: see ``exports.networks.network``."""
        from exports.networks.network import network  # noqa: PLC0415  (loads networkx)

        return network(self._file.store)

    @staticmethod
    def questions(*words: str) -> Questions:
        """Return the stored questions that have all these words, in Chinese or English; all without words."""
        return search(words)

    @property
    def _source(self) -> Source:
        return self._graph

    @property
    def _file(self) -> GraphFile:
        if isinstance(self._graph, Endpoint):
            raise UsageError(f"{self._graph.address} is an endpoint: download its data as a file and open that")
        return self._graph

    @property
    def _where(self) -> str:
        return self._graph.address if isinstance(self._graph, Endpoint) else str(self._graph.file)

    def __repr__(self) -> str:
        return f"Graph.open({self._where!r})"

    def _repr_html_(self) -> str:
        """Return what the graph holds, for notebooks: where it is, and the number of facts of each kind."""
        from queries.notebook.answer import answer_html  # noqa: PLC0415  (loads the engine of templates)

        documents = len(rows(self._source, find("source-documents")))
        said = f"facts of each kind in {documents} document{'' if documents == 1 else 's'}"
        return answer_html(rows(self._source, find("facts-by-kind")), [f"Graph of reform pilots: {self._where}", said])
