"""Facts that were read before, by what they were read from: one SQLite file.

A file that cannot be used costs time and nothing else: the facts are read again. What other programs have kept (an
earlier version, a table that was corrected since) stays for those that were used last; that of the others goes bit by
bit, while something is written in its place. A program that still runs loses nothing but time by it.
"""

from __future__ import annotations

import os
import sqlite3
import zlib
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple, Self

from platformdirs import user_cache_path

from build_graph.work.fingerprint import fingerprint
from ontology.errors import ReformgraphError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import TracebackType

VARIABLE: Final = "REFORMGRAPH_CACHE"
"""Environment variable that names the folder of the cache."""
_FILE: Final = "facts.sqlite"
_VALUES: Final = (
    "CREATE TABLE IF NOT EXISTS kept (program TEXT, key TEXT, value BLOB, sum INTEGER, PRIMARY KEY (program, key))"
    " WITHOUT ROWID"
)
_PROGRAMS: Final = "CREATE TABLE IF NOT EXISTS programs (program TEXT PRIMARY KEY, used INTEGER) WITHOUT ROWID"
"""The programs that have kept something, in the order in which they were used: a number that grows, for clocks jump."""
_EARLIER: Final = "INSERT OR IGNORE INTO programs SELECT DISTINCT program, 0 FROM kept"
"""A file that is older than the table of programs has none in it."""
_USED: Final = (
    "INSERT INTO programs VALUES (?, (SELECT coalesce(max(used), 0) + 1 FROM programs))"
    " ON CONFLICT (program) DO UPDATE SET used = excluded.used"
)
_NOT_USED: Final = "SELECT program FROM programs ORDER BY used DESC, program LIMIT 1 OFFSET ?"
_FORGET: Final = (
    "DELETE FROM kept WHERE program = :program AND key IN (SELECT key FROM kept WHERE program = :program LIMIT :most)"
)
STAYING: Final = 3
"""So many programs keep what they have kept: one can go back and forth between two versions."""
_EACH: Final = 512
"""Values that are written at once."""
_GOING: Final = 2 * _EACH
"""Values of a program that go at once."""
_SHRINKING: Final = 8192
"""Pages of 4 kB by which a build shortens the file, if they are free."""
_PATIENCE: Final = 30.0
"""Seconds to wait for another build that is writing."""


class CacheError(ReformgraphError):
    """A cache that cannot be looked at or cleared."""


class CacheWarning(UserWarning):
    """A cache that cannot be used: documents are read anew."""


class Kept(NamedTuple):
    """What a program has kept."""

    values: int
    bytes: int


@dataclass(frozen=True, slots=True)
class Contents:
    """What a cache holds."""

    file: Path
    bytes: int
    """Size of the file."""
    programs: Mapping[str, Kept]
    """What each program has kept, by its fingerprint."""

    @property
    def current(self) -> Kept:
        """What this program can use."""
        return self.programs.get(fingerprint(), Kept(0, 0))

    @property
    def others(self) -> list[Kept]:
        """What other programs have kept."""
        return [kept for program, kept in self.programs.items() if program != fingerprint()]


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
            self._shrink(self._connection)
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
            for wish in ("auto_vacuum = INCREMENTAL", "journal_mode = WAL"):
                with suppress(sqlite3.OperationalError):  # a new file can shrink; WAL needs shared memory
                    connection.execute(f"PRAGMA {wish}")
            connection.execute("PRAGMA synchronous = NORMAL")
            _prepare(connection)
        except (OSError, sqlite3.Error) as error:
            self._connection = None
            self._give_up(error)
            return None
        return connection

    def _write(self) -> None:
        waiting, self._waiting = self._waiting, {}
        if not self._connection:
            return
        rows = [(fingerprint(), key, value, zlib.crc32(value)) for key, value in waiting.items()]
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            self._connection.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?, ?)", rows)
            self._connection.execute(_USED, (fingerprint(),))
            _forget(self._connection)
            self._connection.execute("COMMIT")
        except sqlite3.Error as error:
            if rows:  # a cache that may only be looked at has done what it can
                self._give_up(error)

    @staticmethod
    def _shrink(connection: sqlite3.Connection) -> None:
        """Give the system back what is free at the end of the file, unless another build is writing."""
        with suppress(sqlite3.OperationalError):
            connection.execute("PRAGMA busy_timeout = 0")
            connection.executescript(f"PRAGMA incremental_vacuum({_SHRINKING})")  # `execute` takes one step of many

    def _give_up(self, error: OSError | sqlite3.Error) -> None:
        self.trouble = str(error.strerror if isinstance(error, OSError) else error)
        if self._connection:
            self._connection.close()
        self._connection = None


def _prepare(connection: sqlite3.Connection) -> None:
    connection.execute(_VALUES)
    if connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'programs'").fetchone():
        return
    connection.execute("BEGIN IMMEDIATE")
    connection.execute(_PROGRAMS)
    connection.execute(_EARLIER)
    connection.execute("COMMIT")


def _forget(connection: sqlite3.Connection) -> None:
    """Let go some values of a program that has not been used for long, and the program when it has none left."""
    found = connection.execute(_NOT_USED, (STAYING,)).fetchone()
    if found:
        gone = connection.execute(_FORGET, {"program": found[0], "most": _GOING}).rowcount
        if gone < _GOING:
            connection.execute("DELETE FROM programs WHERE program = ?", found)


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
            found = connection.execute(
                "SELECT program, count(*), sum(length(value)) FROM kept GROUP BY program ORDER BY program"
            ).fetchall()
        finally:
            connection.close()
    except sqlite3.Error as error:
        raise CacheError(f"{file} cannot be read: {error}; `reformgraph cache clear` removes it") from error
    return Contents(file, file.stat().st_size, {program: Kept(*kept) for program, *kept in found})


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
