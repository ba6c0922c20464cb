"""Nothing that is read, asked or written opens a connection: a server listens, and must hear nothing."""

from __future__ import annotations

import itertools
import json
from typing import TYPE_CHECKING

import pytest

import reformgraph
from build_graph.validate.rdf import RdfError, read_files
from exports import FORMATS
from exports.errors import ExportError
from ontology.errors import ReformgraphError
from queries import QueryError
from queries.asked import question_of
from queries.catalogue import catalogue, own
from queries.run import run
from queries.store import GraphFile
from reformgraph.__main__ import main

if TYPE_CHECKING:
    from pathlib import Path

RDF = '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:x="urn:">{}</rdf:RDF>'
THING = '<rdf:Description rdf:about="urn:a"><x:p>{}</x:p></rdf:Description>'


def contexts(address: str, file: str) -> list[str]:
    """Return documents that name a context elsewhere, in every way that JSON-LD 1.1 has."""
    return [
        json.dumps(document)
        for where in (address, file)
        for document in (
            {"@context": where, "@id": "urn:a", "name": "x"},
            {"@context": [{"name": "urn:n"}, where], "@id": "urn:a", "name": "x"},
            {"@context": {"@import": where}, "@id": "urn:a", "urn:n": "x"},
            {"@context": {"name": {"@id": "urn:n", "@context": where}}, "@id": "urn:a", "name": {"urn:m": "x"}},
            {"@context": {"T": {"@id": "urn:T", "@context": where}}, "@id": "urn:a", "@type": "T", "urn:m": "x"},
            {"@id": "urn:a", "urn:n": {"@context": where, "@id": "urn:b", "m": "x"}},
        )
    ]


@pytest.mark.parametrize("number", range(12))
def test_no_context_of_json_ld_is_fetched(number: int, tmp_path: Path, listener) -> None:
    (tmp_path / "context.json").write_text('{"@context": {"name": "urn:stolen", "m": "urn:stolen"}}')
    file = tmp_path / "a.jsonld"
    file.write_text(contexts(listener.address, (tmp_path / "context.json").as_uri())[number])
    with pytest.raises(RdfError, match=r"a\.jsonld.*(on the network|malformed)"):
        list(read_files([file]))
    with pytest.raises(QueryError, match=r"a\.jsonld is not well-formed"):
        _ = GraphFile.at(file).store
    with pytest.raises(QueryError, match=r"a\.jsonld is not well-formed"):
        list(GraphFile.at(file).statements())


def test_every_command_that_takes_a_graph_says_so_in_one_line(tmp_path: Path, listener, capsys) -> None:
    file = tmp_path / "a.jsonld"
    file.write_text(contexts(listener.address, "file:///x")[0])
    for command in (
        ["ask", "facts-by-kind", "--graph", str(file)],
        ["export", "turtle", "--graph", str(file), "-o", str(tmp_path / "o.ttl")],
        ["export", "program-trees", "--graph", str(file), "-o", str(tmp_path / "o.jsonld")],
        ["validate", str(file)],
        ["diff", str(file), str(file)],
    ):
        status = main(command)
        told = capsys.readouterr().err
        assert status == 2, (command, told)
        assert told.count("\n") == 1


def test_framing_fetches_nothing_that_stands_in_a_graph(tmp_path: Path, listener) -> None:
    """Names that a JSON-LD processor could take for addresses of contexts are names."""
    rg = "https://w3id.org/reformgraph/ontology#"
    (tmp_path / "a.nt").write_text(
        f"<{listener.address}> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <{rg}Program> .\n"
        f'<{listener.address}> <https://www.w3.org/ns/json-ld#context> "{listener.address}" .\n'
        f"<{listener.address}> <http://www.w3.org/2000/01/rdf-schema#seeAlso> <{listener.address}> .\n"
    )
    for form in [form for form in FORMATS.values() if form.is_rdf]:
        reformgraph.Graph.open(tmp_path / "a.nt").export(form.name, tmp_path / f"out-{form.name}")
    assert reformgraph.Graph.open(tmp_path / "a.nt").to_rdflib()


def test_framing_refuses_to_load_a_document() -> None:
    from exports.rdf.program_trees import _refuse

    with pytest.raises(ExportError, match="nothing is fetched"):
        _refuse("https://example.org/context", {})


@pytest.mark.parametrize("kind", ["file", "network", "parameter", "multiplied"])
def test_no_entity_of_rdf_xml_is_resolved(kind: str, tmp_path: Path, listener) -> None:
    (tmp_path / "secret").write_text("SECRET")
    levels = "abcdefghijkl"
    declared = {
        "file": f'<!ENTITY s SYSTEM "{(tmp_path / "secret").as_uri()}">',
        "network": f'<!ENTITY s SYSTEM "{listener.address}">',
        "parameter": f'<!ENTITY % p SYSTEM "{listener.address}"> %p; <!ENTITY s "x">',
        "multiplied": '<!ENTITY a "aaaaaaaaaa">'
        + "".join(f'<!ENTITY {new} "{f"&{old};" * 10}">' for old, new in itertools.pairwise(levels))
        + '<!ENTITY s "&l;">',
    }[kind]
    file = tmp_path / "a.rdf"
    file.write_text(f"<!DOCTYPE x [{declared}]>{RDF.format(THING.format('&s;'))}")
    for reader in (
        lambda paths: list(read_files(paths)),
        lambda files: GraphFile.at(files[0]).statements(),
        lambda files: GraphFile.at(files[0]).store,
    ):
        try:
            values = [statement.object.value for statement in reader([file])]
        except (RdfError, QueryError) as error:
            assert "\n" not in str(error)
            assert (kind == "multiplied") == ("unfold to far more than the file" in str(error))
        else:
            assert all("SECRET" not in value and len(value) < 1000 for value in values)
            assert kind != "multiplied"


def test_entities_that_shorten_namespaces_are_resolved(tmp_path: Path) -> None:
    file = tmp_path / "a.rdf"
    declared = '<!DOCTYPE x [<!ENTITY o "http://www.w3.org/2002/07/owl#"><!ENTITY c "&o;Class">]>'
    file.write_text(declared + RDF.format(THING.format("&c;") * 1000))
    assert {statement.object.value for statement in read_files([file])} == {"http://www.w3.org/2002/07/owl#Class"}


@pytest.mark.parametrize("declared", ['<!ENTITY a "&b;"><!ENTITY b "&a;">', f'<!ENTITY a "{"x" * 9999}">'])
def test_entities_in_circles_and_long_ones_are_told(declared: str, tmp_path: Path) -> None:
    file = tmp_path / "a.rdf"
    file.write_text(f"<!DOCTYPE x [{declared}]>{RDF.format(THING.format('&a;' * 9999))}")
    with pytest.raises(RdfError, match="unfold to far more"):
        list(read_files([file]))


SERVICES = (
    "SELECT * {{ SERVICE <{0}> {{ ?s ?p ?o }} }}",
    "SELECT * {{ SERVICE SILENT <{0}> {{ ?s ?p ?o }} }}",
    "ASK {{ ?s ?p ?o FILTER NOT EXISTS {{ SERVICE <{0}> {{ ?s ?p ?o }} }} }}",
    "CONSTRUCT {{ ?s ?p ?o }} WHERE {{ SERVICE <{0}> {{ ?s ?p ?o }} }}",
    "DESCRIBE ?s {{ SERVICE <{0}> {{ ?s ?p ?o }} }}",
    "SELECT * {{ VALUES ?e {{ <{0}> }} SERVICE ?e {{ ?s ?p ?o }} }}",
)
UPDATES = (
    "LOAD <{0}>",
    "LOAD SILENT <{0}> INTO GRAPH <urn:g>",
    "INSERT {{ ?s ?p ?o }} WHERE {{ SERVICE <{0}> {{ ?s ?p ?o }} }}",
    "INSERT DATA {{ <urn:a> <urn:b> <urn:c> }}",
    "CLEAR ALL",
)


@pytest.mark.parametrize("sparql", SERVICES)
def test_a_question_to_another_server_is_refused_in_one_line(sparql: str, tmp_path: Path, listener, capsys) -> None:
    (tmp_path / "a.ttl").write_text("<urn:a> <urn:b> <urn:c> .")
    query = tmp_path / "mine.rq"
    query.write_text(sparql.format(listener.address))
    assert main(["ask", str(query), "--graph", str(tmp_path / "a.ttl")]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err == (
        "reformgraph: error: the query asks another server (SERVICE), which is switched off: bring its data as a file\n"
    )


@pytest.mark.parametrize("sparql", UPDATES)
def test_what_changes_or_loads_is_no_question(sparql: str, tmp_path: Path, listener, capsys) -> None:
    (tmp_path / "a.ttl").write_text("<urn:a> <urn:b> <urn:c> .")
    query = tmp_path / "mine.rq"
    query.write_text(sparql.format(listener.address))
    assert main(["ask", str(query), "--graph", str(tmp_path / "a.ttl")]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    graph = GraphFile.at(tmp_path / "a.ttl")
    with pytest.raises(QueryError):
        run(graph.store, sparql.format(listener.address))
    assert len(list(graph.store.quads_for_pattern(None, None, None, None))) == 1


@pytest.mark.parametrize("graph", ["FROM <{0}>", "FROM NAMED <{0}>"])
def test_a_graph_that_a_question_names_is_looked_for_in_the_graph_at_hand(graph: str, tmp_path: Path, listener) -> None:
    (tmp_path / "a.ttl").write_text("<urn:a> <urn:b> <urn:c> .")
    store = GraphFile.at(tmp_path / "a.ttl").store
    found = run(store, f"SELECT * {graph.format(listener.address)} {{ ?s ?p ?o }}")
    assert len(found) == 0


def test_no_stored_question_asks_another_server() -> None:
    for question in catalogue():
        assert "SERVICE" not in question.sparql.upper().replace("SERVICES", "")


def test_a_parameter_cannot_bring_in_a_server(tmp_path: Path, listener) -> None:
    (tmp_path / "a.ttl").write_text("<urn:a> <urn:b> <urn:c> .")
    store = GraphFile.at(tmp_path / "a.ttl").store
    question = own(
        '#+ parameters: {x: {type: text, example: a, zh: 一, en: one}}\nSELECT * { VALUES ?_x { "a" } ?s ?p ?_x }',
        "mine.rq",
    )
    from queries.asking import ask

    value = f'" }} SERVICE <{listener.address}> {{ ?s ?p ?o }} #'
    with pytest.raises(ReformgraphError, match="SERVICE"):
        ask(store, question, {"x": value})


def test_a_question_from_a_file_that_is_an_address_is_a_file_that_is_not_there(listener) -> None:
    with pytest.raises(QueryError, match="cannot read"):
        question_of(f"{listener.address}.rq")
