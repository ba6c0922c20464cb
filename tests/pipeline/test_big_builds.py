"""A graph that is big enough has a store, and questions are asked of it."""

import shutil
from pathlib import Path

import pytest

from build_graph.pipeline import build
from build_graph.publication import publisher
from queries.errors import QueryError
from queries.store import GraphFile
from tests.work.notices import folder_of


@pytest.fixture
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(publisher, "WORTH", 100)
    build([folder_of(tmp_path / "documents", 3)], tmp_path / "out", stamp=False)
    return tmp_path / "out"


def test_the_store_answers_what_the_file_does(built: Path, tmp_path: Path) -> None:
    shutil.copytree(built / "graph.nq", tmp_path / "alone.nq")
    ready, loaded = GraphFile.at(built).store, GraphFile.at(tmp_path / "alone.nq").store
    assert sorted(map(str, ready)) == sorted(map(str, loaded))


def test_readers_cannot_change_it(built: Path) -> None:
    with pytest.raises(RuntimeError, match="read-write"):
        GraphFile.at(built).store.update("CLEAR ALL")


def test_a_damaged_store_is_one_clear_line(built: Path) -> None:
    (built / "graph" / "CURRENT").write_text("nothing")
    with pytest.raises(QueryError, match="build the graph again"):
        _ = GraphFile.at(built).store


def test_a_small_graph_has_none(tmp_path: Path) -> None:
    build([folder_of(tmp_path / "documents", 1)], tmp_path / "out", stamp=False)
    assert not (tmp_path / "out" / "graph").exists()


def test_a_reader_keeps_its_graph_while_the_next_one_is_published(built: Path, tmp_path: Path) -> None:
    reader = GraphFile.at(built)
    before = sorted(map(str, reader.store))
    for number in (4, 5):
        build([folder_of(tmp_path / f"documents{number}", number)], built, stamp=False)
        assert sorted(map(str, reader.store)) == before
    assert len(GraphFile.at(built).store) > len(reader.store)
