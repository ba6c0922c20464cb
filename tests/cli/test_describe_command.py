"""``reformgraph describe`` and ``reformgraph.describe``."""

from __future__ import annotations

from pathlib import Path

import pytest

import reformgraph as library
from exports.publish import export

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "docs" / "dataset.yml"


@pytest.fixture
def folder(graph: Path, tmp_path: Path) -> Path:
    export("nquads", graph, tmp_path / "graph.nq")
    return tmp_path


def test_a_folder_is_described_and_what_a_portal_would_miss_is_one_line(reformgraph, folder: Path) -> None:
    outcome = reformgraph("describe", folder)
    assert outcome.status == 0
    assert outcome.out == f"1 file and 553 triples described in {folder}/dataset.ttl and dataset.jsonld\n"
    assert outcome.err == (
        "reformgraph: note: a portal would miss: licence, publisher, contact, version, issued, download "
        "(give a file: --about)\n"
    )
    assert {each.name for each in folder.iterdir()} == {"graph.nq", "dataset.ttl", "dataset.jsonld"}


def test_with_all_that_the_example_says_nothing_is_missing(reformgraph, folder: Path) -> None:
    (folder / "report.txt").write_text("x")
    outcome = reformgraph("describe", folder, "--about", EXAMPLE)
    assert outcome == (0, f"2 files and 553 triples described in {folder}/dataset.ttl and dataset.jsonld\n", "")


def test_the_folder_is_out_unless_another_is_named(reformgraph, folder: Path, monkeypatch) -> None:
    (folder / "out").mkdir()
    (folder / "graph.nq").rename(folder / "out" / "graph.nq")
    monkeypatch.chdir(folder)
    assert reformgraph("describe").out.endswith("described in out/dataset.ttl and dataset.jsonld\n")


@pytest.mark.parametrize(
    ("about", "complaint"),
    [
        ("licence: CC BY\n", "line 1: licence is an address"),
        ("title: {zh: x\n", "not valid YAML"),
        (None, "about.yml cannot be read: No such file or directory"),
    ],
)
def test_a_mistake_is_one_line_and_writes_nothing(about: str | None, complaint: str, reformgraph, folder: Path) -> None:
    if about:
        (folder / "about.yml").write_text(about)
    outcome = reformgraph("describe", folder, "--about", folder / "about.yml")
    assert (outcome.status, outcome.out) == (2, "")
    assert complaint in outcome.err
    assert outcome.err.count("\n") == 1
    assert not (folder / "dataset.ttl").exists()


def test_a_folder_without_a_graph_is_one_line(reformgraph, tmp_path: Path) -> None:
    outcome = reformgraph("describe", tmp_path)
    assert (outcome.status, outcome.out) == (2, "")
    assert "no graph in" in outcome.err
    assert outcome.err.count("\n") == 1


def test_in_python_paths_may_be_texts_and_what_is_missing_is_returned(folder: Path) -> None:
    described = library.describe(str(folder), about=str(EXAMPLE))
    assert isinstance(described, library.Description)
    assert described.missing == ()
    assert library.describe(folder).missing[0] == "licence"
