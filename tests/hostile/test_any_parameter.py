"""Whatever people type for a parameter of a stored question, it is a value: it changes no query and shows no other rows."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, RdfFormat, Store
from rdflib.plugins.sparql.parser import parseQuery

from queries import QueryError
from queries.asking import ask, written
from queries.catalogue import Question, catalogue
from queries.store import GraphFile

PILOTS = Path(__file__).parents[1] / "queries" / "pilots.trig"
STORE = GraphFile.at(PILOTS).store
TAKING = [(question, name) for question in catalogue() for name in question.parameters]

HOSTILE = (
    '" } ?s ?p ?o . FILTER(true || "', "'} UNION { ?s ?p ?o } #", '" } VALUES ?_x { UNDEF', "\\", '\\"', "'''\"\"\"", "?_place",
    "<urn:a> <urn:b> <urn:c>", "urn:a> ?x <urn:b", "} GRAPH ?g { ?s ?p ?o", "UNDEF", "1 OR 1=1", "2025-01-01 } #", "\\u0022", "\\U00000022",
    "\\uD800", "$1 \\1 \\g<0> %s {0}", "\n}\n#", "\r", "\x00", "\u2028", "SERVICE <http://127.0.0.1:9/> {", "县\" . ?s ?p \"", "''@zh", "\"^^<urn:x>", "省" * 5000,
)  # fmt: skip
anything = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(max_size=20),
    st.lists(st.sampled_from([*"\"'\\{}<>?#@^.|&;,()[]\n\r\t u0", "UNION", "VALUES", "a", "urn:"]), max_size=15).map(
        "".join
    ),
)
often = settings(max_examples=40, deadline=None, derandomize=True)


def terms(question: Question, sparql: str, name: str) -> list[object]:
    """Return what the engine finds in the block of a parameter: the query asked for that variable alone."""
    blocks = [match for match in re.finditer(r"VALUES \?_(\w+) \{", sparql) if match[1] == name]
    assert len(blocks) == 1, question.name
    solutions = STORE.query(f"SELECT ?_{name} {{ {sparql[blocks[0].start() :].splitlines()[0]} }}")
    return [solution[f"_{name}"] for solution in solutions]


@pytest.mark.parametrize(("question", "name"), TAKING, ids=[f"{question.name}-{name}" for question, name in TAKING])
@often
@given(value=anything)
def test_a_value_never_changes_the_structure_of_a_query(question: Question, name: str, value: str) -> None:
    parameter = question.parameters[name]
    others = {each.name: each.shown for each in question.parameters.values() if each.is_required}
    try:
        sparql = written(STORE, question, {**others, name: value})
    except QueryError as error:
        assert "\n" not in str(error)
        assert len(str(error)) < 15_500  # a value is told in full where its type is wrong
        return
    assert sparql.count("\n") == question.sparql.count("\n")
    unlike = [
        number
        for number, (new, old) in enumerate(zip(sparql.splitlines(), question.sparql.splitlines(), strict=True))
        if new != old and not old.lstrip().startswith("VALUES ?_")
    ]
    assert unlike == []
    found = terms(question, sparql, name)
    assert found
    assert all(isinstance(term, Literal | NamedNode) for term in found)
    assert len(found) == 1 or parameter.kind == "name"
    if parameter.choices is None and parameter.concepts is None and parameter.kind in {"text", "name"}:
        assert {term.value for term in found} == {value.strip()}
        assert Literal(value.strip()) in found
    if "\\" not in value:  # rdflib reads escapes at another time; those are refused where they could matter
        parseQuery(sparql)


PLACES = """
@prefix rg: <https://w3id.org/reformgraph/ontology#> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<urn:secret> a rg:Program ; skos:prefLabel "SECRET"@zh-hans .
"""


@pytest.fixture(scope="module")
def secretive() -> Store:
    """Return the small graph with a program of which nothing but its name is known."""
    store = GraphFile.at(PILOTS).store
    store.load(PLACES, format=RdfFormat.TURTLE)
    return store


@pytest.mark.parametrize(
    "question", [each for each in catalogue() if "program" in each.parameters], ids=lambda each: each.name
)
@pytest.mark.parametrize("value", HOSTILE)
def test_rows_of_others_never_show(question: Question, value: str, secretive: Store) -> None:
    """A value that names no program gives no row at all, or is refused with near names."""
    others = {
        each.name: each.shown for each in question.parameters.values() if each.is_required and each.name != "program"
    }
    with pytest.raises(QueryError) as caught:
        ask(secretive, question, {**others, "program": value})
    assert "\n" not in str(caught.value)
