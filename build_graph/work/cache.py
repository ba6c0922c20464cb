"""Facts that were read before, by what they were read from: one SQLite file.

A file that cannot be used costs time and nothing else: the facts are read again.
"""

from __future__ import annotations

import os
import sqlite3
import zlib
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, Self

from platformdirs import user_cache_path

from build_graph.work.fingerprint import fingerprint
from ontology.errors import ReformgraphError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import TracebackType

VARIABLE: Final = "REFORMGRAPH_CACHE"
"""Environment variable that names the folder of the cache."""
_FILE: Final = "facts.sqlite"
_TABLE: Final = (
    "CREATE TABLE IF NOT EXISTS kept (program TEXT, key TEXT, value BLOB, sum INTEGER, PRIMARY KEY (program, key))"
    " WITHOUT ROWID"
)
_EACH: Final = 512
"""Values that are written at once."""
_PATIENCE: Final = 30.0
"""Seconds to wait for another build that is writing."""


class CacheError(ReformgraphError):
    """A cache that cannot be looked at or cleared."""


class CacheWarning(UserWarning):
    """A cache that cannot be used: documents are read anew."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What a cache holds."""

    file: Path
    bytes: int
    """Size of the file."""
    entries: Mapping[str, int]
    """Fingerprint of the program -> number of values."""

    @property
    def current(self) -> int:
        """How many values this program can use."""
        return self.entries.get(fingerprint(), 0)


def folder() -> Path:
    """Return the folder of the cache: that of the variable, else the one that the system has for caches."""
    named = os.environ.get(VARIABLE)
    return Path(named) if named else user_cache_path("reformgraph", appauthor=False)


class Cache:
    """Values by their keys, those of this program only. Several processes may use one file at once."""

    def __init__(self, at: Path | None = None) -> None:
        """Open the cache of a folder, or begin one; what cannot be opened is a cache that keeps nothing."""
        self.trouble: str | None = None
        """Why nothing is kept."""
        self._waiting: dict[str, bytes] = {}
        self._folder = at or folder()
        self._connection = self._opened(self._folder)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, _: type[BaseException] | None, __: BaseException | None, ___: TracebackType | None) -> None:
        self._write()
        if self._connection:
            self._connection.close()

    def get(self, key: str) -> bytes | None:
        """Return the value of a key, or None."""
        if key in self._waiting:
            return self._waiting[key]
        if not self._connection:
            return None
        try:
            found = self._connection.execute(
                "SELECT value, sum FROM kept WHERE program = ? AND key = ?", (fingerprint(), key)
            ).fetchone()
        except sqlite3.Error as error:
            self._give_up(error)
            return None
        return found[0] if found and zlib.crc32(found[0]) == found[1] else None

    def load(self, key: str) -> bytes:
        """Return a value that was there when the cache was asked before.

        Raises:
            CacheError: if it is damaged or gone; all is forgotten, so that the next build reads anew.
        """
        found = self.get(key)
        if found is None:
            clear(self._folder)
            raise CacheError(f"{self._folder / _FILE} has lost what it had kept, and was cleared: build again")
        return found

    def put(self, key: str, value: bytes) -> None:
        """Keep a value; it is on disk at the latest when the cache is closed."""
        if self._connection:
            self._waiting[key] = value
            if len(self._waiting) >= _EACH:
                self._write()

    def _opened(self, at: Path) -> sqlite3.Connection | None:
        try:
            at.mkdir(mode=0o700, parents=True, exist_ok=True)  # it holds what documents say
            connection = sqlite3.connect(at / _FILE, timeout=_PATIENCE, isolation_level=None)
            with suppress(sqlite3.OperationalError):  # a file system without shared memory does without
                connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")
            connection.execute(_TABLE)
        except (OSError, sqlite3.Error) as error:
            self._connection = None
            self._give_up(error)
            return None
        return connection

    def _write(self) -> None:
        waiting, self._waiting = self._waiting, {}
        if not self._connection or not waiting:
            return
        rows = [(fingerprint(), key, value, zlib.crc32(value)) for key, value in waiting.items()]
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            self._connection.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?, ?)", rows)
            self._connection.execute("COMMIT")
        except sqlite3.Error as error:
            self._give_up(error)

    def _give_up(self, error: OSError | sqlite3.Error) -> None:
        self.trouble = str(error.strerror if isinstance(error, OSError) else error)
        if self._connection:
            self._connection.close()
        self._connection = None


def contents(at: Path | None = None) -> Contents:
    """Return what the cache of a folder holds; without a file it is empty.

    Raises:
        CacheError: if the file is damaged.
    """
    file = (at or folder()) / _FILE
    if not file.exists():
        return Contents(file, 0, {})
    try:
        connection = sqlite3.connect(file, timeout=_PATIENCE)
        try:
            entries = dict(connection.execute("SELECT program, count(*) FROM kept GROUP BY program ORDER BY program"))
        finally:
            connection.close()
    except sqlite3.Error as error:
        raise CacheError(f"{file} cannot be read: {error}; `reformgraph cache clear` removes it") from error
    return Contents(file, file.stat().st_size, entries)


def clear(at: Path | None = None) -> None:
    """Remove the cache of a folder: its file, and nothing else.

    Raises:
        CacheError: if it cannot be removed.
    """
    file = (at or folder()) / _FILE
    try:
        for each in (file, file.with_name(f"{_FILE}-wal"), file.with_name(f"{_FILE}-shm")):
            each.unlink(missing_ok=True)
    except OSError as error:
        raise CacheError(f"{file} cannot be removed: {error.strerror}") from error
