"""Noise of bytes: lost, cut, or taken for those of another character set."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from tests.robustness.noise.edits import Edit, lines_of


def lost_bytes(text: str, random: Random) -> Iterator[Edit]:
    """A byte was put between the two bytes of a character, in cp936: 健全醫??傤~付費.

    As on real pages the place is one where the second byte of a character and the first one of the next happen to be
    those of a mark that was replaced; all is paired wrongly until an ASCII byte stands where a pair would begin.
    """
    places = [start for start, end in lines_of(text) for start in range(start, end - 1) if _is_split(text, start)]
    random.shuffle(places)
    edits: list[Edit] = []
    for place in places:
        found = _broken(text, place)
        if (
            found
            and found.end - found.start <= 16
            and all(found.start >= e.end + 8 or found.end + 8 <= e.start for e in edits)
        ):
            edits.append(found)
        if len(edits) == max(1, len(text) // 400):
            break
    yield from edits


_REPLACED = {mark.encode("gbk") for mark in "；？！，：（）ＶＱ"}


def _gbk(text: str) -> bytes:
    return text.encode("gbk", "replace")


def _is_split(text: str, at: int) -> bool:
    """Tell whether the second byte of a character and the first one of the next are the bytes of a replaced mark."""
    left, right = _gbk(text[at]), _gbk(text[at + 1])
    return len(left) == len(right) == 2 and left[1:] + right[:1] in _REPLACED


def _broken(text: str, at: int) -> Edit | None:
    """Return the edit that the byte inserted inside the character at ``at`` makes; None if it never ends."""
    line_end = text.find("\n", at) if "\n" in text[at:] else len(text)
    data = [_gbk(character) for character in text[at:line_end]]
    pending, shown = data[0][:1] + b"\x01", [_pair(data[0][:1] + b"\x01")]
    pending = data[0][1:]
    for used, encoded in enumerate(data[1:], 2):
        if len(encoded) == 1:
            return Edit(at, at + used, "".join(shown) + _pair(pending + encoded))
        shown.append(_pair(pending + encoded[:1]))
        pending = encoded[1:]
        if pending[0] < 0x80:
            return Edit(at, at + used, "".join(shown) + pending.decode("ascii"))
    return None


def _pair(pair: bytes) -> str:
    """Return what the decoder and a compatibility normalisation made of two bytes: ``?`` if they are no character."""
    try:
        character = pair.decode("gbk")
    except UnicodeDecodeError:
        lead, trail = pair
        if 0xAA <= lead <= 0xAF and trail >= 0xA1:
            return chr(0xE000 + (lead - 0xAA) * 94 + trail - 0xA1)
        if lead >= 0xF8 and trail >= 0xA1:
            return chr(0xE234 + (lead - 0xF8) * 94 + trail - 0xA1)
        return "?"
    return chr(ord(character) - 0xFEE0) if "！" <= character <= "～" else character


def wrong_charset(text: str, _: Random) -> Iterator[Edit]:
    """UTF-8 that was taken for Latin-1: each character is shown by two or three others."""
    for at, character in enumerate(text):
        if not character.isascii():
            yield Edit(at, at + 1, character.encode().decode("latin-1"))


def split_characters(text: str, random: Random) -> Iterator[Edit]:
    """A character was cut at the end of a buffer of UTF-8: two or three replacement characters are left of it."""
    at = random.randint(150, 350)
    while at < len(text):
        if "\u4e00" <= text[at] <= "\u9fff":
            yield Edit(at, at + 1, "\ufffd" * random.choice([2, 3]))
        at += random.randint(250, 450)
