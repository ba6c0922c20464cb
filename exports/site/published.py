"""The files of a built graph, which the site offers as they are, and the description of the dataset, if it has one."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from exports.errors import ExportError
from publishing.parts import in_parts, parts_of
from queries.store import BUILT_GRAPH

if TYPE_CHECKING:
    from pathlib import Path

    from exports.site.source import Source

_FOLDER: Final = "data"
_GRAPHS: Final = ("graph.ttl", "graph.trig", "graph.jsonld")
"""TriG holds every graph by its name, as the built N-Quads do, in a quarter of their size."""
_DESCRIPTIONS: Final = ("dataset.ttl", "dataset.jsonld")
"""What ``reformgraph describe`` writes: DCAT and VoID, schema.org."""


@dataclass(frozen=True, slots=True)
class Published:
    """A file that the site offers, in one piece or in parts."""

    name: str
    size: str
    """For people: 1.3 MB."""
    paths: tuple[str, ...]
    """Where it lies, or its parts do, below the site's folder."""


def published(source: Source) -> list[Published]:
    """Return the files of the folder that a build made, as far as they are there; none for any other graph.

    Raises ExportError for a file that lacks a part.
    """
    return [_published(file) for file in _files(source)]


def _published(file: Path) -> Published:
    pieces = _pieces(file)
    paths = tuple(f"{_FOLDER}/{piece.relative_to(file.parent).as_posix()}" for piece in pieces)
    return Published(file.name, _size(sum(piece.stat().st_size for piece in pieces)), paths)


def copy(source: Source, site: Path) -> None:
    """Copy these files into the site, byte for byte; raises the same."""
    for file in _files(source):
        for piece in _pieces(file):
            target = site / _FOLDER / piece.relative_to(file.parent)
            target.parent.mkdir(exist_ok=True)
            shutil.copyfile(piece, target)


def _pieces(file: Path) -> list[Path]:
    try:
        return parts_of(file)
    except OSError as error:
        raise ExportError(f"{file} cannot be read: {error.strerror or error}") from error


def description(source: Source) -> str | None:
    """Return the description of the dataset as JSON-LD (schema.org) that can stand in a page; None without one."""
    found = [file for file in _files(source) if file.name == "dataset.jsonld"]
    return found[0].read_text("utf-8").replace("<", "\\u003c") if found else None


def _files(source: Source) -> list[Path]:
    folder, name = source.graph.file.parent, source.graph.file.name
    if name != BUILT_GRAPH:  # files beside somebody's own RDF are not of that graph
        return []
    files = [folder / each for each in (*_GRAPHS, *_DESCRIPTIONS)]
    return [file for file in files if file.is_file() or in_parts(file)]


def _size(number: int) -> str:
    return f"{number / 1e6:.1f} MB" if number >= 1e6 else f"{max(number / 1e3, 0.1):.1f} kB"
