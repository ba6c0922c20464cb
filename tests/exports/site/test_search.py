"""What the search of the site looks through: every thing and question with all its names."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from exports.site.pages import search as page
from exports.site.search_index import search_index
from exports.site.source import Source
from exports.site.words import LANGUAGES
from queries.catalogue import catalogue
from queries.store import GraphFile
from tests.exports.drawn_graphs import HEAD, a_place

GRAPH = Path(__file__).parent.parent.parent / "queries" / "pilots.trig"


@pytest.fixture(scope="module")
def source() -> Source:
    return Source(GraphFile.at(GRAPH))


@pytest.fixture(scope="module")
def entries(source: Source) -> dict[str, dict[str, Any]]:
    """Return the entries by their paths."""
    return by_path(search_index(source))


def by_path(index: dict[str, Any]) -> dict[str, dict[str, Any]]:
    rows = [dict(zip(index["columns"], row, strict=True)) for row in index["entries"]]
    for row in rows:
        row["belongs"] = [rows[number]["name"] for number in row["belongs"]]
        row["kind"] = index["kinds"][row["kind"]]
    return {row["path"]: row for row in rows}


def entry(entries: dict[str, dict[str, Any]], folder: str, name: str) -> dict[str, Any]:
    return next(row for row in entries.values() if row["kind"][0] == folder and row["name"] == name)


def test_everything_with_a_page_and_every_question_can_be_found(
    entries: dict[str, dict[str, Any]], source: Source
) -> None:
    questions = {f"questions/{question.name}" for question in catalogue()}
    assert set(entries) == {thing.path for thing in source.things.values()} | questions


def test_a_place_is_found_by_its_code_and_short_name(entries: dict[str, dict[str, Any]]) -> None:
    place = entries["place/320115"]
    assert place["name"] == "江苏省南京市江宁区"
    assert {"江宁区", "320115"} <= set(place["others"])


def test_a_place_is_found_by_what_it_was_called_before(tmp_path: Path) -> None:
    former = a_place("130223", "滦县") + "<place/130223> a rg:County ; rg:replacedBy <place/130284> .\n"
    (tmp_path / "graph.ttl").write_text(
        HEAD + former + a_place("130284", "滦州市") + "<place/130284> a rg:County .\n", "utf-8"
    )
    found = by_path(search_index(Source(GraphFile.at(tmp_path / "graph.ttl"))))
    assert "滦县" in found["place/130284"]["others"]


def test_a_program_is_found_by_the_names_that_documents_use_and_used_later(entries: dict[str, dict[str, Any]]) -> None:
    assert "低碳出行试点" in entry(entries, "program", "绿色出行试点")["others"]


def test_a_unit_is_found_by_its_program_and_its_place(entries: dict[str, dict[str, Any]]) -> None:
    unit = entry(entries, "unit", "江苏省南京市江宁区")
    assert {"社区养老服务试点", "江苏省南京市江宁区"} <= set(unit["belongs"])
    assert "江宁" in unit["others"]


def test_an_agency_is_found_by_what_a_document_writes(entries: dict[str, dict[str, Any]]) -> None:
    assert "民政部办公厅" in entry(entries, "agency", "中华人民共和国民政部")["others"]


def test_a_policy_document_is_found_by_its_number_and_a_source_by_its_file(entries: dict[str, dict[str, Any]]) -> None:
    assert "民发〔2020〕1号" in entry(entries, "policy", "社区养老办法")["others"]
    assert "notice.txt" in entry(entries, "document", "关于社区养老的通知")["others"]


def test_a_question_is_found_in_both_languages(entries: dict[str, dict[str, Any]]) -> None:
    found = entries["questions/provinces-with-county-and-city-pilots"]
    assert found["name"].startswith("哪些省份既有试点县")
    assert found["english"].startswith("Which provinces have both")
    assert found["kind"][1:] == ["问题", "Questions"]


def test_no_name_is_said_twice(entries: dict[str, dict[str, Any]]) -> None:
    for row in entries.values():
        names = [row["name"], row["english"], *row["others"]]
        assert len(set(names)) == len(names)


def test_a_name_cannot_end_the_script(tmp_path: Path) -> None:
    name = "</script><!--\u2028\u2029&"
    (tmp_path / "graph.ttl").write_text(
        HEAD + f"<agency/a> a rg:Agency ; skos:prefLabel {json.dumps(name)}@zh .\n", "utf-8"
    )
    text = page.data(Source(GraphFile.at(tmp_path / "graph.ttl"))).text
    assert not set("<>&\u2028\u2029") & set(text)
    written = json.loads(text.removeprefix("window.reformgraphSearch = ").removesuffix(";\n"))
    assert written["entries"][0][2] == name


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_script_the_page_explains_and_leads_to_the_lists(language: str, source: Source) -> None:
    [made] = page.pages(source, language)
    assert made.path == f"{language}/search.html"
    assert "<noscript>" in made.text
    assert 'href="program/index.html"' in made.text
    assert 'id="find" hidden' in made.text
