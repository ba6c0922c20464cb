"""The formats, by name. Light, so that a command line can offer them."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Format:
    """A way to write a graph."""

    name: str
    suffix: str
    """Suffix of a file in this format, with its dot."""
    module: str
    """Module whose ``write(graph, file)`` writes it."""
    summary: str
    """One line for people who choose."""

    is_rdf: bool = False
    """Whether the file is RDF, from which the graph can be read back."""


_ALL: Final = (
    Format("turtle", ".ttl", "exports.turtle", "RDF: the union of the graphs, as Turtle", is_rdf=True),
    Format("trig", ".trig", "exports.trig", "RDF: every graph by its name, as TriG", is_rdf=True),
    Format("nquads", ".nq", "exports.nquads", "RDF: every graph by its name, as N-Quads, sorted", is_rdf=True),
    Format("ntriples", ".nt", "exports.ntriples", "RDF: the union of the graphs, as N-Triples, sorted", is_rdf=True),
    Format("rdfxml", ".rdf", "exports.rdfxml", "RDF: the union of the graphs, as RDF/XML", is_rdf=True),
    Format("jsonld", ".jsonld", "exports.jsonld", "RDF: every graph by its name, as compact JSON-LD", is_rdf=True),
    Format("graphml", ".graphml", "exports.graphml", "network of programs, pilot units, places and agencies"),
    Format("csv", ".csv", "exports.units_csv", "table of the pilot units, for a spreadsheet"),
    Format("picture", ".svg", "exports.pictures.files", "map, time line, bars or network, as SVG or PNG"),
)

FORMATS: Final[Mapping[str, Format]] = MappingProxyType({form.name: form for form in _ALL})
"""Name -> format, in the order in which people are told of them."""
