"""Write the whole gazetteer as RDF: all divisions of China with codes, parents, periods and former names.

The suffix of the file names the syntax.
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from exports import FORMATS
from ontology import BASE
from reformgraph.errors import UsageError

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

SUMMARY = "the gazetteer of all divisions -> an RDF file"
EXAMPLES = """\
  reformgraph gazetteer -o places.nt
  reformgraph gazetteer -o places.ttl --base https://data.example.org/pilots/
"""


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    suffixes = " ".join(form.suffix for form in FORMATS.values() if form.is_rdf)
    parser.add_argument("-o", "--out", type=Path, required=True, metavar="FILE", help=f"file to write ({suffixes})")
    parser.add_argument("--base", default=BASE, metavar="IRI", help=f"IRI below which the data live (default: {BASE})")


def run(arguments: Namespace) -> int:
    """Write the file."""
    from build_graph.places import Gazetteer, triples  # noqa: PLC0415  (loads the table of all divisions)
    from exports.publish import export  # noqa: PLC0415  (loads the query engine)

    form = _form(arguments.out)
    gazetteer = Gazetteer.shipped()
    lines = triples(gazetteer, [*gazetteer, *gazetteer.townships()], arguments.base)
    with TemporaryDirectory() as folder:
        written = Path(folder) / "gazetteer.nt"
        with written.open("w", encoding="utf-8") as file:
            file.writelines(f"{line}\n" for line in lines)
        export(form, written, arguments.out)
    return 0


def _form(file: Path) -> str:
    for form in FORMATS.values():
        if form.is_rdf and form.suffix == file.suffix.lower():
            return form.name
    known = " ".join(form.suffix for form in FORMATS.values() if form.is_rdf)
    raise UsageError(f"{file}: the suffix names no RDF syntax; known are {known}")
