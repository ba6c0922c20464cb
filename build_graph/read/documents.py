"""Paths -> documents, in the order of the paths; files of a folder in the order of their names."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from build_graph.model import Document
from build_graph.read.docx import read_docx
from build_graph.read.encodings import is_known, no_encoding
from build_graph.read.errors import PartError, ReadError, Skipped
from build_graph.read.halves import whole
from build_graph.read.json_files import read_json, read_json_lines
from build_graph.read.manifest import NAME, Manifests, described
from build_graph.read.parquet import read_parquet
from build_graph.read.pdf import read_pdf
from build_graph.read.text import read_html, read_text
from build_graph.read.warc import read_warc

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    Found = Document | ReadError | Skipped
    Reader = Callable[[Path, str | None], Iterator[Found]]

_OF_ONE: Mapping[str, Reader] = {
    ".txt": read_text,
    **dict.fromkeys((".html", ".htm", ".xhtml", ".shtml", ".jsp"), read_html),
    ".pdf": read_pdf,
    ".docx": read_docx,
}
_OF_MANY: Mapping[str, Reader] = {
    ".json": read_json,
    **dict.fromkeys((".jsonl", ".ndjson", ".jsonl.gz"), read_json_lines),
    **dict.fromkeys((".warc", ".warc.gz"), read_warc),
    ".parquet": read_parquet,
}
READERS: Mapping[str, Reader] = {**_OF_ONE, **_OF_MANY}
"""How a file's name ends -> reader. A file that is named itself and ends otherwise is read as plain text."""
_KNOWN_AS = ("id", "name", "title", "url", "publisher", "kind", "where")
"""What is said of a document beside its text."""


class Named(Protocol):
    """A document, or what was made of it."""

    @property
    def id(self) -> str:
        """Identifier that no other document of a build may have."""

    @property
    def where(self) -> str:
        """Where a record stands; empty for a document that is a file."""


N = TypeVar("N", bound=Named)


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
    manifests = Manifests()
    found = ((each, read_file(each, encoding, manifests)) if isinstance(each, Path) else each for each in files(paths))
    return told(found, encoding, on_skipped)


def told(
    found: Iterable[tuple[Path, Iterable[N | ReadError | Skipped]] | ReadError | Skipped],
    encoding: str | None = None,
    on_skipped: Callable[[Skipped], None] | None = None,
) -> Iterator[N | ReadError]:
    """Yield what was found, told as :func:`read_documents` does.

    Args:
        found: files with what they hold, or what is to be told instead of one.
        encoding: the encoding of all files, if it is not to be detected.
        on_skipped: called with what is no document.
    """
    if encoding is not None and not is_known(encoding):
        yield ReadError(no_encoding(encoding))
        return
    names: dict[str, str] = {}
    for each in found:
        if isinstance(each, tuple):
            path, parts = each
            yield from _judged(_unlike(parts, path, names, on_skipped))
        elif isinstance(each, ReadError):
            yield each
        elif on_skipped:
            on_skipped(each)


def _unlike(
    found: Iterable[N | ReadError | Skipped],
    path: Path,
    names: dict[str, str],
    on_skipped: Callable[[Skipped], None] | None,
) -> Iterator[N | ReadError]:
    """Yield what a file holds; ``names`` are the documents so far, each with the place where it was found."""
    for each in found:
        if isinstance(each, ReadError):
            yield each
        elif isinstance(each, Skipped):
            if on_skipped:
                on_skipped(each)
        else:
            here = each.where or str(path)
            first = names.setdefault(each.id, here)
            yield each if first == here else ReadError(same_name(each.id, here, first, is_record=bool(each.where)))


def _judged(found: Iterator[N | ReadError]) -> Iterator[N | ReadError]:
    """Yield what a file holds: its errors are those of parts, unless it gives no document at all."""
    waiting: ReadError | None = None
    readable = False
    for each in found:
        readable = readable or not isinstance(each, ReadError)
        if waiting:
            yield PartError(*waiting.args)
        waiting = each if isinstance(each, ReadError) else None
        if not isinstance(each, ReadError):
            yield each
    if waiting:
        yield PartError(*waiting.args) if readable else waiting


def same_name(id_: str, here: str, first: str, *, is_record: bool) -> str:
    """Return what is wrong with a document whose id another one has."""
    if is_record:
        return f"{here} has the same id as {first}: {id_}; give it another one"
    return f"{here} would be called {id_}, as {first} is; give it another name, or an id in documents.yml"


def is_document(path: Path) -> bool:
    """Tell whether a file in a folder is read: its suffix is known."""
    return _ending(path) in READERS


def is_one(path: Path) -> bool:
    """Tell whether a file is one document; else it holds records, any number of them."""
    return _ending(path) not in _OF_MANY


def read_file(path: Path, encoding: str | None, manifests: Manifests) -> Iterator[Found]:
    """Yield the documents of one file, and what is to be told of it."""
    reader = READERS.get(_ending(path), read_text)
    try:
        entries = manifests.of(path.parent)
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
    return replace(document, **written) if any(known[name] != said for name, said in written.items()) else document


def _ending(path: Path) -> str:
    """Return how the name ends: with the longest known suffix, else with its last one."""
    last = path.suffix.lower()
    if last in READERS:  # no longer one ends so
        return last
    name = path.name.lower()
    return max((suffix for suffix in READERS if name.endswith(suffix)), key=len, default=last)


def files(paths: Sequence[Path]) -> Iterator[Path | ReadError | Skipped]:
    """Yield the files that are named or lie in folders, each once, and what is to be told of the others."""
    seen: set[Path] = set()
    homes: dict[Path, Path] = {}
    for path in paths:
        is_file = path.is_file()  # most are
        if not is_file and not path.exists():
            yield ReadError(f"{path} does not exist; name a file or a folder that holds some")
            continue
        found = list(_walk(path)) if not is_file and path.is_dir() else [path]
        if all(isinstance(file, Skipped) for file in found):
            yield ReadError(f"{path} holds no documents; files ending in {', '.join(sorted(READERS))} are read")
        for file in found:
            if not isinstance(file, Path):
                yield file
            elif (real := _real(file, homes)) not in seen:
                seen.add(real)
                yield file


def _real(file: Path, homes: dict[Path, Path]) -> Path:
    """Return a file without links on the way to it; ``homes``: folders that were looked at, each without links."""
    if file.is_symlink():
        return file.resolve()
    home = file.parent
    if home not in homes:
        homes[home] = home.resolve()
    return homes[home] / file.name


def _walk(folder: Path) -> Iterator[Path | ReadError | Skipped]:
    home = folder.resolve()
    for root, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if name.startswith(".") or name == NAME:
                continue
            path = Path(root) / name
            if is_document(path):
                yield _within(home, path)
            else:
                yield Skipped(str(path), f"file: {path.suffix or 'no suffix'}")


def _within(home: Path, path: Path) -> Path | ReadError:
    """Return a file of a folder, or why it is none: whoever packed the folder decides what lies in it, and no more.

    Args:
        home: the folder, without links on the way to it.
        path: the file, by whatever way.
    """
    try:
        real = path.resolve(strict=True)
    except (OSError, RuntimeError):  # a circle of links is a RuntimeError up to Python 3.12
        return ReadError(f"{path} is a link that leads nowhere; take it out of the folder")
    if not real.is_relative_to(home):
        return ReadError(f"{path} is a link out of the folder; name the file that it leads to if it is to be read")
    return path if real.is_file() else ReadError(f"{path} is a pipe or a device and no file; take it out of the folder")
