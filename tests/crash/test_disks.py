"""Disks that are full, read-only, forbidden or somewhere else: one clear line, nothing lost, nothing left behind."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from build_graph.emit.publish import MARKER, OutputError, put, staged
from tests.crash.killing import ROOT, Command, contents, environment, reformgraph
from tests.crash.machine import Machine, machine, without_privileges

GOLD = ROOT / "tests" / "gold"


@pytest.fixture(scope="module")
def system() -> Iterator[Machine]:
    with machine() as made:
        yield made


@pytest.fixture
def disk(system: Machine, tmp_path: Path) -> Path:
    """Return the folder of a disk of 2 MB with an output on it, and no more room than 24 kB."""
    system.run("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", tmp_path)
    return tmp_path


def fill(system: Machine, disk: Path, left: int = 24) -> None:
    """Leave so many kB of room."""
    free = os.statvfs(system.seen(disk)).f_bavail * os.statvfs(system.seen(disk)).f_bsize // 1024
    system.run("dd", "if=/dev/zero", f"of={disk}/.ballast", "bs=1024", f"count={free - left}", "status=none")


def everything(folder: Path) -> dict[str, bytes]:
    """Return all files of a disk but the one that fills it."""
    return {name: data for name, data in contents(folder).items() if name != ".ballast"}


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def refused(done: subprocess.CompletedProcess[str], *reasons: str) -> bool:
    """Return whether a command ended with status 2 and one line that gives one of these reasons."""
    lines = [line for line in done.stderr.splitlines() if "note:" not in line and "warning:" not in line]
    return done.returncode == 2 and len(lines) == 1 and any(reason in lines[0] for reason in reasons)


FULL = "No space left on device"


@pytest.mark.parametrize("share", [0, 0.1, 0.3, 0.6, 0.9, 0.97], ids=str)
def test_a_build_on_a_full_disk_leaves_the_earlier_one(
    share: float, system: Machine, disk: Path, pages: tuple[Path, Path], graphs: tuple[Path, Path]
) -> None:
    """There is room for a share of the new output: so the disk is full at a quad, a report, a text or a format."""
    system.run(*reformgraph("build", pages[0], "-o", disk / "out", "-q"))
    before = everything(system.seen(disk))
    fill(system, disk, left=int(share * needed(graphs[1])))
    done = system.attempt(reformgraph("build", pages[1], "-o", disk / "out", "-q"))
    assert refused(done, f"cannot write {disk}/out: {FULL}; nothing was changed")
    assert everything(system.seen(disk)) == before
    assert names(system.seen(disk)) == [".ballast", "out"]


def needed(folder: Path) -> int:
    """Return how many kB a folder takes on a disk of pages of 4 kB."""
    return sum(-(-len(data) // 4096) * 4 for data in contents(folder).values())


EXPORTS: dict[str, Callable[[Path, Path, Path], Command]] = {
    "file": lambda one, _, disk: reformgraph("export", "turtle", "--graph", one, "-o", disk / "target"),
    "folder": lambda one, _, disk: reformgraph("export", "csv-tables", "--graph", one, "-o", disk / "target"),
    "site": lambda one, _, disk: reformgraph("export", "site", "--graph", one, "-o", disk / "target"),
    "picture": lambda one, _, disk: reformgraph("export", "picture", "--graph", one, "-o", disk / "target.svg"),
    "diff": lambda one, two, disk: reformgraph("diff", one, two, "--patch", disk / "target"),
}


@pytest.mark.parametrize("name", EXPORTS)
def test_an_export_on_a_full_disk_leaves_nothing(
    name: str, system: Machine, disk: Path, graphs: tuple[Path, Path]
) -> None:
    fill(system, disk, 8)
    done = system.attempt(EXPORTS[name](*graphs, disk))
    assert refused(done, FULL)
    assert names(system.seen(disk)) == [".ballast"]


REPORTS: dict[str, Callable[[Path, Path], Command]] = {
    "review": lambda pages, disk: reformgraph("review", pages, "-o", disk / "target"),
    "gazetteer": lambda _, disk: reformgraph("gazetteer", "-o", disk / "target.nt"),
    "evaluate": lambda _, disk: reformgraph(
        "evaluate", GOLD, "--texts", ROOT / "documents", "--json", disk / "target", "-q"
    ),
}


@pytest.mark.parametrize("name", REPORTS)
def test_a_report_on_a_full_disk_leaves_nothing(
    name: str, system: Machine, disk: Path, pages: tuple[Path, Path]
) -> None:
    fill(system, disk, 4)  # room for a claim
    done = system.attempt(REPORTS[name](pages[0], disk))
    assert refused(done, f"cannot write {disk}/target", FULL)
    assert names(system.seen(disk)) == [".ballast"]


@pytest.mark.parametrize("name", ["gazetteer", "evaluate"])
def test_a_report_on_a_full_disk_leaves_the_earlier_one(
    name: str, system: Machine, disk: Path, pages: tuple[Path, Path]
) -> None:
    for earlier in ("target", "target.nt"):
        system.run("cp", GOLD.parent / "conftest.py", disk / earlier)
    before = everything(system.seen(disk))
    fill(system, disk, 4)
    assert refused(system.attempt(REPORTS[name](pages[0], disk)), FULL)
    assert everything(system.seen(disk)) == before


def test_figures_on_a_full_disk_leave_the_graph_as_it_was(
    system: Machine, disk: Path, graphs: tuple[Path, Path]
) -> None:
    system.run("cp", "-r", graphs[0], disk / "out")
    before = everything(system.seen(disk))
    fill(system, disk)
    command = reformgraph("evaluate", GOLD, "--texts", ROOT / "documents", "--graph", disk / "out", "-q")
    assert refused(system.attempt(command), f"cannot write {disk}/out: {FULL}; nothing was changed")
    assert everything(system.seen(disk)) == before
    assert names(system.seen(disk)) == [".ballast", "out"]


def test_a_description_on_a_full_disk_leaves_the_folder_as_it_was(
    system: Machine, disk: Path, graphs: tuple[Path, Path]
) -> None:
    system.run("cp", "-r", graphs[0], disk / "out")
    before = everything(system.seen(disk))
    fill(system, disk, 4)
    assert refused(system.attempt(reformgraph("describe", disk / "out")), FULL)
    assert everything(system.seen(disk)) == before


def test_a_read_only_disk_is_told_before_anything_is_read(
    system: Machine, disk: Path, graphs: tuple[Path, Path], pages: tuple[Path, Path]
) -> None:
    system.run("mount", "-o", "remount,ro", disk)
    for command in (reformgraph("build", pages[0], "-o", disk / "out"), EXPORTS["file"](*graphs, disk)):
        assert refused(system.attempt(command), "Read-only file system")


def test_a_mount_point_is_told_with_what_to_do(system: Machine, disk: Path, pages: tuple[Path, Path]) -> None:
    done = system.attempt(reformgraph("build", pages[0], "-o", disk))
    assert refused(done, "mount point or lies in a lower layer, which cannot be replaced: name a folder in it with -o")
    system.run(*reformgraph("build", pages[0], "-o", disk / "out", "-q"))


def test_the_folder_for_temporary_files_plays_no_part(system: Machine, disk: Path, pages: tuple[Path, Path]) -> None:
    command = reformgraph("build", pages[0], "-o", disk / "out", "-q")
    assert system.attempt(command, TMPDIR="/proc").returncode == 0
    assert names(system.seen(disk)) == ["out"]


def test_a_file_larger_than_the_system_allows_is_told(pages: tuple[Path, Path], tmp_path: Path) -> None:
    command = ("prlimit", "--fsize=20000", *reformgraph("build", pages[0], "-o", tmp_path / "out"))
    assert refused(attempt(command), "File too large")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_may_not_be_written_is_told(pages: tuple[Path, Path], tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    done = attempt(without_privileges(reformgraph("build", pages[0], "-o", tmp_path / "out")))
    tmp_path.chmod(0o755)
    assert refused(done, f"cannot write {tmp_path}/out: Permission denied; nothing was changed")
    assert list(tmp_path.iterdir()) == []


def attempt(command: Command) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, env=environment(), capture_output=True, text=True, check=False)


def test_parents_that_were_made_for_nothing_are_removed(tmp_path: Path) -> None:
    command = reformgraph("build", tmp_path / "nowhere", "-o", tmp_path / "a" / "b" / "out")
    assert refused(attempt(command), "does not exist")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("gone", [0, 1, 2], ids=["staged", "claim", "parent"])
def test_folders_that_vanish_meanwhile_are_told(gone: int, tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="No such file"), staged(tmp_path / "here" / "out") as work:
        shutil.rmtree([work, *work.parents][gone])
        (work / MARKER).write_text("new")
    assert list(tmp_path.iterdir()) == []


def test_an_output_that_vanishes_meanwhile_is_made_anew(tmp_path: Path) -> None:
    for text in ("old", "new"):
        with staged(tmp_path / "out") as work:
            (work / MARKER).write_text(text)
            shutil.rmtree(tmp_path / "out", ignore_errors=True)
            put(work, tmp_path / "out")
    assert (tmp_path / "out" / MARKER).read_text() == "new"


@pytest.mark.parametrize("exists", [True, False])
def test_a_link_stays_a_link_and_what_it_leads_to_is_replaced(exists: bool, tmp_path: Path) -> None:
    if exists:
        (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    with staged(tmp_path / "link") as work:
        (work / MARKER).write_text("new")
        put(work, tmp_path / "link")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real" / MARKER).read_text() == "new"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link", "real"]


@pytest.mark.parametrize("command", ["ask", "export", "diff", "facts", "questions"])
def test_standard_output_on_a_full_disk_is_one_line_and_a_closed_one_is_quiet(
    command: str, graphs: tuple[Path, Path], pages: tuple[Path, Path]
) -> None:
    commands = {
        "ask": reformgraph("ask", "facts-with-passages", "--graph", graphs[0]),
        "export": reformgraph("export", "turtle", "--graph", graphs[0], "-o", "-"),
        "diff": reformgraph("diff", *graphs),
        "facts": reformgraph("facts", pages[0]),
        "questions": reformgraph("questions"),
    }
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(commands[command], env=environment(), stdout=full, stderr=subprocess.PIPE, check=False)
    assert (done.returncode, done.stderr) == (2, b"reformgraph: error: output: No space left on device\n")
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(commands[command], env=environment(), stdout=writing, stderr=subprocess.PIPE, check=False)
    os.close(writing)
    assert done.stderr == b""


def test_a_build_whose_summary_nobody_reads_is_published(pages: tuple[Path, Path], tmp_path: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    command = reformgraph("build", pages[0], "-o", tmp_path / "out")
    done = subprocess.run(command, env=environment(), stdout=writing, stderr=subprocess.PIPE, check=False)
    os.close(writing)
    assert done.stderr == b""
    assert (tmp_path / "out" / "graph.nq").exists()
