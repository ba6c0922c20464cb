"""Describe a folder that is going to be published, for portals of open data and for dataset search engines.

Written into the folder: dataset.ttl (DCAT 3 after DCAT-AP 3, and VoID) and dataset.jsonld (schema.org, ready for the
head of a page). Each file is told with its size and checksum, so describe last. What can be counted is
counted; what only you can say (licence, publisher, addresses, version) stands in a YAML file: --about. What nobody
says is left out, and told.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

SUMMARY = "a folder to publish -> its description (DCAT, VoID, schema.org) in it"
EXAMPLES = """\
  reformgraph describe
  reformgraph describe out/ --about dataset.yml
"""


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "folder", nargs="?", type=Path, default=Path("out"), metavar="FOLDER", help="built folder (default: out/)"
    )
    parser.add_argument(
        "--about", type=Path, metavar="FILE.yml", help="what cannot be counted; docs/dataset.yml shows every key"
    )


def run(arguments: Namespace) -> int:
    """Write the description and tell what a portal would miss in it."""
    from exports.dataset.describe import describe  # noqa: PLC0415  (these load the query engine)
    from exports.dataset.files import JSON_LD, TURTLE  # noqa: PLC0415
    from reformgraph.streams import complain  # noqa: PLC0415

    described = describe(arguments.folder, arguments.about)
    if described.missing:
        advice = "" if arguments.about else " (give a file: --about)"
        complain(f"a portal would miss: {', '.join(described.missing)}{advice}", kind="note")
    files, triples = len(described.files), described.counted.numbers["triples"]
    sys.stdout.write(
        f"{files} {'file' if files == 1 else 'files'} and {triples} triples described in "
        f"{arguments.folder / TURTLE} and {JSON_LD}\n"
    )
    return 0
