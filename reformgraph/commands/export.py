"""Write a graph in another format. The file appears whole or not at all.

Without a format, the formats are listed.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from exports import FORMATS

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

SUMMARY = "a graph -> a file: RDF, table, network, picture; without a format, the list of formats"
EXAMPLES = """\
  reformgraph export
  reformgraph export turtle --graph out/ -o pilots.ttl
  reformgraph export picture -o map.svg
  reformgraph export graphml --graph my.trig -o pilots.graphml
"""


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("format", nargs="?", metavar="FORMAT", help=f"one of: {', '.join(FORMATS)}")
    parser.add_argument(
        "--graph", type=Path, default=Path("out"), metavar="PATH", help="built folder or RDF file (default: out/)"
    )
    parser.add_argument("-o", "--out", type=Path, metavar="FILE", help="file to write (default: graph.SUFFIX)")


def run(arguments: Namespace) -> int:
    """Write the file, or list the formats."""
    if arguments.format is None:
        rows = (f"  {form.name:10}{form.suffix:10}{form.summary}\n" for form in FORMATS.values())
        sys.stdout.write("".join(rows) + "\nwrite one with: reformgraph export FORMAT -o FILE\n")
        return 0
    from exports.publish import export, format_named  # noqa: PLC0415  (loads the query engine)

    form = format_named(arguments.format)
    export(form.name, arguments.graph, arguments.out or Path(f"graph{form.suffix}"))
    return 0
