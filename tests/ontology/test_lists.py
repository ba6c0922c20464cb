"""The controlled lists: complete in both languages, and holding what the other rooms rely on."""

from __future__ import annotations

from typing import get_args

import pytest
from rdflib import RDF, SKOS, URIRef

from build_graph.model import Tier
from ontology import LIST, PREFIXES, lists_graph

GRAPH = lists_graph()
SCHEMES = sorted(GRAPH.subjects(RDF.type, SKOS.ConceptScheme))
CONCEPTS = sorted(GRAPH.subjects(RDF.type, SKOS.Concept))

CONTRACT = {
    "designation-level": {"pilot-province", "pilot-city", "pilot-county", "pilot-township",
                          "pilot-institution", "pilot-other"},
    "goal-kind": {"target", "milestone", "measure", "qualitative"},
    "comparator": {"at-least", "at-most", "equal", "more-than", "less-than", "range"},
    "discrepancy-type": {"wrong-province", "lost-digits", "count-mismatch", "other"},
    "document-relation": {"issues", "basis", "cites"},
    "program-tier": set(get_args(Tier)),
    "quality-metric": {"precision", "recall", "f1", "judged-facts", "required-facts", "judged-documents"},
}  # fmt: skip


def local(term: URIRef) -> str:
    return term.removeprefix(LIST)


@pytest.mark.parametrize("term", [*SCHEMES, *CONCEPTS], ids=local)
def test_a_list_or_concept_is_named_and_defined_in_both_languages(term: URIRef) -> None:
    for predicate in SKOS.prefLabel, SKOS.definition:
        languages = sorted(value.language.lower() for value in GRAPH.objects(term, predicate))
        assert languages == ["en", "zh-hans"]


@pytest.mark.parametrize("concept", CONCEPTS, ids=local)
def test_a_concept_is_in_the_list_that_its_name_says(concept: URIRef) -> None:
    scheme = URIRef(LIST + local(concept).split("/")[0])
    assert list(GRAPH.objects(concept, SKOS.inScheme)) == [scheme]
    assert list(GRAPH.objects(concept, SKOS.topConceptOf)) == [scheme]


@pytest.mark.parametrize("scheme", CONTRACT)
def test_a_list_of_the_contract_has_exactly_its_concepts(scheme: str) -> None:
    members = GRAPH.subjects(SKOS.inScheme, URIRef(LIST + scheme))
    assert {local(concept).split("/")[1] for concept in members} == CONTRACT[scheme]


@pytest.mark.parametrize("scheme", SCHEMES, ids=local)
def test_no_two_concepts_of_a_list_share_a_label(scheme: URIRef) -> None:
    labels = [label for c in GRAPH.subjects(SKOS.inScheme, scheme) for label in GRAPH.objects(c, SKOS.prefLabel)]
    assert len(labels) == len(set(labels))


def test_every_list_has_a_prefix_of_its_name_before_the_one_of_all_lists() -> None:
    ours = [prefix for prefix, namespace in PREFIXES.items() if namespace.startswith(LIST)]
    assert ours == [*(local(scheme) for scheme in SCHEMES), "list"]
    assert all(PREFIXES[prefix] == f"{LIST}{prefix}/" for prefix in ours[:-1])


def test_there_are_about_twenty_policy_areas() -> None:
    assert 20 <= len(set(GRAPH.subjects(SKOS.inScheme, URIRef(LIST + "policy-area")))) <= 30
