"""GraphML: the network of ``network``, for Gephi, Cytoscape or networkx."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from networkx import write_graphml_xml

from exports.networks.network import network

if TYPE_CHECKING:
    from queries.store import GraphFile

__all__ = ["network", "write"]


def write(graph: GraphFile, file: BinaryIO) -> None:
    """Write the network as GraphML."""
    write_graphml_xml(network(graph.store), file)
