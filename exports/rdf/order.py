"""The statements of a graph in the one order in which all files are written, however many there are.

By graph, then by subject, the class of a thing before its other properties: grouped as Turtle and JSON-LD
write them, and the same for every run. For sorting, a statement is a line whose bytes come in that order: its terms as
N-Quads write them with a space between, which comes before all that a term is made of. Its predicate is the IRI
without brackets, and empty for ``rdf:type``.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import chain, groupby, islice
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from pyoxigraph import RdfFormat, parse

from exports.rdf.canonical import statements, written
from exports.rdf.external_sort import sorted_lines
from ontology import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pyoxigraph import Triple

    from queries.store import GraphFile

Row = list[bytes]
"""The terms of such a line, without that of the graph: the subject, the predicate and the object."""

DEFAULT_GRAPH: Final = b"DEFAULT"
"""Stands for the name of the default graph. It comes after IRIs and before blank nodes."""

_TYPE: Final = PREFIXES["rdf"] + "type"
_TYPE_KEY: Final = b""
_AFTER_SPACE: Final = b"!"
"""No character that a name may have comes before it."""


def graphs(graph: GraphFile) -> Iterator[tuple[bytes, Iterator[Row]]]:
    """Yield each graph's name, and its statements, once for each graph in which they were made.

    Raises QueryError for a graph that cannot be read, and OSError where what does not fit in memory finds no room.
    """
    key = _Keys()
    batches = (
        [b" ".join((name or DEFAULT_GRAPH, subject, key[verb], value)) for subject, verb, value, name in batch]
        for batch in statements(graph)
    )
    stretches = chain.from_iterable(map(_stretches, sorted_lines(batches)))
    for name, same in groupby(stretches, key=itemgetter(0)):
        yield name, chain.from_iterable(rows for _, rows in same)


def _stretches(lines: list[bytes]) -> Iterator[tuple[bytes, Iterator[Row]]]:
    """Yield the name of each graph that sorted lines are of, and their rows."""
    start = 0
    while start < len(lines):
        name = lines[start].partition(b" ")[0]
        end = bisect_left(lines, name + _AFTER_SPACE, start)
        yield name, _rows(islice(lines, start, end), len(name) + 1)
        start = end


def _rows(lines: Iterable[bytes], behind: int) -> Iterator[Row]:
    return (line[behind:].split(b" ", 2) for line in lines)


def rows_of_union(graph: GraphFile) -> Iterator[Row]:
    """Yield subject, predicate and object of the statements of all graphs, each once; raises the same."""
    return (line.split(b" ", 2) for lines in _union(graph) for line in lines)


def sorted_union(graph: GraphFile) -> Iterator[Triple]:
    """Yield the statements of all graphs as objects, each once; raises the same."""
    for lines in _union(graph):
        text = b"".join(b"%b %b %b .\n" % (s, predicate(p), o) for s, p, o in (line.split(b" ", 2) for line in lines))
        yield from (quad.triple for quad in parse(text, format=RdfFormat.N_TRIPLES))


def _union(graph: GraphFile) -> Iterator[list[bytes]]:
    key = _Keys()
    return sorted_lines(
        [b" ".join((subject, key[verb], value)) for subject, verb, value, _ in batch] for batch in statements(graph)
    )


class _Keys(dict[bytes, bytes]):
    """Predicates as they stand in a row. There are few of them, so each is looked at once."""

    def __missing__(self, verb: bytes) -> bytes:
        iri = verb[1:-1]
        self[verb] = _TYPE_KEY if iri == _TYPE.encode() else iri
        return self[verb]


def predicate(key: bytes) -> bytes:
    """Return the predicate of a row as N-Quads write it."""
    return b"<%b>" % (key or _TYPE.encode())


def row(triple: Triple) -> Row:
    """Return the row of a triple: its subject, predicate and object."""
    iri = triple.predicate.value
    return [written(triple.subject), _TYPE_KEY if iri == _TYPE else iri.encode(), written(triple.object)]


def sorted_triples(triples: Iterable[Triple]) -> list[Triple]:
    """Return triples in that order, each once."""
    return sorted(set(triples), key=row)
