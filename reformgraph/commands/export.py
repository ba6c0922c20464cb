"""Write a graph in another format, to a file that appears whole or not at all, or to standard output (-).

Some formats write a folder of files instead. Without a format, the formats are listed.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from exports import FORMATS

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

SUMMARY = "a graph -> a file or folder: RDF, tables, networks, maps; without a format, the list of formats"
EXAMPLES = """\
  reformgraph export
  reformgraph export turtle --graph out/ -o pilots.ttl
  reformgraph export picture -o map.svg
  reformgraph export graphml --graph my.trig -o pilots.graphml
  reformgraph export csv -o - | head -3
  reformgraph export csv-tables -o tables/
"""


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("format", nargs="?", metavar="FORMAT", help=f"one of: {', '.join(FORMATS)}")
    parser.add_argument(
        "--graph", type=Path, default=Path("out"), metavar="PATH", help="built folder or RDF file (default: out/)"
    )
    parser.add_argument(
        "-o",
        "--out",
        type=Path,
        metavar="FILE",
        help="file or folder to write, or - for standard output (default: as the list of formats says)",
    )


def run(arguments: Namespace) -> int:
    """Write the file or standard output, or list the formats."""
    if arguments.format is None:
        sys.stdout.write(_listed() + "\nwrite one with: reformgraph export FORMAT -o FILE\n")
        return 0
    from exports.publish import export, export_to, format_named  # noqa: PLC0415  (loads the query engine)

    form = format_named(arguments.format)
    if arguments.out == Path("-"):
        export_to(form.name, arguments.graph, sys.stdout.buffer)
        return 0
    export(form.name, arguments.graph, arguments.out or Path(form.default_name))
    return 0


def _listed() -> str:
    """Return the formats, one a line: its name, what is written where no name is given, what it is for."""
    rows = [(form.name, form.default_name + "/" * form.is_folder, form.summary) for form in FORMATS.values()]
    name, written = (max(len(row[column]) for row in rows) + 2 for column in (0, 1))
    return "".join(f"  {row[0]:{name}}{row[1]:{written}}{row[2]}\n" for row in rows)
