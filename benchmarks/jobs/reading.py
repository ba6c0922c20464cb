"""Read a folder of documents, bytes to facts: FOLDER BEFORE. Those of BEFORE are read first, and do not count.

Tables are loaded, and patterns made, when a document needs them first: five documents would be nothing else.
"""

import sys
from pathlib import Path

from benchmarks.clock import seconds, tell
from build_graph.pipeline import read_facts


def _read(paths: list[Path]) -> int:
    return sum(1 for _ in read_facts(paths, on_error=_fail))


def _fail(error: Exception) -> None:
    raise error


if __name__ == "__main__":
    files, before = (sorted(Path(folder).glob("*.txt")) for folder in sys.argv[1:])
    _read(before)
    files = [file for file in files if file.name not in {each.name for each in before}]
    tell(seconds=seconds(lambda: _read(files)), bytes=sum(file.stat().st_size for file in files), documents=len(files))
