"""Writing the site of a graph, with or without the address at which it will lie."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from exports.formats import FORMATS
from reformgraph.errors import UsageError
from reformgraph.streams import complain

if TYPE_CHECKING:
    from argparse import Namespace


def save_site(arguments: Namespace) -> None:
    """Write the site; without an address, what it lacks is told in one line."""
    from exports.site.write import save  # noqa: PLC0415  (loads the query engine)

    if arguments.out == Path("-"):
        raise UsageError("site is a folder and cannot go to a stream: name a folder with -o")
    save(arguments.graph, arguments.out or Path(FORMATS["site"].default_name), arguments.url)
    if arguments.url is None:
        complain("no sitemap.xml: give the address at which the site will lie with --url https://…/", kind="note")


def refuse_site_options(arguments: Namespace, form: str) -> None:
    """Raise UsageError if options of the site are given with another format."""
    if arguments.url is not None:
        raise UsageError(f"--url: only for `export site`, not for {form}")
