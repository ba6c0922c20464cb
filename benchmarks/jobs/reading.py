"""Read a folder of documents, bytes to facts: FOLDER. One document is read before, so that all tables are loaded."""

import sys
from pathlib import Path

from benchmarks.clock import seconds, tell
from build_graph.pipeline import read_facts


def _read(paths: list[Path]) -> int:
    return sum(1 for _ in read_facts(paths, on_error=_fail))


def _fail(error: Exception) -> None:
    raise error


if __name__ == "__main__":
    files = sorted(Path(sys.argv[1]).iterdir())
    _read(files[:1])
    tell(seconds=seconds(lambda: _read(files)), bytes=sum(file.stat().st_size for file in files), documents=len(files))
