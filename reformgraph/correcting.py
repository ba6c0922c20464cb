"""Corrections on the command line: where they lie, and what became of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from reformgraph.streams import complain

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Mapping, Sequence

FOLDER: Final = Path("corrections")
"""Read if it is there, as documents/ is."""
_SUFFIXES: Final = ("*.yml", "*.yaml")
_TOLD_AS: Final = {"stale": "stale", "mistaken": "error", "no longer needed": "note", "not in the build": "note"}
"""What became of an entry -> how its line is marked. What was applied needs no line."""


def add_corrections(parser: ArgumentParser) -> None:
    """Declare the options for corrections."""
    options = parser.add_mutually_exclusive_group()
    options.add_argument(
        "--corrections", type=Path, metavar="PATH",
        help=f"folder of .yml files with corrections by people, or one such file (default: {FOLDER}/, if there is one)",
    )  # fmt: skip
    options.add_argument("--no-corrections", action="store_true", help="leave corrections out")


def chosen(arguments: Namespace) -> Path | None:
    """Return where the corrections lie: what was named, else the default folder if it holds any."""
    if arguments.no_corrections:
        return None
    if arguments.corrections is not None:
        return Path(arguments.corrections)
    return FOLDER if any(True for suffix in _SUFFIXES for _ in FOLDER.glob(suffix)) else None


def tell(corrections: Mapping[str, Sequence[str]], *, quiet: bool = False) -> bool:
    """Write a line to standard error for each entry that was not applied; return whether one is a mistake.

    Where ``quiet``, only mistakes and stale entries are told: what a person has to do something about.
    """
    for status, kind in _TOLD_AS.items():
        if not (quiet and kind == "note"):
            for line in corrections.get(status, ()):
                complain(f"{line} ({status})" if kind == "note" else line, kind=kind)
    return bool(corrections.get("mistaken"))
