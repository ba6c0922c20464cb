"""The other syntaxes of a graph: each file is written from one file of quads."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from build_graph.publication.parts import QUADS, part_file
from build_graph.work.calls import each

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from build_graph.publication.earlier import Earlier
    from build_graph.publication.parts import Part
    from build_graph.work.pool import Caller


class _Order(NamedTuple):
    """A file that is to be written."""

    write: Callable[[Path, Path], None]
    quads: Path
    target: Path


def write_syntaxes(
    parts: Sequence[Part],
    writers: Mapping[str, Callable[[Path, Path], None]],
    work: Path,
    earlier: Earlier | None,
    caller: Caller,
) -> None:
    """Write all syntaxes of a graph.

    Args:
        parts: those of the graph; a graph of one file is its own only part.
        writers: names of files, each with the function that writes it.
        work: the folder.
        earlier: what was published there before, if the graph is in parts.
        caller: makes the calls.

    Raises:
        OSError: if a file cannot be written.
        LostError: if a call was lost.
    """
    for _ in each(caller, _write, _orders(parts, writers, work, earlier)):
        pass


def _orders(
    parts: Sequence[Part],
    writers: Mapping[str, Callable[[Path, Path], None]],
    work: Path,
    earlier: Earlier | None,
) -> Iterator[_Order]:
    for name, write in sorted(writers.items()):
        if parts[0].file == work / QUADS:
            yield _Order(write, parts[0].file, work / name)
            continue
        (work / name).mkdir()
        for number, part in enumerate(parts):
            target = part_file(work, number, name)
            if earlier and part.key and earlier.has(part.key, [name]):
                earlier.take(part.key, name, target)
            else:
                yield _Order(write, part.file, target)


def _write(order: _Order) -> None:
    order.write(order.quads, order.target)
