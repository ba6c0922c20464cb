"""Tell what changed from one graph to another: built folders, or RDF files.

Facts are told by name, program by program: + came, - went, ~ became another. Other IRIs, passages that moved, the
rules that read a fact and the time of the run are no changes of a fact. With --patch, the statements to delete and to
add are written as RDF Patch, all of them; --patch - writes them to standard output instead of the changes. The status
is 0 also where the graphs differ; with --exit-code it is 1 if there is something to tell.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

SUMMARY = "two graphs -> what changed, in words of the domain or as RDF Patch"
EXAMPLES = """\
  reformgraph diff out-2025/ out/
  reformgraph diff old.trig new.trig --lang zh
  reformgraph diff out-2025/ out/ --format csv > changes.csv
  reformgraph diff out-2025/ out/ --patch changes.rdfp
"""


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("old", type=Path, metavar="OLD", help="built folder or RDF file")
    parser.add_argument("new", type=Path, metavar="NEW", help="built folder or RDF file")
    parser.add_argument(
        "--format", choices=("text", "csv", "json"), default="text", help="form of the changes (default: text)"
    )
    parser.add_argument("--lang", choices=("en", "zh"), default="en", help="language of the changes (default: en)")
    parser.add_argument(
        "--patch", type=Path, metavar="FILE", help="file for the changed statements as RDF Patch, - for standard output"
    )
    parser.add_argument("--exit-code", action="store_true", help="status 1 if the graphs differ in what is told")


def run(arguments: Namespace) -> int:
    """Print the changes, or the patch; status 1 if asked for and there is a change."""
    from exports.rdf import rdf_patch  # noqa: PLC0415  (these load the query engine)
    from queries.store import GraphFile  # noqa: PLC0415
    from reformgraph.comparing import diff  # noqa: PLC0415

    if arguments.patch == Path("-"):
        rdf_patch.write(GraphFile.at(arguments.old), GraphFile.at(arguments.new), sys.stdout.buffer)
        return 1 if arguments.exit_code and diff(arguments.old, arguments.new) else 0
    changes = diff(arguments.old, arguments.new, patch=arguments.patch)
    forms = {"text": changes.to_text, "csv": changes.to_csv, "json": changes.to_json}
    sys.stdout.write(forms[arguments.format](arguments.lang))
    return 1 if arguments.exit_code and changes else 0
