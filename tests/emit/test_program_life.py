"""What a document says of a program's life and of those who answer for its tasks, as statements of its graph."""

from typing import Any, get_args

import pytest
from pyoxigraph import NamedNode, Quad, RdfFormat, parse

from build_graph.model import Document, DocumentFacts, Fact, Issuer, Passage, Program, ProgramEvent, Task, Tier
from build_graph.pipeline import facts_of
from ontology import LIST, RG
from tests.emit.whole import lines_of
from tests.reconcile.together import together

BASE = "https://example.org/"
HERE = (Passage(0, 1, "试"),)
SUBJECT = f"{BASE}program/云上课堂试点"


def written(*documents: DocumentFacts) -> list[Quad]:
    return list(parse("".join(lines_of(documents, BASE)), RdfFormat.N_QUADS))


def document(*facts: Fact, name: str = "notice") -> DocumentFacts:
    return DocumentFacts(Document(name, f"{name}.txt", "试点"), facts)


def program(**more: Any) -> Program:
    return Program(**{"name": "云上课堂试点", "passages": HERE, "rule": "r"} | more)


def said(found: list[Quad], term: str, subject: str = SUBJECT) -> list[tuple[str, str]]:
    """The values of a property with the name of the graph in which they stand."""
    about = (quad for quad in found if quad.subject.value == subject and quad.predicate.value == RG + term)
    return sorted((_value(quad), quad.graph_name.value.removeprefix(BASE)) for quad in about)


def _value(quad: Quad) -> str:
    return quad.object.value if isinstance(quad.object, NamedNode) else str(quad.object)


NOTICE = "graph/document/notice"


def test_batches_and_a_later_name_are_texts_in_the_graph_of_their_document() -> None:
    found = written(document(program(batches=("首批", "第二批"), later_name="同步课堂试点")))
    assert said(found, "batch") == [('"第二批"@zh-hans', NOTICE), ('"首批"@zh-hans', NOTICE)]
    assert said(found, "laterName") == [('"同步课堂试点"@zh-hans', NOTICE)]
    assert said(found, "statedAlias") == said(found, "laterName")


@pytest.mark.parametrize("tier", get_args(Tier))
def test_a_tier_is_a_concept(tier: Tier) -> None:
    assert said(written(document(program(tier=tier))), "tier") == [(f"{LIST}program-tier/{tier}", NOTICE)]


def test_policy_areas_are_concepts() -> None:
    found = written(document(program(areas=("education", "digitalization"))))
    areas = [(f"{LIST}policy-area/{area}", NOTICE) for area in ("digitalization", "education")]
    assert said(found, "policyArea") == areas


def test_every_event_points_to_the_document_that_tells_it() -> None:
    terms = {"begins": "startedIn", "extends": "extendedIn", "ends": "endedIn"}
    assert terms.keys() == set(get_args(ProgramEvent))
    for event, term in terms.items():
        found = written(document(program(event=event)))
        assert {each: said(found, each) for each in terms.values() if said(found, each)} == {
            term: [(f"{BASE}document/notice", NOTICE)]
        }


def test_what_a_document_does_not_say_is_not_written() -> None:
    found = written(document(program()))
    for term in ("batch", "tier", "laterName", "policyArea", "startedIn", "extendedIn", "endedIn", "implements"):
        assert said(found, term) == [], term


def test_each_document_says_its_part_of_the_life_of_one_program() -> None:
    found = written(
        document(program(event="begins", batches=("首批",))),
        document(program(event="extends", batches=("第二批",)), name="second"),
    )
    assert said(found, "startedIn") == [(f"{BASE}document/notice", NOTICE)]
    assert said(found, "extendedIn") == [(f"{BASE}document/second", "graph/document/second")]
    assert said(found, "batch") == [('"第二批"@zh-hans', "graph/document/second"), ('"首批"@zh-hans', NOTICE)]


def test_a_program_of_a_place_implements_the_national_one_in_the_graph_of_reconciliation() -> None:
    local = program(name="云上课堂", jurisdiction="130000", is_pilot=False)
    found = written(document(program()), document(local, name="local"))
    there = f"{BASE}program/河北省-云上课堂"
    assert said(found, "implements", there) == [(SUBJECT, "graph/reconciliation")]
    assert said(found, "samePolicyAs", there) == [(SUBJECT, "graph/reconciliation")]
    assert said(found, "implements") == []


TASK = f"{SUBJECT}/task/培训教师"
BODIES = ("教育部", "国家卫健委办公厅", "四川省教育厅")
AGENCIES = ["四川省教育厅", "国家卫生健康委员会办公厅", "教育部"]


def task(*responsible: str) -> Task:
    return Task(program="云上课堂试点", text="培训教师", responsible=responsible, passages=HERE, rule="r")


def test_a_task_points_to_the_bodies_responsible_for_it() -> None:
    found = written(document(program(), task(*BODIES)))
    assert said(found, "responsible", TASK) == [(f"{BASE}agency/{name}", NOTICE) for name in AGENCIES]
    assert said(written(document(program(), task())), "responsible", TASK) == []


def test_bodies_responsible_for_tasks_are_agencies_with_their_bodies_and_places() -> None:
    documents = [document(program(), task(*BODIES))]
    agencies = {agency.name: agency for agency in together(documents).agencies}
    assert sorted(agencies) == sorted([*AGENCIES, "国家卫生健康委员会"])
    assert agencies["国家卫生健康委员会办公厅"].part_of == "国家卫生健康委员会"
    assert agencies["四川省教育厅"].jurisdiction == "510000"
    kinds = {quad.subject.value for quad in written(*documents) if _value(quad) == f"{RG}Agency"}
    assert kinds == {f"{BASE}agency/{name}" for name in agencies}
    assert said(written(*documents), "fullName", f"{BASE}place/510000") == [('"四川省"@zh-hans', "graph/places")]


def test_a_body_that_issues_in_one_document_and_answers_for_a_task_in_another_is_one() -> None:
    issuer = Issuer(program="云上课堂试点", name="国家卫健委", as_written="国家卫健委", passages=HERE, rule="r")
    documents = [document(program(), issuer), document(program(), task("国家卫生健康委"), name="plan")]
    (agency,) = together(documents).agencies
    assert agency.forms == ("国家卫健委", "国家卫生健康委")


def test_a_text_is_written_with_who_leads_and_who_supports() -> None:
    text = """关于印发《云上课堂试点实施方案》的通知
二、主要任务
（一）培训教师。组织教师学习。（教育部牵头，财政部配合）
（二）建设资源。开放优质课程。
"""

    found = written(facts_of(Document("notice", "notice.txt", text)))
    assert said(found, "responsible", TASK) == [(f"{BASE}agency/教育部", NOTICE), (f"{BASE}agency/财政部", NOTICE)]
    assert said(found, "responsible", f"{SUBJECT}/task/建设资源") == []
