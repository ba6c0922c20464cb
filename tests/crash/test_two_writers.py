"""Two programs that want to write to one path: the second is told at once who holds it."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from build_graph.emit.publish import MARKER, OutputError, put, staged
from exports import ExportError
from exports.folders import whole_folder
from exports.publish import whole_file
from publishing.claims import HeldError, claimed
from tests.crash.killing import environment, reformgraph

HOLD = """
import sys
from pathlib import Path
from publishing.claims import claimed
with claimed(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.readline()
"""


@contextmanager
def another_holding(target: Path) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-c", HOLD, str(target)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen(command, env=environment(), text=True, **pipes) as other:
        assert other.stdout
        assert other.stdout.readline() == "held\n"
        yield other
        other.kill()


def test_a_second_build_into_one_folder_is_refused_before_it_reads(pages: tuple[Path, Path], tmp_path: Path) -> None:
    with another_holding(tmp_path / "out") as other:
        command = reformgraph("build", pages[0], "-o", tmp_path / "out")
        done = subprocess.run(command, env=environment(), capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert re.fullmatch(
        rf"reformgraph: error: process {other.pid} \(since \d{{4}}-\d\d-\d\d \d\d:\d\d:\d\d [+-]\d{{4}}\) is writing "
        rf"{tmp_path}/out: wait until it ends, or choose another name with -o\n",
        done.stderr,
    )


@pytest.mark.parametrize("way", ["link", "relative"])
def test_another_way_to_the_same_folder_is_the_same_folder(
    way: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "link" if way == "link" else Path("real")
    with staged(tmp_path / "real"), pytest.raises(OutputError, match=r"is writing .*real: wait"), staged(path):
        pass


@pytest.mark.parametrize("whole", [whole_folder, whole_file])
def test_exports_of_folders_and_of_files_are_refused_alike(whole: Callable, tmp_path: Path) -> None:
    message = rf"process {os.getpid()} \(since .*\) is writing .*x: wait"
    with whole(tmp_path / "x"), pytest.raises(ExportError, match=message), whole(tmp_path / "x"):
        pass
    assert [path.name for path in tmp_path.iterdir()] == ["x"]


def test_folders_beside_each_other_have_nothing_to_do_with_each_other(tmp_path: Path) -> None:
    with staged(tmp_path / "one") as one, staged(tmp_path / "two") as two:
        for work, name in ((one, "one"), (two, "two")):
            (work / MARKER).write_text(name)
            put(work, tmp_path / name)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["one", "two"]


def test_a_killed_holder_holds_nothing(tmp_path: Path) -> None:
    with another_holding(tmp_path / "out") as other:
        with pytest.raises(HeldError), claimed(tmp_path / "out"):
            pass
        other.send_signal(signal.SIGKILL)
        other.wait()
        assert (tmp_path / ".out.part" / "lock").exists()
        with claimed(tmp_path / "out"):
            pass
    assert list(tmp_path.iterdir()) == []


def test_children_that_outlive_a_killed_holder_hold_nothing(tmp_path: Path) -> None:
    fork = HOLD.replace("print(", "import os, time\n    if os.fork() == 0: time.sleep(60)\n    print(")
    command = [sys.executable, "-c", fork, str(tmp_path / "out")]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "start_new_session": True}
    with subprocess.Popen(command, env=environment(), text=True, **pipes) as parent:
        assert parent.stdout
        parent.stdout.readline()
        parent.kill()
        parent.wait()
        with claimed(tmp_path / "out"):
            pass
        os.killpg(parent.pid, signal.SIGKILL)


def test_what_a_living_run_has_staged_is_not_removed_by_a_second(tmp_path: Path) -> None:
    with staged(tmp_path / "out") as work:
        (work / "half").write_text("half")
        with pytest.raises(OutputError), staged(tmp_path / "out"):
            pass
        assert (work / "half").read_text() == "half"


def test_a_folder_that_only_looks_like_a_claim_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / ".out.part").mkdir()
    (tmp_path / ".out.part" / "mine").write_text("mine")
    message = r"\.out\.part holds files that reformgraph did not write: move them away"
    with pytest.raises(OutputError, match=message), staged(tmp_path / "out"):
        pass
    assert (tmp_path / ".out.part" / "mine").read_text() == "mine"


def test_a_link_in_the_place_of_a_claim_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    for target in ("mine", "nowhere"):
        (tmp_path / ".out.part").symlink_to(tmp_path / target)
        with pytest.raises(OutputError, match=r"\.out\.part is a link"), staged(tmp_path / "out"):
            pass
        (tmp_path / ".out.part").unlink()


def test_many_that_come_at_once_never_share_a_claim(tmp_path: Path) -> None:
    """Each appends one line while it holds the claim, and fails if another did so meanwhile."""
    script = """
import sys, time
from pathlib import Path
from publishing.claims import HeldError, claimed
file, wins = Path(sys.argv[1]) / "tally", 0
while wins < 20:
    try:
        with claimed(Path(sys.argv[1]) / "out"):
            before = file.read_text()
            time.sleep(0.0005)
            assert file.read_text() == before
            file.write_text(before + "x")
            wins += 1
    except HeldError:
        pass
"""
    (tmp_path / "tally").write_text("")
    others = [subprocess.Popen([sys.executable, "-c", script, str(tmp_path)], env=environment()) for _ in range(4)]
    assert [other.wait() for other in others] == [0] * 4
    assert (tmp_path / "tally").read_text() == "x" * 80
    assert [path.name for path in tmp_path.iterdir()] == ["tally"]
