"""Generate the font that the pictures of reformgraph are lettered with: Noto Sans CJK SC, some characters of it.

    apt-get install fonts-noto-cjk
    python tools/make_font.py

The source is NotoSansCJK-Regular.ttc 2.004 (copyright 2014-2021 Adobe, SIL Open Font License 1.1, no reserved font
name). It covers the first level of GB/T 2312, every character of the shipped tables (names of divisions and
townships, agencies, cue words), ASCII and punctuation. Hints and typographic features are left out: so the
width of a text is the sum of the advance widths of its characters, in every program that draws it. The file is the same
bytes at every run.
"""

from __future__ import annotations

import argparse
import gzip
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTCollection

ROOT = Path(__file__).resolve().parent.parent
SOURCE = Path("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc")
TARGET = ROOT / "exports" / "fonts" / "NotoSansCJKsc-Regular-subset.otf"
FAMILY = "Noto Sans CJK SC"
TABLES = ("build_graph", "exports", "queries", "ontology")
LEFT_OUT = ["BASE", "GDEF", "GPOS", "GSUB", "VORG", "vhea", "vmtx"]


def main() -> None:
    """Cut the font down and write it, print how many characters it has and how large it is."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--source", type=Path, default=SOURCE, help="NotoSansCJK-Regular.ttc")
    options = parser.parse_args()
    font = next(font for font in TTCollection(options.source, lazy=True) if font["name"].getDebugName(1) == FAMILY)
    wanted = level_1_of_gb2312() | characters_of_the_tables() | punctuation()
    subsetter = Subsetter(_options())
    subsetter.populate(unicodes=wanted & font.getBestCmap().keys())
    subsetter.subset(font)
    font.recalcTimestamp = False
    font.save(TARGET, reorderTables=True)
    print(f"{len(font.getBestCmap())} characters, {TARGET.stat().st_size / 1e6:.2f} MB")


def level_1_of_gb2312() -> set[int]:
    """Return the 3755 frequent characters: rows 16 to 55 of GB/T 2312."""
    cells = (bytes((0xA0 + row, 0xA0 + cell)) for row in range(16, 56) for cell in range(1, 95))
    return {ord(character) for pair in cells for character in pair.decode("gb2312", "ignore")}


def characters_of_the_tables() -> set[int]:
    """Return every character of the tables that the rooms ship."""
    files = sorted(
        file for room in TABLES for file in (ROOT / room).rglob("*") if file.suffix in {".tsv", ".rq", ".ttl"}
    )
    text = "".join(file.read_text("utf-8") for file in files)
    packed = sorted((ROOT / "build_graph" / "places" / "data").glob("*.tsv.gz"))
    return {ord(character) for character in text + "".join(gzip.decompress(f.read_bytes()).decode() for f in packed)}


def punctuation() -> set[int]:
    """Return ASCII, Latin letters with tone marks, punctuation, full-width forms and circled numbers."""
    ranges = ((0x20, 0x180), (0x1CD, 0x1DD), (0x2010, 0x2060), (0x2160, 0x217A), (0x2190, 0x219A), (0x2460, 0x249C))
    more = ((0x25A0, 0x2610), (0x3000, 0x3030), (0xFF00, 0xFFF0), (0x2200, 0x2270), (0x2100, 0x2123))
    return {code for first, end in ranges + more for code in range(first, end)}


def _options() -> Options:
    options = Options()
    options.hinting = False
    options.layout_features = []
    options.drop_tables += LEFT_OUT
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 7, 13, 14]
    options.notdef_outline = True
    options.desubroutinize = False
    return options


if __name__ == "__main__":
    main()
