"""The reference of the vocabulary."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pyoxigraph import NamedNode

from exports.site.page import link
from exports.site.pages import thing, vocabulary
from exports.site.vocabulary import anchor, shipped
from exports.site.words import LANGUAGES, words
from ontology import LIST, RG, text
from ontology.files import LISTS_FILE, ONTOLOGY_FILE, shape_files
from tests.exports.site.sites import Read, by_path, pilots, source_of

PATH = "vocabulary/index.html"


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    return by_path(page for language in LANGUAGES for page in vocabulary.pages(pilots(), language))


def ours() -> set[str]:
    names = {quad.subject.value for quad in shipped()}
    return {name for name in names if name.startswith((RG, LIST))}


def test_the_sections_are_those_of_the_file() -> None:
    titles = re.findall(r"^#### (\d+) (.+?) #+$", text(ONTOLOGY_FILE), re.MULTILINE)
    assert titles
    assert [number for number, _ in vocabulary.sections()] == [number for number, _ in titles]
    for number, title in titles:
        assert words("en")[f"section_{number}"] == title
        assert re.search("[\u4e00-\u9fff]", words("zh")[f"section_{number}"])


def test_every_term_stands_in_one_section() -> None:
    named = [name for _, names in vocabulary.sections() for name in names]
    assert sorted(named) == sorted(iri.removeprefix(RG) for iri in ours() if iri.startswith(RG))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_term_and_concept_has_an_anchor_of_its_own(language: str, pages) -> None:
    found = Read(pages[f"{language}/{PATH}"])
    assert {anchor(iri) for iri in ours()} <= set(found.anchors)
    assert len(found.anchors) == len(set(found.anchors))


@pytest.mark.parametrize("language", LANGUAGES)
def test_relations_lead_to_places_on_the_page_and_borrowed_terms_outside(language: str, pages) -> None:
    found = Read(pages[f"{language}/{PATH}"])
    inside = [target.partition("#")[2] for target in found.links if "#" in target]
    assert "Fact" in inside
    assert set(inside) <= set(found.anchors)
    assert "http://www.w3.org/ns/prov#Plan" in found.outside


def test_a_term_is_told_in_both_languages_with_its_meaning_and_an_example(pages) -> None:
    found = Read(pages[f"zh/{PATH}"]).text
    assert "试点单位 pilot unit · rg:PilotUnit" in found
    assert "馆陶县作为紧密型县域医共体建设试点县" in found
    assert "整个省级行政区作为试点。" in found
    assert "A province is a pilot as a whole." in Read(pages[f"en/{PATH}"]).text


def test_uses_are_counted() -> None:
    uses = vocabulary._uses(pilots())
    units = {q.subject for q in pilots().store.quads_for_pattern(None, None, NamedNode(RG + "PilotUnit"), None)}
    (entries,) = [names for _, names in vocabulary.sections() if "PilotUnit" in names]
    assert "designation" in entries
    shown = {name: vocabulary._entry(RG + name, pilots(), "en", uses).used for name in ("PilotUnit", "designation")}
    assert shown == {"PilotUnit": len(units), "designation": len(units)}
    county = vocabulary._entry(f"{LIST}designation-level/pilot-county", pilots(), "en", uses)
    assert county.used == 3
    assert vocabulary._entry(RG + "startedIn", pilots(), "en", uses).used == 1


def test_what_the_graph_does_not_use_is_told_too(tmp_path: Path) -> None:
    empty = source_of("", tmp_path)
    assert vocabulary._entry(RG + "Goal", empty, "en", vocabulary._uses(empty)).used == 0


def test_the_files_of_the_vocabulary_lie_in_the_site(pages) -> None:
    written = by_path(vocabulary.data(pilots()))
    assert written == {f"data/vocabulary/{name}": text(name) for name in (ONTOLOGY_FILE, LISTS_FILE, *shape_files())}
    links = Read(pages[f"en/{PATH}"]).links
    assert {f"../../{path}" for path in written} <= set(links)
    assert "../../data/context.jsonld" in links


def test_a_class_and_a_concept_on_a_page_lead_to_the_reference() -> None:
    concept = link(f"{LIST}goal-kind/target", pilots(), "en")
    assert (concept.text, concept.href) == ("target", f"{PATH}#goal-kind:target")
    assert link(RG + "PilotUnit", pilots(), "zh").href == f"{PATH}#PilotUnit"
    units = [Read(page.text) for page in thing.pages(pilots(), "zh") if page.path.startswith("zh/unit/")]
    assert sum(f"../{PATH}#designation-level:pilot-county" in unit.links for unit in units) == 3


def test_what_is_not_ours_has_no_place_there() -> None:
    assert anchor("http://www.w3.org/ns/prov#Plan") is None
    assert anchor(RG + "NoSuchTerm") is None
    assert anchor(f"{LIST}policy-area/my-own") is None
