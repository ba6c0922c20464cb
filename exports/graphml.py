"""GraphML: programs, pilot units, places and agencies as a network for Gephi, Cytoscape or networkx.

A node has a ``label`` (Chinese), a ``kind`` (program, pilot unit, place, agency) and, where it has them, a
``code``, a ``level`` and a ``province``; an edge has a ``relation``. Node identifiers are the IRIs of the
graph.
"""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING, BinaryIO

from networkx import DiGraph, write_graphml_xml

from queries.run import select

if TYPE_CHECKING:
    from pyoxigraph import Store

    from queries.store import GraphFile


def write(graph: GraphFile, file: BinaryIO) -> None:
    """Write the network as GraphML."""
    write_graphml_xml(network(graph.store), file)


def network(store: Store) -> DiGraph[str]:
    """Return the network as a networkx graph."""
    graph: DiGraph[str] = DiGraph()
    for row in _rows(store, "network_nodes.rq"):
        graph.add_node(row.pop("node"), **row)
    for row in _rows(store, "network_edges.rq"):
        if row["source"] in graph and row["target"] in graph:
            graph.add_edge(row["source"], row["target"], relation=row["relation"])
    return graph


def _rows(store: Store, name: str) -> list[dict[str, str]]:
    """Return the rows of one of the network's queries, without the columns that are empty in them."""
    table = select(store, files(__package__).joinpath("data", name).read_text("utf-8"))
    return [{key: str(cell) for key, cell in row.items() if cell is not None} for row in table]
