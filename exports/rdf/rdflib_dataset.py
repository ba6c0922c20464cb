"""A graph as an rdflib Dataset, for programs that work on RDF in memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox
from rdflib import BNode, Dataset, Literal, URIRef

from exports.errors import ExportError
from ontology import PREFIXES

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import IdentifiedNode

    from queries.store import GraphFile


def dataset(graph: GraphFile) -> Dataset:
    """Return every named graph, and as default graph their union; prefixes are bound.

    Texts of numbers and dates are kept as they are written. Raises ExportError for triple terms and texts with a
    direction, which rdflib does not know, and QueryError for a graph that cannot be read.
    """
    made = Dataset(default_union=True)
    for prefix, namespace in PREFIXES.items():
        made.bind(prefix, namespace, replace=True)
    graphs: dict[ox.NamedNode | ox.BlankNode | ox.DefaultGraph, Graph] = {}
    for quad in graph.statements():
        name = quad.graph_name
        if name not in graphs:
            graphs[name] = made.default_graph if isinstance(name, ox.DefaultGraph) else made.graph(_node(name))
        graphs[name].add((_term(quad.subject), URIRef(quad.predicate.value), _term(quad.object)))
    return made


def _node(term: ox.NamedNode | ox.BlankNode) -> IdentifiedNode:
    return URIRef(term.value) if isinstance(term, ox.NamedNode) else BNode(term.value)


def _term(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> IdentifiedNode | Literal:
    if isinstance(term, ox.NamedNode | ox.BlankNode):
        return _node(term)
    if isinstance(term, ox.Triple) or term.direction is not None:
        raise ExportError(f"rdflib does not know {term}, which is new in RDF 1.2: choose nquads")
    if term.language:
        return Literal(term.value, lang=term.language)
    is_text = term.datatype.value == PREFIXES["xsd"] + "string"
    return Literal(term.value, datatype=None if is_text else URIRef(term.datatype.value), normalize=False)
