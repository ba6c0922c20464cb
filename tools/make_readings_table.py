"""Write the table of readings: which characters are read how, without tones (ü as v).

    python tools/make_readings_table.py

Needs pypinyin (MIT), at generation time only. Traditional and simplified characters are both in it.
"""

from __future__ import annotations

import gzip
import re
import unicodedata
from collections import defaultdict
from pathlib import Path

from pypinyin.constants import PINYIN_DICT

TARGET = Path("build_graph/repair/tables/readings.tsv.gz")
HEAD = "# Characters by reading: toneless syllable (ü written v), characters. From pypinyin (MIT licence).\n"
SYLLABLE = re.compile(r"[a-z]{1,6}")


def toneless(reading: str) -> str:
    """Return a syllable without its tone: lǜ -> lv."""
    decomposed = unicodedata.normalize("NFD", reading).replace("u\u0308", "v")
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def main() -> None:
    """Write the table."""
    characters: dict[str, set[str]] = defaultdict(set)
    for code, readings in PINYIN_DICT.items():
        if code <= 0xFFFF:
            for syllable in map(toneless, readings.split(",")):
                if SYLLABLE.fullmatch(syllable):
                    characters[syllable].add(chr(code))
    rows = "".join(f"{syllable}\t{''.join(sorted(chars))}\n" for syllable, chars in sorted(characters.items()))
    TARGET.write_bytes(gzip.compress((HEAD + rows).encode(), 9, mtime=0))
    print(f"{TARGET}: {len(characters)} syllables, {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main()
