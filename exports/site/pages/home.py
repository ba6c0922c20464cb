"""The first page: what the graph holds, the first question with its answer, programs, documents, where to go on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from exports.pictures.drawing import draw
from exports.site.answers import answer
from exports.site.page import Link, link
from exports.site.published import description, published
from exports.site.render import render
from exports.site.things import kinds
from queries.catalogue import find

if TYPE_CHECKING:
    from collections.abc import Iterator

    from exports.site.page import Page
    from exports.site.source import Source

_MOST: Final = 40
"""So many programs and documents are listed; all of them have a list of their own."""
_FIRST_QUESTION: Final = "provinces-with-county-and-city-pilots"


def pages(source: Source, language: str) -> Iterator[Page]:
    """Yield the first page."""
    question = find(_FIRST_QUESTION)
    yield render(
        "home.html.j2",
        "index.html",
        language,
        numbers=_numbers(source, language),
        question=question,
        table=answer(question, source, language),
        map=draw("tiles", source.store, language),
        most=_MOST,
        programs=_links("Program", source, language),
        documents=_links("SourceDocument", source, language),
        files=published(source),
        description=description(source),
    )


def _numbers(source: Source, language: str) -> list[tuple[int, Link]]:
    """Return how many things of each kind there are, with the link to their list."""
    counts: dict[str, int] = {}
    for thing in source.things.values():
        counts[thing.kind.folder] = counts.get(thing.kind.folder, 0) + 1
    titles = {kind.folder: kind.title[language] for kind in kinds().values()}
    return [
        (counts[folder], Link(title, f"{folder}/index.html", language=""))
        for folder, title in titles.items()
        if folder in counts
    ]


def _links(class_name: str, source: Source, language: str) -> list[Link]:
    return [link(iri, source, language) for iri, thing in source.things.items() if thing.class_name == class_name]
