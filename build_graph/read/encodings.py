"""Bytes -> text: the encodings in which Chinese pages are stored."""

from __future__ import annotations

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CHINESE = ["gb18030", "big5", "utf_16_le", "utf_16_be"]
_USUAL = re.compile(r"[\s!-~\u2010-\u203b\u3000-\u301f\u4e00-\u9fff\uff01-\uff5e]")
_USUAL_SHARE = 0.8
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


def _plain_name(encoding: str) -> str:
    return codecs.lookup(encoding).name.removesuffix("-sig")


def _named(data: bytes, encoding: str) -> str:
    try:
        codecs.lookup(encoding)
    except LookupError as error:
        raise EncodingError(f"there is no encoding {encoding!r}; try utf-8, gb18030, big5 or utf-16") from error
    text = _strict(data, "utf-8-sig" if _plain_name(encoding) == "utf-8" else encoding)
    return text.removeprefix("\ufeff")


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


def _reads_as_chinese(text: str) -> bool:
    """Any two bytes are a character of UTF-16, but seldom one that a Chinese page has."""
    return len(_USUAL.findall(text)) >= _USUAL_SHARE * len(text)


def _detected(data: bytes) -> tuple[str, str]:
    from charset_normalizer import from_bytes  # noqa: PLC0415  (only pages that are not UTF-8 need it)

    best = from_bytes(data, cp_isolation=_CHINESE).best()
    if best is None or _CONTROL.search(str(best)) or not _reads_as_chinese(str(best)):
        raise EncodingError("it looks like a binary file, or its encoding cannot be told; name it with --encoding")
    return str(best).removeprefix("\ufeff"), _plain_name(best.encoding)
