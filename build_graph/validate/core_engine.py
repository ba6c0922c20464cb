"""The core of SHACL, by the engine ``shacl``: compiled once, asked of one graph after the other."""

from __future__ import annotations

import re
from functools import cached_property
from importlib.resources import files
from typing import TYPE_CHECKING, Final

import pyoxigraph as ox
import shacl

from build_graph.validate.findings import Finding, at_or_below, background, ntriples
from build_graph.validate.rdf import RdfError
from ontology import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from build_graph.validate.shapes import Shapes

_GATE: Final = "urn:reformgraph:gate:"
_LABEL: Final = f"{_GATE}label"
_LABEL_SHAPE: Final = f"<{_LABEL}-shape>"
_BLANK: Final = re.compile(rb"[\n ](_:\S++)")
_TYPED: Final = re.compile(rf"\n(\S++) <{PREFIXES['rdf']}type> <([^>]*+)>".encode())
_DATE: Final = re.compile(rf'"\^\^<{PREFIXES["xsd"]}date'.encode())
_ENDLESS: Final = re.compile(rb"[0-9]{19}")
_TARGET: Final = ox.NamedNode(f"{PREFIXES['sh']}targetClass")
_MARKED_TARGET: Final = ox.NamedNode(f"{PREFIXES['sh']}targetSubjectsOf")


class CoreEngine:
    """Validates graphs against shapes without queries."""

    def __init__(self, shapes: Shapes) -> None:
        """Take shapes; they are compiled when they are used."""
        labels = ox.parse(files(__package__).joinpath("blank_nodes.ttl").read_bytes(), ox.RdfFormat.TURTLE)
        self._triples = (*shapes.core(), *(quad.triple for quad in labels))

    def findings(self, triples: bytes, beside: bytes = b"") -> set[Finding]:
        """Return which nodes of a graph do not meet which constraints.

        Args:
            triples: the graph, as N-Triples.
            beside: more of its statements, whose nodes are not to be validated because not all is known of them.
                There must be none where the graph itself says which class is below which.

        Raises RdfError if a date has a year that the engine cannot hold.
        """
        _refuse_endless_years(triples)
        labels = _labels(triples + beside)
        if beside:
            results = _validate(self._for_marked, triples, beside, _marks(triples), labels)
        else:
            results = _validate(self._for_all, triples, labels)
        named = {one.focus_node: one.value_plain for one in results if one.source_shape == _LABEL_SHAPE}
        return {_finding(one, named) for one in results if one.source_shape != _LABEL_SHAPE}

    @cached_property
    def _for_all(self) -> shacl.Shapes:
        return _compiled(self._triples)

    @cached_property
    def _for_marked(self) -> shacl.Shapes:
        return _compiled(marked for triple in self._triples for marked in _marked(triple))


def _compiled(triples: Iterable[ox.Triple]) -> shacl.Shapes:
    return shacl.Shapes.from_text(ntriples(triples).decode(), "ntriples")


def _validate(shapes: shacl.Shapes, *triples: bytes) -> list[shacl.Result]:
    return shapes.validate_text(b"".join((background(), *triples)).decode(), "ntriples").results


def _refuse_endless_years(triples: bytes) -> None:
    """The engine breaks off where a year has more than 18 digits; no calendar needs them."""
    for found in _DATE.finditer(triples):
        value = triples[triples.rfind(b'"', 0, found.start()) + 1 : found.start()]
        if _ENDLESS.search(value):
            raise RdfError(f'"{value.decode()}" is no date: its year has more than 18 digits; correct it')


def _marked(triple: ox.Triple) -> Iterator[ox.Triple]:
    """Yield a triple of the shapes; a target that is a class becomes a mark for each class at or below it."""
    if triple.predicate == _TARGET and isinstance(triple.object, ox.NamedNode):
        for name in sorted(at_or_below(triple.object.value)):
            yield ox.Triple(triple.subject, _MARKED_TARGET, ox.NamedNode(_GATE + name))
    else:
        yield triple


def _marks(triples: bytes) -> bytes:
    """Return marks for the nodes of a graph by their classes, as the targets of the shapes ask for them."""
    marks = _TYPED.findall(b"\n" + triples)
    return b"".join(b'%b <%b%b> "" .\n' % (node, _GATE.encode(), name) for node, name in marks)


def _labels(triples: bytes) -> bytes:
    blank = set(_BLANK.findall(b"\n" + triples)) if b"_:" in triples else ()
    return b"".join(b'%b <%b> "%b" .\n' % (one, _LABEL.encode(), one) for one in blank)


def _finding(result: shacl.Result, named: dict[str, str | None]) -> Finding:
    focus = named.get(result.focus_node) or _bare(result.focus_node)
    value = None if result.value is None else named.get(result.value) or _normal(result.value)
    path = None if result.path is None else _bare(result.path)
    return Finding(focus, path, value, _bare(result.source_shape or ""), result.component_iri)


def _bare(iri: str) -> str:
    return iri.removeprefix("<").removesuffix(">")


def _normal(term: str) -> str:
    """Return a term of N-Triples as pyoxigraph writes it."""
    (quad,) = ox.parse(f"<x:> <x:> {term} .", ox.RdfFormat.N_TRIPLES)
    return str(quad.object)
