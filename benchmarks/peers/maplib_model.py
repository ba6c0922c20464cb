"""maplib's Model: FOLDER load|SYNTAX. It holds one graph here and reads N-Triples: the statements without graphs."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from maplib import Model

from benchmarks.clock import seconds, tell


def _triples(file: Path, target: Path) -> None:
    with file.open(encoding="utf-8") as quads, target.open("w", encoding="utf-8") as triples:
        triples.writelines(f"{line.rsplit(' ', 2)[0]} .\n" for line in quads)


def _read(file: Path) -> Model:
    model = Model()
    model.read(str(file), format="ntriples")
    return model


def _converted(file: Path, syntax: str, target: Path) -> None:
    _read(file).write(str(target), format=syntax)


if __name__ == "__main__":
    with TemporaryDirectory() as work:
        source, out = Path(work) / "graph.nt", Path(work) / "graph.out"
        _triples(Path(sys.argv[1]) / "graph.nq", source)
        syntax = sys.argv[2]
        took = seconds(lambda: _read(source)) if syntax == "load" else seconds(lambda: _converted(source, syntax, out))
    tell(seconds=took)
