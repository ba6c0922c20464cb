"""The reader of web archives (WARC), as crawlers store them: one document for each page that a server answered with.

The text of a document is the decoded page; passages count in it. The address is the one that was fetched. The date
of the archive is when it was fetched, not when the page was published, and is not used.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from build_graph.model import Document
from build_graph.read.encodings import EncodingError, decode_page
from build_graph.read.errors import ReadError, Skipped
from build_graph.read.packed import GZIP, DamagedError, Unpacked, find
from build_graph.read.source import LARGEST_RECORD, checked, digest, page_or_text, short_enough
from build_graph.read.stated import address

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator
    from pathlib import Path
    from typing import BinaryIO, TypeAlias

    from fastwarc import WarcRecord

    Found: TypeAlias = Document | ReadError | Skipped

_TEXTS = {"text/html", "application/xhtml+xml", "text/plain"}
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_OK = 200
_BEGINNING = b"\nWARC/1."
_SWALLOWED = b"\r\n\r" + _BEGINNING
_HEAD_END = b"\r\n\r\n"
_RECORD_END = 4
"""Bytes of the two line ends that close a record."""


def read_warc(path: Path, encoding: str | None = None) -> Iterator[Found]:
    """Yield the documents of an archive, packed or not, one record in memory at a time.

    A damaged record is told with the byte at which it starts, and the reading goes on with the next one.

    Raises:
        ReadError: if the file cannot be opened or is empty.
    """
    try:
        with path.open("rb") as file:
            if not file.read(1):
                raise ReadError(f"{path} is empty; give an archive with records")
            start: int | None = 0
            while start is not None:
                broken = yield from _records(file, start, path, encoding)
                start = None if broken is None else _next(file, broken + 1)
    except OSError as error:
        raise ReadError(f"{path} cannot be read: {error.strerror}") from error


def _next(file: BinaryIO, start: int) -> int | None:
    """Return where the next record, or the next member of gzip that holds one, starts."""
    file.seek(0)
    if file.read(len(GZIP)) != GZIP:
        found = find(file, _BEGINNING, start)
        return None if found is None else found + 1
    at = find(file, GZIP, start)
    while at is not None:
        try:
            if Unpacked(file, at).read(len(_BEGINNING)).startswith(_BEGINNING[1:]):
                return at
        except DamagedError:
            pass
        at = find(file, GZIP, at + 1)
    return None


def _records(file: BinaryIO, start: int, path: Path, encoding: str | None) -> Generator[Found, None, int | None]:
    """Yield what the records from ``start`` on hold; return where a damaged one starts, None at the end."""
    from fastwarc import ArchiveIterator  # noqa: PLC0415  (archives only)

    stream = Unpacked(file, start)
    readable = cast("BinaryIO", stream)  # of a file, the library reads and asks where it stands
    last: tuple[int, int] | None = None
    try:
        for record in ArchiveIterator(readable, parse_http=False, stream_detect=False):
            place, length = stream.place(record.stream_pos), record.content_length
            where = f"{path}, byte {place}"
            last = place, length
            if length > LARGEST_RECORD:
                yield ReadError(f"{where}: the record is larger than {LARGEST_RECORD // 2**20} MB")
                continue
            block = record.reader.read()
            if len(block) < length or not record.record_id:
                yield ReadError(f"{where}: the record is cut off")
                return place
            if record.is_http and _SWALLOWED in block:
                yield ReadError(f"{where}: the length of the record is wrong")
                return place
            yield _found(record, block, where, encoding)
    except DamagedError as error:
        yield ReadError(f"{path}, byte {stream.member}: {error}")
        return stream.member
    except OSError as error:
        place = _end(file, stream, *last) if last else start
        yield ReadError(f"{path}, byte {place}: no record of an archive: {error}")
        return place
    return None


def _end(file: BinaryIO, stream: Unpacked, place: int, length: int) -> int:
    """Return where the record after the one at ``place`` should start."""
    if stream.is_packed:
        return stream.after(place)
    head = find(file, _HEAD_END, place)
    return place if head is None else head + len(_HEAD_END) + length + _RECORD_END


def _found(record: WarcRecord, block: bytes, where: str, encoding: str | None) -> Found:
    """Return the document of a whole record, or why there is none."""
    kind = str(record.record_type)
    if kind == "response" and record.is_http:
        return _response(record, block, where, encoding)
    if kind == "resource":
        media, charset = _media(record.headers.get("Content-Type"))
        return _document(record, block, media, charset, where, encoding)
    return Skipped(where, f"record: {kind}")


def _response(record: WarcRecord, block: bytes, where: str, encoding: str | None) -> Found:
    from fastwarc import WarcRecord as Record  # noqa: PLC0415  (archives only)
    from fastwarc import WarcRecordType  # noqa: PLC0415

    answer = Record()  # of its own: a mistake in it must not end the reading of the archive
    answer.init_headers(WarcRecordType.response)
    answer.set_bytes_content(block)
    answer.is_http = True
    try:
        answer.parse_http(auto_decode="all")
        data = answer.reader.read(LARGEST_RECORD + 1)
    except OSError as error:
        return ReadError(f"{where}: the answer cannot be decoded: {error}")
    status = answer.http_headers.status_code if answer.is_http_parsed else None
    if status is None or len(data) > LARGEST_RECORD:
        return ReadError(f"{where}: the answer " + ("has no status" if status is None else "is too large"))
    if status != _OK:
        return Skipped(where, f"record: status {status}")
    media, charset = _media(answer.http_headers.get("Content-Type"))
    return _document(record, data, media, charset, where, encoding)


def _media(written: str | None) -> tuple[str, str | None]:
    """Return the type of a content and the encoding that is stated with it."""
    media, _, rest = (written or "").partition(";")
    found = _CHARSET.search(rest)
    return media.strip().lower(), found[1] if found else None


def _document(
    record: WarcRecord, data: bytes, media: str, charset: str | None, where: str, encoding: str | None
) -> Found:
    if media not in _TEXTS:
        return Skipped(where, f"record: {media or 'no type'}")
    try:
        text, name = decode_page(data, encoding, charset)
        short_enough(len(text), where)
        content, stated = page_or_text(text, page=media != "text/plain")
        fetched = address(record.headers.get("WARC-Target-URI"))
        known = stated._replace(url=fetched or stated.url)
        id_ = (record.record_id or "").strip("<>")
        document = Document(id_, id_, text, name, digest(data), **known._asdict(), content=content, where=where)
        return checked(document, where)
    except EncodingError as error:
        return ReadError(f"{where}: {error}")
    except ReadError as error:
        return error
