"""Reconcile and emit pickled facts as N-Quads: FOLDER with ``facts.pickle``. Loading them is not counted."""

import pickle
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryFile

from benchmarks.clock import seconds, tell
from build_graph.emit.graphs import Collected, document_quads, shared_graphs
from build_graph.extract.mentioned import mentioned
from build_graph.model import DocumentFacts
from build_graph.places import Gazetteer
from build_graph.reconcile import Mentions, Reconciled, reconcile
from build_graph.version import __version__
from ontology import BASE


def together(documents: Sequence[DocumentFacts]) -> Reconciled:
    """Return what documents say together."""
    total = Mentions()
    for facts in documents:
        total.add(mentioned(facts))
    return reconcile(total, Gazetteer.shipped())


def lines_of(documents: Sequence[DocumentFacts], reconciled: Reconciled) -> Iterator[str]:
    """Yield the lines of the graph of documents."""
    collected = Collected()
    for facts in sorted(documents, key=lambda facts: facts.id):
        programs = reconciled.programs_in(mentioned(facts).called)
        quads = document_quads(facts, programs, reconciled.gaps, BASE)
        collected.add(facts.id, quads)
        yield from quads.lines
    for graph in shared_graphs(collected, reconciled, BASE, __version__, None):
        yield from graph


def _emit(documents: Sequence[DocumentFacts], reconciled: Reconciled) -> None:
    with TemporaryFile("w", encoding="utf-8", newline="\n") as file:
        file.writelines(lines_of(documents, reconciled))


if __name__ == "__main__":
    with (Path(sys.argv[1]) / "facts.pickle").open("rb") as pickled:
        every = pickle.load(pickled)  # noqa: S301  (written by the job beside this one)
    found: list[Reconciled] = []
    first = seconds(lambda: found.append(together(every)))
    tell(reconciling=first, seconds=seconds(lambda: _emit(every, found[0])))
