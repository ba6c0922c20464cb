"""What was measured, on disk, part by part: a run that was stopped goes on where it was."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from benchmarks.run.results import Row
from benchmarks.run.state import commit, program

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Measured:
    """The figures of a part."""

    rows: tuple[Row, ...]
    seconds: float
    """What measuring them took, by the clock, the making of inputs included."""
    whole: bool
    """All of the part was measured."""
    program: str
    """Digest of the program that was measured."""
    commit: str

    @property
    def done(self) -> bool:
        """Whether there is nothing to measure again: all was measured, of the program as it is now."""
        return self.whole and self.program == program()


class Memory:
    """Keeps the figures of parts in a folder, a JSON file each."""

    def __init__(self, folder: Path) -> None:
        """Take the folder; it is made with the first part."""
        self._folder = folder

    def keep(self, part: str, rows: Sequence[Row], seconds: float, *, whole: bool) -> None:
        """Keep the figures of a part that there are so far."""
        self._folder.mkdir(parents=True, exist_ok=True)
        told = asdict(Measured(tuple(rows), seconds, whole, program(), commit()))
        half = self._folder / f"{part}.part"
        half.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", "utf-8", newline="\n")
        half.replace(self._folder / f"{part}.json")

    def of(self, part: str) -> Measured | None:
        """Return the figures of a part, or None if it was never measured."""
        file = self._folder / f"{part}.json"
        if not file.exists():
            return None
        told = json.loads(file.read_text("utf-8"))
        return Measured(**{**told, "rows": tuple(Row(**row) for row in told["rows"])})
