"""Paths -> documents, in the order of the paths; files of a folder in the order of their names."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from build_graph.model import Document
from build_graph.read.docx import read_docx
from build_graph.read.encodings import is_known, no_encoding
from build_graph.read.errors import PartError, ReadError, Skipped
from build_graph.read.halves import whole
from build_graph.read.json_files import read_json, read_json_lines
from build_graph.read.manifest import NAME, described, manifest
from build_graph.read.pdf import read_pdf
from build_graph.read.text import read_html, read_text
from build_graph.read.warc import read_warc

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    Found = Document | ReadError | Skipped
    Reader = Callable[[Path, str | None], Iterator[Found]]

READERS: Mapping[str, Reader] = {
    ".txt": read_text,
    **dict.fromkeys((".html", ".htm", ".xhtml", ".shtml", ".jsp"), read_html),
    ".json": read_json,
    **dict.fromkeys((".jsonl", ".ndjson", ".jsonl.gz"), read_json_lines),
    **dict.fromkeys((".warc", ".warc.gz"), read_warc),
    ".pdf": read_pdf,
    ".docx": read_docx,
}
"""How a file's name ends -> reader. A file that is named itself and ends otherwise is read as plain text."""
_KNOWN_AS = ("id", "name", "title", "url", "publisher", "kind", "where")
"""What is said of a document beside its text."""


def read_documents(
    paths: Sequence[Path], encoding: str | None = None, on_skipped: Callable[[Skipped], None] | None = None
) -> Iterator[Document | ReadError]:
    """Yield the documents of each file, or the errors that keep them from being read.

    Files with many records are read one record at a time. A part that cannot be read is a PartError if the file gives
    any document, else a ReadError.

    Args:
        paths: files, and folders that are searched for files of the known suffixes; hidden ones are skipped. A
            file named twice is read once.
        encoding: the encoding of all files, if it is not to be detected.
        on_skipped: called with each record of an archive that is no document, and each file of a folder that is none.
    """
    if encoding is not None and not is_known(encoding):
        yield ReadError(no_encoding(encoding))
        return
    names: dict[str, str] = {}
    for path in _files(paths):
        if isinstance(path, Path):
            yield from _judged(_told(_read(path, encoding), path, names, on_skipped))
        elif isinstance(path, ReadError):
            yield path
        elif on_skipped:
            on_skipped(path)


def _told(
    found: Iterator[Found], path: Path, names: dict[str, str], on_skipped: Callable[[Skipped], None] | None
) -> Iterator[Document | ReadError]:
    """Yield what a file holds; ``names`` are the documents so far, each with the place where it was found."""
    for each in found:
        if isinstance(each, Document):
            here = each.where or str(path)
            first = names.setdefault(each.id, here)
            yield each if first == here else ReadError(_same_name(each, here, first))
        elif isinstance(each, ReadError):
            yield each
        elif on_skipped:
            on_skipped(each)


def _judged(found: Iterator[Document | ReadError]) -> Iterator[Document | ReadError]:
    """Yield what a file holds: its errors are those of parts, unless it gives no document at all."""
    waiting: ReadError | None = None
    readable = False
    for each in found:
        readable = readable or isinstance(each, Document)
        if waiting:
            yield PartError(*waiting.args)
        waiting = each if isinstance(each, ReadError) else None
        if isinstance(each, Document):
            yield each
    if waiting:
        yield PartError(*waiting.args) if readable else waiting


def _same_name(document: Document, here: str, first: str) -> str:
    if document.where:
        return f"{here} has the same id as {first}: {document.id}; give it another one"
    return f"{here} would be called {document.id}, as {first} is; give it another name, or an id in documents.yml"


def _read(path: Path, encoding: str | None) -> Iterator[Found]:
    reader = READERS.get(_ending(path), read_text)
    try:
        entries = manifest(path.parent)
        for found in reader(path, encoding):
            if isinstance(found, Document):
                entry = entries.get(found.name)
                yield _named(described(found, entry) if entry else found)
            else:
                yield found
    except ReadError as error:
        yield error


def _named(document: Document) -> Document:
    """Return a document that can be written: names of files, records and manifests can hold halves of characters."""
    known = {name: getattr(document, name) for name in _KNOWN_AS}
    written: dict[str, Any] = {name: whole(said) for name, said in known.items() if said}
    return replace(document, **written)


def _ending(path: Path) -> str:
    """Return how the name ends: with the longest known suffix, else with its last one."""
    name = path.name.lower()
    return max((suffix for suffix in READERS if name.endswith(suffix)), key=len, default=path.suffix.lower())


def _files(paths: Sequence[Path]) -> Iterator[Path | ReadError | Skipped]:
    seen: set[Path] = set()
    for path in paths:
        if not path.exists():
            yield ReadError(f"{path} does not exist; name a file or a folder that holds some")
            continue
        found = list(_walk(path)) if path.is_dir() else [path]
        if all(isinstance(file, Skipped) for file in found):
            yield ReadError(f"{path} holds no documents; files ending in {', '.join(sorted(READERS))} are read")
        for file in found:
            if not isinstance(file, Path):
                yield file
            elif file.resolve() not in seen:
                seen.add(file.resolve())
                yield file


def _walk(folder: Path) -> Iterator[Path | ReadError | Skipped]:
    for root, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if name.startswith(".") or name == NAME:
                continue
            path = Path(root) / name
            if _ending(path) in READERS:
                yield _within(folder, path)
            else:
                yield Skipped(str(path), f"file: {path.suffix or 'no suffix'}")


def _within(folder: Path, path: Path) -> Path | ReadError:
    """Return a file of a folder, or why it is none: whoever packed the folder decides what lies in it, and no more."""
    try:
        real = path.resolve(strict=True)
    except (OSError, RuntimeError):  # a circle of links is a RuntimeError up to Python 3.12
        return ReadError(f"{path} is a link that leads nowhere; take it out of the folder")
    if not real.is_relative_to(folder.resolve()):
        return ReadError(f"{path} is a link out of the folder; name the file that it leads to if it is to be read")
    return path if real.is_file() else ReadError(f"{path} is a pipe or a device and no file; take it out of the folder")
