"""What ``import reformgraph`` offers."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest

import reformgraph
from build_graph import version
from queries import QueryError
from queries.catalogue import catalogue
from reformgraph.errors import UsageError
from reformgraph.paths import as_paths
from tests.notebooks import pages

GRAPH = Path(__file__).parent.parent / "queries" / "pilots.trig"
FLAGSHIP = "provinces-with-county-and-city-pilots"


def test_every_public_name_is_there_and_documented() -> None:
    for name in reformgraph.__all__:
        assert getattr(reformgraph, name) is not None
        assert getattr(reformgraph, name).__doc__
    assert dir(reformgraph) == sorted(reformgraph.__all__)


def test_another_name_is_none_of_ours() -> None:
    with pytest.raises(AttributeError, match="module 'reformgraph' has no attribute 'horse'"):
        _ = reformgraph.horse


def test_importing_the_package_loads_nothing_heavy() -> None:
    code = "import reformgraph, sys, json; print(json.dumps(sorted(sys.modules)))"
    loaded = set(json.loads(subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout))
    assert loaded.isdisjoint({"pyoxigraph", "rdflib", "rich", "networkx", "yaml", "build_graph", "argparse"})


def test_a_graph_is_opened_and_asked() -> None:
    graph = reformgraph.Graph.open(GRAPH)
    table = graph.ask(FLAGSHIP)
    assert isinstance(table, reformgraph.Table)
    assert list(table) == [{"province": "江苏省", "county_pilots": 2, "city_pilots": 1}]
    assert graph.ask("ASK { ?p a rg:Program }") is True
    assert repr(graph) == f"Graph.open({str(GRAPH)!r})"


def test_a_notebook_shows_what_a_graph_holds() -> None:
    shown = reformgraph.Graph.open(GRAPH)._repr_html_()
    assert ["PilotUnit", "8", "2"] in pages.rows(shown)
    assert pages.caption(shown) == [f"Graph of reform pilots: {GRAPH}", "facts of each kind in 2 documents"]


def test_a_graph_is_exported(tmp_path: Path) -> None:
    reformgraph.Graph.open(str(GRAPH)).export("ntriples", str(tmp_path / "graph.nt"))
    assert reformgraph.Graph.open(tmp_path / "graph.nt").ask(FLAGSHIP)[0]["province"] == "江苏省"


def test_the_stored_questions_are_at_hand() -> None:
    assert tuple(reformgraph.Graph.questions()) == catalogue()
    assert [each.name for each in reformgraph.Graph.questions("overdue")] == ["goals-overdue"]


def test_a_missing_graph_is_an_error_of_ours() -> None:
    with pytest.raises(reformgraph.ReformgraphError, match="there is no nowhere"):
        reformgraph.Graph.open("nowhere")
    with pytest.raises(QueryError):
        reformgraph.Graph.open(GRAPH).ask("no-such-question")


def test_a_place_is_resolved() -> None:
    found = reformgraph.place("朝阳区", province="北京市", on="2023-01-01")
    assert found.place is not None
    assert found.place.code == "110105"


def test_files_are_validated(tmp_path: Path) -> None:
    (tmp_path / "bad.ttl").write_text(
        "@prefix rg: <https://w3id.org/reformgraph/ontology#> . <urn:unit> a rg:PilotUnit ."
    )
    assert not reformgraph.validate(tmp_path / "bad.ttl").conforms


def test_facts_take_a_path_or_a_text() -> None:
    with pytest.raises(UsageError, match="one of them, not both"):
        reformgraph.facts()
    with pytest.raises(UsageError, match="one of them, not both"):
        reformgraph.facts("a.txt", text="一")


def test_one_path_or_several_will_do() -> None:
    assert as_paths("a") == as_paths(Path("a")) == as_paths(["a"]) == [Path("a")]
    assert as_paths(("a", "b")) == [Path("a"), Path("b")]


def test_the_version_is_known_also_where_nothing_is_installed(monkeypatch) -> None:
    def missing(name: str) -> str:
        raise PackageNotFoundError(name)

    assert version._installed()
    monkeypatch.setattr(version, "version", missing)
    assert version._installed() == "0+unknown"
