"""Print the facts of documents, one a line, as JSON.

Every fact names its document and carries the passages that say it, in code points of the file as decoded.
Facts stand in the order of the files, then of their first passage. A file that cannot be read is told on
standard error, and the status is 2; the facts of the others are printed.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from build_graph.read import ReadError

SUMMARY = "documents -> facts as JSON Lines"
EXAMPLES = """\
  reformgraph facts documents/*.txt > facts.jsonl
  reformgraph facts notice.txt --encoding gb18030 | head -3
"""


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="text files, and folders of them")
    parser.add_argument("--encoding", metavar="E", help="encoding of the files (default: detected)")


def run(arguments: Namespace) -> int:
    """Print the facts; status 2 if a document could not be read."""
    from build_graph.pipeline import json_lines, read_facts  # noqa: PLC0415  (loads all readers)
    from reformgraph.streams import complain  # noqa: PLC0415

    failed: list[ReadError] = []

    def note(error: ReadError) -> None:
        complain(str(error))
        failed.append(error)

    for document in read_facts(arguments.paths, encoding=arguments.encoding, on_error=note):
        sys.stdout.writelines(f"{line}\n" for line in json_lines(document))
    return 2 if failed else 0
