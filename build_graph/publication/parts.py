"""The parts of a graph that is to be published: stretches of its lines, each in a file of its own.

A big graph is published in parts, so that those which did not change can stay as they are; a smaller one is one file.
"""

from __future__ import annotations

import hashlib
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from publishing.parts import part_name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

QUADS: Final = "graph.nq"
"""What holds every quad of a built folder; all other syntaxes are written from it."""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a graph's lines."""

    file: Path
    """Its quads."""
    count: int
    """How many they are."""
    key: str | None = None
    """Digest of everything that its files are made of, or None where that is not known."""
    documents: tuple[str, ...] = ()
    """Ids of the documents whose graphs it holds."""


@dataclass(frozen=True, slots=True)
class Filled:
    """What was written into a folder that is to be published."""

    parts: Sequence[Part]
    """Those of the graph, in their order."""
    told: Mapping[str, Any]
    """What else the summary in the folder says."""

    @property
    def quads(self) -> int:
        """How many they are."""
        return sum(part.count for part in self.parts)


def part_file(folder: Path, number: int, name: str = QUADS) -> Path:
    """Return the file of a part in a folder that is to be published.

    Args:
        folder: the folder.
        number: that of the part.
        name: of the file or, in parts, of the folder: ``graph.nq``, or that of another syntax.
    """
    whole = folder / name
    return whole / part_name(number, whole.suffix)


def written(lines: Sequence[str], file: Path) -> Part:
    """Write lines as a part in a new file."""
    data = "".join(lines).encode()
    with file.open("xb") as opened:
        opened.write(data)
    return Part(file, len(lines), hashlib.sha256(data).hexdigest())


def joined(parts: Sequence[Part], folder: Path) -> Part:
    """Join parts in one file, which takes the place of the folder that they lie in."""
    whole, scattered = folder / QUADS, folder / f"{QUADS}.parts"
    whole.rename(scattered)
    with whole.open("xb") as target:
        for part in parts:
            with (scattered / part.file.name).open("rb") as source:
                shutil.copyfileobj(source, target)
    shutil.rmtree(scattered)
    return Part(whole, sum(part.count for part in parts))
