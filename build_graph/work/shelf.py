"""What one build has read, on disk, by document: memory does not grow with the corpus."""

from __future__ import annotations

from tempfile import TemporaryFile
from typing import TYPE_CHECKING, NamedTuple, Self

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class _Place(NamedTuple):
    start: int
    length: int


class Shelf:
    """Bytes by the id of their document, in a file of its own."""

    def __init__(self, folder: Path) -> None:
        """Begin a file in a folder; it goes when the shelf is closed."""
        self._file = TemporaryFile(dir=folder)  # noqa: SIM115  (closed with the shelf)
        self._places: dict[str, _Place] = {}
        self._end = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def put(self, document: str, data: bytes) -> None:
        """Add what was read from a document."""
        self._file.seek(self._end)
        self._file.write(data)
        self._places[document] = _Place(self._end, len(data))
        self._end += len(data)

    def by_id(self) -> Iterator[tuple[str, bytes]]:
        """Yield what was read from each document, in the order of the ids."""
        for document in sorted(self._places):
            place = self._places[document]
            self._file.seek(place.start)
            yield document, self._file.read(place.length)
