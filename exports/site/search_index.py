"""What the search of the site looks through: every thing and every stored question, with all that it is called."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from exports import data_files
from exports.site.things import kinds
from exports.site.words import LANGUAGES, words
from queries.catalogue import catalogue
from queries.run import select

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from exports.site.source import Source

COLUMNS: Final = ("kind", "path", "name", "english", "others", "belongs")
"""What the rows of entries hold: number of the kind, path of the page, names, other names, numbers of entries."""
_QUESTION: Final = "questions"
"""Folder of the pages of stored questions, and key of the word for them."""


def search_index(source: Source) -> dict[str, Any]:
    """Return what can be found as JSON has it: ``kinds`` (folder, title in each language) and ``entries``.

    A thing does not repeat the names of what it belongs to: it tells its number among the entries.
    """
    folders = {kind.folder: kind.title for kind in kinds().values()}
    folders[_QUESTION] = {language: words(language)[_QUESTION] for language in LANGUAGES}
    number = {folder: index for index, folder in enumerate(folders)}
    return {
        "columns": list(COLUMNS),
        "kinds": [[folder, *(title[language] for language in LANGUAGES)] for folder, title in folders.items()],
        "entries": [*_things(source, number), *_questions(number[_QUESTION])],
    }


def _things(source: Source, number: Mapping[str, int]) -> Iterator[list[Any]]:
    position = {iri: index for index, iri in enumerate(source.things)}
    names = _pairs(source, "site/search_names.rq")
    belongs = _pairs(source, "site/search_belongs.rq")
    for iri, thing in source.things.items():
        others = [name for name in names.get(iri, ()) if name not in {thing.name, thing.english}]
        wholes = [position[whole] for whole in belongs.get(iri, ()) if whole in position]
        yield [number[thing.kind.folder], thing.path, thing.name, thing.english, others, wholes]


def _questions(kind: int) -> Iterator[list[Any]]:
    for question in catalogue():
        chinese, english = (question.question[language] for language in LANGUAGES)
        yield [kind, f"{_QUESTION}/{question.name}", chinese, english, [question.name], []]


def _pairs(source: Source, query: str) -> dict[str, list[str]]:
    """Return what a query tells of each thing, without repetition."""
    found: dict[str, dict[str, None]] = {}
    for row in select(source.store, data_files.text(query)):
        thing, said = (str(cell) for cell in row.values())
        found.setdefault(thing, {})[said] = None
    return {thing: list(said) for thing, said in found.items()}
