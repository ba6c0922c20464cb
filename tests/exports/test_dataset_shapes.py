"""A description conforms to the published shapes of DCAT-AP 3.0.0 (``shapes/README.md``); nothing is skipped."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pyshacl
import pytest
from pyoxigraph import RdfFormat, parse, serialize
from rdflib import DCAT, DCTERMS, SH, Graph, URIRef

import reformgraph
from exports.dataset.describe import describe
from exports.publish import export
from tests.publishing.cutting import cut

ROOT = Path(__file__).parents[2]
SHAPES = Path(__file__).parent / "shapes" / "dcat-ap-3.0.0.shapes.jsonld"
DATASET = URIRef("https://w3id.org/reformgraph/dataset")


@pytest.fixture(scope="module")
def shapes() -> Graph:
    triples = (quad.triple for quad in parse(path=SHAPES, format=RdfFormat.JSON_LD))
    return Graph().parse(data=serialize(triples, format=RdfFormat.N_TRIPLES), format="nt")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, suffix in (("nquads", "nq"), ("csv", "csv"), ("picture", "svg"), ("graphml", "graphml")):
        export(name, ROOT / "tests" / "queries" / "pilots.trig", tmp_path / f"graph.{suffix}")
    return tmp_path


def findings(description: Graph, shapes: Graph) -> set[URIRef]:
    """Return the properties that the shapes complain of."""
    _, report, _ = pyshacl.validate(description, shacl_graph=shapes)
    return set(report.objects(None, SH.resultPath))


def test_the_shapes_are_those_that_were_published() -> None:
    digest = hashlib.sha256(SHAPES.read_bytes()).hexdigest()
    assert digest in (SHAPES.parent / "README.md").read_text("utf-8")


def test_a_described_folder_conforms(folder: Path, shapes: Graph) -> None:
    describe(folder, ROOT / "docs" / "dataset.yml")
    assert findings(Graph().parse(folder / "dataset.ttl"), shapes) == set()


def test_without_an_address_exactly_that_is_missing(folder: Path, shapes: Graph) -> None:
    describe(folder)
    assert findings(Graph().parse(folder / "dataset.ttl"), shapes) == {DCAT.accessURL}


def test_a_graph_in_parts_conforms(folder: Path, shapes: Graph) -> None:
    cut(folder / "graph.nq", 100)
    describe(folder, ROOT / "docs" / "dataset.yml")
    described = Graph().parse(folder / "dataset.ttl")
    assert len(set(described.objects(None, DCAT.downloadURL))) > len(set(described.objects(None, DCAT.byteSize)))
    assert findings(described, shapes) == set()


@pytest.mark.parametrize("needed", [DCTERMS.title, DCTERMS.description])
def test_the_shapes_notice_what_a_dataset_lacks(needed: URIRef, folder: Path, shapes: Graph) -> None:
    describe(folder, ROOT / "docs" / "dataset.yml")
    graph = Graph().parse(folder / "dataset.ttl")
    graph.remove((DATASET, needed, None))
    assert findings(graph, shapes) == {needed}


def test_the_build_of_the_shipped_documents_conforms(tmp_path: Path, shapes: Graph) -> None:
    reformgraph.build(ROOT / "documents", out=tmp_path / "out", base="https://data.example.org/pilots/", stamp=False)
    reformgraph.describe(tmp_path / "out", about=ROOT / "docs" / "dataset.yml")
    graph = Graph().parse(tmp_path / "out" / "dataset.ttl")
    dataset = URIRef("https://data.example.org/pilots/dataset")
    names = {str(graph.value(each, DCTERMS.title)) for each in graph.objects(dataset, DCAT.distribution)}
    out = tmp_path / "out"
    files = {each.relative_to(out).as_posix() for each in out.rglob("*") if each.is_file()}
    assert names == files - {"dataset.ttl", "dataset.jsonld"}
    assert findings(graph, shapes) == set()
