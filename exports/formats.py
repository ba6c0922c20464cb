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
    Format("turtle", ".ttl", "exports.rdf.turtle", "RDF: the union of the graphs, as Turtle", is_rdf=True),
    Format("trig", ".trig", "exports.rdf.trig", "RDF: every graph by its name, as TriG", is_rdf=True),
    Format("nquads", ".nq", "exports.rdf.nquads", "RDF: every graph by its name, as N-Quads", is_rdf=True),
    Format("ntriples", ".nt", "exports.rdf.ntriples", "RDF: the union of the graphs, as N-Triples", is_rdf=True),
    Format("rdfxml", ".rdf", "exports.rdf.rdfxml", "RDF: the union of the graphs, as RDF/XML", is_rdf=True),
    Format("jsonld", ".jsonld", "exports.rdf.jsonld", "RDF: every graph by its name, as compact JSON-LD", is_rdf=True),
    Format(
        "jsonld-programs",
        ".programs.jsonld",
        "exports.rdf.program_trees",
        "each program as one tree with all its facts, as JSON-LD",
    ),
    Format(
        "graphml", ".graphml", "exports.networks.graphml", "network of programs, units, places and bodies, as GraphML"
    ),
    Format("gexf", ".gexf", "exports.networks.gexf", "the same network as GEXF, for Gephi"),
    Format("geojson", ".geojson", "exports.networks.geojson", "pilot units with a point inside their place, for maps"),
    Format("csv", ".csv", "exports.tabular.units_csv", "table of the pilot units, for a spreadsheet"),
    Format(
        "csv-tables",
        "-csv",
        "exports.tabular.csv_tables",
        "a table for each class, as CSV with CSVW metadata",
        is_folder=True,
    ),
    Format(
        "parquet", "-parquet", "exports.tabular.parquet", "the same tables as Parquet, for data frames", is_folder=True
    ),
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
