"""Writing a graph in a format: the file or folder appears whole or not at all."""

from __future__ import annotations

from contextlib import contextmanager
from difflib import get_close_matches
from importlib import import_module
from shutil import copyfileobj
from tempfile import SpooledTemporaryFile
from typing import TYPE_CHECKING, BinaryIO, Final, Protocol, cast

from exports.errors import ExportError
from exports.folders import whole_folder
from exports.formats import FORMATS, Format
from publishing.claims import HeldError
from publishing.files import replaced
from queries.store import GraphFile

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


_IN_MEMORY: Final = 1 << 26
"""Bytes of an export for a stream that wait in memory; a longer one waits in a temporary file."""


class Exporter(Protocol):
    """What the module of a format offers that is a file."""

    def write(self, graph: GraphFile, file: BinaryIO) -> None:
        """Write a graph to a file; the same graph gives the same bytes."""


class FolderExporter(Protocol):
    """What the module of a format offers that is a folder."""

    def write_folder(self, graph: GraphFile, folder: Path) -> None:
        """Write a graph into a new folder: always files of the same names, the same graph the same bytes."""


def export(name: str, source: Path | GraphFile, destination: Path) -> None:
    """Write a graph to a file, or to a folder, in the format of this name.

    ``source`` is a built folder, an RDF file, or a graph that is open already. An
    earlier export is replaced only when the new one is complete. Raises ExportError for an unknown format,
    a file or folder that cannot be written, and a folder that holds something else; QueryError for a graph that cannot
    be read.
    """
    form = format_named(name)
    if form.is_folder:
        _export_folder(form, _opened(source), destination)
        return
    exporter = _exporter(form)
    graph = _opened(source)
    with whole_file(destination) as file:
        exporter.write(graph, file)


def write_new(name: str, source: Path | GraphFile, target: Path) -> None:
    """Write a graph to a new file in the format of this name; it lies in a folder that appears whole by other means.

    Raises ExportError for an unknown format, OSError if the file cannot be written; QueryError for a graph that cannot
    be read.
    """
    exporter = _exporter(format_named(name))
    graph = _opened(source)
    with target.open("xb") as file:
        exporter.write(graph, file)


def _export_folder(form: Format, graph: GraphFile, destination: Path) -> None:
    exporter = cast("FolderExporter", import_module(form.module))
    with whole_folder(destination, form.sometimes) as folder:
        exporter.write_folder(graph, folder)


def export_to(name: str, source: Path | GraphFile, file: BinaryIO) -> None:
    """Write a graph to an open stream in the format of this name, once all of it is there.

    Raises ExportError for an unknown format and for one that is a folder, QueryError for a graph that cannot be read.
    """
    form = format_named(name)
    if form.is_folder:
        raise ExportError(f"{name} is a folder and cannot go to a stream: name a folder with -o")
    exporter = _exporter(form)
    graph = _opened(source)
    with SpooledTemporaryFile(_IN_MEMORY) as whole:
        exporter.write(graph, cast("BinaryIO", whole))
        whole.seek(0)
        copyfileobj(whole, file)


def _exporter(form: Format) -> Exporter:
    return cast("Exporter", import_module(form.module))


def _opened(source: Path | GraphFile) -> GraphFile:
    return source if isinstance(source, GraphFile) else GraphFile.at(source)


def format_named(name: str) -> Format:
    """Return the format of this name; raises ExportError with near matches if there is none."""
    if name in FORMATS:
        return FORMATS[name]
    near = get_close_matches(name, FORMATS, n=2, cutoff=0.5)
    advice = f"did you mean {' or '.join(near)}?" if near else f"there are {', '.join(FORMATS)}"
    raise ExportError(f"there is no format {name!r}: {advice}")


@contextmanager
def whole_file(destination: Path) -> Iterator[BinaryIO]:
    """Open a file for writing that takes its place only if the block ends well.

    Pipes and devices are written straight to. Raises ExportError where another program writes or the system refuses.
    """
    try:
        if destination.exists() and not (destination.is_file() or destination.is_dir()):
            with destination.open("wb") as file:
                yield file
        else:
            with replaced(destination.resolve()) as file:
                yield file
    except HeldError as error:
        raise ExportError(error.strerror) from error
    except OSError as error:
        raise ExportError(f"cannot write {destination}: {error.strerror or error}") from error
