"""Reconcile facts and emit them as N-Quads: FOLDER with ``facts.pickle``, as a build does, document by document.

Loading a document's facts from the file is not counted.
"""

import pickle
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryFile
from time import process_time

from benchmarks.clock import seconds, tell
from build_graph.emit.graphs import Collected, document_quads, shared_graphs
from build_graph.extract.mentioned import mentioned
from build_graph.model import DocumentFacts
from build_graph.places import Gazetteer
from build_graph.reconcile import Mentions, Reconciled, reconcile
from build_graph.version import __version__
from ontology import BASE


def together(documents: Iterable[DocumentFacts]) -> Reconciled:
    """Return what documents say together."""
    total = Mentions()
    for facts in documents:
        total.add(mentioned(facts))
    return reconcile(total, Gazetteer.shipped())


def lines_of(documents: Iterable[DocumentFacts], reconciled: Reconciled) -> Iterator[str]:
    """Yield the lines of the graph of documents, which come in the order of their ids."""
    collected = Collected()
    for facts in documents:
        programs = reconciled.programs_in(mentioned(facts).called)
        quads = document_quads(facts, programs, reconciled.gaps, BASE)
        collected.add(facts.id, quads)
        yield from quads.lines
    for graph in shared_graphs(collected, reconciled, BASE, __version__, None):
        yield from graph


class Pickled:
    """Facts in a file, one document after the other, and the seconds that loading them took."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self.loading = 0.0

    def __iter__(self) -> Iterator[DocumentFacts]:
        with self._file.open("rb") as pickled:
            while True:
                start = process_time()
                try:
                    facts: DocumentFacts = pickle.load(pickled)  # noqa: S301  (written by the job beside this one)
                except EOFError:
                    return
                self.loading += process_time() - start
                yield facts


def _counted(documents: Pickled, work: Callable[[], object]) -> float:
    before = documents.loading
    return seconds(work) - (documents.loading - before)


def _emit(documents: Iterable[DocumentFacts], reconciled: Reconciled) -> None:
    with TemporaryFile("w", encoding="utf-8", newline="\n") as file:
        file.writelines(lines_of(documents, reconciled))


if __name__ == "__main__":
    every = Pickled(Path(sys.argv[1]) / "facts.pickle")
    found: list[Reconciled] = []
    first = _counted(every, lambda: found.append(together(every)))
    tell(reconciling=first, seconds=_counted(every, lambda: _emit(every, found[0])))
