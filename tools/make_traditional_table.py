"""Write the table of characters that only traditional text has.

    python tools/make_traditional_table.py

They are what OpenCC's t2s changes and GB 2312 lacks: characters such as 乾, 於 or 著, which simplified text
has as well (乾县), say nothing about a text; nor do the few that names of divisions have (鴜鹭树镇).
Needs opencc-pyo3 (MIT; the dictionaries of OpenCC are Apache-2.0).
"""

from __future__ import annotations

import gzip
from itertools import chain
from pathlib import Path

from opencc_pyo3 import OpenCC

TARGET = Path("build_graph/repair/tables/traditional.txt")
HEAD = (
    "# Characters that only traditional text has: changed by OpenCC's t2s, absent from GB 2312\n"
    "# and from the names of today's divisions.\n"
)
NAMES = [Path("build_graph/places/data") / name for name in ("divisions.tsv.gz", "townships.tsv.gz")]
BLOCKS = (range(0x3400, 0x4DC0), range(0x4E00, 0xA000))
PER_LINE = 50


def in_gb2312(character: str) -> bool:
    """Tell whether GB 2312 has the character."""
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def main() -> None:
    """Write the table."""
    in_names = set().union(*(gzip.decompress(path.read_bytes()).decode() for path in NAMES))
    codes = chain(*BLOCKS)
    candidates = [chr(code) for code in codes if not in_gb2312(chr(code)) and chr(code) not in in_names]
    simplified = OpenCC("t2s").convert("\n".join(candidates)).split("\n")
    found = [old for old, new in zip(candidates, simplified, strict=True) if old != new]
    lines = ("".join(found[at : at + PER_LINE]) + "\n" for at in range(0, len(found), PER_LINE))
    TARGET.write_text(HEAD + "".join(lines), "utf-8")
    print(f"{TARGET}: {len(found)} characters")


if __name__ == "__main__":
    main()
