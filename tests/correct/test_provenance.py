"""Corrections in the graph and in the list of facts: what was read and what a person made of it are both kept."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from build_graph.emit.corrections import correction_iri
from build_graph.emit.iris import Iris
from build_graph.emit.jsonl import json_lines
from build_graph.pipeline import build, read_facts
from ontology import BASE
from queries.catalogue import find
from queries.run import select
from queries.store import GraphFile
from tests.correct.conftest import Person

PAGE = """关于开展社区助餐改革试点工作的通知
经研究，确定滦州市、青岛市、铁西区为社区助餐改革试点县。
到2024年，助餐点覆盖60%以上的社区。
"""
ENTRIES = """
- {document: notice, kind: goal, passage: "到2024年，助餐点覆盖60%以上的社区", action: correct, set: {deadline: 2024-06},
   who: reader-1, why: 表中写的是年中, date: 2026-11-22}
- {document: notice, kind: pilot_unit, passage: 青岛市, action: reject, who: reader-2, why: 名单中没有}
- {document: notice, kind: pilot_unit, passage: 铁西区, action: add, set: {code: "210106"}, who: reader-1, why: 名单所列}
- {document: notice, kind: program, passage: 社区助餐改革试点, action: alias, set: {alias: 老年助餐试点}, who: reader-1,
   why: 后来改名}
"""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "notice.txt").write_text(PAGE, "utf-8")
    (tmp_path / "corrections").mkdir()
    (tmp_path / "corrections" / "a.yml").write_text(ENTRIES, "utf-8")
    return tmp_path


def published(page: Path, name: str = "out") -> Path:
    summary = build([page / "pages"], page / name, stamp=False, corrections=page / "corrections")
    assert summary.published, summary.report.to_text()
    assert {status: len(lines) for status, lines in summary.corrections.items()} == {"applied": 4}
    return summary.folder


def rows(folder: Path, sparql: str) -> list[tuple[object, ...]]:
    prefixes = "PREFIX rg: <https://w3id.org/reformgraph/ontology#> PREFIX prov: <http://www.w3.org/ns/prov#> "
    return [tuple(row.values()) for row in select(GraphFile.at(folder).store, prefixes + sparql)]


def test_a_stored_question_tells_who_corrected_what_and_why(page: Path) -> None:
    table = select(GraphFile.at(published(page)).store, find("corrections").sparql)
    assert [
        (row["action"], row["corrected"], row["attribute"], row["before"], row["after"], row["who"]) for row in table
    ] == [
        ("alias", "社区助餐改革试点", "alias", None, "老年助餐试点", "reader-1"),
        ("reject", "山东省青岛市", None, None, None, "reader-2"),
        ("add", "辽宁省沈阳市铁西区", None, None, None, "reader-1"),
        ("correct", "到2024年，助餐点覆盖60%以上的社区", "deadline", "2024", "2024-06", "reader-1"),
    ]
    assert table[3]["why"] == "表中写的是年中"
    assert table[1]["passage"] == "青岛市"


def test_a_corrected_fact_points_to_its_correction(page: Path) -> None:
    found = rows(published(page), "SELECT ?type WHERE { ?f rg:correction ?c ; a ?type } ORDER BY ?type")
    assert [str(kind).rpartition("#")[2].rstrip(">") for (kind,) in found] == ["Goal", "PilotUnit", "Program"]
    found = rows(published(page), "SELECT ?written WHERE { ?f rg:rule 'added-by-hand' ; rg:asWritten ?written }")
    assert [str(written) for (written,) in found] == ["铁西区"]


def test_a_rejected_fact_is_gone_from_the_graph(page: Path) -> None:
    assert rows(published(page), "SELECT ?u WHERE { ?u a rg:PilotUnit ; rg:asWritten '青岛市' }") == []


def test_a_value_that_a_person_takes_away_has_no_value_after(page: Path) -> None:
    (page / "corrections" / "a.yml").write_text(ENTRIES.replace("deadline: 2024-06", "deadline: null"), "utf-8")
    found = rows(published(page), "SELECT ?before ?after WHERE { ?c rg:attribute 'deadline' ; rg:valueBefore ?before "
                                  "OPTIONAL { ?c rg:valueAfter ?after } }")  # fmt: skip
    assert [(str(before), after) for before, after in found] == [("2024", None)]


def test_corrections_have_a_graph_of_their_own(page: Path) -> None:
    lines = (published(page) / "graph.nq").read_text("utf-8").splitlines()
    said = [line for line in lines if "/correction/" in line or "reader-" in line]
    assert said
    assert all(line.endswith(f"<{BASE}graph/corrections> .") for line in said)


def test_without_corrections_there_is_no_such_graph(page: Path) -> None:
    folder = build([page / "pages"], page / "out", stamp=False).folder
    assert "graph/corrections" not in (folder / "graph.nq").read_text("utf-8")
    assert json.loads((folder / "summary.json").read_text("utf-8"))["corrections"] == {}


def test_two_builds_give_the_same_bytes(page: Path) -> None:
    one, other = published(page, "one"), published(page, "other")
    assert [(one / name).read_bytes() for name in ("graph.nq", "summary.json")] == [
        (other / name).read_bytes() for name in ("graph.nq", "summary.json")
    ]


def test_the_summary_tells_what_became_of_each_entry(page: Path) -> None:
    told = json.loads((published(page) / "summary.json").read_text("utf-8"))["corrections"]
    assert told["applied"][1] == f"{page}/corrections/a.yml, entry 2 (line 4): pilot_unit 山东省青岛市: rejected"


def test_the_list_of_facts_carries_its_corrections(page: Path) -> None:
    (facts,) = read_facts([page / "pages"], on_error=print, corrections=page / "corrections")
    found = [json.loads(line) for line in json_lines(facts)]
    (goal,) = [fact for fact in found if fact["kind"] == "goal"]
    assert goal["corrections"] == [
        {
            "action": "correct", "who": "reader-1", "why": "表中写的是年中", "date": "2026-11-22",
            "changes": [{"attribute": "deadline", "before": "2024", "after": "2024-06"}],
        }
    ]  # fmt: skip
    assert all("corrections" not in fact for fact in found if fact["kind"] == "policy_document")


def test_a_correction_has_a_name_that_only_its_words_decide(person: Person) -> None:
    names = {
        correction_iri(Iris(BASE), "notice", each)
        for why in ("甲", "乙", "甲")
        for each in person.says("reject", "condition", "有固定场所", why=why)[0].corrections
    }
    assert len(names) == 2
    assert all(name.startswith(f"<{BASE}document/notice/correction/reject-") for name in names)
    assert all("有固定场所" in name for name in names)


def test_every_action_on_every_kind_can_be_published(page: Path) -> None:
    """A sheet of all facts, confirmed as it is."""
    (facts,) = read_facts([page / "pages"], on_error=print)
    entries = [
        {"document": "notice", "kind": kind, "passage": {"exact": p["exact"], "start": p["start"]}, "action": "confirm",
         "who": "reader-1", "why": "读过"}
        for kind, p in ((fact["kind"], fact["passages"][0]) for fact in map(json.loads, json_lines(facts)))
    ]  # fmt: skip
    (page / "corrections" / "a.yml").write_text(json.dumps(entries, ensure_ascii=False), "utf-8")
    summary = build([page / "pages"], page / "out", corrections=page / "corrections")
    assert summary.published, summary.report.to_text()
    assert len(summary.corrections["applied"]) == len(entries)
