"""The vocabulary of reformgraph: classes, properties, controlled lists, shapes, JSON-LD context.

Importing this package is cheap; rdflib is loaded by the functions that return a graph.

>>> from ontology import RG
>>> RG + "PilotUnit"
'https://w3id.org/reformgraph/ontology#PilotUnit'
"""

from __future__ import annotations

from ontology.files import CONTEXT_FILE, lists_graph, ontology_graph, shapes_graph, text
from ontology.namespaces import BASE, LIST, PREFIXES, RG, SHAPES, expanded, prefixed

__all__ = [
    "BASE",
    "CONTEXT_FILE",
    "LIST",
    "PREFIXES",
    "RG",
    "SHAPES",
    "expanded",
    "lists_graph",
    "ontology_graph",
    "prefixed",
    "shapes_graph",
    "text",
]
