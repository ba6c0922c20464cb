"""Writing the whole site into a folder."""

from __future__ import annotations

import json
import shutil
from importlib.resources import as_file, files
from typing import TYPE_CHECKING, Final

from exports.site.page import Page
from exports.site.pages import data, home, lists, network, search, thing
from exports.site.render import shared
from exports.site.source import Source
from exports.site.words import LANGUAGES, words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from queries.store import GraphFile

MARKER: Final = "site.json"
"""A file by which an earlier site is known."""

_SORTS: Final[tuple[Callable[[Source, str], Iterator[Page]], ...]] = (
    home.pages,
    lists.pages,
    thing.pages,
    network.pages,
    search.pages,
)
"""The sorts of pages that there are in each language."""


def write_folder(graph: GraphFile, folder: Path) -> None:
    """Write the site of a graph into a new folder; the same graph gives the same bytes."""
    with as_file(files("exports") / "static") as static:
        shutil.copytree(static, folder / "static")
    for page in _pages(Source(graph)):
        file = folder / page.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(page.text, "utf-8", newline="\n")


def _pages(source: Source) -> Iterator[Page]:
    yield shared("start.html.j2", "index.html", {language: words(language) for language in LANGUAGES})
    yield Page(MARKER, json.dumps({"format": "reformgraph site", "things": len(source.things)}) + "\n")
    yield from data.pages(source)
    yield network.data(source)
    yield search.data(source)
    for language in LANGUAGES:
        for pages in _SORTS:
            yield from pages(source, language)
