"""A command that is killed at any moment: the last good output is whole, and the next run ends as ever."""

from __future__ import annotations

from pathlib import Path

from tests.crash.killing import Writer, at_operation, operations, random_moments, reformgraph, survive_in_parallel

MOMENTS = 50
SEED = 20261128


def builds(pages: tuple[Path, Path], folder: Path) -> Writer:
    folder.mkdir()
    one, two = (reformgraph("build", each, "-o", folder / "out", "--no-time", "-q") for each in pages)
    return Writer((one, two), folder / "out")


def sites(graphs: tuple[Path, Path], folder: Path) -> Writer:
    folder.mkdir()
    one, two = (reformgraph("export", "site", "--graph", each, "-o", folder / "site") for each in graphs)
    return Writer((one, two), folder / "site")


def test_builds_killed_at_random_moments(pages: tuple[Path, Path], tmp_path: Path) -> None:
    writers = [builds(pages, tmp_path / name) for name in ("a", "b")]
    assert survive_in_parallel(writers, random_moments(MOMENTS, SEED)) < MOMENTS


def test_sites_killed_at_random_moments(graphs: tuple[Path, Path], tmp_path: Path) -> None:
    writers = [sites(graphs, tmp_path / name) for name in ("a", "b")]
    assert survive_in_parallel(writers, random_moments(MOMENTS, SEED)) < MOMENTS


def test_builds_killed_in_each_phase(pages: tuple[Path, Path], tmp_path: Path) -> None:
    writer = builds(pages, tmp_path / "a")
    writer.run(0)
    done = operations(writer.commands[0], writer.out.parent, tmp_path / "log")
    phases = ("lock", "graph.nq", "texts", "index.json", "summary.json", "report.txt", "call syncfs")
    kills = [_first(done, phase) for phase in phases]
    assert done[_first(done, "call renameat2") - 2] == "call syncfs"  # all is on the disk before it takes its place
    assert writer.survives(at_operation(number, writer.out.parent) for number in kills) == 0
    after = range(_first(done, "call renameat2") + 1, len(done) + 1, 6)
    assert writer.survives(at_operation(number, writer.out.parent) for number in after) == len(after)


def _first(done: list[str], phase: str) -> int:
    """Return the number, from 1, of the first operation that names a phase."""
    return next(number for number, line in enumerate(done, 1) if line.endswith(phase))
