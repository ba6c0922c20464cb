"""Incremental: one of many documents changes, and the folder is built again."""

from __future__ import annotations

from shutil import copytree, rmtree
from typing import TYPE_CHECKING, Final

from benchmarks.parts.folders import differing
from benchmarks.run.results import OURS, Row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.run.bench import Bench

_CHANGE: Final = "\n到2030年底，村级服务点实现全覆盖。\n"


def measure(bench: Bench) -> Iterator[Row]:
    """Yield the seconds by the clock of the second build, and whether it gives the bytes of a clean one."""
    name, files = "rebuild after one change", "files that differ from a clean build"
    if "--no-cache" not in bench.build_help:
        for measure_, unit in ((name, "s"), (files, "files")):
            yield Row("incremental", measure_, OURS, unit, note="`reformgraph build` has no cache")
        return
    count = bench.sizes["incremental"]
    folder, out, clean = (bench.work / each for each in ("changing", "changing-out", "changing-clean"))
    for each in (folder, out, clean):
        rmtree(each, ignore_errors=True)
    copytree(bench.corpus(count) / "documents", folder)
    first = bench.command("build", folder, "-o", out, "--no-time", "--quiet")
    changed = sorted(folder.iterdir())[count // 2]
    changed.write_text(changed.read_text("utf-8") + _CHANGE, "utf-8", newline="\n")
    second = bench.command("build", folder, "-o", out, "--no-time", "--quiet")
    third = bench.command("build", folder, "-o", clean, "--no-time", "--quiet", "--no-cache")
    failed = next((cost for cost in (first, second, third) if cost.status), None)
    if failed:
        why = "does not finish in time" if failed.stopped else f"failed: {failed.complaint}"
        yield Row("incremental", name, OURS, "s", note=why)
        return
    note = f"{count:,} documents, by the clock; {second.cpu:.1f} processor seconds; clean {third.wall:.1f} s"
    yield Row("incremental", name, OURS, "s", second.wall, second.peak, note=note)
    yield Row("incremental", files, OURS, "files", differing(out, clean))
