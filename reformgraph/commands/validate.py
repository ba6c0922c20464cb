"""Check RDF files, or the graph of a built folder, against the shapes of the vocabulary.

Several files are checked as one graph. The status is 1 if there is a violation; warnings and notes do not
count.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

SUMMARY = "RDF files -> what the shapes say of them"
EXAMPLES = """\
  reformgraph validate out/
  reformgraph validate my.ttl places.nt --language zh-Hans
  reformgraph validate my.ttl --format json > report.json
"""


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="RDF files, or built folders")
    parser.add_argument(
        "--format", choices=("text", "json", "turtle"), default="text", help="form of the report (default: text)"
    )
    parser.add_argument(
        "--language", choices=("en", "zh-Hans"), default="en", help="language of a text report (default: en)"
    )


def run(arguments: Namespace) -> int:
    """Print the report; status 1 if there is a violation."""
    from reformgraph.checking import validate  # noqa: PLC0415  (loads the shapes)

    report = validate(arguments.files)
    if arguments.format == "json":
        sys.stdout.write(report.to_json())
    elif arguments.format == "turtle":
        sys.stdout.write(report.to_turtle())
    else:
        sys.stdout.write(report.to_text(arguments.language))
    return 0 if report.conforms else 1
