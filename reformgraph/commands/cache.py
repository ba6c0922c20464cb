"""Show or clear the cache: what earlier builds have read and checked.

A build keeps the facts of each document by its content, and what the gate has found in each part of a big graph, both
by the files of the program that did it; so only what is new or changed is done the next time. Nothing else depends on
the cache: what it does not hold is done anew. What earlier versions of the program have kept goes by itself. Personal
data in the texts that it keeps are masked. The environment variable REFORMGRAPH_CACHE names another folder for it.
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
    from build_graph.work.cache import STAYING, clear, contents  # noqa: PLC0415  (help does without)

    if arguments.action == "clear":
        clear()
    found = contents()
    others = found.others
    sys.stdout.write(
        f"file       {found.file}\n"
        f"size       {_size(found.bytes)}\n"
        f"kept       {found.current.values} results of this program ({_size(found.current.bytes)})\n"
    )
    if others:
        values, size = sum(kept.values for kept in others), sum(kept.bytes for kept in others)
        sys.stdout.write(
            f"           {values} of {len(others)} other version{'s' * (len(others) > 1)} of it ({_size(size)}); "
            f"only the {STAYING} versions used last stay\n"
        )
    return 0


def _size(count: int) -> str:
    return f"{count / 2**20:.1f} MB"
