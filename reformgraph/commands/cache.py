"""Show or clear the cache: facts that were read before.

A build keeps the facts of each document by its content, and by the files of the program that read it, so that only what
is new or changed is read the next time. Nothing else depends on the cache: what it does not hold is read. Personal data
in the texts that it keeps are masked. The environment variable REFORMGRAPH_CACHE names another folder for it.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

SUMMARY = "what earlier builds have kept: show or clear it"
EXAMPLES = """\
  reformgraph cache
  reformgraph cache clear
"""


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "action", nargs="?", choices=("show", "clear"), default="show", help="what to do (default: show)"
    )


def run(arguments: Namespace) -> int:
    """Show the cache or clear it."""
    from build_graph.work.cache import clear, contents  # noqa: PLC0415  (help does without)

    if arguments.action == "clear":
        clear()
    found = contents()
    others = sum(found.entries.values()) - found.current
    sys.stdout.write(
        f"file       {found.file}\n"
        f"size       {found.bytes / 2**20:.1f} MB\n"
        f"documents  {found.current} that this program has read, {others} that others have\n"
    )
    return 0
