"""RDF exports: nothing is lost, nothing is added, and two parsers agree on it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import (
    BaseDirection,
    BlankNode,
    CanonicalizationAlgorithm,
    Dataset,
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    RdfFormat,
    Triple,
    parse,
    serialize,
)

from exports import FORMATS, ExportError
from exports.publish import export
from exports.rdf.canonical import written
from exports.rdf.external_sort import IN_MEMORY
from ontology import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterable

GRAPH = Path(__file__).parent.parent / "queries" / "pilots.trig"
WITH_GRAPHS = {"trig": "trig", "nquads": "nquads", "jsonld": "json-ld"}
UNION = {"turtle": "turtle", "ntriples": "nt", "rdfxml": "xml"}
XSD = PREFIXES["xsd"]
RG = PREFIXES["rg"]


def exported(name: str, source: Path | Iterable[Quad], folder: Path) -> Path:
    if not isinstance(source, Path):
        serialize(source, folder / "given.nq", RdfFormat.N_QUADS)
        source = folder / "given.nq"
    target = folder / f"graph{FORMATS[name].suffix}"
    export(name, source, target)
    return target


def lines(quads: Iterable[Quad]) -> set[str]:
    return {f"{quad} ." for quad in quads}


def stated() -> set[str]:
    return lines(parse(path=GRAPH))


def united() -> set[str]:
    return {str(quad.triple) for quad in parse(path=GRAPH)}


@pytest.mark.parametrize("name", WITH_GRAPHS)
def test_every_statement_comes_back_in_its_graph(name: str, tmp_path: Path) -> None:
    assert lines(parse(path=exported(name, GRAPH, tmp_path))) == stated()


@pytest.mark.parametrize("name", UNION)
def test_every_statement_of_the_union_comes_back_once(name: str, tmp_path: Path) -> None:
    back = [str(quad.triple) for quad in parse(path=exported(name, GRAPH, tmp_path))]
    assert sorted(back) == sorted(united())


@pytest.mark.parametrize("name", ["turtle", "trig"])
def test_a_concept_is_written_with_the_prefix_of_its_list(name: str, tmp_path: Path) -> None:
    text = exported(name, GRAPH, tmp_path).read_text("utf-8")
    assert "rg:goalKind goal-kind:target" in text
    assert "rg:tier program-tier:national" in text
    assert "\\/" not in text


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # rdflib warns about itself
@pytest.mark.parametrize("name", WITH_GRAPHS)
def test_rdflib_reads_the_same_statements_in_their_graphs(name: str, tmp_path: Path) -> None:
    from rdflib import Dataset as RdflibDataset

    dataset = RdflibDataset()
    dataset.parse(data=exported(name, GRAPH, tmp_path).read_bytes(), format=WITH_GRAPHS[name])
    back = dataset.serialize(format="nquads", encoding="utf-8")
    assert lines(parse(back, format=RdfFormat.N_QUADS)) == stated()


@pytest.mark.parametrize("name", UNION)
def test_rdflib_reads_the_same_union(name: str, tmp_path: Path) -> None:
    from rdflib import Graph

    back = Graph().parse(data=exported(name, GRAPH, tmp_path).read_bytes(), format=UNION[name]).serialize(format="nt")
    assert {str(quad.triple) for quad in parse(back, format=RdfFormat.N_TRIPLES)} == united()


@pytest.mark.parametrize("name", ["turtle", "trig", "rdfxml"])
def test_the_vocabulary_is_written_with_its_prefixes(name: str, tmp_path: Path) -> None:
    text = exported(name, GRAPH, tmp_path).read_text("utf-8")
    assert "rg:PilotUnit" in text
    assert 'rg="https://w3id.org' in text or "@prefix rg: <https://w3id.org" in text


def test_turtle_names_a_thing_and_its_class_before_its_properties(tmp_path: Path) -> None:
    text = exported("turtle", GRAPH, tmp_path).read_text("utf-8")
    blocks = text.split("> a ")
    assert len(blocks) > 30
    assert "\n\ta rg:" not in text


@pytest.mark.parametrize("name", ["nquads", "ntriples"])
def test_line_formats_are_grouped_by_subject(name: str, tmp_path: Path) -> None:
    rows = exported(name, GRAPH, tmp_path).read_text("utf-8").splitlines()
    assert len(rows) == len(stated() if name == "nquads" else united())
    places = [row.split()[0] for row in rows if "/place/" in row.split()[0]]
    assert places == sorted(places)


# JSON-LD


def test_json_ld_uses_the_keys_of_the_context_and_carries_it(tmp_path: Path) -> None:
    document = json.loads(exported("jsonld", GRAPH, tmp_path).read_text("utf-8"))
    assert document["@context"]["rg"] == RG
    by_graph = {graph["@id"].rpartition("/")[2]: graph["@graph"] for graph in document["@graph"]}
    assert set(by_graph) == {"notice", "news", "places", "agencies", "reconciliation", "corrections", "quality", "run"}
    things = {thing["@id"].rpartition("reformgraph/")[2]: thing for thing in by_graph["places"]}
    assert things["place/320115"] == {
        "@id": "https://w3id.org/reformgraph/place/320115",
        "@type": "County",
        "altLabel": {"zh-hans": "江宁县"},
        "divisionCode": "320115",
        "fullName": {"zh-hans": "江苏省南京市江宁区"},
        "partOf": "https://w3id.org/reformgraph/place/320100",
        "prefLabel": {"zh-hans": "江宁区"},
        "province": "https://w3id.org/reformgraph/place/320000",
    }
    position = next(thing for thing in by_graph["notice"] if thing["@type"] == "TextPositionSelector")
    assert (position["start"], position["end"]) == (0, 8)


def test_json_ld_has_one_thing_a_line(tmp_path: Path) -> None:
    text = exported("jsonld", GRAPH, tmp_path).read_text("utf-8")
    rows = [row for row in text.splitlines() if row.startswith('      {"@id"')]
    assert len(rows) == len({(quad.graph_name, quad.subject) for quad in parse(path=GRAPH)})


def test_json_ld_cannot_hold_a_triple_term(tmp_path: Path) -> None:
    node = NamedNode("urn:a")
    with pytest.raises(ExportError, match="choose trig or nquads"):
        exported("jsonld", [Quad(node, node, Triple(node, node, node))], tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == ["given.nq"]


def test_json_ld_does_not_lose_the_direction_of_a_text(tmp_path: Path) -> None:
    text = Literal("a", language="ar", direction=BaseDirection("rtl"))
    with pytest.raises(ExportError, match=r'no way to write "a"@ar--rtl: choose trig or nquads'):
        exported("jsonld", [Quad(NamedNode("urn:a"), NamedNode("urn:p"), text)], tmp_path)


@pytest.mark.parametrize(
    ("key", "literal", "value"),
    [
        ("ordinal", Literal("3", datatype=NamedNode(XSD + "integer")), 3),
        ("ordinal", Literal("03", datatype=NamedNode(XSD + "integer")), "03"),
        ("ordinal", Literal("-3", datatype=NamedNode(XSD + "integer")), "-3"),
        ("ordinal", Literal("9" * 16, datatype=NamedNode(XSD + "integer")), "9" * 16),
        ("isPilot", Literal("true", datatype=NamedNode(XSD + "boolean")), True),
        ("isPilot", Literal("1", datatype=NamedNode(XSD + "boolean")), "1"),
        ("isPilot", Literal("true"), {"@type": "xsd:string", "@value": "true"}),
        ("rule", Literal("5"), "5"),
        ("rule", Literal("5", datatype=NamedNode(XSD + "integer")), 5),
        ("rule", NamedNode("urn:x"), {"@id": "urn:x"}),
        ("deadline", Literal("2024", datatype=NamedNode(XSD + "gYear")), {"@type": "xsd:gYear", "@value": "2024"}),
        ("deadline", Literal("年底", language="zh"), {"@language": "zh", "@value": "年底"}),
        ("statedProvince", Literal("x"), {"@type": "xsd:string", "@value": "x"}),
        ("text", Literal("县", language="zh-hans"), {"zh-hans": "县"}),
        ("rg:text", Literal("县"), "县"),
        ("urn:other", Literal("1.5", datatype=NamedNode(XSD + "decimal")), {"@type": "xsd:decimal", "@value": "1.5"}),
    ],
)
def test_a_value_is_written_as_plainly_as_its_key_allows(key, literal, value, tmp_path: Path) -> None:
    predicate = NamedNode(key if ":" in key and not key.startswith("rg:") else RG + key.removeprefix("rg:"))
    quad = Quad(NamedNode("urn:a"), predicate, literal)
    target = exported("jsonld", [quad], tmp_path)
    assert json.loads(target.read_text("utf-8"))["@graph"] == [{"@id": "urn:a", key: value}]
    assert lines(parse(path=target)) == lines([quad])


IRIS = st.sampled_from(["urn:a", "urn:b", "https://w3id.org/reformgraph/place/城", RG + "Goal"]).map(NamedNode)
PREDICATES = st.sampled_from(
    [RG + name for name in ("text", "ordinal", "isPilot", "passage", "rule", "deadline", "none")]
    + [PREFIXES["rdf"] + "type", PREFIXES["schema"] + "value", "urn:p", PREFIXES["oa"] + "start"]
).map(NamedNode)
DATATYPES = [XSD + name for name in ("string", "integer", "decimal", "boolean", "gYear", "nonNegativeInteger")]
LITERALS = st.one_of(
    st.builds(Literal, st.text(max_size=8)),
    st.builds(Literal, st.text(max_size=8), language=st.sampled_from(["zh-hans", "en"])),
    st.builds(
        Literal,
        st.sampled_from(["1", "01", "-1", "true", "0", "1.0", "2024", "x", "12345678901234567890"]),
        datatype=st.sampled_from([*DATATYPES, "urn:type"]).map(NamedNode),
    ),
)
NODES = st.one_of(IRIS, st.sampled_from(["x", "y"]).map(BlankNode))
GRAPHS = st.one_of(IRIS, st.just(DefaultGraph()), st.sampled_from(["g", "g1"]).map(BlankNode))
QUADS = st.one_of(
    st.builds(Quad, NODES, PREDICATES.filter(lambda p: p.value != PREFIXES["rdf"] + "type"), LITERALS, GRAPHS),
    st.builds(Quad, NODES, PREDICATES, NODES, GRAPHS),
)


@pytest.mark.parametrize("name", WITH_GRAPHS)
@given(quads=st.sets(QUADS, max_size=8))
def test_any_dataset_comes_back(name: str, quads: set[Quad], tmp_path_factory: pytest.TempPathFactory) -> None:
    back = Dataset(parse(path=exported(name, quads, tmp_path_factory.mktemp("any"))))
    wanted = Dataset(quads)
    for dataset in (wanted, back):
        dataset.canonicalize(CanonicalizationAlgorithm.UNSTABLE)
    assert back == wanted


@pytest.mark.parametrize("name", ["turtle", "ntriples"])
@given(quads=st.sets(QUADS, max_size=8))
def test_any_union_comes_back(name: str, quads: set[Quad], tmp_path_factory: pytest.TempPathFactory) -> None:
    back = Dataset(parse(path=exported(name, quads, tmp_path_factory.mktemp("any"))))
    wanted = Dataset({Quad(*quad.triple) for quad in quads})
    for dataset in (wanted, back):
        dataset.canonicalize(CanonicalizationAlgorithm.UNSTABLE)
    assert back == wanted


BY_PYOXIGRAPH = {
    "trig": RdfFormat.TRIG,
    "nquads": RdfFormat.N_QUADS,
    "turtle": RdfFormat.TURTLE,
    "ntriples": RdfFormat.N_TRIPLES,
    "rdfxml": RdfFormat.RDF_XML,
}
IN_XML = st.text(st.characters(categories=["L", "N", "P", "Zs"]), max_size=8)


def in_order(quads: Iterable[Quad], *, union: bool) -> list[Quad]:
    def key(quad: Quad) -> tuple[str, str, bool, str, bytes]:
        predicate = quad.predicate.value
        is_type = predicate == PREFIXES["rdf"] + "type"
        return str(quad.graph_name), str(quad.subject), not is_type, predicate, written(quad.object)

    return sorted({Quad(*quad.triple) for quad in quads} if union else set(quads), key=key)


def by_pyoxigraph(name: str, quads: Iterable[Quad]) -> bytes | None:
    ordered: list[Any] = in_order(quads, union=name in UNION)
    statements = [quad.triple for quad in ordered] if name in UNION else ordered
    prefixes = None if name in {"nquads", "ntriples"} else dict(PREFIXES)
    return serialize(statements, format=BY_PYOXIGRAPH[name], prefixes=prefixes)


@pytest.mark.parametrize("name", BY_PYOXIGRAPH)
@given(quads=st.sets(QUADS, max_size=12), texts=st.sets(IN_XML, max_size=3))
def test_the_bytes_are_those_of_pyoxigraph_for_the_statements_in_order(
    name: str, quads: set[Quad], texts: set[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    if name == "rdfxml":
        quads = {quad for quad in quads if not isinstance(quad.object, Literal) or quad.object.value.isalnum()}
    quads |= {Quad(NamedNode(RG + "s"), NamedNode("urn:p"), Literal(text, language="zh")) for text in texts}
    assert exported(name, quads, tmp_path_factory.mktemp("any")).read_bytes() == by_pyoxigraph(name, quads)


@pytest.mark.parametrize("name", ["trig", "turtle"])
def test_a_term_is_as_short_as_turtle_allows(name: str, tmp_path: Path) -> None:
    node = NamedNode("urn:a")
    types = ("integer", "boolean", "decimal", "double", "gYear")
    things = [
        *(
            Literal(text, datatype=NamedNode(XSD + kind))
            for kind in types
            for text in ("1", "01", "true", "1.5", "1e3")
        ),
        *(NamedNode(RG + local) for local in ("", "a/b", "a.", ".a", "-a", "a%41", "试点", "1", "a~b", "a:b")),
        NamedNode(RG.removesuffix("#")),
        *(NamedNode(each + more) for each in PREFIXES.values() for more in ("", "x", "/y")),
        *(NamedNode(each[:length]) for each in PREFIXES.values() for length in range(len("http://a"), len(each))),
        *(NamedNode(each[:-1] + "x") for each in PREFIXES.values()),
        Triple(node, NamedNode(RG + "p"), Literal("<<( <urn:s> <urn:p> ")),
        Literal("<urn:s> <urn:p> 1", datatype=NamedNode(RG + "t")),
    ]
    quads = [Quad(node, NamedNode(RG + "p"), thing) for thing in things]
    quads += [Quad(thing, node, node, thing) for thing in things if isinstance(thing, NamedNode)]
    assert exported(name, quads, tmp_path).read_bytes() == by_pyoxigraph(name, quads)


@pytest.mark.parametrize("name", ["trig", "nquads", "turtle", "ntriples"])
def test_graphs_that_are_sorted_outside_memory_are_written_in_the_same_order(name: str, tmp_path: Path) -> None:
    def text(number: int) -> Literal:
        return Literal(f"{number * 7 % 40}" + "字" * (IN_MEMORY // 90))

    graphs = [NamedNode("urn:g"), NamedNode("urn:g1"), DefaultGraph(), BlankNode("g"), BlankNode("g1")]
    quads = [Quad(NamedNode("urn:s"), NamedNode("urn:p"), text(number), graphs[number % 5]) for number in range(40)]
    target = exported(name, quads, tmp_path)
    assert target.stat().st_size > IN_MEMORY
    assert target.read_bytes() == by_pyoxigraph(name, quads)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # rdflib warns about itself
@pytest.mark.parametrize("name", UNION)
def test_line_ends_and_marks_of_markup_come_back_as_they_are(name: str, tmp_path: Path) -> None:
    from rdflib import Graph

    text = '一\r\n二\r三\n四\t<五> & "六" ]]> \U00020000 '
    target = exported(name, [Quad(NamedNode("urn:a"), NamedNode("urn:b"), Literal(text))], tmp_path)
    (value,) = Graph().parse(data=target.read_bytes(), format=UNION[name]).objects()
    assert str(value) == text
    (quad,) = parse(path=target)
    assert quad.object.value == text


@pytest.mark.parametrize("character", ["\x00", "\x0b", "\x1f", "\ufffe"])
def test_rdf_xml_cannot_hold_a_control_character(character: str, tmp_path: Path) -> None:
    quad = Quad(NamedNode("urn:a"), NamedNode("urn:b"), Literal(f"一{character}二"))
    with pytest.raises(ExportError, match=r"<urn:a> has the character U\+.{4}, which XML cannot hold: choose turtle"):
        exported("rdfxml", [quad], tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == ["given.nq"]


BLANK = """
_:a <urn:p> _:b <urn:g> .
_:b <urn:p> _:a <urn:g> .
_:a <urn:q> "<县> & \\"市\\"\\n"@zh-hans <urn:h> .
_:c <urn:q> "2024"^^<http://www.w3.org/2001/XMLSchema#gYear> .
<urn:s> <urn:p> _:c .
"""


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # rdflib warns about itself
@pytest.mark.parametrize(("name", "syntax"), [*UNION.items(), *WITH_GRAPHS.items()])
def test_rdflib_reads_blank_nodes_as_the_same_graph(name: str, syntax: str, tmp_path: Path) -> None:
    from rdflib import Dataset as RdflibDataset
    from rdflib import Graph
    from rdflib.compare import isomorphic

    def union(data: str | bytes, form: str) -> Graph:
        dataset = RdflibDataset()
        dataset.parse(data=data, format=form)
        united = Graph()
        for subject, predicate, thing, _ in dataset.quads():
            united.add((subject, predicate, thing))
        return united

    target = exported(name, parse(BLANK.encode(), format=RdfFormat.N_QUADS), tmp_path)
    back = union(target.read_bytes(), syntax)
    assert len(back) == 5
    assert isomorphic(back, union(BLANK, "nquads"))
