"""What all tests share: a cache of their own, and the referee of the gate."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import cast

import pyoxigraph as ox
import pyshacl
import pytest
from rdflib import RDF, SH, XSD, BNode, Graph, Literal, URIRef
from rdflib.term import Node

from build_graph.validate.findings import Finding, background
from build_graph.validate.rdf import Statement, Term

Referee = Callable[[Iterable[Statement], Graph], set[Finding]]


@pytest.fixture(autouse=True, scope="session")
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Give all tests a cache of their own."""
    folder = tmp_path_factory.mktemp("cache")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("REFORMGRAPH_CACHE", str(folder))
        yield folder


@pytest.fixture(scope="session")
def referee() -> Referee:
    """What pySHACL finds, which knows nothing of the gate's engines; the details of nested shapes are left out."""
    return _findings


def _findings(statements: Iterable[Statement], shapes: Graph) -> set[Finding]:
    data = Graph().parse(data=background(), format="nt")
    for statement in statements:
        data.add(tuple(_to_rdflib(term) for term in statement))
    with _quiet_literals():
        _, report, _ = pyshacl.validate(data, shacl_graph=shapes, inplace=True, inference="none", advanced=False)
    root = report.value(predicate=RDF.type, object=SH.ValidationReport)
    return {_finding(report, result) for result in report.objects(root, SH.result)}


@contextmanager
def _quiet_literals() -> Iterator[None]:
    """Keep rdflib from complaining, with stack traces, of literals that their datatypes do not allow."""
    logger = logging.getLogger("rdflib.term")
    logger.addFilter(_nothing)
    try:
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", "Parsing weird boolean", UserWarning)
            yield
    finally:
        logger.removeFilter(_nothing)


def _nothing(_: logging.LogRecord) -> bool:
    return False


def _finding(report: Graph, result: Node) -> Finding:
    focus, path, value = (report.value(result, part) for part in (SH.focusNode, SH.resultPath, SH.value))
    component = report.value(result, SH.sourceConstraintComponent)
    return Finding(
        focus=str(focus) if isinstance(focus, URIRef) else f"_:{focus}",
        path=None if path is None else str(path),
        value=None if value is None else str(_from_rdflib(value)),
        shape=str(report.value(result, SH.sourceShape)),
        constraint=str(report.value(result, SH.sourceConstraint, default=component)),
    )


def _to_rdflib(term: Term) -> Node:
    if isinstance(term, ox.NamedNode):
        return URIRef(term.value)
    if isinstance(term, ox.BlankNode):
        return BNode(term.value)
    if term.language:
        return Literal(term.value, lang=term.language)
    if term.datatype.value == str(XSD.string):
        return Literal(term.value)
    return Literal(term.value, datatype=URIRef(term.datatype.value), normalize=False)


def _from_rdflib(node: object) -> Term:
    if isinstance(node, URIRef):
        return ox.NamedNode(node)
    if isinstance(node, BNode):
        return ox.BlankNode(node)
    literal = cast("Literal", node)
    if literal.language:
        return ox.Literal(str(literal), language=literal.language)
    datatype = literal.datatype
    return ox.Literal(str(literal), datatype=None if datatype is None else ox.NamedNode(datatype))
