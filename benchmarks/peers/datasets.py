"""rdflib's Dataset over a store, ``default`` or ``Oxigraph``: FOLDER STORE emit|load|SYNTAX.

``emit``: add the statements, which are there as terms, and write N-Quads. ``load``: parse N-Quads. A syntax: parse
N-Quads and write that; Turtle is of the union, as ours.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from rdflib import Dataset

from benchmarks.clock import seconds, tell


def _loaded(file: Path, store: str) -> Dataset:
    return Dataset(store, default_union=True).parse(file, format="nquads")


def _added(quads: list[tuple], store: str, target: Path) -> None:  # type: ignore[type-arg]
    dataset = Dataset(store, default_union=True)
    dataset.addN((s, p, o, dataset.graph(g)) for s, p, o, g in quads)
    dataset.serialize(target, format="nquads")


def _converted(file: Path, store: str, syntax: str, target: Path) -> None:
    _loaded(file, store).serialize(target, format=syntax)


if __name__ == "__main__":
    folder, name, what = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
    graph = folder / "graph.nq"
    with TemporaryDirectory() as work:
        out = Path(work) / "graph"
        if what == "emit":
            statements = list(_loaded(graph, "default").quads())
            took = seconds(lambda: _added(statements, name, out))
        elif what == "load":
            took = seconds(lambda: _loaded(graph, name))
        else:
            took = seconds(lambda: _converted(graph, name, what, out))
    tell(seconds=took)
