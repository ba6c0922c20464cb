"""What people call the things that facts point to."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from pyoxigraph import Literal, RdfFormat, Store

from ontology import text
from queries.changes.stored import stored_query
from queries.run import select
from queries.terms import compact

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from queries.terms import Term

    Ranked = tuple[int, Literal]
    Found = Mapping[Term, tuple[Ranked, ...]]

_LISTS = "lists.ttl"


class Names:
    """The names of things, from graphs and the controlled lists; what the first graph names goes by that name."""

    def __init__(self, *sources: Found) -> None:
        self._sources = sources

    @classmethod
    def of(cls, things: Collection[Term], stores: Iterable[Store]) -> Names:
        """Return the names of some things, looked up in graphs and then in the controlled lists."""
        return cls(*(_names(store, things) for store in stores), _names(_lists(), things))

    def name(self, term: Term, language: str) -> str:
        """Return a literal as it is, a thing by its name in a language (zh, en) or else by its IRI."""
        for source in self._sources:
            if term in source:
                _, name = min(source[term], key=lambda ranked: _preference(ranked, language))
                return name.value
        return compact(term)


def _preference(ranked: Ranked, language: str) -> tuple[int, bool, str]:
    rank, name = ranked
    return rank, not (name.language or "").lower().startswith(language), name.value


def _names(store: Store, things: Collection[Term]) -> Found:
    found: dict[Term, list[Ranked]] = {}
    for thing, rank, name in select(store, stored_query("names")).terms:
        if thing is not None and thing in things and isinstance(rank, Literal) and isinstance(name, Literal):
            found.setdefault(thing, []).append((int(rank.value), name))
    return {thing: tuple(names) for thing, names in found.items()}


@cache
def _lists() -> Store:
    store = Store()
    store.load(text(_LISTS), format=RdfFormat.TURTLE)
    return store
