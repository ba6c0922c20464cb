"""A format that is a folder: it appears whole or not at all, and takes nobody's files away."""

from __future__ import annotations

from pathlib import Path

import pytest

from exports import ExportError
from exports.folders import whole_folder


def names(folder: Path) -> set[str]:
    return {file.name for file in folder.iterdir()}


def write(folder: Path, text: str, *files: str) -> None:
    with whole_folder(folder) as new:
        for file in files:
            (new / file).write_text(text)


def test_a_new_folder_holds_what_was_written(tmp_path: Path) -> None:
    write(tmp_path / "out", "new", "a", "b")
    assert names(tmp_path) == {"out"}
    assert names(tmp_path / "out") == {"a", "b"}


def test_an_earlier_export_is_replaced(tmp_path: Path) -> None:
    write(tmp_path / "out", "earlier", "a", "b")
    write(tmp_path / "out", "new", "a", "b")
    assert (tmp_path / "out" / "a").read_text() == "new"
    assert names(tmp_path) == {"out"}


def test_an_empty_folder_may_be_filled(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    write(tmp_path / "out", "new", "a")
    assert names(tmp_path / "out") == {"a"}


def test_a_link_to_a_folder_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    write(tmp_path / "link", "new", "a")
    assert (tmp_path / "link").is_symlink()
    assert names(tmp_path / "real") == {"a"}


@pytest.mark.parametrize("stranger", ["mine.txt", ".git"])
def test_a_folder_that_holds_something_else_is_left_as_it_is(stranger: str, tmp_path: Path) -> None:
    write(tmp_path / "out", "earlier", "a")
    (tmp_path / "out" / stranger).write_text("mine")
    with pytest.raises(ExportError, match=f"out holds {stranger}, which is no part of this export: choose another"):
        write(tmp_path / "out", "new", "a")
    assert (tmp_path / "out" / "a").read_text() == "earlier"
    assert names(tmp_path / "out") == {"a", stranger}
    assert names(tmp_path) == {"out"}


def test_a_folder_inside_is_no_part_of_an_export_whatever_its_name(tmp_path: Path) -> None:
    (tmp_path / "out" / "a").mkdir(parents=True)
    with pytest.raises(ExportError, match="holds a, which is no part"):
        write(tmp_path / "out", "new", "a")
    assert (tmp_path / "out" / "a").is_dir()


def test_a_file_in_the_way_is_told_before_anything_is_written(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine")
    with pytest.raises(ExportError, match="out is a file, and this format writes a folder: choose another name"):
        write(tmp_path / "out", "new", "a")
    assert (tmp_path / "out").read_text() == "mine"


def test_a_folder_that_does_not_exist_is_named(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"cannot write .*no/out: No such file or directory"):
        write(tmp_path / "no" / "out", "new", "a")


def fail_half_way(folder: Path, mistake: BaseException) -> None:
    with whole_folder(folder) as new:
        (new / "a").write_text("half")
        raise mistake


@pytest.mark.parametrize("mistake", [KeyboardInterrupt, ExportError("no"), OSError(28, "No space left on device")])
def test_a_failing_export_leaves_the_earlier_one_and_nothing_else(mistake: BaseException, tmp_path: Path) -> None:
    write(tmp_path / "out", "earlier", "a")
    with pytest.raises((KeyboardInterrupt, ExportError)):
        fail_half_way(tmp_path / "out", mistake)
    assert (tmp_path / "out" / "a").read_text() == "earlier"
    assert names(tmp_path) == {"out"}


def test_a_new_folder_has_the_permissions_of_any_new_folder(tmp_path: Path) -> None:
    write(tmp_path / "out", "new", "a")
    (tmp_path / "other").mkdir()
    assert (tmp_path / "out").stat().st_mode == (tmp_path / "other").stat().st_mode


def write_nested(folder: Path) -> None:
    with whole_folder(folder) as new:
        (new / "data").mkdir()
        (new / "data" / "a").write_text("new")
        (new / "marker").write_text("new")


def test_an_earlier_export_with_folders_in_it_is_replaced(tmp_path: Path) -> None:
    write_nested(tmp_path / "out")
    (tmp_path / "out" / "data" / "old").write_text("earlier")
    write_nested(tmp_path / "out")
    assert names(tmp_path / "out" / "data") == {"a"}


@pytest.mark.parametrize("is_folder", [True, False])
def test_somebodys_folder_of_the_same_name_is_left_as_it_is(is_folder: bool, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    if is_folder:
        (tmp_path / "out" / "data").mkdir()
        (tmp_path / "out" / "data" / "mine").write_text("mine")
    else:
        (tmp_path / "out" / "data").write_text("mine")
    with pytest.raises(ExportError, match="out holds data, which is no part of this export"):
        write_nested(tmp_path / "out")
    assert [file.name for file in (tmp_path / "out").rglob("*") if file.is_file()] == (
        ["mine"] if is_folder else ["data"]
    )
