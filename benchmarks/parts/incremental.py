"""Incremental: one of many documents changes, then another goes; the folder is built again each time."""

from __future__ import annotations

from shutil import copytree, rmtree
from typing import TYPE_CHECKING, Final

from benchmarks.parts.attempt import attempt, skipped
from benchmarks.run.bench import NotMeasuredError
from benchmarks.run.builds import built
from benchmarks.run.results import OURS, Row

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from benchmarks.run.bench import Bench
    from benchmarks.run.builds import Built
    from benchmarks.run.process import Cost

_CHANGE: Final = "\n到2030年底，村级服务点实现全覆盖。\n"
_CHANGED: Final = "rebuild after one change"
_REMOVED: Final = "rebuild after one document was removed"
_DIFFERING: Final = "files that differ from a clean build"


def measure(bench: Bench) -> Iterator[Row]:
    """Yield seconds by the clock of two rebuilds, and whether the folder is then what a clean build makes of it.

    The clean build follows both, so that it speaks for both: what the first had got wrong, the second would hand on.
    """
    try:
        start = built(bench, bench.sizes["incremental"], kept=True)
        yield from _measured(bench, start)
    except NotMeasuredError as error:
        for name, unit in ((_CHANGED, "s"), (_REMOVED, "s"), (_DIFFERING, "files")):
            yield skipped("incremental", name, OURS, unit, str(error))


def _measured(bench: Bench, start: Built) -> Iterator[Row]:
    folder, clean = bench.work / "changing", bench.work / "changing-clean"
    for each in (folder, clean):
        rmtree(each, ignore_errors=True)
    copytree(bench.corpus(start.count) / "documents", folder)
    files = sorted(folder.iterdir())
    changed, removed = files[len(files) // 2], files[len(files) // 4]
    changed.write_text(changed.read_text("utf-8") + _CHANGE, "utf-8", newline="\n")
    first = _again(bench, folder, start.out, start.cache)
    yield _row(_CHANGED, f"{len(files):,} documents", first, start)
    removed.unlink()
    second = _again(bench, folder, start.out, start.cache)
    yield _row(_REMOVED, f"{len(files) - 1:,} documents are left", second, start)
    cost = bench.command("build", folder, "-o", clean, "--no-time", "--quiet", "--no-cache", limit=bench.left)
    if cost.status:
        raise NotMeasuredError(f"the clean build {'was stopped' if cost.stopped else f'failed: {cost.complaint}'}")
    yield same(bench, "incremental", _DIFFERING, start.out, clean)
    for each in (folder, clean):
        rmtree(each)
    start.remove()


def same(bench: Bench, part: str, measure: str, one: Path, other: Path) -> Row:
    """Return how many files of two folders differ."""
    row, told = attempt(
        Row(part, measure, OURS, "files"),
        lambda: bench.job("differing", one, other, once=True),
        lambda found: float(found.figures["number"]),
    )
    if not told:
        return row
    note = f"{told['files']:,.0f} files, byte by byte; a store by what it says" + "".join(
        f"; {each}" for each in told["differing"]
    )
    return Row(part, measure, OURS, "files", row.value, note=note)


def _again(bench: Bench, folder: Path, out: Path, cache: Path) -> Cost:
    cost = bench.command("build", folder, "-o", out, "--no-time", "--quiet", cache=cache)
    if cost.status:
        raise NotMeasuredError(f"the rebuild {'was stopped' if cost.stopped else f'failed: {cost.complaint}'}")
    return cost


def _row(name: str, what: str, cost: Cost, start: Built) -> Row:
    note = (
        f"by the clock, a single run; {what}; {cost.cpu:.1f} processor seconds; "
        f"the first build took {start.cost.wall:,.0f} s"
    )
    return Row("incremental", name, OURS, "s", cost.wall, cost.together, note=note)
