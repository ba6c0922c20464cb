"""Sorting more lines than fit in memory: sorted runs go to a temporary file and are merged.

Lines that fit never leave memory. Merging takes, of what is loaded of each run, all that comes no later than the end of
what is loaded of every run, and sorts that: a list that is made of sorted parts is sorted in one pass. Where only one
run has such lines, as in a graph that was in order, there is nothing to sort.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import chain, groupby, islice, pairwise
from operator import eq
from tempfile import TemporaryFile
from typing import TYPE_CHECKING, BinaryIO, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

IN_MEMORY: Final = 1 << 25
"""Bytes of lines that are sorted in memory; with more, sorting is no faster."""
_AT_ONCE: Final = 1 << 12
"""Lines that are written at once."""
_LOADED: Final = 8
"""While runs are merged, this part of that is loaded; taking lines and sorting them needs as much again."""
_LEAST_LOADED: Final = 1 << 16
"""Bytes of a run that are loaded at once, if there are very many runs."""


def sorted_lines(
    batches: Iterable[list[bytes]], in_memory: int = IN_MEMORY, least_loaded: int = _LEAST_LOADED
) -> Iterator[list[bytes]]:
    """Yield lines in the order of their bytes, each once, some thousands at a time.

    Args:
        batches: the lines, without line ends, in any order; there may be more than fit in memory.
        in_memory: bytes of lines that are held at once.
        least_loaded: bytes of each run that are held at once, however many runs there are.

    Raises:
        OSError: if the temporary file cannot be written.
    """
    with TemporaryFile() as file:
        ends, lines, size = [0], list[bytes](), 0
        for batch in batches:
            lines += batch
            size += sum(map(len, batch))
            if size > in_memory:
                ends.append(_write(_once(lines), file))
                lines, size = [], 0
        if len(ends) == 1:
            yield _once(lines)
            return
        ends.append(_write(_once(lines), file))
        del lines
        loaded = max(in_memory // _LOADED // len(ends), least_loaded)
        yield from _merged([_Run(file, start, end, loaded) for start, end in pairwise(ends)])


def _once(lines: list[bytes]) -> list[bytes]:
    lines.sort()
    repeats = any(map(eq, lines, islice(lines, 1, None)))
    return [line for line, _ in groupby(lines)] if repeats else lines


def _write(lines: list[bytes], file: BinaryIO) -> int:
    """Write lines at the end of a file, and return where that is then."""
    parts = (lines[start : start + _AT_ONCE] for start in range(0, len(lines), _AT_ONCE))
    file.writelines(b"\n".join(part) + b"\n" for part in parts)
    return file.tell()


class _Run:
    """Sorted lines in a stretch of a file, the next ones loaded."""

    def __init__(self, file: BinaryIO, start: int, end: int, loaded: int) -> None:
        self._file, self._at, self._end = file, start, end
        self._size = loaded
        self._lines: list[bytes] = []
        self._taken = 0

    def load(self) -> bool:
        """Load the next lines where none is left; tell whether there are any."""
        if self._taken == len(self._lines) and self._at < self._end:
            self._lines, self._taken = self._read().removesuffix(b"\n").split(b"\n"), 0
        return self._taken < len(self._lines)

    def _read(self) -> bytes:
        self._file.seek(self._at)
        block = self._file.read(min(self._size, self._end - self._at))
        if self._at + len(block) < self._end:
            block += self._file.readline()
        self._at += len(block)
        return block

    @property
    def last(self) -> bytes:
        """The last line that is loaded."""
        return self._lines[-1]

    def take(self, bound: bytes) -> list[bytes]:
        """Return the loaded lines up to ``bound``, which are not returned again."""
        start, self._taken = self._taken, bisect_right(self._lines, bound, self._taken)
        return self._lines[start : self._taken]


def _merged(runs: list[_Run]) -> Iterator[list[bytes]]:
    while runs := [run for run in runs if run.load()]:
        bound = min(run.last for run in runs)
        parts = [part for run in runs if (part := run.take(bound))]
        yield parts[0] if len(parts) == 1 else _once(list(chain.from_iterable(parts)))
