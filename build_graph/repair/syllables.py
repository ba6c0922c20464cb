"""How characters are read: 保 is read bǎo, 行 xíng, háng, hàng or héng.

The table comes from pypinyin (see tools/make_readings_table.py) and holds traditional characters as well.
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from build_graph.tables import packed_rows

if TYPE_CHECKING:
    from collections.abc import Mapping

READING = r"[a-zü:\u00e0-\u00fc\u0101-\u01dc\u0300-\u0304\u0308\u030c]{1,8}[1-5]?"
"""Regular expression of a written reading: toned (bǎo), toneless (bao), numbered (bao3), ü as v, ü or u:."""

_KEPT: Final = 2**11
"""So many answers are kept: Chinese has 400 syllables, each of them written in some ways."""
_TONES = str.maketrans("", "", "\u0300\u0301\u0304\u030c12345")


def reads(character: str, reading: str) -> bool:
    """Tell whether ``character`` can be read as ``reading``, whatever the tone."""
    return character in read_as(reading)


@lru_cache(_KEPT)
def read_as(reading: str) -> frozenset[str]:
    """Return the characters that can be read as ``reading``, whatever the tone."""
    return frozenset().union(*(_characters().get(syllable, "") for syllable in _spellings(reading)))


@cache
def _characters() -> Mapping[str, str]:
    return {syllable: characters for syllable, characters in packed_rows("build_graph.repair", "readings")}  # noqa: C416 -- two cells


def _spellings(reading: str) -> tuple[str, ...]:
    """Return the toneless syllables that a written reading can stand for: lu is lu, or lü without its dots."""
    syllable = unicodedata.normalize("NFD", reading).translate(_TONES)
    syllable = syllable.replace("u\u0308", "v").replace("u:", "v")
    return (syllable, syllable.replace("u", "v")) if "u" in syllable else (syllable,)
