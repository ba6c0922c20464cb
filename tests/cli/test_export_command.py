"""``reformgraph export``."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from exports import FORMATS
from exports.publish import export

FILES = [name for name, form in FORMATS.items() if not form.is_folder]
FOLDERS = [name for name, form in FORMATS.items() if form.is_folder]


@pytest.mark.parametrize("name", FILES)
def test_a_graph_is_written_in_every_format(name: str, reformgraph, graph: Path, tmp_path: Path) -> None:
    outcome = reformgraph("export", name, "--graph", graph, "-o", tmp_path / "file")
    assert outcome == (0, "", "")
    assert (tmp_path / "file").stat().st_size > 500


@pytest.mark.parametrize("name", FOLDERS)
def test_a_format_may_be_a_folder(name: str, reformgraph, graph: Path, tmp_path: Path) -> None:
    outcome = reformgraph("export", name, "--graph", graph, "-o", tmp_path / "folder")
    assert (outcome.status, outcome.out) == (0, "")
    assert (tmp_path / "folder").is_dir()
    assert [file.name for file in tmp_path.iterdir()] == ["folder"]


@pytest.mark.parametrize("name", FOLDERS)
def test_without_a_name_the_format_names_the_folder_and_the_list_tells_it(
    name: str, reformgraph, graph: Path, tmp_path: Path, monkeypatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert reformgraph("export", name, "--graph", graph).status == 0
    (folder,) = tmp_path.iterdir()
    assert f"{folder.name}/ " in reformgraph("export").out


def test_a_folder_with_something_else_is_left_as_it_is(reformgraph, graph: Path, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    outcome = reformgraph("export", "csv-tables", "--graph", graph, "-o", tmp_path)
    assert outcome.status == 2
    assert f"{tmp_path} holds notes.txt, which is no part of this export: choose another folder with -o" in outcome.err
    assert [file.name for file in tmp_path.iterdir()] == ["notes.txt"]


def test_without_a_file_the_format_names_it(reformgraph, graph: Path, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert reformgraph("export", "turtle", "--graph", graph).status == 0
    assert [file.name for file in tmp_path.iterdir()] == ["graph.ttl"]


@pytest.mark.parametrize("name", FILES)
def test_a_dash_stands_for_standard_output(name: str, process, graph: Path, tmp_path: Path) -> None:
    done = process("export", name, "--graph", graph, "-o", "-", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, b"")
    assert list(tmp_path.iterdir()) == []
    export(name, graph, tmp_path / "file")
    assert done.stdout == (tmp_path / "file").read_bytes()


def test_a_file_called_dash_can_still_be_written(reformgraph, graph: Path, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert reformgraph("export", "csv", "--graph", graph, "-o", tmp_path / "-") == (0, "", "")
    assert [file.name for file in tmp_path.iterdir()] == ["-"]


def test_a_reader_of_standard_output_that_stops_early_is_no_mistake(process, graph: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = process("export", "turtle", "--graph", graph, "-o", "-", stdout=writing)
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_full_disk_behind_standard_output_is_one_line(process, graph: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = process("export", "turtle", "--graph", graph, "-o", "-", stdout=full)
    assert (done.returncode, done.stderr) == (2, b"reformgraph: error: output: No space left on device\n")


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["turtl"], "no format 'turtl': did you mean turtle"),
        (["turtle", "--graph", "/nowhere"], "there is no /nowhere"),
        (["parquet"], "parquet is a folder and cannot go to a stream: name a folder with -o"),
    ],
)
def test_a_mistake_writes_nothing_to_standard_output(arguments, complaint, reformgraph, graph: Path) -> None:
    outcome = reformgraph("export", "--graph", graph, *arguments, "-o", "-")
    assert (outcome.status, outcome.out) == (2, "")
    assert complaint in outcome.err


def test_without_a_format_the_formats_are_listed(reformgraph) -> None:
    outcome = reformgraph("export")
    assert outcome.status == 0
    for form in FORMATS.values():
        assert form.name in outcome.out
        assert form.summary in outcome.out


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["turtl"], "no format 'turtl': did you mean turtle"),
        (["turtle", "-o", "/nowhere/graph.ttl"], "cannot write /nowhere/graph.ttl: No such file or directory"),
        (["turtle", "-o", "/proc/graph.ttl"], "cannot write /proc/graph.ttl: "),
        (["csv-tables", "-o", "/nowhere/tables"], "cannot write /nowhere/tables: No such file or directory"),
        (["csv-tables", "-o", "/dev/null"], "/dev/null is a file, and this format writes a folder"),
        (["turtle", "--graph", "/nowhere"], "there is no /nowhere"),
    ],
)
def test_a_mistake_is_one_line_and_leaves_nothing(
    arguments, complaint, reformgraph, graph: Path, tmp_path: Path, monkeypatch
) -> None:
    monkeypatch.chdir(tmp_path)
    outcome = reformgraph("export", "--graph", graph, *arguments)
    assert outcome.status == 2
    assert complaint in outcome.err
    assert outcome.err.count("\n") == 1
    assert list(tmp_path.iterdir()) == []
