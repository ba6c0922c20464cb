"""How far shapes look, and that a graph is not cut where they look too far."""

from __future__ import annotations

import pytest

from build_graph.validate.reach import Reach, TooFarError, reach
from build_graph.validate.shapes import Shapes
from ontology import PREFIXES, RG

HEAD = """
@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix : <urn:> .
:S a sh:NodeShape ; sh:targetClass :C ; sh:property :P .
"""


def reach_of(turtle: str) -> Reach:
    return reach(Shapes([HEAD + turtle]))


def query(where: str) -> str:
    return f':P sh:path :p ; sh:sparql :Q . :Q sh:select """SELECT DISTINCT $this ?value WHERE {{ {where} }}""" .'


def test_the_shapes_of_the_ontology_let_a_graph_be_cut() -> None:
    shipped = reach(Shapes.shipped())
    assert shipped.forward[RG + "target"] == {RG + "Goal"}
    assert shipped.walked == {RG + "partOf", RG + "parentTask", RG + "implements"}
    assert RG + "target" in shipped.backward
    assert RG + "rule" not in shipped.forward


def test_a_reach_survives_the_way_to_json() -> None:
    shipped = reach(Shapes.shipped())
    assert Reach.from_json(shipped.to_json()) == shipped


def test_what_looks_at_the_value_itself_looks_no_further() -> None:
    assert reach_of(":P sh:path :p ; sh:minCount 1 ; sh:pattern 'x' ; sh:or ( [ sh:nodeKind sh:IRI ] ) .") == Reach()


@pytest.mark.parametrize(
    ("turtle", "read"),
    [
        (":P sh:path :p ; sh:class :D .", {f"{PREFIXES['rdf']}type"}),
        (":P sh:path :p ; sh:node [ sh:property [ sh:path :q ; sh:minCount 1 ] ] .", {"urn:q"}),
        (":P sh:path :p ; sh:xone ( [ sh:not [ sh:path :q ; sh:equals :r ] ] ) .", {"urn:q", "urn:r"}),
    ],
)
def test_what_is_read_of_values(turtle: str, read: set[str]) -> None:
    assert reach_of(turtle) == Reach(forward={"urn:p": {"urn:C"}}, read=read)


def test_what_a_query_reads() -> None:
    found = reach_of(query("$this <urn:p> ?value . FILTER NOT EXISTS { ?other <urn:q> $this ; <urn:r> ?value }"))
    assert found == Reach(backward={"urn:q": {"urn:q", "urn:r"}}, read={"urn:p", "urn:q", "urn:r"})


def test_what_only_the_absence_of_a_pattern_starts_at_is_looked_at() -> None:
    found = reach_of(query("$this <urn:p> ?value . FILTER NOT EXISTS { ?value <urn:q> ?other }"))
    assert found == Reach(forward={"urn:p": {"urn:C"}}, read={"urn:p", "urn:q"})


@pytest.mark.parametrize(
    "turtle",
    [
        ":P sh:path :p ; sh:node [ sh:property [ sh:path :q ; sh:class :D ] ] .",
        ":P sh:path ( :p :q ) ; sh:class :D .",
        ":P sh:path :p . :S sh:closed true .",
        ":P sh:path :p . :S sh:targetNode :n .",
        ":P sh:path :p . :S sh:targetObjectsOf :q .",
        ":P sh:path :p . :S a <http://www.w3.org/2000/01/rdf-schema#Class> .",
        ":P sh:path :p ; :of-my-own 1 ; sh:js :x .",
        query("$this <urn:p> ?value . ?value <urn:q> ?a . ?a <urn:r> ?b"),
        query("$this ?any ?value"),
        query("$this <urn:p> ?value . ?a <urn:q> ?b"),
        query("{ $this <urn:p> ?value } UNION { ?value <urn:q> ?b }"),
        query("$this <urn:p> ?value . ?value (<urn:q>/<urn:r>)* $this"),
        query("$this <urn:p> ?value OPTIONAL { ?value <urn:q> ?a }"),
    ],
)
def test_what_looks_further_is_told(turtle: str) -> None:
    with pytest.raises(TooFarError):
        reach_of(turtle)
