"""The page on which people search, and what it looks through."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from exports.site.page import Link, Page
from exports.site.render import render
from exports.site.script_data import assigned, embedded
from exports.site.search_index import search_index
from exports.site.things import kinds
from exports.site.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from exports.site.source import Source

_WORDS: Final = "search_"
"""How the keys of this page's words begin."""


def data(source: Source) -> Page:
    """Return what can be found as a script, for the pages of both languages."""
    return Page("data/search.js", assigned("reformgraphSearch", search_index(source)))


def pages(source: Source, language: str) -> Iterator[Page]:
    """Yield the page, which lists the lists for those without a script."""
    present = {thing.kind.folder for thing in source.things.values()}
    titles = {kind.folder: kind.title[language] for kind in kinds().values() if kind.folder in present}
    lists = [Link(title, f"{folder}/index.html", language="") for folder, title in titles.items()]
    yield render("search.html.j2", "search.html", language, lists=lists, said=embedded(_said(language)))


def _said(language: str) -> dict[str, Any]:
    said = {key.removeprefix(_WORDS): word for key, word in words(language).items() if key.startswith(_WORDS)}
    return {"language": language, "words": said}
