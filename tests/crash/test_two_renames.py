"""Where the system cannot exchange two folders: the old one waits aside between two renames, and always comes back."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from build_graph.emit.publish import MARKER, OutputError, put, staged
from publishing import exchange as exchanging
from publishing.exchange import exchange


def published(folder: Path, text: str) -> None:
    with staged(folder) as work:
        (work / MARKER).write_text(text)
        put(work, folder)


def answering(code: int):
    """Return a function of the system that gives a reason and does nothing."""

    def call(*_: bytes) -> int:
        exchanging.ctypes.set_errno(code)
        return -1

    return lambda: call


@pytest.fixture(params=[errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, None])
def unable(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the system know no exchange: because the file system cannot, or because there is no such call."""
    monkeypatch.setattr(exchanging, "_call", answering(request.param) if request.param else lambda: None)


@pytest.mark.usefixtures("unable")
def test_a_new_folder_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    published(tmp_path / "out", "one")
    published(tmp_path / "out", "two")
    assert (tmp_path / "out" / MARKER).read_text() == "two"
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


@pytest.mark.usefixtures("unable")
@pytest.mark.parametrize("mistake", [OSError(errno.EIO, "Input/output error"), KeyboardInterrupt()])
@pytest.mark.parametrize("failing", [1, 2], ids=["new in", "new in and old back"])
def test_an_old_folder_that_cannot_be_replaced_comes_back(
    mistake: BaseException, failing: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    published(tmp_path / "out", "one")
    rename, left = Path.rename, failing

    def stubborn(self: Path, target: Path) -> Path:
        nonlocal left
        if target == tmp_path / "out" and left:
            left -= 1
            raise mistake
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", stubborn)
    with pytest.raises((OutputError, KeyboardInterrupt)):
        published(tmp_path / "out", "two")
    assert (tmp_path / "out" / MARKER).read_text() == "one"
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_what_a_run_left_between_two_renames_is_brought_back_by_any_next_run(tmp_path: Path) -> None:
    published(tmp_path / "out", "one")
    (tmp_path / ".out.part" / "earlier").mkdir(parents=True)
    (tmp_path / ".out.part" / "lock").touch()
    (tmp_path / "out").rename(tmp_path / ".out.part" / "earlier" / "out")
    with pytest.raises(RuntimeError), staged(tmp_path / "out"):
        raise RuntimeError
    assert (tmp_path / "out" / MARKER).read_text() == "one"
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_what_a_killed_run_left_beside_a_good_output_is_removed(tmp_path: Path) -> None:
    published(tmp_path / "out", "one")
    for name in ("new-0123abcd", "earlier/out"):
        (tmp_path / ".out.part" / name).mkdir(parents=True)
        (tmp_path / ".out.part" / name / MARKER).write_text("half")
    (tmp_path / ".out.part" / "lock").touch()
    published(tmp_path / "out", "two")
    assert (tmp_path / "out" / MARKER).read_text() == "two"
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_refused_exchange_is_an_error_and_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    published(tmp_path / "out", "one")
    monkeypatch.setattr(exchanging, "_call", answering(errno.EACCES))
    with pytest.raises(OutputError, match="Permission denied; nothing was changed"):
        published(tmp_path / "out", "two")
    monkeypatch.setattr(exchanging, "_call", answering(errno.EXDEV))
    with pytest.raises(OutputError, match="lower layer, which cannot be replaced: name a folder in it with -o"):
        published(tmp_path / "out", "two")
    assert (tmp_path / "out" / MARKER).read_text() == "one"
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_two_folders_change_places(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / name).touch()
    if not exchange(tmp_path / "a", tmp_path / "b"):
        pytest.skip("this file system cannot exchange two folders")
    assert [path.name for path in (tmp_path / "a").iterdir()] == ["b"]
    with pytest.raises(FileNotFoundError):
        exchange(tmp_path / "a", tmp_path / "none")
