"""The least that any reader of the same texts does: decode, convert, scan once for 50,000 names of places: FOLDER."""

import sys
from itertools import chain, islice
from pathlib import Path
from typing import Final

from ahocorasick_rs import AhoCorasick
from opencc_pyo3 import OpenCC

from benchmarks.clock import seconds, tell
from build_graph.places import Gazetteer

_NAMES: Final = 50_000


def _names() -> list[str]:
    gazetteer = Gazetteer.shipped()
    every = chain(gazetteer.all_names(), (township.name for township in gazetteer.townships()))
    return list(islice(dict.fromkeys(every), _NAMES))


def _scan(pages: list[bytes], converter: OpenCC, names: AhoCorasick) -> int:
    return sum(len(names.find_matches_as_indexes(converter.convert(page.decode()))) for page in pages)


if __name__ == "__main__":
    files = sorted(Path(sys.argv[1]).glob("*.txt"))
    contents = [file.read_bytes() for file in files]
    every_name, simplifier = AhoCorasick(_names()), OpenCC("t2s")
    _scan(contents[:1], simplifier, every_name)
    tell(seconds=seconds(lambda: _scan(contents, simplifier, every_name)), bytes=sum(map(len, contents)))
