"""Publishing a folder or a file, killed before every single thing that it does with files."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.crash.killing import Command, Writer, at_operation, contents, environment, operations

FOLDER = """
import sys
from pathlib import Path
from publishing import exchange, folders
if sys.argv[3:] == ["two renames"]:
    exchange._call = lambda: None
with folders.staged(Path(sys.argv[1])) as work:
    for name in "abc":
        (work / name).write_text(sys.argv[2])
    folders.put(work, Path(sys.argv[1]))
"""
FILE = """
import sys
from pathlib import Path
from publishing.files import replaced
with replaced(Path(sys.argv[1]) / "file") as file:
    file.write(sys.argv[2].encode())
"""


def writer(script: str, out: Path, *more: str) -> Writer:
    one, two = ((sys.executable, "-c", script, str(out), text, *more) for text in ("old" * 999, "new" * 999))
    return Writer((one, two), out, may_be_aside=bool(more))


@pytest.mark.parametrize("more", [(), ("two renames",)], ids=["exchange", "two renames"])
def test_a_folder_is_old_or_new_whenever_its_writer_is_killed(more: tuple[str, ...], tmp_path: Path) -> None:
    below = tmp_path / "here"
    below.mkdir()
    subject = writer(FOLDER, below / "out", *more)
    subject.run(0)
    done = operations(subject.commands[0], below, tmp_path / "log")
    assert ("call renameat2" in done) != bool(more)
    replaced = subject.survives(at_operation(number, below) for number in range(1, len(done) + 1))
    assert 0 < replaced < len(done)


def test_a_file_is_old_or_new_whenever_its_writer_is_killed(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    old, new = writer(FILE, out).commands
    run(old)
    for number in range(1, len(operations(old, out, tmp_path / "log")) + 1):
        at_operation(number, out)(new, 0)
        assert (out / "file").read_text() in {"old" * 999, "new" * 999}
        run(old)
        assert contents(out) == {"file": b"old" * 999}


def run(command: Command) -> None:
    subprocess.run(command, env=environment(), check=True)
