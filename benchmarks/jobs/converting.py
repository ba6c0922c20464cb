"""Write a graph in a syntax: FOLDER FORMAT, as `reformgraph export` does."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.clock import seconds, tell
from exports.publish import export

if __name__ == "__main__":
    with TemporaryDirectory() as work:
        graph, target = Path(sys.argv[1]) / "graph.nq", Path(work) / "graph"
        tell(seconds=seconds(lambda: export(sys.argv[2], graph, target)), bytes=target.stat().st_size)
