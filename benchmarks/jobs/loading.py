"""Load a graph: FOLDER memory, as questions need it; FOLDER disk, the bare store on disk (Oxigraph, RocksDB)."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from pyoxigraph import RdfFormat, Store

from benchmarks.clock import seconds, tell
from queries.store import GraphFile


def _on_disk(file: Path) -> float:
    with TemporaryDirectory() as work:
        store = Store(work)
        return seconds(lambda: store.bulk_load(path=file, format=RdfFormat.N_QUADS))


if __name__ == "__main__":
    graph = Path(sys.argv[1]) / "graph.nq"
    in_memory = sys.argv[2] == "memory"
    tell(seconds=seconds(lambda: GraphFile.at(graph).store) if in_memory else _on_disk(graph))
