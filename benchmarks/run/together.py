"""The most memory that a group of processes held at once; what they share is counted once (PSS, Linux alone)."""

from __future__ import annotations

from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING, Final, Self

if TYPE_CHECKING:
    from collections.abc import Iterator

_EACH: Final = 0.5
"""Seconds between two looks."""


class Together:
    """Looks at the memory of a group of processes until it is left."""

    def __init__(self, group: int) -> None:
        """Take the number of a group of processes."""
        self.most = 0.0
        """In MB (10^6 bytes); 0 where the system does not tell, or everything was over before the first look."""
        self._group = str(group)
        self._over = Event()
        self._looking = Thread(target=self._look, daemon=True)

    def __enter__(self) -> Self:
        self._looking.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._looking.join()

    def _look(self) -> None:
        while not self._over.wait(_EACH):
            self.most = max(self.most, sum(map(_held, self._members())))

    def _members(self) -> Iterator[Path]:
        for process in Path("/proc").glob("[0-9]*"):
            try:
                group = process.joinpath("stat").read_text("utf-8", "replace").rpartition(")")[2].split()[2]
            except OSError:  # it has ended
                continue
            if group == self._group:
                yield process


def _held(process: Path) -> float:
    try:
        lines = process.joinpath("smaps_rollup").read_text("utf-8").splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) * 1024 / 1e6
