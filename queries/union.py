"""The union of named graphs, loaded without them.

Nearly all questions name no graph. They are answered by the union of the graphs, each triple once; a store that holds
nothing else takes half the memory and half the time to load, and answers them faster, because the engine goes through
all statements about a thing whichever graph they stand in.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from pyoxigraph import Quad, RdfFormat, parse

from queries.clauses import GAP, NAME, clause, holds

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pyoxigraph import Store

_GRAPH: Final = clause(rf"GRAPH{GAP}{NAME}{GAP}\{{")
"""``GRAPH`` VarOrIri GroupGraphPattern (SPARQL 1.1 rule 58)."""

_FROM: Final = clause(rf"FROM{GAP}(?>(?:NAMED{GAP})?)(?:<|[^\s{{}}:]*+:)")
"""``FROM`` ``NAMED``? iri (rule 13)."""

_CHUNK: Final = 1 << 22
"""Bytes that are loaded at once: what is said of one thing comes to lie together in memory, which answers faster."""

_OF_GRAPH: Final = re.compile(rb' <[A-Za-z][A-Za-z0-9+.-]*+:[^\x00-\x20<>"{}|^`\\]*+> \.(?=\n|\Z)')
"""The end of a line of N-Quads, with the graph that it belongs to."""


def names_graphs(sparql: str) -> bool:
    """Say whether a query may look into a graph that it names, or that a variable stands for."""
    return holds(sparql, _GRAPH) or holds(sparql, _FROM)


def load_union(store: Store, file: Path, syntax: RdfFormat, base: str) -> None:
    """Load the statements of a file into the default graph, whichever graphs they stand in.

    Raises SyntaxError if it is malformed, OSError if it cannot be read.
    """
    if not syntax.supports_datasets:
        store.load(path=file, format=syntax, base_iri=base)
    elif syntax != RdfFormat.N_QUADS or not _loaded_by_lines(store, file):
        quads = parse(path=file, format=syntax, base_iri=base, rename_blank_nodes=True)
        store.bulk_extend(Quad(*quad.triple) for quad in quads)


def _loaded_by_lines(store: Store, file: Path) -> bool:
    """Load N-Quads as triples, the graph cut off each line, which is faster than to take quads apart.

    Returns False for a file whose lines do not all end in a graph, that has blank nodes, which are the same in all of a
    file, or that is malformed. What was loaded of it is a part of what is to be loaded.
    """
    try:
        for chunk in _chunks(file):
            if b"_:" in chunk:
                return False
            store.load(_OF_GRAPH.sub(b" .", chunk), RdfFormat.N_TRIPLES)
    except SyntaxError:
        return False
    return True


def _chunks(file: Path) -> Iterator[bytes]:
    """Yield whole lines."""
    with file.open("rb") as lines:
        while chunk := lines.read(_CHUNK):
            yield chunk + lines.readline()
