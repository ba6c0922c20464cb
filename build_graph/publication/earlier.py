"""What was published at the same place before, as far as it is still what it would be again.

The cache remembers what the files of each part were made of, and their sizes and times. A file that has them still is
linked into the new folder. Whatever was touched since, moved or written by another program version is written anew; so
the worst that a wrong memory costs is time.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final, NamedTuple

import msgspec

from publishing.links import linked

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from build_graph.work.cache import Cache


class _File(NamedTuple):
    """A file as it was published."""

    path: str
    """Below the folder."""
    size: int
    changed: int
    """In nanoseconds, by the clock of the file system."""


class _Memory(NamedTuple):
    """What was published."""

    parts: dict[str, dict[str, _File]]
    """Key of a part -> its files, by the names that they have in any folder."""
    store: list[_File]


_encoder: Final = msgspec.msgpack.Encoder()
_decoder: Final = msgspec.msgpack.Decoder(_Memory)


class Earlier:
    """What was published before in a folder."""

    def __init__(self, out: Path, cache: Cache | None) -> None:
        """Ask the cache what it knows of a folder; without a cache nothing was published."""
        self._out = out.resolve()
        self._cache = cache
        self._name = f"published {hashlib.sha256(str(self._out).encode()).hexdigest()}"
        self._memory = self._remembered()

    def has(self, key: str, names: Iterable[str]) -> bool:
        """Return whether files of a part lie there as they were published."""
        known = self._memory.parts.get(key, {})
        return all(name in known and self._is_same(known[name]) for name in names)

    def take(self, key: str, name: str, target: Path) -> None:
        """Give a file of a part, which is there, a place in a new folder.

        Raises:
            OSError: if that cannot be done.
        """
        linked(self.file(key, name), target)

    def file(self, key: str, name: str) -> Path:
        """Return a file of a part; it must not be changed."""
        return self._out / self._memory.parts[key][name].path

    def keys(self, name: str) -> Iterator[str]:
        """Yield the keys of the parts that have a file of this name."""
        return (key for key, files in self._memory.parts.items() if name in files)

    def store(self, name: str) -> Path | None:
        """Return the folder of the store, which has this name, if it is as it was published."""
        known = self._memory.store
        return self._out / name if known and all(map(self._is_same, known)) else None

    def remember(self, parts: Mapping[str, Mapping[str, Path]], store: Path) -> None:
        """Remember what is published now.

        Args:
            parts: keys of parts, each with its files by the names that these have in any folder.
            store: the folder of the store.
        """
        if self._cache is None:
            return
        known = {key: {name: self._as_published(path) for name, path in files.items()} for key, files in parts.items()}
        stored = [self._as_published(path) for path in sorted(store.iterdir())]
        self._cache.put(self._name, _encoder.encode(_Memory(known, stored)))

    def _remembered(self) -> _Memory:
        data = self._cache.get(self._name) if self._cache else None
        return _decoder.decode(data) if data else _Memory({}, [])

    def _as_published(self, path: Path) -> _File:
        found = path.stat()
        return _File(str(path.relative_to(self._out)), found.st_size, found.st_mtime_ns)

    def _is_same(self, file: _File) -> bool:
        try:
            found = (self._out / file.path).stat()
        except OSError:
            return False
        return (found.st_size, found.st_mtime_ns) == (file.size, file.changed)
