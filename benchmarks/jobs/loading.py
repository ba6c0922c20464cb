"""Load a graph: FOLDER HOW.

memory: as questions that name no graph need it; graphs: with its named graphs, as the others need it; disk: the store
of a build; bare: Oxigraph's own on disk.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from pyoxigraph import RdfFormat, Store

from benchmarks.clock import seconds, tell
from build_graph.emit.store import write_store
from queries.store import GraphFile


def _on_disk(file: Path) -> float:
    with TemporaryDirectory() as work:
        return seconds(lambda: write_store([file], Path(work) / "graph"))


def _bare(file: Path) -> float:
    with TemporaryDirectory() as work:
        store = Store(work)
        return seconds(lambda: store.bulk_load(path=file, format=RdfFormat.N_QUADS))


def _in_memory(file: Path) -> float:
    return seconds(lambda: GraphFile.at(file).union)


def _with_graphs(file: Path) -> float:
    return seconds(lambda: GraphFile.at(file).store)


if __name__ == "__main__":
    measured = {"memory": _in_memory, "graphs": _with_graphs, "disk": _on_disk, "bare": _bare}[sys.argv[2]]
    tell(seconds=measured(Path(sys.argv[1]) / "graph.nq"))
