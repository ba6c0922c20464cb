"""Write the store that a build makes beside a graph: GRAPH FOLDER. The folder is then like a built one."""

import sys
from pathlib import Path

from benchmarks.clock import tell
from build_graph.emit.store import FOLDER, write_store

if __name__ == "__main__":
    graph, folder = map(Path, sys.argv[1:])
    folder.mkdir(parents=True, exist_ok=True)
    quads = folder / "graph.nq"
    quads.unlink(missing_ok=True)
    quads.hardlink_to(graph)
    write_store([quads], folder / FOLDER)
    tell()
