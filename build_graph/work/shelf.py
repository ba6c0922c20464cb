"""What one build has read, by document: on disk, so that memory does not grow with the corpus."""

from __future__ import annotations

from tempfile import TemporaryFile
from typing import TYPE_CHECKING, NamedTuple, Self

from build_graph.work.found import Kept

if TYPE_CHECKING:
    from pathlib import Path

    from build_graph.work.found import Found


class _Place(NamedTuple):
    start: int
    length: int


class Shelf:
    """Facts as bytes by the id of their document: in a file of its own, or where the cache keeps them."""

    def __init__(self, folder: Path) -> None:
        """Begin a file in a folder; it goes when the shelf is closed."""
        self._file = TemporaryFile(dir=folder)  # noqa: SIM115  (closed with the shelf)
        self._places: dict[str, _Place | Kept] = {}
        self._end = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def put(self, found: Found) -> None:
        """Add what was read from a document."""
        if isinstance(found.data, Kept):
            self._places[found.id] = found.data
            return
        self._file.seek(self._end)
        self._file.write(found.data)
        self._places[found.id] = _Place(self._end, len(found.data))
        self._end += len(found.data)

    def get(self, document: str) -> bytes:
        """Return what was read from a document.

        Raises:
            CacheError: if the cache has lost it.
        """
        place = self._places[document]
        if isinstance(place, Kept):
            return place.load()
        self._file.seek(place.start)
        return self._file.read(place.length)
