"""What both engines report, and the graph that both look at."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import pyoxigraph as ox

from build_graph.validate.rdf import Statement
from ontology import PREFIXES, RG, text
from ontology.files import LISTS_FILE, ONTOLOGY_FILE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_graph.validate.rdf import Term

_SUBCLASS = f"{PREFIXES['rdfs']}subClassOf"


class Finding(NamedTuple):
    """A node that does not meet a constraint; the parts are those of ``Result``."""

    focus: str
    path: str | None
    value: str | None
    shape: str
    constraint: str


def focus_text(node: Term) -> str:
    """Return a node as ``Result.focus`` writes it: a bare IRI, or ``_:b1``."""
    return node.value if isinstance(node, ox.NamedNode) else str(node)


@cache
def background() -> tuple[Statement, ...]:
    """Return what the shapes take for granted: which class is below which, and the controlled lists."""
    return tuple(_subclasses()) + tuple(_parsed(LISTS_FILE))


def _subclasses() -> Iterator[Statement]:
    for statement in _parsed(ONTOLOGY_FILE):
        if statement.predicate.value == _SUBCLASS and str(statement.object).startswith(f"<{RG}"):
            yield statement


def _parsed(name: str) -> Iterator[Statement]:
    for quad in ox.parse(text(name), ox.RdfFormat.TURTLE):
        yield Statement(quad.subject, quad.predicate, quad.object)
