"""A graph as objects of rdflib and networkx, and as pictures: each one call away."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from rdflib import RDF, BNode, Dataset, Literal, URIRef

import reformgraph
from exports import ExportError
from ontology import RG
from queries.store import GraphFile
from reformgraph.errors import UsageError
from tests.notebooks import pages

pytestmark = pytest.mark.filterwarnings("ignore:Dataset.default_context is deprecated:DeprecationWarning:rdflib")
"""rdflib 7.6 calls it itself; outside of tests Python does not show it."""

GRAPH = Path(__file__).parent.parent / "queries" / "pilots.trig"


@pytest.fixture(scope="module")
def graph() -> reformgraph.Graph:
    return reformgraph.Graph.open(GRAPH)


def opened(tmp_path: Path, trig: str) -> reformgraph.Graph:
    (tmp_path / "own.trig").write_text(trig, "utf-8")
    return reformgraph.Graph.open(tmp_path / "own.trig")


# rdflib


def test_rdflib_gets_every_statement_in_its_named_graph(graph: reformgraph.Graph) -> None:
    dataset = graph.to_rdflib()
    assert isinstance(dataset, Dataset)
    quads = {tuple(map(str, quad)) for quad in dataset.quads()}
    assert quads == {
        (quad.subject.value, quad.predicate.value, getattr(quad.object, "value", ""), quad.graph_name.value)
        for quad in GraphFile.at(GRAPH).statements()
    }


def test_the_default_graph_of_rdflib_is_the_union(graph: reformgraph.Graph) -> None:
    asked = "SELECT (COUNT(DISTINCT ?unit) AS ?n) { ?unit a rg:PilotUnit }"
    (found,) = graph.to_rdflib().query(asked)
    assert int(found.n) == graph.ask(asked)[0]["n"] == 8


def test_rdflib_keeps_the_texts_of_numbers_and_languages(tmp_path: Path) -> None:
    dataset = opened(
        tmp_path,
        """@prefix xsd: <http://www.w3.org/2001/XMLSchema#> . <urn:a> <urn:b> "07"^^xsd:integer , "60.0"^^xsd:decimal ,
        "2021-03"^^xsd:gYearMonth , "县"@zh-hans , "text" , _:x . <urn:g> { <urn:a> <urn:b> <urn:c> }""",
    ).to_rdflib()
    found = set(dataset.objects(URIRef("urn:a"), URIRef("urn:b")))
    assert {each.n3() for each in found if isinstance(each, Literal)} == {
        '"07"^^<http://www.w3.org/2001/XMLSchema#integer>',
        '"60.0"^^<http://www.w3.org/2001/XMLSchema#decimal>',
        '"2021-03"^^<http://www.w3.org/2001/XMLSchema#gYearMonth>',
        '"县"@zh-hans',
        '"text"',
    }
    assert any(isinstance(each, BNode) for each in found)
    assert URIRef("urn:c") in found


def test_rdflib_knows_the_prefixes(graph: reformgraph.Graph) -> None:
    dataset = graph.to_rdflib()
    unit = next(dataset.subjects(RDF.type, URIRef(RG + "Goal")))
    assert dataset.qname(URIRef(RG + "Goal")) == "rg:Goal"
    assert "rg:Goal" in dataset.graph(next(dataset.quads((unit, None, None, None)))[3]).serialize(format="turtle")


@pytest.mark.parametrize("new", ["<<( <urn:a> <urn:b> <urn:c> )>>", '"a"@ar--rtl'])
def test_what_rdflib_does_not_know_is_refused(new: str, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"rdflib does not know .* new in RDF 1\.2: choose nquads"):
        opened(tmp_path, f"<urn:a> <urn:b> {new} .").to_rdflib()


# networkx


def test_networkx_gets_kinds_labels_and_relations(graph: reformgraph.Graph) -> None:
    network = graph.to_networkx()
    agencies = [node for node, kind in network.nodes(data="kind") if kind == "agency"]
    assert agencies
    assert network.is_directed()
    assert {relation for _, _, relation in network.edges(agencies, data="relation")} <= {
        relation for _, _, relation in network.edges(data="relation")
    }


# pictures


def test_a_picture_stands_in_a_notebook(graph: reformgraph.Graph) -> None:
    picture = graph.picture("tiles", "en")
    assert picture._repr_svg_() == picture.svg
    assert picture.svg.startswith("<svg")
    svg = pages.page(picture._repr_html_()).find("svg")
    assert svg.get("style") == "max-width:100%;height:auto"
    assert repr(picture) == "Picture(name='tiles', language='en')"


def test_a_picture_is_named_by_its_own_title_in_every_output(graph: reformgraph.Graph) -> None:
    picture = graph.picture("tiles")
    outputs = [picture._repr_html_(), picture._repr_html_()]
    names = [set(re.findall(r' id="([^"]+)"', output)) for output in outputs]
    assert names[0].isdisjoint(names[1])
    for output, ids in zip(outputs, names, strict=True):
        assert set(re.search(r'aria-labelledby="([^"]+)"', output)[1].split()) == ids


def test_the_words_are_chinese_unless_another_language_is_named(graph: reformgraph.Graph) -> None:
    assert 'lang="zh-Hans"' in graph.picture("tiles").svg


def test_a_picture_is_saved_as_the_command_saves_it(graph: reformgraph.Graph, tmp_path: Path) -> None:
    picture = graph.picture("tiles")
    picture.save(tmp_path / "a.svg")
    assert "@font-face" in (tmp_path / "a.svg").read_text("utf-8")
    picture.save(str(tmp_path / "a.png"), width=200)
    assert (tmp_path / "a.png").read_bytes().startswith(b"\x89PNG")
    with pytest.raises(ExportError, match=r"as \.svg or \.png, not as \.gif"):
        picture.save(tmp_path / "a.gif")


def test_characters_that_the_font_lacks_are_a_warning(tmp_path: Path) -> None:
    trig = GRAPH.read_text("utf-8").replace("社区养老服务试点", "社区\U00020b9f养老服务试点")
    picture = opened(tmp_path, trig).picture("timeline")
    with pytest.warns(UserWarning, match="the shipped font has no \U00020b9f"):
        picture.save(tmp_path / "a.svg")


def test_a_picture_that_there_is_not_is_told_at_once(graph: reformgraph.Graph) -> None:
    with pytest.raises(ExportError, match="there is no picture 'tile': did you mean tiles"):
        graph.picture("tile")


# endpoints


@pytest.mark.parametrize("call", ["to_rdflib", "to_networkx", "picture"])
def test_what_needs_the_file_says_so_for_an_endpoint(call: str) -> None:
    endpoint = reformgraph.Graph.open("https://data.example.org/sparql")
    with pytest.raises(UsageError, match=r"https://data\.example\.org/sparql is an endpoint: download its data"):
        getattr(endpoint, call)(*(["tiles"] if call == "picture" else []))
