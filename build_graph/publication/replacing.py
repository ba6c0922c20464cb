"""A published folder with one of its named graphs put in anew."""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from build_graph.emit.publish import MARKER, OutputError
from build_graph.emit.texts import FOLDER
from build_graph.publication.parts import QUADS, Filled, Part, part_file
from build_graph.publication.publisher import publish
from publishing.parts import parts_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from build_graph.publication.publisher import Published, Writers

_SOFTWARE: Final = re.compile(
    r"<(?P<base>[^>]*)run/build> <[^>]*#wasAssociatedWith> <(?P=base)software/(?P<version>[^>]*)> "
)


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the graph of a folder comes from."""

    base: str
    """IRI under which its data live."""
    version: str
    """Version of the program that built it."""


def origin(folder: Path) -> Origin:
    """Return where the graph of a built folder comes from.

    Raises:
        OutputError: if the folder is none that reformgraph built.
    """
    if (folder / MARKER).is_file() and (folder / QUADS).exists():
        for file in reversed(_parts(folder)):  # the run stands in the last one
            for line in _lines(file):
                found = _SOFTWARE.match(line)
                if found:
                    return Origin(found["base"], found["version"])
    raise OutputError(f"{folder} is no folder that `reformgraph build` published; name one, or build it")


def replace_graph(folder: Path, graph: str, lines: Iterable[str], *, writers: Writers | None = None) -> Published:
    """Publish a built folder again with one of its named graphs put in or replaced; the others stay as they are.

    So do the source texts, if the folder holds them.

    Args:
        folder: the folder, as :func:`~build_graph.publication.publisher` left it.
        graph: name of the graph, in N-Quads syntax.
        lines: the quads of the graph.
        writers: as for :func:`~build_graph.publication.publisher`.

    Raises:
        OutputError: if the folder cannot be written.
    """

    def fill(work: Path) -> Filled:  # called when the folder is claimed: no other run takes it away meanwhile
        told = json.loads((folder / MARKER).read_text("utf-8"))
        if (folder / FOLDER).is_dir():
            shutil.copytree(folder / FOLDER, work / FOLDER)
        (work / QUADS).mkdir()
        return Filled(_filled(_parts(folder), graph, list(lines), work), told)

    return publish(fill, folder, writers=writers)


def _filled(old: Sequence[Path], graph: str, lines: list[str], work: Path) -> list[Part]:
    """Write the lines of all parts, without those of the graph; its new ones come last."""
    end = f" {graph} .\n"
    parts = []
    for number, file in enumerate(old):
        kept = (line for line in _lines(file) if not line.endswith(end))
        parts.append(_written(kept, lines if number == len(old) - 1 else [], part_file(work, number)))
    return parts


def _written(kept: Iterable[str], new: list[str], target: Path) -> Part:
    count = 0
    with target.open("x", encoding="utf-8", newline="\n") as file:
        for line in kept:
            file.write(line)
            count += 1
        file.writelines(new)
    return Part(target, count + len(new))


def _parts(folder: Path) -> list[Path]:
    try:
        return parts_of(folder / QUADS)
    except OSError as error:
        raise OutputError(f"{folder / QUADS} cannot be read: {error.strerror or error}") from error


def _lines(file: Path) -> Iterator[str]:
    with file.open(encoding="utf-8", newline="\n") as opened:
        yield from opened
