"""A graph as lines, in memory or in a file: what the engines read, and what can be cut into parts.

A build writes plain N-Quads: one space between terms, each statement in a named graph, no blank nodes, no needless
escapes. Such lines are taken as they are. Everything else is parsed, and written as N-Triples first.
"""

from __future__ import annotations

import re
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Final, cast

import pyoxigraph as ox

from build_graph.validate.rdf import read_quads

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from build_graph.validate.rdf import Statement

_IRI: Final = rb'<[^<>\s"{}|\\^`]*+>'
_LITERAL: Final = rb'"(?:[^"\\\n\r]++|\\["\\nrt])*+"(?:@[a-z0-9-]++|\^\^' + _IRI + rb")?+"
_PLAIN: Final = re.compile(rb"(?:%b %b (?:%b|%b) %b \.\n)*+" % (_IRI, _IRI, _IRI, _LITERAL, _IRI))
_GRAPH: Final = re.compile(rb" <[^>\n]*> \.\n")

_IN_MEMORY: Final = 32 << 20
"""Bytes of N-Triples that are kept in memory; what is larger goes to a temporary file."""


class NotPlainError(Exception):
    """Lines that are not plain N-Quads, and have to be parsed."""


@dataclass(frozen=True, slots=True)
class Lines:
    """The statements of a graph, one a line."""

    file: IO[bytes]
    size: int
    """In bytes."""
    parsed: bool
    """Whether these are N-Triples that a parser wrote; else they are N-Quads that are hoped to be plain."""

    def read(self, start: int, length: int) -> bytes:
        """Return lines from a stretch of the file, as they are."""
        self.file.seek(start)
        return self.file.read(length)

    def verify(self, lines: bytes) -> None:
        """Look whether lines of the file are as they should be.

        Raises:
            NotPlainError: if they are not plain.
        """
        if not self.parsed and not _PLAIN.fullmatch(lines):
            raise NotPlainError

    def triples(self, lines: bytes) -> bytes:
        """Return lines of the file, which have been verified, as N-Triples."""
        return lines if self.parsed else _GRAPH.sub(b" .\n", lines)


def plain(file: IO[bytes]) -> Lines:
    """Return the lines of a file that should be plain N-Quads."""
    return Lines(file, file.seek(0, 2), parsed=False)


@contextmanager
def written(statements: Iterable[Statement], scratch: Path | None) -> Iterator[Lines]:
    """Write statements as lines: in memory, or where they are many to a temporary file in a folder."""
    with tempfile.SpooledTemporaryFile(_IN_MEMORY, dir=None if scratch is None else str(scratch)) as spool:
        file = cast("IO[bytes]", spool)
        ox.serialize((ox.Triple(*statement) for statement in statements), file, ox.RdfFormat.N_TRIPLES)
        yield Lines(file, file.tell(), parsed=True)


@contextmanager
def parsed(file: IO[bytes], name: str, scratch: Path | None) -> Iterator[Lines]:
    """Parse any N-Quads and write them as lines.

    Raises RdfError, with ``name`` and line, if they are malformed.
    """
    file.seek(0)
    with written(read_quads(file, name), scratch) as lines:
        yield lines
