"""The gate: nothing is published before the shapes of the ontology have been checked.

``validate_quads`` checks a graph as the build writes it, ``validate_files`` any RDF file. Both return a
:class:`Report`; neither touches the network. Memory does not grow with the graph.
"""

from __future__ import annotations

from build_graph.validate.buckets import Cache, Each
from build_graph.validate.gate import validate_files, validate_quads
from build_graph.validate.lines import Part
from build_graph.validate.rdf import RdfError
from build_graph.validate.report import Message, Report, Result, Severity

__all__ = [
    "Cache",
    "Each",
    "Message",
    "Part",
    "RdfError",
    "Report",
    "Result",
    "Severity",
    "validate_files",
    "validate_quads",
]
