"""Validation of a whole graph: SHACL's core by pySHACL, the queries among the constraints by Oxigraph.

pySHACL asks each SPARQL constraint once for every focus node; asked once of the whole graph the same
queries take a thousandth of the time. A test holds both ways to the same results.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_graph.validate.rdf import Statement, read_files, read_quads
from build_graph.validate.report import Report, Result
from ontology import PREFIXES, RG

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from build_graph.validate.shapes import Shapes

_TYPE = f"{PREFIXES['rdf']}type"


def validate_quads(nquads: bytes | Path) -> Report:
    """Validate the union of the graphs of N-Quads text or of an N-Quads file.

    Raises RdfError if it is malformed or cannot be read.
    """
    return validate(read_quads(nquads), _shipped_shapes())


def validate_files(paths: Sequence[Path]) -> Report:
    """Validate the union of RDF files of any syntax.

    Raises RdfError, with file and line, for a file that cannot be read, is malformed or is empty.
    """
    return validate(read_files(paths), _shipped_shapes())


def validate(statements: Sequence[Statement], shapes: Shapes) -> Report:
    """Validate statements, together with the ontology's classes and controlled lists."""
    from build_graph.validate.pyshacl_engine import pyshacl_findings  # noqa: PLC0415  (pySHACL takes 0.5 s to import)
    from build_graph.validate.query_engine import query_findings  # noqa: PLC0415

    findings = pyshacl_findings(statements, shapes.core()) | query_findings(statements, shapes)
    results = (
        Result(
            **finding._asdict(),
            severity=shapes.severity(finding.shape),
            message=shapes.message(finding.shape),
        )
        for finding in findings
    )
    return Report.of(results, checked=_nodes_of_ours(statements))


def _shipped_shapes() -> Shapes:
    from build_graph.validate.shapes import Shapes  # noqa: PLC0415  (rdflib takes 0.2 s to import)

    return Shapes.shipped()


def _nodes_of_ours(statements: Iterable[Statement]) -> int:
    return len({s for s, p, o in statements if p.value == _TYPE and o.value.startswith(RG)})
