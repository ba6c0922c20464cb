"""Bytes -> text: the encodings in which Chinese pages are stored."""

from __future__ import annotations

import codecs
import re

from build_graph.read.common import common_characters
from build_graph.read.halves import whole

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CHINESE = ("gb18030", "big5", "cp950", "utf-16-le", "utf-16-be")
"""What bytes that are not UTF-8 may be; cp950 is Big5 with the characters that Windows adds."""
_PLAUSIBLE = 0.7
"""Least share of common characters beyond ASCII in a text whose encoding is told by them."""
_MOST_LOST = 0.01
"""Largest share of characters that a page may have lost."""
_SAMPLE = 50_000
"""So many characters tell."""
_DECLARED = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,20})|<\?xml[^>]{0,100}?encoding=[\"']([\w-]{2,20})",
    re.IGNORECASE,
)
_HEAD = 4096
"""A page declares its encoding in so many bytes."""
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")


class EncodingError(ValueError):
    """Bytes that are no text, or not in the encoding that was named. Its text says why."""


def decode(data: bytes, encoding: str | None = None) -> tuple[str, str]:
    """Return the text of a file and the name of its encoding.

    Without ``encoding``, a byte-order mark decides, then strict UTF-8, then what reads as Chinese among GB18030,
    Big5 and UTF-16. The byte-order mark is no part of the text; line ends stay as they are.

    Raises:
        EncodingError: if the bytes are no text, or not valid in the encoding that was named.
    """
    if encoding is not None:
        return _named(data, encoding), _plain_name(encoding)
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _strict(data, name), _plain_name(name)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _detected(data)
    return (text, "utf-8") if not _CONTROL.search(text) else _detected(data)


def decode_page(data: bytes, encoding: str | None = None, declared: str | None = None) -> tuple[str, str]:
    """Return the text of a page and the name of its encoding.

    As :func:`decode`, but what the page or its server (``declared``) says of its encoding is heard, if the bytes do
    not speak against it. Where nothing else fits, bytes that the declared encoding does not know become U+FFFD.
    """
    if encoding is not None or any(data.startswith(mark) for mark, _ in _MARKS):
        return decode(data, encoding)
    found = _DECLARED.search(data, 0, _HEAD)
    names = [declared, *(name.decode("ascii") for name in (found.groups() if found else ()) if name)]
    known = [name for name in map(_superset, filter(None, names)) if name]
    for name in known:
        if _common_share(data, name) >= _PLAUSIBLE:
            return data.decode(name), name
    try:
        return decode(data)
    except EncodingError:
        text = data.decode(known[0], "replace") if known else ""
        if not known or text.count("\ufffd") > _MOST_LOST * len(text) or _CONTROL.search(text):
            raise
        return text, known[0]


def is_known(encoding: str) -> bool:
    """Return whether there is an encoding of text by this name."""
    try:
        "a".encode(encoding)
    except (LookupError, ValueError):
        return False
    return True


def no_encoding(name: str) -> str:
    """Return what is told of an encoding that nobody knows."""
    return f"there is no encoding {name!r}; try utf-8, gb18030, big5 or utf-16"


def _superset(name: str) -> str | None:
    """Return the encoding that browsers mean by a name; None for an unknown one."""
    try:
        known = codecs.lookup(name.strip()).name
    except LookupError:
        return None
    return {"gb2312": "gb18030", "gbk": "gb18030", "big5": "cp950"}.get(known, known)


def _plain_name(encoding: str) -> str:
    return codecs.lookup(encoding).name.removesuffix("-sig")


def _named(data: bytes, encoding: str) -> str:
    if not is_known(encoding):
        raise EncodingError(no_encoding(encoding))
    text = _strict(data, "utf-8-sig" if _plain_name(encoding) == "utf-8" else encoding)
    return whole(text.removeprefix("\ufeff"))


def _strict(data: bytes, encoding: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeError as error:
        at = f" at byte {error.start}" if isinstance(error, UnicodeDecodeError) else ""
        name = _plain_name(encoding)
        raise EncodingError(
            f"it is not valid {name}{at}; name its encoding with --encoding, or leave it out"
        ) from error
    if _CONTROL.search(text):
        raise EncodingError("it looks like a binary file; give a text file")
    return text


def _detected(data: bytes) -> tuple[str, str]:
    """Any two bytes are a character of several encodings, but seldom one that a Chinese page has."""
    shares = {encoding: _common_share(data, encoding) for encoding in _CHINESE}
    best = max(shares, key=lambda encoding: shares[encoding])
    if shares[best] < _PLAUSIBLE:
        raise EncodingError("it looks like a binary file, or its encoding cannot be told; name it with --encoding")
    return data.decode(best), best


def _common_share(data: bytes, encoding: str) -> float:
    """Return the share of common characters beyond ASCII; 0 if the data is no text in the encoding."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return 0.0
    if _CONTROL.search(text):
        return 0.0
    sample = text[:_SAMPLE]
    beyond_ascii = [character for character in sample if not character.isascii()] or list(sample)
    return sum(map(common_characters().__contains__, beyond_ascii)) / max(len(beyond_ascii), 1)
