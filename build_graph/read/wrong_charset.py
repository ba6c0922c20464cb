"""Texts that were decoded with another character set than they were written in: 试点 as è¯•ç‚¹, ÊÔµã or 璇曠偣.

The characters still show the bytes, but for those that the wrong set does not have. Each is read back from the
characters that show its bytes; what has lost one stays unreadable. Only a text that becomes Chinese by it is changed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from build_graph.model import Content
from build_graph.read.common import common_characters

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_REPLACEMENT: Final = "\ufffd"
_LOST: Final = b"\xff"
"""Stands for the bytes of a character that the wrong set does not have; no sequence holds it."""
_WESTERN = re.compile(
    r"[\u0080-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]"
)
_LEAST_WESTERN = 0.3
_SHOWS_UTF8 = re.compile("[锛銆鐨]")
"""What the first two bytes of a comma, a stop and 的 in UTF-8 are in cp936; Chinese has hardly any of them."""
_LEAST_SHOWING = 0.01
_UTF8 = re.compile(rb"[\x00-\x7f]|[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_CP936 = re.compile(rb"[\x00-\x7f]|[\x81-\xfe][\x40-\x7e\x80-\xfe]")
_CHINESE = re.compile("[一-鿿]")
_PUNCTUATION = frozenset("，。、；：？！（）《》“”—…·〔〕【】　％")
_TOP = 1_000  # code points in which a text shows it
_LEAST_CHINESE = 0.8
"""Share of what is read that has to be common in Chinese."""
_MOST_UNREADABLE = 0.2


class _Way(NamedTuple):
    """A wrong character set, and the right one with what its characters look like in bytes."""

    wrong: str
    right: str
    sequences: re.Pattern[bytes]


_WESTERN_WAYS = (_Way("cp1252", "utf-8", _UTF8), _Way("cp1252", "gbk", _CP936))
_CHINESE_WAY = _Way("gb18030", "utf-8", _UTF8)


def rightly_decoded(text: str) -> Content | None:
    """Return what a text says that was decoded wrongly; None for nearly all texts."""
    for way in _ways(text):
        said = list(_said(text, way))
        if any(end - start > 1 for _, start, end in said) and _is_chinese(character for character, _, _ in said):
            starts, ends = tuple(start for _, start, _ in said), tuple(end for _, _, end in said)
            return Content("".join(character for character, _, _ in said), starts, ends)
    return None


def _ways(text: str) -> tuple[_Way, ...]:
    """The ways in which a text may have been decoded wrongly, by what it shows at its top; none for nearly all."""
    top = text[:_TOP]
    if len(_WESTERN.findall(top)) >= _LEAST_WESTERN * len(top):
        return _WESTERN_WAYS
    return (_CHINESE_WAY,) if len(_SHOWS_UTF8.findall(top)) >= _LEAST_SHOWING * len(top) else ()


def _said(text: str, way: _Way) -> Iterator[tuple[str, int, int]]:
    """Yield each character with the raw span that shows it; lines that do not become Chinese say what they show."""
    start = 0
    for line in text.split("\n"):
        read = list(_read(line, way))
        if _is_right(line, read, way):
            read = [(character, at, at + 1) for at, character in enumerate(line)]
        yield from ((character, start + first, start + last) for character, first, last in read)
        start += len(line) + 1
        if start <= len(text):
            yield "\n", start - 1, start


def _read(line: str, way: _Way) -> Iterator[tuple[str, int, int]]:
    """Yield each character with the first and the last place that show it; what cannot be read is one character."""
    shown = [_bytes_of(character, way.wrong) for character in line]
    owners = [place for place, data in enumerate(shown) for _ in data]
    data = b"".join(shown)
    at = begun = 0
    for found in way.sequences.finditer(data):
        if found.start() > at:
            yield _REPLACEMENT, owners[at], owners[found.start() - 1] + 1
        begun, at = found.span()
        yield found[0].decode(way.right, "replace")[0], owners[begun], owners[at - 1] + 1
    if at < len(data):
        yield _REPLACEMENT, owners[at], owners[-1] + 1


def _is_right(line: str, read: list[tuple[str, int, int]], way: _Way) -> bool:
    """Tell whether a line of a text that was decoded wrongly was not: it holds Chinese, or cannot be read otherwise."""
    if way.wrong == "cp1252":
        return _CHINESE.search(line) is not None
    return sum(character == _REPLACEMENT for character, _, _ in read) > _MOST_UNREADABLE * len(read)


def _bytes_of(character: str, charset: str) -> bytes:
    """Return the bytes that a character shows: those that cp1252 does not have show as control characters."""
    if charset == "cp1252" and character <= "\xff":
        return character.encode("latin-1")
    try:
        return _LOST if character == _REPLACEMENT else character.encode(charset)
    except UnicodeEncodeError:
        return _LOST


def _is_chinese(characters: Iterable[str]) -> bool:
    """Tell whether what is read is Chinese, most of it readable."""
    foreign = [character for character in characters if not character.isascii()]
    readable = [character for character in foreign if character != _REPLACEMENT]
    known = sum(character in _PUNCTUATION or character in common_characters() for character in readable)
    enough = len(readable) >= (1 - _MOST_UNREADABLE) * len(foreign)
    return bool(readable) and enough and known >= _LEAST_CHINESE * len(readable)
