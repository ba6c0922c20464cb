"""The context read backwards."""

from __future__ import annotations

from exports.rdf.jsonld_context import Term, read_context, shipped_context

CONTEXT = {
    "@version": 1.1,
    "ex": "https://example.org/",
    "id": "@id",
    "Thing": "ex:Thing",
    "name": {"@id": "ex:name", "@container": "@language"},
    "alias": {"@id": "ex:name"},
    "size": {"@id": "ex:size", "@type": "ex:metre", "@container": ["@set"]},
    "part": {"@id": "https://example.org/part", "@type": "@id"},
    "ranked": {"@id": "ex:ranked", "@container": "@list"},
    "partOf": {"@reverse": "ex:part"},
}


def test_a_property_is_found_by_its_iri_with_how_its_values_are_written() -> None:
    terms = read_context(CONTEXT).terms
    assert terms["https://example.org/name"] == Term("name", None, by_language=True, always_a_list=False)
    assert terms["https://example.org/size"] == Term(
        "size", "https://example.org/metre", by_language=False, always_a_list=True
    )
    assert terms["https://example.org/part"].coercion == "@id"


def test_terms_that_the_writer_does_not_know_are_left_alone() -> None:
    assert set(read_context(CONTEXT).terms) == {f"https://example.org/{name}" for name in ("name", "size", "part")}


def test_classes_and_prefixes_are_told_apart() -> None:
    context = read_context(CONTEXT)
    assert context.classes == {"https://example.org/Thing": "Thing"}
    assert context.prefixes == {"ex": "https://example.org/"}
    assert context.compact("https://example.org/any") == "ex:any"
    assert context.compact("urn:any") == "urn:any"


def test_the_shipped_context_names_the_terms_of_the_vocabulary() -> None:
    context = shipped_context()
    assert context.terms["https://w3id.org/reformgraph/ontology#passage"].always_a_list
    assert context.classes["https://w3id.org/reformgraph/ontology#PilotUnit"] == "PilotUnit"
