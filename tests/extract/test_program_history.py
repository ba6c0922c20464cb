"""What a document says of a program's life."""

from importlib.resources import files

import pytest

from build_graph.extract.programs.areas import policy_areas
from build_graph.model import Program
from build_graph.tables import table


def program(facts, text: str) -> Program:
    return facts(text, Program)[0]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("教育部决定开展智慧校园建设试点。", "begins"),
        ("教育部公布第二批智慧校园建设试点县名单。", "extends"),
        ("教育部决定扩大智慧校园建设试点范围。", "extends"),
        ("教育部决定结束智慧校园建设试点。", "ends"),
        ("教育部印发智慧校园建设试点进展通报。", None),
    ],
)
def test_a_program_begins_grows_or_ends(facts, text: str, event: str | None) -> None:
    assert program(facts, text).event == event


def test_batches_and_level_stand_around_the_name(facts) -> None:
    found = program(facts, "教育部确定首批、第二批国家级智慧校园建设试点学校。教育部印发通知。")
    assert (found.batches, found.tier) == (("首批", "第二批"), "national")


def test_a_new_name_is_an_alias_too(facts) -> None:
    found = program(facts, "教育部开展“云上课堂”建设试点。教育部决定将“云上课堂”建设试点更名为“同步课堂”。")
    assert found.later_name == "同步课堂"
    assert "同步课堂" in found.aliases


def test_what_no_document_says_stays_unknown(facts) -> None:
    found = program(facts, "教育部印发智慧校园建设试点通报。")
    assert (found.batches, found.tier, found.later_name, found.event) == ((), None, None, None)


@pytest.mark.parametrize(
    ("name", "areas"),
    [
        ("校园餐管理试点", ("education",)),
        ("冷链物流试点", ("transport",)),
        ("综合改革试点", ("regional-development",)),
        ("先行试点", ()),
        ("营商环境创新试点", ("market-regulation",)),
        ("县级公立医院综合改革试点", ("health-care",)),
        ("火灾防控行动", ("public-safety",)),
        ("普惠托育服务高质量发展", ("elderly-and-child-care",)),
        ("失业保险试点", ("social-security",)),
    ],
)
def test_policy_areas_are_stated_by_the_name(name: str, areas: tuple[str, ...]) -> None:
    assert policy_areas([name]) == areas


def test_every_area_of_the_table_is_a_concept_of_the_list() -> None:
    lists = files("ontology").joinpath("lists.ttl").read_text("utf-8")
    assert all(f"<policy-area/{row['area']}>" in lists for row in table("build_graph.extract.programs", "policy_areas"))


@pytest.mark.parametrize(
    "text",
    ["各省级教育行政部门要指导智慧校园建设试点，教育部印发通知。", "教育部确定国家级园区智慧校园建设试点。"],
)
def test_a_level_of_something_else_is_none_of_the_program(facts, text: str) -> None:
    found = program(facts, text)
    assert found.tier is None or found.name.startswith("国家级")
