"""Sources of sites to test, and what a test looks for in a page."""

from __future__ import annotations

from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING

from exports.site.source import Source
from queries.store import GraphFile

if TYPE_CHECKING:
    from collections.abc import Iterable

    from exports.site.page import Page

PILOTS = Path(__file__).parents[2] / "queries" / "pilots.trig"
HEAD = """
@base <https://w3id.org/reformgraph/> .
@prefix rg: <https://w3id.org/reformgraph/ontology#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""


@cache
def pilots() -> Source:
    """Return the small graph."""
    return Source(GraphFile.at(PILOTS))


def source_of(turtle: str, folder: Path) -> Source:
    """Return a graph of one's own."""
    (folder / "own.ttl").write_text(HEAD + turtle, "utf-8")
    return Source(GraphFile.at(folder / "own.ttl"))


def by_path(pages: Iterable[Page]) -> dict[str, str]:
    """Return the texts of pages by path."""
    found = list(pages)
    assert len({page.path for page in found}) == len(found)
    return {page.path: page.text for page in found}


class Read(HTMLParser):
    """A page as a program reads it: what it leads to, its anchors, its words."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.outside: list[str] = []
        self.anchors: list[str] = []
        self.words: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if given.get("id"):
            self.anchors.append(given["id"])
        found = [given[name] for name in ("href", "src", "action") if given.get(name)]
        (self.outside if given.get("rel") == "external" else self.links).extend(found)

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())
