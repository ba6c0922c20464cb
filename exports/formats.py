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
    """Suffix of a file in this format, with its dot; what the name of a folder ends in, with a hyphen."""
    module: str
    """Module whose ``write(graph, file)`` or ``write_folder(graph, folder)`` writes it."""
    summary: str
    """One line for people who choose."""

    is_rdf: bool = False
    """Whether the file is RDF, from which the graph can be read back."""
    is_folder: bool = False
    """Whether it is a folder of several files, and not one file."""
    sometimes: tuple[str, ...] = ()
    """Names of files that the folder has only where they are asked for."""

    @property
    def default_name(self) -> str:
        """The name of what is written where people give none."""
        return f"graph{self.suffix}"


_ALL: Final = (
    Format("turtle", ".ttl", "exports.turtle", "RDF: the union of the graphs, as Turtle", is_rdf=True),
    Format("trig", ".trig", "exports.trig", "RDF: every graph by its name, as TriG", is_rdf=True),
    Format("nquads", ".nq", "exports.nquads", "RDF: every graph by its name, as N-Quads, sorted", is_rdf=True),
    Format("ntriples", ".nt", "exports.ntriples", "RDF: the union of the graphs, as N-Triples, sorted", is_rdf=True),
    Format("rdfxml", ".rdf", "exports.rdfxml", "RDF: the union of the graphs, as RDF/XML", is_rdf=True),
    Format("jsonld", ".jsonld", "exports.jsonld", "RDF: every graph by its name, as compact JSON-LD", is_rdf=True),
    Format(
        "jsonld-programs",
        ".programs.jsonld",
        "exports.program_trees",
        "each program as one tree with all its facts, as JSON-LD",
    ),
    Format("graphml", ".graphml", "exports.graphml", "network of programs, units, places and bodies, as GraphML"),
    Format("gexf", ".gexf", "exports.gexf", "the same network as GEXF, for Gephi"),
    Format("geojson", ".geojson", "exports.geojson", "pilot units with a point inside their place, for maps"),
    Format("csv", ".csv", "exports.units_csv", "table of the pilot units, for a spreadsheet"),
    Format(
        "csv-tables", "-csv", "exports.csv_tables", "a table for each class, as CSV with CSVW metadata", is_folder=True
    ),
    Format("parquet", "-parquet", "exports.parquet", "the same tables as Parquet, for data frames", is_folder=True),
    Format(
        "site",
        "-site",
        "exports.site.write",
        "pages in Chinese and English that need no server",
        is_folder=True,
        sometimes=("sitemap.xml",),
    ),
    Format("picture", ".svg", "exports.pictures.files", "map, time line, bars or network, as SVG or PNG"),
)

FORMATS: Final[Mapping[str, Format]] = MappingProxyType({form.name: form for form in _ALL})
"""Name -> format, in the order in which people are told of them."""
