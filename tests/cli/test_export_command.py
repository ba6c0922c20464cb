"""``reformgraph export``."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from exports import FORMATS
from exports.publish import export


@pytest.mark.parametrize("name", FORMATS)
def test_a_graph_is_written_in_every_format(name: str, reformgraph, graph: Path, tmp_path: Path) -> None:
    outcome = reformgraph("export", name, "--graph", graph, "-o", tmp_path / "file")
    assert outcome == (0, "", "")
    assert (tmp_path / "file").stat().st_size > 500


def test_without_a_file_the_format_names_it(reformgraph, graph: Path, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert reformgraph("export", "turtle", "--graph", graph).status == 0
    assert [file.name for file in tmp_path.iterdir()] == ["graph.ttl"]


@pytest.mark.parametrize("name", FORMATS)
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
