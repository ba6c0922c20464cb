"""Writing the whole site into a folder."""

from __future__ import annotations

import json
import shutil
from importlib.resources import as_file, files
from typing import TYPE_CHECKING, Final

from exports.folders import whole_folder
from exports.formats import FORMATS
from exports.site import published, sitemap
from exports.site.page import Page
from exports.site.pages import (
    checks,
    data,
    document,
    feed,
    home,
    lists,
    network,
    pictures,
    questions,
    search,
    thing,
    vocabulary,
)
from exports.site.render import shared
from exports.site.source import Source
from exports.site.words import LANGUAGES, words
from queries.store import GraphFile

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

MARKER: Final = "site.json"
"""A file by which an earlier site is known."""

_SORTS: Final[tuple[Callable[[Source, str], Iterator[Page]], ...]] = (
    home.pages,
    lists.pages,
    thing.pages,
    document.pages,
    questions.pages,
    checks.pages,
    vocabulary.pages,
    pictures.pages,
    network.pages,
    search.pages,
)
"""The sorts of pages that there are in each language."""
_DATA: Final[tuple[Callable[[Source], Iterator[Page]], ...]] = (data.pages, questions.data, vocabulary.data)
"""What there is once."""


def save(graph: GraphFile | Path, destination: Path, url: str | None = None) -> None:
    """Write the site of a graph to a folder, whole or not at all, for a place on the web if its address is given.

    Raises ExportError for an address that is none and a folder that cannot be written; QueryError for a graph that
    cannot be read.
    """
    address = None if url is None else sitemap.checked_url(url)
    opened = graph if isinstance(graph, GraphFile) else GraphFile.at(graph)
    with whole_folder(destination, FORMATS["site"].sometimes) as folder:
        write_folder(opened, folder, address)


def write_folder(graph: GraphFile, folder: Path, url: str | None = None) -> None:
    """Write the site of a graph into a new folder; the same graph gives the same bytes.

    With the ``url`` at which the folder will lie, ending in a slash, there is a sitemap and the feed has addresses.
    """
    with as_file(files("exports") / "static") as static:
        shutil.copytree(static, folder / "static")
    source, paths = Source(graph), []
    for page in _pages(source, url):
        _write(page, folder)
        paths.append(page.path)
    published.copy(source, folder)
    for page in sitemap.pages(paths, url) if url else ():
        _write(page, folder)


def _write(page: Page, folder: Path) -> None:
    file = folder / page.path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(page.text, "utf-8", newline="\n")


def _pages(source: Source, url: str | None) -> Iterator[Page]:
    yield shared("start.html.j2", "index.html", {language: words(language) for language in LANGUAGES})
    yield Page(MARKER, json.dumps({"format": "reformgraph site", "things": len(source.things)}) + "\n")
    yield feed.page(source, url)
    yield network.data(source)
    yield search.data(source)
    for once in _DATA:
        yield from once(source)
    for language in LANGUAGES:
        for pages in _SORTS:
            yield from pages(source, language)
