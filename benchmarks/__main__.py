"""Measure, and write the report: ``python -m benchmarks [PART …] [--quick] [-o FOLDER]``.

Without parts, everything is measured in one run. With parts, their figures replace those of an earlier report in the
folder, so that one can be looked at again; a report to be published is that of one run. Inputs stay in ``.work/``, and
are made once.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from pathlib import Path
from time import perf_counter

from benchmarks.parts import PARTS
from benchmarks.report.report import read, write
from benchmarks.run.bench import ROOT, Bench, NotMeasuredError
from benchmarks.run.machine import machine
from benchmarks.run.results import OURS, Row


def main(words: list[str] | None = None) -> int:
    """Measure what the command line says."""
    home = ROOT / "benchmarks"
    parser = ArgumentParser("python -m benchmarks", description=__doc__, formatter_class=RawDescriptionHelpFormatter)
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"one or more of: {', '.join(PARTS)} (default: all)")
    parser.add_argument("--quick", action="store_true", help="small sizes: only to see that everything works")
    parser.add_argument(
        "-o", "--out", type=Path, default=home, metavar="FOLDER", help="where the report goes (default: benchmarks/)"
    )
    parser.add_argument("--work", type=Path, default=home / ".work", metavar="FOLDER", help="where inputs are kept")
    arguments = parser.parse_args(words)
    unknown = [part for part in arguments.parts if part not in PARTS]
    if unknown:
        parser.error(f"there is no part {unknown[0]!r}; there are {', '.join(PARTS)}")
    size = "quick" if arguments.quick else "full"
    bench = Bench.of(size, arguments.work / size)
    chosen = arguments.parts or list(PARTS)
    rows = [row for row in read(arguments.out) if row.part not in chosen] if arguments.parts else []
    run = {"machine": machine(), "quick": arguments.quick, "corpus": bench.sizes["corpus"]}
    for part in chosen:
        start = perf_counter()
        rows.extend(_measured(part, bench))
        rows.sort(key=lambda row: list(PARTS).index(row.part))
        write(rows, run, arguments.out)  # after each part: what was measured stays if the next one is stopped
        sys.stderr.write(f"{part}: {perf_counter() - start:.0f} s\n")
    return 0


def _measured(part: str, bench: Bench) -> list[Row]:
    """Return the figures of a part; why there are none, if its inputs cannot be made."""
    try:
        return list(PARTS[part](bench))
    except NotMeasuredError as error:
        return [Row(part, "its inputs", OURS, "", note=str(error))]


if __name__ == "__main__":
    sys.exit(main())
