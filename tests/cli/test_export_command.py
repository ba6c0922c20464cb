"""``reformgraph export``."""

from __future__ import annotations

from pathlib import Path

import pytest

from exports import FORMATS


@pytest.mark.parametrize("name", FORMATS)
def test_a_graph_is_written_in_every_format(name: str, reformgraph, graph: Path, tmp_path: Path) -> None:
    outcome = reformgraph("export", name, "--graph", graph, "-o", tmp_path / "file")
    assert outcome == (0, "", "")
    assert (tmp_path / "file").stat().st_size > 500


def test_without_a_file_the_format_names_it(reformgraph, graph: Path, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert reformgraph("export", "turtle", "--graph", graph).status == 0
    assert [file.name for file in tmp_path.iterdir()] == ["graph.ttl"]


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
