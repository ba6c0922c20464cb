"""A graph as lines, in memory or in files: what the engines read, and what can be cut into buckets.

A build writes plain N-Quads: one space between terms, each statement in a named graph, no blank nodes, no needless
escapes. Such lines are taken as they are. Everything else is parsed, and written as N-Triples first.
"""

from __future__ import annotations

import io
import re
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final, NamedTuple, cast

import pyoxigraph as ox

from build_graph.validate.rdf import RdfError, opened

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from build_graph.validate.rdf import Statement

Place = tuple[int, int, int]
"""A stretch of lines: the number of its file, where it starts, and how long it is, in bytes."""

_IRI: Final = rb'<[^<>\s"{}|\\^`]*+>'
_LITERAL: Final = rb'"(?>(?:[^"\\\n\r]++|\\["\\nrt])*)"(?>(?:@[a-z0-9-]++|\^\^' + _IRI + rb")?)"
_PLAIN: Final = re.compile(rb"(?>(?:%b %b (?:%b|%b) %b \.\n)*)" % (_IRI, _IRI, _IRI, _LITERAL, _IRI))
_GRAPH: Final = re.compile(rb" <[^>\n]*> \.\n")

_IN_MEMORY: Final = 32 << 20
"""Bytes of N-Triples that are kept in memory; what is larger goes to a temporary file."""


class NotPlainError(Exception):
    """Lines that are not plain N-Quads, and have to be parsed."""


class Part(NamedTuple):
    """A file of a graph that lies in several, one after the other; no line goes on in the next."""

    file: Path
    key: str | None = None
    """Names all that the file was made from: files of one key are equal. None where that is not known."""


@dataclass(frozen=True, slots=True)
class Lines:
    """The statements of a graph, one a line, in files that are read one after the other."""

    files: tuple[str | IO[bytes], ...]
    """Paths, of files that are opened only while they are read, or an open file that has no path."""
    sizes: tuple[int, ...]
    """Of each file, in bytes."""
    keys: tuple[str | None, ...]
    """Of each file, as a part has it."""
    parsed: bool = False
    """Whether these are N-Triples that a parser wrote; else they are N-Quads that are hoped to be plain."""

    @property
    def size(self) -> int:
        """In bytes."""
        return sum(self.sizes)

    @property
    def shared(self) -> bool:
        """Whether other processes can read them."""
        return all(isinstance(file, str) for file in self.files)

    def stretches(self, places: Iterable[Place]) -> Iterator[bytes]:
        """Yield the lines of stretches of the files, as they are.

        Raises RdfError if a file cannot be read.
        """
        for number, stretches in groupby(places, key=itemgetter(0)):
            with opened(self.files[number]) as file:
                for _, start, length in stretches:
                    file.seek(start)
                    yield file.read(length)

    def read(self, places: Iterable[Place]) -> bytes:
        """Return the lines of stretches, one after the other; raises the same."""
        return b"".join(self.stretches(places))

    def all(self) -> bytes:
        """Return all lines. Raises RdfError if a file cannot be read."""
        return self.read((number, 0, size) for number, size in enumerate(self.sizes))

    def verify(self, lines: bytes) -> None:
        """Look whether lines of the files are as they should be.

        Raises:
            NotPlainError: if they are not plain.
        """
        if not self.parsed and not _PLAIN.fullmatch(lines):
            raise NotPlainError

    def triples(self, lines: bytes) -> bytes:
        """Return lines of the files, which have been verified, as N-Triples."""
        return lines if self.parsed else _GRAPH.sub(b" .\n", lines)


def of_bytes(nquads: bytes) -> Lines:
    """Return the lines of a text that should be plain N-Quads."""
    return Lines((io.BytesIO(nquads),), (len(nquads),), (None,))


def of_parts(parts: Sequence[Part]) -> Lines:
    """Return the lines of files that should be plain N-Quads. Raises RdfError if there is no such file."""
    files = tuple(str(part.file.absolute()) for part in parts)  # another process may have another working folder
    return Lines(files, tuple(map(_size, files)), tuple(part.key for part in parts))


@contextmanager
def written(statements: Iterable[Statement], scratch: Path | None) -> Iterator[Lines]:
    """Write statements as lines: in memory, or where they are many to a temporary file in a folder."""
    with tempfile.SpooledTemporaryFile(_IN_MEMORY, dir=None if scratch is None else str(scratch)) as spool:
        file = cast("IO[bytes]", spool)
        ox.serialize((ox.Triple(*statement) for statement in statements), file, ox.RdfFormat.N_TRIPLES)
        yield Lines((file,), (file.tell(),), (None,), parsed=True)


def _size(file: str) -> int:
    try:
        return Path(file).stat().st_size
    except OSError as error:
        raise RdfError(f"{file}: cannot be read: {error.strerror}") from None
