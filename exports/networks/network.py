"""Programs, pilot units, places, agencies, consortia and institutions as a network, for Gephi, Cytoscape or networkx.

A node has a ``label`` (Chinese), a ``kind``, and where it has them: ``code``, ``level`` (of a designation),
``division`` (the class of a place), ``province``, ``is_pilot`` (a truth value), ``units`` (the number of units of a
program), ``latitude`` and ``longitude`` (degrees). An edge has a ``relation``. Node identifiers are the IRIs of the
graph.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from networkx import DiGraph

from exports import data_files
from exports.networks.points import points_of_places
from exports.networks.xml_text import NOT_IN_XML
from queries.run import select

if TYPE_CHECKING:
    from pyoxigraph import Store

    from queries.terms import Value


def network(store: Store) -> DiGraph[str]:
    """Return the network as a networkx graph, its nodes and edges in the order of their names."""
    graph: DiGraph[str] = DiGraph()
    points = points_of_places(store)
    for row in _rows(store, "network_nodes.rq"):
        place = str(row.pop("place", ""))
        if place in points:
            row |= {"latitude": points[place].latitude, "longitude": points[place].longitude}
        graph.add_node(str(row.pop("node")), **row)
    for row in _rows(store, "network_edges.rq"):
        source, target = str(row["source"]), str(row["target"])
        if source in graph and target in graph:
            graph.add_edge(source, target, relation=row["relation"])
    return graph


def _rows(store: Store, name: str) -> list[dict[str, Value]]:
    """Return the rows of one of the network's queries, without the columns that are empty in them."""
    table = select(store, data_files.text(name))
    return [{key: _for_xml(cell) for key, cell in row.items() if cell is not None} for row in table]


def _for_xml(cell: Value) -> Value:
    """Return a cell with what XML cannot hold replaced: its files could not be opened."""
    return NOT_IN_XML.sub("\ufffd", cell) if isinstance(cell, str) else cell
