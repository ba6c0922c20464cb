"""The files of a folder that is published: size, checksum, kind.

Hidden files and folders and unfinished downloads (``.part``) are no part of a publication, and a description does not
describe itself. A file that lies in parts is one file: its size and checksum are those of the parts one after the
other, so ``cat graph.nq/part-* | sha256sum`` proves it.
"""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, NoReturn

from exports.data_files import table
from exports.dataset.errors import DescriptionError
from publishing.parts import in_parts, parts_of
from queries.store import BUILT_GRAPH

if TYPE_CHECKING:
    from collections.abc import Iterator

TURTLE: Final = "dataset.ttl"
JSON_LD: Final = "dataset.jsonld"
_UNFINISHED: Final = ".part"
_STEM: Final = Path(BUILT_GRAPH).stem


@dataclass(frozen=True, slots=True)
class FileType:
    """A kind of file, after the end of its name."""

    media_type: str = ""
    """As registered with IANA, ``text/turtle``; empty if nothing is."""
    eu_file_type: str = ""
    """Code of the EU Publications Office's list of file types."""
    w3c_format: str = ""
    """Local name among the W3C's formats, of RDF only."""
    zh: str = ""
    en: str = ""


@dataclass(frozen=True, slots=True)
class PublishedFile:
    """A file of the folder, in one piece or in parts."""

    path: str
    """Below the folder, with ``/``."""
    size: int
    """In bytes."""
    sha256: str
    """Digest of its bytes, 64 hexadecimal digits."""
    type: FileType
    parts: tuple[str, ...] = ()
    """Paths of its parts, in order; none if it is in one piece."""

    @property
    def pieces(self) -> tuple[str, ...]:
        """Paths of what is to be downloaded for having it."""
        return self.parts or (self.path,)

    @property
    def is_dump(self) -> bool:
        """Whether it is RDF and holds the whole graph: ``graph.nq`` and its other syntaxes."""
        return bool(self.type.w3c_format) and Path(self.path).with_suffix("") == Path(_STEM)


def published_files(folder: Path) -> tuple[PublishedFile, ...]:
    """Return the files of a folder and of the folders in it, sorted by path.

    Raises DescriptionError for a file or a folder that cannot be read, and for a part that is missing.
    """
    try:
        paths = sorted((path.relative_to(folder).as_posix(), path) for path in _walk(folder))
        return tuple(_described(name, path) for name, path in paths if name not in {TURTLE, JSON_LD})
    except OSError as error:
        _unreadable(error)


def _walk(folder: Path) -> Iterator[Path]:
    """Yield what is published; a link to nothing is yielded too, so that it is told."""
    for parent, folders, names in os.walk(folder, onerror=_unreadable):
        folders[:] = [name for name in folders if not name.startswith(".")]
        parts = set[Path]()
        if in_parts(Path(parent)):
            yield Path(parent)
            parts = set(parts_of(Path(parent)))
        for name in names:
            path = Path(parent, name)
            hidden = name.startswith(".") or name.endswith(_UNFINISHED) or path in parts
            if not hidden and (path.is_file() or not path.exists()):
                yield path


def _described(name: str, path: Path) -> PublishedFile:
    try:
        name.encode()
    except UnicodeEncodeError:
        raise DescriptionError(f"the name of {path} is not in UTF-8 and has no address; rename the file") from None
    parts, digest, size = parts_of(path), hashlib.sha256(), 0
    for part in parts:
        with part.open("rb") as file:
            hashlib.file_digest(file, lambda: digest)
            size += file.tell()
    names = tuple(f"{name}/{part.name}" for part in parts if part != path)
    return PublishedFile(name, size, digest.hexdigest(), _type(path.suffix.lower()), names)


def _type(suffix: str) -> FileType:
    for row in table("dataset_file_types.tsv"):
        if row["suffix"] == suffix:
            return FileType(**{key: value for key, value in row.items() if key != "suffix"})
    return FileType()


def _unreadable(error: OSError) -> NoReturn:
    raise DescriptionError(f"{error.filename} cannot be read: {error.strerror or error}") from error
