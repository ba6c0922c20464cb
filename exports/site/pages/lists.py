"""A list for each kind of thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exports.site.page import link
from exports.site.render import render
from exports.site.vocabulary import label
from ontology import RG
from queries.terms import lexical

if TYPE_CHECKING:
    from collections.abc import Iterator

    from exports.site.page import Link, Page
    from exports.site.source import Source
    from exports.site.things import Kind, Thing


def pages(source: Source, language: str) -> Iterator[Page]:
    """Yield the lists of the kinds that the graph has."""
    by_kind: dict[str, list[Thing]] = {}
    for thing in source.things.values():
        by_kind.setdefault(thing.kind.folder, []).append(thing)
    for folder, found in by_kind.items():
        yield _page(folder, found[0].kind, found, source, language)


def _page(folder: str, kind: Kind, found: list[Thing], source: Source, language: str) -> Page:
    return render(
        "list.html.j2",
        f"{folder}/index.html",
        language,
        title=kind.title[language],
        rows=[_row(thing, source, language) for thing in found],
    )


def _row(thing: Thing, source: Source, language: str) -> tuple[Link, str, list[Link]]:
    """Return a thing, its class, and what it belongs to: its program, or the province in which it lies."""
    properties = source.statements.about(thing.iri)
    belongs = properties.get(RG + "program") or properties.get(RG + "province") or ()
    others = [iri for iri in map(lexical, belongs) if iri != thing.iri]
    return (
        link(thing.iri, source, language),
        label(RG + thing.class_name, language),
        [link(each, source, language) for each in others],
    )
