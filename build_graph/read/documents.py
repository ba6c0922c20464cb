"""Paths -> documents, in the order of the paths; files of a folder in the order of their names."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from build_graph.model import Document
from build_graph.read.docx import read_docx
from build_graph.read.errors import ReadError, Skipped
from build_graph.read.json_files import read_json, read_json_lines
from build_graph.read.manifest import described, manifest
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


def read_documents(
    paths: Sequence[Path], encoding: str | None = None, on_skipped: Callable[[Skipped], None] | None = None
) -> Iterator[Document | ReadError]:
    """Yield the documents of each file, or the errors that keep them from being read.

    Files with many records are read one record at a time.

    Args:
        paths: files, and folders that are searched for files of the known suffixes; hidden ones are skipped. A
            file named twice is read once.
        encoding: the encoding of all files, if it is not to be detected.
        on_skipped: called with each record of an archive that is no document.
    """
    names: dict[str, str] = {}
    for path in _files(paths):
        if isinstance(path, ReadError):
            yield path
            continue
        for found in _read(path, encoding):
            if isinstance(found, Skipped):
                if on_skipped:
                    on_skipped(found)
                continue
            if isinstance(found, Document):
                here = found.where or str(path)
                if found.id in names:
                    yield ReadError(_same_name(found, here, names[found.id]))
                    continue
                names[found.id] = here
            yield found


def _same_name(document: Document, here: str, first: str) -> str:
    if document.where:
        return f"{here} has the same id as {first}: {document.id}; give it another one"
    return f"{here} has the same name as {first}; give it another name, or an id in documents.yml"


def _read(path: Path, encoding: str | None) -> Iterator[Found]:
    reader = READERS.get(_ending(path), read_text)
    try:
        entries = manifest(path.parent)
        for found in reader(path, encoding):
            entry = entries.get(found.name) if isinstance(found, Document) else None
            yield described(found, entry) if entry and isinstance(found, Document) else found
    except ReadError as error:
        yield error


def _ending(path: Path) -> str:
    """Return how the name ends: with the longest known suffix, else with its last one."""
    name = path.name.lower()
    return max((suffix for suffix in READERS if name.endswith(suffix)), key=len, default=path.suffix.lower())


def _files(paths: Sequence[Path]) -> Iterator[Path | ReadError]:
    seen: set[Path] = set()
    for path in paths:
        if not path.exists():
            yield ReadError(f"{path} does not exist; name a file or a folder that holds some")
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
            if not name.startswith(".") and _ending(Path(name)) in READERS:
                yield Path(root) / name
