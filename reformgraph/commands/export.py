"""Write a graph in another format, to a file that appears whole or not at all, or to standard output (-).

Some formats write a folder of files instead. Without a format, the formats and the pictures are listed. A picture is
PNG if the file's name ends in .png, else SVG.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from exports import FORMATS
from exports.pictures import DEFAULT_PICTURE, LANGUAGES, PICTURES

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

SUMMARY = "a graph -> a file or folder: RDF, tables, networks, maps; without a format, the list of formats"
EXAMPLES = """\
  reformgraph export
  reformgraph export turtle --graph out/ -o pilots.ttl
  reformgraph export picture -o map.svg
  reformgraph export picture --picture map-provinces --lang en --width 2400 -o map.png
  reformgraph export graphml --graph my.trig -o pilots.graphml
  reformgraph export csv -o - | head -3
  reformgraph export csv-tables -o tables/
  reformgraph export site --url https://example.org/pilots/ -o site/
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
    pictures = parser.add_argument_group("pictures")
    pictures.add_argument(
        "--picture", metavar="NAME", help=f"one of: {', '.join(PICTURES)} (default: {DEFAULT_PICTURE})"
    )
    pictures.add_argument("--lang", choices=LANGUAGES, help="language of its words (default: zh)")
    pictures.add_argument("--width", type=int, metavar="PIXELS", help="width of a PNG (default: 2400)")
    site = parser.add_argument_group("site")
    site.add_argument("--url", metavar="URL", help="address at which it will lie: adds a sitemap")


def run(arguments: Namespace) -> int:
    """Write the file or standard output, or list the formats."""
    if arguments.format is None:
        sys.stdout.write(_listed() + "\nwrite one with: reformgraph export FORMAT -o FILE\n\npictures\n")
        sys.stdout.writelines(f"  {picture.name:17}{picture.summary}\n" for picture in PICTURES.values())
        sys.stdout.write("\ndraw one with: reformgraph export picture --picture NAME -o FILE.svg (or .png)\n")
        return 0
    from exports.publish import export, export_to, format_named  # noqa: PLC0415  (loads the query engine)
    from reformgraph.picturing import refuse_picture_options, save_picture  # noqa: PLC0415
    from reformgraph.siting import refuse_site_options, save_site  # noqa: PLC0415

    form = format_named(arguments.format)
    if form.name != "site":
        refuse_site_options(arguments, form.name)
    if form.name == "picture":
        save_picture(arguments)
        return 0
    refuse_picture_options(arguments, form.name)
    if form.name == "site":
        save_site(arguments)
        return 0
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
