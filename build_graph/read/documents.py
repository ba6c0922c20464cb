"""Paths -> documents, in the order of the paths; files of a folder in the order of their names."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from build_graph.read.errors import ReadError
from build_graph.read.manifest import described, manifest
from build_graph.read.text import read_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from build_graph.model import Document

READERS: Mapping[str, Callable[[Path, str | None], Document]] = {".txt": read_text}
"""Suffix -> reader. A file that is named itself and has another suffix is read as plain text."""


def read_documents(paths: Sequence[Path], encoding: str | None = None) -> Iterator[Document | ReadError]:
    """Yield the document of each file, or the error that keeps it from being read.

    Args:
        paths: files, and folders that are searched for files of the known suffixes; hidden ones are skipped. A
            file named twice is read once.
        encoding: the encoding of all files, if it is not to be detected.
    """
    names: dict[str, Path] = {}
    for path in _files(paths):
        if isinstance(path, ReadError):
            yield path
            continue
        try:
            document = _read(path, encoding)
        except ReadError as error:
            yield error
            continue
        if document.id in names:
            first = names[document.id]
            yield ReadError(f"{path} has the same name as {first}; give it another name, or an id in documents.yml")
            continue
        names[document.id] = path
        yield document


def _read(path: Path, encoding: str | None) -> Document:
    reader = READERS.get(path.suffix.lower(), read_text)
    document = reader(path, encoding)
    entry = manifest(path.parent).get(path.name)
    return described(document, entry) if entry else document


def _files(paths: Sequence[Path]) -> Iterator[Path | ReadError]:
    seen: set[Path] = set()
    for path in paths:
        if not path.exists():
            yield ReadError(f"{path} does not exist; name a text file or a folder that holds some")
            continue
        found = list(_walk(path)) if path.is_dir() else [path]
        if not found:
            yield ReadError(f"{path} holds no documents; files ending in {', '.join(sorted(READERS))} are read")
        for file in found:
            if file.resolve() not in seen:
                seen.add(file.resolve())
                yield file


def _walk(folder: Path) -> Iterator[Path]:
    for root, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith(".") and Path(name).suffix.lower() in READERS:
                yield Path(root) / name
