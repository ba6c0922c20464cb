"""Measure, and write the report: ``python -m benchmarks [PART …] [--quick] [--minutes N] [-o FOLDER]``.

Without parts, everything is measured that was not yet measured of the program as it is: a run that was stopped goes on
where it was. With parts, these are measured anew. Figures are kept in ``.work/``, part by part, as are the inputs, each
made once; the report is written again after each part.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from pathlib import Path
from time import perf_counter
from traceback import print_exc

from benchmarks.parts import PARTS
from benchmarks.report.report import write
from benchmarks.run.bench import DAY, ROOT, Bench, NotMeasuredError
from benchmarks.run.machine import machine
from benchmarks.run.measured import Memory
from benchmarks.run.results import OURS, Row


def main(words: list[str] | None = None) -> int:
    """Measure what the command line says."""
    home = ROOT / "benchmarks"
    parser = ArgumentParser("python -m benchmarks", description=__doc__, formatter_class=RawDescriptionHelpFormatter)
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"one or more of: {', '.join(PARTS)} (default: all)")
    parser.add_argument("--quick", action="store_true", help="small sizes: only to see that everything works")
    parser.add_argument(
        "--minutes",
        type=float,
        default=DAY,
        metavar="N",
        help="what the run may take; what would take longer is left out and told",
    )
    parser.add_argument("--inputs", action="store_true", help="only make the inputs, which a run finds then")
    parser.add_argument(
        "-o", "--out", type=Path, default=home, metavar="FOLDER", help="where the report goes (default: benchmarks/)"
    )
    parser.add_argument("--work", type=Path, default=home / ".work", metavar="FOLDER", help="where inputs are kept")
    arguments = parser.parse_args(words)
    unknown = [part for part in arguments.parts if part not in PARTS]
    if unknown:
        parser.error(f"there is no part {unknown[0]!r}; there are {', '.join(PARTS)}")
    size = "quick" if arguments.quick else "full"
    bench = Bench.of(size, arguments.work.absolute() / size, arguments.minutes)
    if arguments.inputs:
        bench.make_inputs()
        return 0
    memory = Memory(bench.work / "measured")
    run = {"machine": machine(), "quick": arguments.quick, "sizes": dict(bench.sizes)}
    for part in arguments.parts or [each for each in PARTS if not ((found := memory.of(each)) and found.done)]:
        _measure(part, bench, memory)
        write(memory, run, arguments.out)
    write(memory, run, arguments.out)
    return 0


def _measure(part: str, bench: Bench, memory: Memory) -> None:
    """Measure a part, and keep each figure as it comes; a part that fails does not cost the others."""
    start, rows, whole = perf_counter(), list[Row](), True
    try:
        for row in PARTS[part](bench):
            rows.append(row)
            memory.keep(part, rows, perf_counter() - start, whole=False)
    except NotMeasuredError as error:
        rows.append(Row(part, "its inputs", OURS, "", note=str(error)))
    except Exception as error:
        print_exc()
        rows.append(Row(part, "the rest of it", OURS, "", note=f"failed: {type(error).__name__}: {error}"))
        whole = False
    memory.keep(part, rows, perf_counter() - start, whole=whole)
    sys.stderr.write(f"{part}: {perf_counter() - start:.0f} s\n")


if __name__ == "__main__":
    sys.exit(main())
