"""Reconcile and emit pickled facts as N-Quads: FOLDER with ``facts.pickle``. Loading them is not counted."""

import pickle
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryFile

from benchmarks.clock import seconds, tell
from build_graph.emit.graphs import quads
from build_graph.model import DocumentFacts
from build_graph.places import Gazetteer
from build_graph.reconcile import Reconciled, reconcile
from build_graph.version import __version__
from ontology import BASE


def lines_of(facts: Sequence[DocumentFacts], reconciled: Reconciled | None = None) -> Iterator[str]:
    """Return the lines of the graph of facts."""
    gazetteer = Gazetteer.shipped()
    return quads(facts, reconciled or reconcile(facts, gazetteer), gazetteer, BASE, __version__, None)


def _emit(facts: Sequence[DocumentFacts], reconciled: Reconciled) -> None:
    with TemporaryFile("w", encoding="utf-8", newline="\n") as file:
        file.writelines(lines_of(facts, reconciled))


if __name__ == "__main__":
    with (Path(sys.argv[1]) / "facts.pickle").open("rb") as pickled:
        every = pickle.load(pickled)  # noqa: S301  (written by the job beside this one)
    together: list[Reconciled] = []
    first = seconds(lambda: together.append(reconcile(every, Gazetteer.shipped())))
    tell(reconciling=first, seconds=seconds(lambda: _emit(every, together[0])))
