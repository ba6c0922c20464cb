"""Write what every validator is given: GRAPH FOLDER. The folder gets ``data.nt`` and ``shapes.ttl``.

The data are the union of the graphs, with what the shapes take for granted: the subclasses and the controlled lists.
"""

import sys
from itertools import chain
from pathlib import Path

from pyoxigraph import RdfFormat, Triple, parse, serialize

from benchmarks.clock import tell
from build_graph.validate.findings import background
from ontology import text
from ontology.files import shape_files

if __name__ == "__main__":
    graph, folder = map(Path, sys.argv[1:])
    folder.mkdir(parents=True, exist_ok=True)
    taken = parse(background(), RdfFormat.N_TRIPLES)
    quads = chain(parse(path=graph, format=RdfFormat.N_QUADS), taken)
    serialize((Triple(*quad.triple) for quad in quads), folder / "data.nt", RdfFormat.N_TRIPLES)
    shapes = (
        quad.triple for name in shape_files() for quad in parse(text(name), RdfFormat.TURTLE, rename_blank_nodes=True)
    )
    serialize(shapes, folder / "shapes.ttl", RdfFormat.TURTLE)
    tell()
