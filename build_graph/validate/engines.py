"""Both engines together, for a graph that fits into memory."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from build_graph.validate.core_engine import CoreEngine
from build_graph.validate.query_engine import QueryEngine
from ontology import PREFIXES, RG

if TYPE_CHECKING:
    from build_graph.validate.findings import Finding
    from build_graph.validate.shapes import Shapes

_OURS: Final = re.compile(rf"\n(\S++) <{PREFIXES['rdf']}type> <{re.escape(RG)}".encode())


class Checked(NamedTuple):
    """What came of a validation."""

    findings: frozenset[Finding]
    nodes: int
    """How many nodes of our classes there were."""


class Engines:
    """SHACL's core by one engine, the queries among the constraints by another."""

    def __init__(self, shapes: Shapes) -> None:
        """Prepare the engines for shapes."""
        self._core = CoreEngine(shapes)
        self._queries = QueryEngine(shapes)

    def check(self, triples: bytes, beside: bytes = b"") -> Checked:
        """Validate a graph given as N-Triples; of ``beside`` it is known that its nodes are not to be validated.

        Raises SyntaxError if it is malformed.
        """
        findings = self._queries.findings(triples, beside) | self._core.findings(triples, beside)
        return Checked(frozenset(findings), len(set(_OURS.findall(b"\n" + triples))))
