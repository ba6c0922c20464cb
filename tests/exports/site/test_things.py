"""What has a page, under which name and path; what a page says; the data beside it."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from rdflib import Graph

from exports.publish import export
from exports.site.source import Source
from exports.site.words import LANGUAGES
from queries.store import GraphFile

if TYPE_CHECKING:
    from exports.site.things import Thing

GRAPH = Path(__file__).parents[2] / "queries" / "pilots.trig"
BASE = "https://w3id.org/reformgraph/"


class Words(HTMLParser):
    """The words of a page, and its links."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.links: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self.links.append(dict(attrs).get("href") or "")

    def handle_data(self, data: str) -> None:
        self.words += [data.strip()] if data.strip() else []


@pytest.fixture(scope="module")
def source() -> Source:
    return Source(GraphFile.at(GRAPH))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site") / "site"
    export("site", GRAPH, folder)
    return folder


def thing(source: Source, path: str) -> Thing:
    return source.things[BASE + path]


def test_facts_places_bodies_and_documents_have_pages(source: Source) -> None:
    kinds = {each.kind.folder for each in source.things.values()}
    assert kinds == {
        "program", "unit", "goal", "condition", "task", "count", "consortium", "issuance", "reference", "policy",
        "agency", "institution", "place", "document", "discrepancy", "correction",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("program/绿色出行试点", "绿色出行试点"),
        ("program/绿色出行试点/unit/pilot-city/320500", "江苏省苏州市"),
        ("program/社区养老服务试点/issuance/民政部", "中华人民共和国民政部"),
        ("program/绿色出行试点/count/市", "试点城市：5"),
        ("document/news", "试点城市名单公布"),
        ("document/news/discrepancy/青岛市", "江苏省"),
        ("place/320115", "江苏省南京市江宁区"),
    ],
)
def test_a_thing_goes_by_its_words_its_name_or_what_it_is_about(path: str, name: str, source: Source) -> None:
    assert thing(source, path).name == name


def test_an_identifier_that_is_a_file_name_everywhere_is_kept_and_others_become_a_digest(source: Source) -> None:
    assert thing(source, "place/320115").path == "place/320115"
    assert thing(source, "document/news").path == "document/news"
    assert thing(source, "place/长三角").file.isalnum()
    assert thing(source, "place/长三角").file.isascii()


def test_no_two_things_share_a_page(source: Source) -> None:
    paths = [each.path.casefold() for each in source.things.values()]
    assert len(set(paths)) == len(paths)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_thing_has_a_page_in_each_language_and_data_beside_it(language: str, source: Source, site: Path) -> None:
    for each in source.things.values():
        if each.class_name != "SourceDocument":
            assert (site / language / f"{each.path}.html").is_file()
        assert (site / "data" / f"{each.path}.ttl").is_file()
        assert (site / "data" / f"{each.path}.jsonld").is_file()


def test_a_page_says_what_the_graph_says_in_the_language_of_the_page(source: Source, site: Path) -> None:
    path = thing(source, "program/绿色出行试点/unit/pilot-city/370200").path
    english, chinese = (Words((site / language / f"{path}.html").read_text("utf-8")) for language in ("en", "zh"))
    assert {"pilot unit", "designation level", "pilot city", "Shandong"} & set(english.words) >= {
        "pilot unit",
        "pilot city",
    }
    assert {"试点单位", "试点层级", "试点城市", "文中所载省份", "江苏省"} <= set(chinese.words)
    assert "江苏省：青岛市" in chinese.words


def test_a_page_leads_to_what_it_names_and_to_what_names_it(source: Source, site: Path) -> None:
    unit, program, place = (
        thing(source, path)
        for path in ("program/绿色出行试点/unit/pilot-city/320500", "program/绿色出行试点", "place/320500")
    )
    links = Words((site / "zh" / f"{unit.path}.html").read_text("utf-8")).links
    assert f"../{program.path}.html" in links
    assert f"../{place.path}.html" in links
    assert f"../{unit.path}.html" in Words((site / "zh" / f"{program.path}.html").read_text("utf-8")).links


def test_a_passage_leads_to_its_characters(source: Source, site: Path) -> None:
    path = thing(source, "program/绿色出行试点").path
    assert "../document/news.html#char=5,12" in Words((site / "zh" / f"{path}.html").read_text("utf-8")).links


def test_a_target_stands_on_the_page_of_its_goal(source: Source, site: Path) -> None:
    path = thing(source, "program/社区养老服务试点/goal/日间照料").path
    words = Words((site / "en" / f"{path}.html").read_text("utf-8")).words
    assert {"target", "at least", "60", "%"} <= set(words)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # rdflib warns about itself
def test_the_data_of_a_thing_are_the_statements_of_the_graph_about_it(source: Source, site: Path) -> None:
    path = thing(source, "program/社区养老服务试点/goal/日间照料").path
    whole = Graph()
    for triple in (each.triple for each in GraphFile.at(GRAPH).statements()):
        whole.parse(data=f"{triple} .", format="nt")
    turtle = Graph().parse(site / "data" / f"{path}.ttl")
    assert set(turtle) <= set(whole)
    assert len(turtle) == 14
    written = json.loads((site / "data" / f"{path}.jsonld").read_text("utf-8"))
    assert written.pop("@context") == "../context.jsonld"
    context = json.loads((site / "data" / "context.jsonld").read_text("utf-8"))
    assert set(Graph().parse(data=json.dumps({**context, **written}), format="json-ld")) == set(turtle)


def test_hostile_words_are_words_on_a_page(tmp_path: Path) -> None:
    hostile = "<script>alert(1)</script>\"'&"
    (tmp_path / "x.nt").write_text(
        f"<{BASE}program/x> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <{BASE}ontology#Program> .\n"
        f"<{BASE}program/x> <http://www.w3.org/2004/02/skos/core#prefLabel> {json.dumps(hostile)}@zh .\n"
        f"<{BASE}program/x> <https://schema.org/url> <https://e.org/?a=\\u0026b='> .\n"
    )
    export("site", tmp_path / "x.nt", tmp_path / "site")
    for page in (tmp_path / "site").rglob("*.html"):
        assert "<script>alert" not in page.read_text("utf-8")
    assert hostile in Words((tmp_path / "site" / "zh" / "program" / "x.html").read_text("utf-8")).words


def test_a_graph_of_somebody_else_without_our_things_has_a_site(tmp_path: Path) -> None:
    (tmp_path / "x.ttl").write_text("<urn:a> <urn:b> <urn:c> .")
    export("site", tmp_path / "x.ttl", tmp_path / "site")
    assert (tmp_path / "site" / "zh" / "index.html").is_file()


def test_a_province_lists_the_units_that_lie_in_it_each_with_its_program(source: Source, site: Path) -> None:
    found = Words((site / "en" / f"{thing(source, 'place/320000').path}.html").read_text("utf-8"))
    assert {"江苏省南京市江宁区", "江苏省苏州市", "江苏省苏州市太仓市"} <= set(found.words)
    assert any("lies here · 3" in word for word in found.words)
    assert "社区养老服务试点" in found.words


def test_a_document_that_an_answer_names_is_a_link(site: Path) -> None:
    links = Words((site / "zh" / "questions" / "issuers-by-program.html").read_text("utf-8")).links
    assert "../document/notice.html" in links
