"""What the engines report, and what the shapes take for granted of every graph."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple, cast

import pyoxigraph as ox

from ontology import PREFIXES, RG, text
from ontology.files import LISTS_FILE, ONTOLOGY_FILE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SUBCLASS: Final = ox.NamedNode(f"{PREFIXES['rdfs']}subClassOf")


class Finding(NamedTuple):
    """A node that does not meet a constraint; the parts are those of ``Result``."""

    focus: str
    path: str | None
    value: str | None
    shape: str
    constraint: str


@cache
def background() -> bytes:
    """Return, as N-Triples, which class is below which, and the controlled lists."""
    return ntriples((*_subclasses(), *_parsed(LISTS_FILE)))


def ntriples(triples: Iterable[ox.Triple]) -> bytes:
    """Return triples as N-Triples."""
    return cast("bytes", ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES))


def at_or_below(target: str) -> frozenset[str]:
    """Return a class and all classes of ours below it, as IRIs."""
    found, new = {target}, {target}
    while new:
        new = {one.subject.value for one in _subclasses() if one.object.value in new} - found  # type: ignore[union-attr]
        found |= new
    return frozenset(found)


@cache
def _subclasses() -> tuple[ox.Triple, ...]:
    triples = _parsed(ONTOLOGY_FILE)
    return tuple(t for t in triples if t.predicate == SUBCLASS and str(t.object).startswith(f"<{RG}"))


def _parsed(name: str) -> Iterator[ox.Triple]:
    return (quad.triple for quad in ox.parse(text(name), ox.RdfFormat.TURTLE))
