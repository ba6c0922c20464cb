"""Show or clear the cache: what earlier builds have read and checked.

A build keeps the facts of each document by its content, and what the gate has found in each part of a big graph, both
by the files of the program that did it; so only what is new or changed is done the next time. Nothing else depends on
the cache: what it does not hold is done anew. Personal data in the texts that it keeps are masked. The environment
variable REFORMGRAPH_CACHE names another folder for it.
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
        f"kept       {found.current} results of this program, {others} of others\n"
    )
    return 0
