from pathlib import Path

import pytest

from build_graph.emit.publish import MARKER, OutputError, put, staged


def published(folder: Path, text: str) -> None:
    with staged(folder) as work:
        (work / MARKER).write_text(text)
        put(work, folder)


def test_a_folder_appears_whole(tmp_path: Path) -> None:
    published(tmp_path / "a" / "out", "one")
    assert (tmp_path / "a" / "out" / MARKER).read_text() == "one"
    assert [p.name for p in (tmp_path / "a").iterdir()] == ["out"]


def test_a_new_folder_replaces_the_earlier_one(tmp_path: Path) -> None:
    published(tmp_path / "out", "one")
    published(tmp_path / "out", "two")
    assert (tmp_path / "out" / MARKER).read_text() == "two"
    assert [p.name for p in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize("mishap", [RuntimeError, KeyboardInterrupt])
def test_a_mishap_leaves_the_earlier_output_as_it_was(tmp_path: Path, mishap: type[BaseException]) -> None:
    published(tmp_path / "out", "one")
    with pytest.raises(mishap), staged(tmp_path / "out") as work:
        (work / MARKER).write_text("half")
        raise mishap
    assert (tmp_path / "out" / MARKER).read_text() == "one"
    assert [p.name for p in tmp_path.iterdir()] == ["out"]


def test_a_full_disk_is_told_in_one_line(tmp_path: Path) -> None:
    message = r"cannot write .*out: No space left on device; nothing was changed"
    with pytest.raises(OutputError, match=message), staged(tmp_path / "out"):
        raise OSError(28, "No space left on device")


def test_a_file_or_a_foreign_folder_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "mine.txt").write_text("mine")
    with pytest.raises(OutputError, match="is a file"), staged(tmp_path / "file"):
        pass
    with pytest.raises(OutputError, match="did not write"), staged(tmp_path / "folder"):
        pass
    assert (tmp_path / "folder" / "mine.txt").read_text() == "mine"


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="choose another folder"), staged(tmp_path / "file" / "below" / "out"):
        pass
