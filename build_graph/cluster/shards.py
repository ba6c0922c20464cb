"""What is written of a shard, at an address that all machines see: its facts, then its quads and its texts.

Each is a file of pieces, one for each document, and an index that tells where they end.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from fsspec.core import url_to_fs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

FACTS: Final = "facts"
QUADS: Final = "quads"
TEXTS: Final = "texts"
SHARED: Final = "shared"
"""The graphs that documents share: one file."""
_SUFFIXES: Final = {FACTS: "bin", QUADS: "nq", TEXTS: "jsonl", SHARED: "nq"}


class Piece(NamedTuple):
    """Where the piece of a document stands in its file, in bytes."""

    document: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Place:
    """Where the files of a build are written."""

    address: str

    def file(self, sort: str, number: int) -> str:
        """Return the address of a file of a shard."""
        return f"{self.address}/{sort}-{number:05}.{_SUFFIXES[sort]}"

    def write(self, sort: str, number: int, pieces: Iterable[tuple[str, bytes]]) -> list[Piece]:
        """Write a file of a shard, whole or not at all, and return where its pieces stand."""
        system, path = url_to_fs(self.file(sort, number), skip_instance_cache=True)  # a transaction of its own
        system.makedirs(path.rpartition("/")[0], exist_ok=True)
        index: list[Piece] = []
        at = 0
        with system.transaction, system.open(path, "wb") as file:
            for document, data in pieces:
                file.write(data)
                index.append(Piece(document, at, at + len(data)))
                at += len(data)
        return index

    def read(self, sort: str, number: int, index: Iterable[Piece]) -> Iterator[tuple[str, bytes]]:
        """Yield pieces of a file, in the order of the index that is given."""
        system, path = url_to_fs(self.file(sort, number))
        with system.open(path, "rb") as file:
            for piece in index:
                yield piece.document, _at(file, piece)


def _at(file: Any, piece: Piece) -> bytes:  # noqa: ANN401  (fsspec's files have no common type)
    if file.tell() != piece.start:
        file.seek(piece.start)
    data: bytes = file.read(piece.end - piece.start)
    return data
