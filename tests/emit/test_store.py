from pathlib import Path

import pytest
from pyoxigraph import Store

from build_graph.emit.store import write_store

LINES = """<http://e/a> <http://e/p> "x .\\n <http://e/g> ." <http://e/g1> .
<http://e/a> <http://e/p> "x .\\n <http://e/g> ." <http://e/g2> .
<http://e/a> <http://e/q> <http://e/b> <http://e/g2> .
"""


@pytest.fixture
def store(tmp_path: Path) -> Store:
    (tmp_path / "graph.nq").write_text(LINES, "utf-8")
    write_store([tmp_path / "graph.nq"], tmp_path / "graph")
    return Store.read_only(str(tmp_path / "graph"))


def test_its_named_graphs_are_those_of_the_file(store: Store) -> None:
    named = [str(quad) for quad in store if str(quad.graph_name) != "DEFAULT"]
    assert sorted(f"{line} .\n" for line in named) == LINES.splitlines(keepends=True)


def test_its_default_graph_is_their_union_with_each_triple_once(store: Store) -> None:
    found = list(store.query("SELECT ?s ?p ?o { ?s ?p ?o } ORDER BY ?p"))  # type: ignore[arg-type]
    assert [row["p"].value for row in found] == ["http://e/p", "http://e/q"]  # type: ignore[index]
    assert found[0]["o"].value == "x .\n <http://e/g> ."  # type: ignore[index]


def test_it_is_loaded_in_parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("build_graph.emit.store._PART", 7)
    many = "".join(f"<http://e/s{n}> <http://e/p> <http://e/o> <http://e/g{n % 3}> .\n" for n in range(500))
    (tmp_path / "graph.nq").write_text(many, "utf-8")
    write_store([tmp_path / "graph.nq"], tmp_path / "graph")
    store = Store.read_only(str(tmp_path / "graph"))
    assert len(store) == 1000
    assert len(list(store.named_graphs())) == 3


def test_it_is_made_of_several_files(tmp_path: Path) -> None:
    first, *others = LINES.splitlines(keepends=True)
    (tmp_path / "a.nq").write_text(first, "utf-8")
    (tmp_path / "b.nq").write_text("".join(others), "utf-8")
    write_store([tmp_path / "a.nq", tmp_path / "b.nq"], tmp_path / "graph")
    store = Store.read_only(str(tmp_path / "graph"))
    assert len(store) == 5
    assert len(list(store.named_graphs())) == 2


def test_a_store_of_many_parts_is_merged_when_it_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("build_graph.emit.store._PART", 2)
    many = "".join(f"<http://e/s{n}> <http://e/p> <http://e/o> <http://e/g> .\n" for n in range(34))
    (tmp_path / "graph.nq").write_text(many, "utf-8")
    write_store([tmp_path / "graph.nq"], tmp_path / "merged")
    monkeypatch.setattr("build_graph.emit.store._MANY", 99)
    write_store([tmp_path / "graph.nq"], tmp_path / "as loaded")
    assert files(tmp_path / "merged") < files(tmp_path / "as loaded")
    assert len(Store.read_only(str(tmp_path / "merged"))) == 68


def files(store: Path) -> int:
    return len(list(store.glob("*.sst")))
