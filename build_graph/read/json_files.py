"""The readers of JSON (one record or a list of them) and of JSON Lines (one record a line)."""

from __future__ import annotations

import gzip
import json
import zlib
from typing import TYPE_CHECKING

from build_graph.read.encodings import EncodingError, decode
from build_graph.read.errors import ReadError
from build_graph.read.records import Origin, document_at
from build_graph.read.source import LARGEST_RECORD, bytes_of, digest
from build_graph.read.spelling import after_space, value_at

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import BinaryIO

    from build_graph.model import Document

_BROKEN_GZIP = (EOFError, zlib.error, gzip.BadGzipFile)


def read_json(path: Path, encoding: str | None = None) -> Iterator[Document | ReadError]:
    """Yield the documents of a file of JSON; what follows a mistake of syntax cannot be read.

    The text of a document is the file, if that is one object, else its own object: a list of a million records is not
    a million times as long.

    Raises:
        ReadError: if the file cannot be opened, or is no text.
    """
    data = bytes_of(path)
    text, name = _decoded(data, encoding, str(path))
    found: list[tuple[int, int]] = []
    broken: ReadError | None = None
    try:
        found.extend(_objects(text))
    except _BrokenError as error:
        rest = "; what comes after it cannot be read" if error.before else ""
        found, broken = error.before, ReadError(f"{path}, {error}{rest}")
    if len(found) == 1 and not broken and text[after_space(text, 0)] == "{":
        yield _document(text, found[0][0], Origin(str(path), path.stem, name, digest(data)), path.name)
        return
    yield from _records(path, text, name, found)
    if broken:
        yield broken
    elif not found:
        yield ReadError(f"{path} holds no records; give an object or a list of objects")


def read_json_lines(path: Path, encoding: str | None = None) -> Iterator[Document | ReadError]:
    """Yield the documents of a file of JSON Lines, compressed or not, one line in memory at a time.

    Raises:
        ReadError: if the file cannot be opened.
    """
    stem = path.name.split(".json", 1)[0] or path.stem
    some = False
    try:
        with _opened(path) as file:
            for number, line in _lines(file):
                some = True
                where = f"{path}, line {number}"
                if len(line) > LARGEST_RECORD:
                    yield ReadError(f"{where} is longer than {LARGEST_RECORD // 2**20} MB")
                else:
                    yield _of_line(line, encoding, Origin(where, f"{stem}-{number}", "", digest(line)))
    except _BROKEN_GZIP:
        yield ReadError(f"{path} is damaged or cut off: what comes after here cannot be unpacked")
    else:
        if not some:
            yield ReadError(f"{path} is empty; give a file with one record a line")


def _records(path: Path, text: str, encoding: str, found: list[tuple[int, int]]) -> Iterator[Document | ReadError]:
    line, seen = 1, 0
    for number, (start, end) in enumerate(found, 1):
        line, seen = line + text.count("\n", seen, start), start
        record = text[start:end]
        where = f"{path}, record {number} (line {line})"
        sha256 = digest(record.encode("utf-8", "surrogatepass"))
        yield _document(record, 0, Origin(where, f"{path.stem}-{number}", encoding, sha256), None)


class _BrokenError(ValueError):
    """JSON with a mistake. Its text says what and where; ``before`` are the objects before it."""

    def __init__(self, message: str, before: list[tuple[int, int]]) -> None:
        super().__init__(message)
        self.before = before


def _objects(text: str) -> list[tuple[int, int]]:
    """Return where the objects of a file stand: the values themselves, or those of a list."""
    found: list[tuple[int, int]] = []
    at = after_space(text, 0)
    inside = False
    try:
        while at < len(text):
            if not inside and text[at] == "[":
                inside, at = True, after_space(text, at + 1)
            if inside and text[at : at + 1] == "]":
                inside, at = False, after_space(text, at + 1)
                continue
            _, end = value_at(text, at)
            found.append((at, end))
            at = after_space(text, end)
            if inside and text[at : at + 1] == ",":
                at = after_space(text, at + 1)
            elif inside and text[at : at + 1] != "]":
                raise json.JSONDecodeError("a comma or a bracket is missing", text, at)
    except (ValueError, RecursionError) as error:
        raise _BrokenError(_mistake(error), found) from error
    if inside:
        raise _BrokenError("not valid JSON: the list has no end", found)
    return found


def _mistake(error: ValueError | RecursionError) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"line {error.lineno}, column {error.colno}: not valid JSON: {_said(error)}"
    return "not valid JSON: " + ("nested too deeply" if isinstance(error, RecursionError) else "a number is too long")


def _said(error: json.JSONDecodeError) -> str:
    message = error.msg.removesuffix(" starting at")
    return f"{message[0].lower()}{message[1:]}"


def _document(text: str, at: int, origin: Origin, file: str | None) -> Document | ReadError:
    if text[at] != "{":
        return ReadError(f"{origin.where}: no object; give records with a key text, content or html")
    try:
        return document_at(text, at, origin, file)
    except ReadError as error:
        return error


def _of_line(line: bytes, encoding: str | None, origin: Origin) -> Document | ReadError:
    try:
        text, name = _decoded(line, encoding, origin.where)
    except ReadError as error:
        return error
    return record_of(text, Origin(origin.where, origin.name, name, origin.sha256))


def record_of(text: str, origin: Origin) -> Document | ReadError:
    """Return the document of a text that is one object of JSON, or what is wrong with it."""
    try:
        at = after_space(text, 0)
        _, end = value_at(text, at)
        if (rest := after_space(text, end)) < len(text):
            raise json.JSONDecodeError("more than one value on the line", text, rest)
    except json.JSONDecodeError as error:
        return ReadError(f"{origin.where}, column {error.colno}: not valid JSON: {_said(error)}")
    except (ValueError, RecursionError) as error:
        return ReadError(f"{origin.where}: {_mistake(error)}")
    return _document(text, at, origin, None)


def _decoded(data: bytes, encoding: str | None, where: str) -> tuple[str, str]:
    try:
        return decode(data, encoding)
    except EncodingError as error:
        raise ReadError(f"{where}: {error}") from error


def _opened(path: Path) -> BinaryIO:
    try:
        return gzip.open(path) if path.suffix.lower() == ".gz" else path.open("rb")  # type: ignore[return-value]
    except OSError as error:
        raise ReadError(f"{path} cannot be read: {error.strerror}") from error


def _lines(file: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """Yield the lines that hold anything with their numbers; of one that is too long, its beginning."""
    number = 0
    while line := file.readline(LARGEST_RECORD + 1):
        number += 1
        rest = line
        while len(rest) > LARGEST_RECORD and not rest.endswith(b"\n"):
            rest = file.readline(LARGEST_RECORD + 1)
        if line.strip():
            yield number, line.rstrip(b"\r\n")
