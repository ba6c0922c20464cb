"""A built graph, or any RDF file in this vocabulary, to be asked and exported."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from exports.publish import export
from queries.asked import sparql_of
from queries.catalogue import catalogue, find
from queries.run import run, select
from queries.store import GraphFile

if TYPE_CHECKING:
    from queries.catalogue import Question
    from queries.run import Answer


class Graph:
    """A graph to ask. Make one with :meth:`open`."""

    def __init__(self, file: GraphFile) -> None:
        self._file = file

    @classmethod
    def open(cls, path: str | Path = "out") -> Graph:
        """Return the graph of a built folder or of an RDF file; raises QueryError if there is none."""
        return cls(GraphFile.at(Path(path)))

    def query(self, question: str) -> Answer:
        """Return the answer to a stored question (by name), a ``.rq`` file (by path) or SPARQL text.

        SELECT gives a Table, whose rows are dictionaries; ASK a truth value; CONSTRUCT sorted triples. Raises
        QueryError for a question that cannot be answered.
        """
        return run(self._file.store, sparql_of(question))

    def export(self, form: str, file: str | Path) -> None:
        """Write the graph in a format of ``exports.FORMATS``; the file appears whole or not at all.

        Raises ExportError for an unknown format or a file that cannot be written.
        """
        export(form, self._file, Path(file))

    @staticmethod
    def questions() -> tuple[Question, ...]:
        """Return the stored questions."""
        return catalogue()

    def __repr__(self) -> str:
        return f"Graph.open({str(self._file.file)!r})"

    def _repr_html_(self) -> str:
        """Return what the graph holds, for notebooks: the number of facts of each kind."""
        return select(self._file.store, find("facts-by-kind").sparql)._repr_html_()
