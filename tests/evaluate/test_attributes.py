"""What else is right about a fact that was found."""

from __future__ import annotations

from typing import Any

import pytest

PROGRAM = {"kind": "program", "name": "雨水花园试点", "aliases": ["雨园行动"], "is_pilot": True}
COMMON = {"program": "雨水花园试点"}
GOLD: dict[str, dict[str, Any]] = {
    "program": PROGRAM,
    "pilot_unit": {
        **COMMON, "as_written": "云县", "name": "青川省白河市云县", "code": "990121", "level": "county",
        "province": "青川省", "stated_province": None,
    },
    "goal": {
        **COMMON, "text": "到2024年底，透水铺装率达到60%以上", "deadline": "2024-12", "comparator": ">=", "value": 60,
        "unit": "%", "goal_kind": "target",
    },
    "condition": {**COMMON, "text": "有专职养护队伍", "ordinal": 1},
    "task": {**COMMON, "text": "普查易涝地块", "parent": "完善雨水管网", "parent_alt": ["管网方面"], "ordinal": None},
    "declared_count": {**COMMON, "of": "试点县", "value": 2, "comparator": "="},
    "consortium": {**COMMON, "name": "雨水花园联盟", "lead": "白河市水务站", "members": ["云县苗圃", "柳区苗圃"]},
    "policy_document": {"title": "雨水花园试点工作方案", "number": "青水发〔2020〕3号", "relation": "issues"},
    "discrepancy": {"type": "count_mismatch", "stated": "2个县", "expected": "3个县"},
}  # fmt: skip


@pytest.fixture
def share(scores):
    """How right an attribute of a fact is, where the rest of the fact is as the gold has it; None if not judged."""

    def judge(kind: str, attribute: str, value: object, gold: dict[str, Any] | None = None) -> float | None:
        expected = [PROGRAM, {**GOLD[kind], "kind": kind, **(gold or {})}]
        tally = scores([{**GOLD[kind], "kind": kind, **(gold or {}), attribute: value}], expected).kinds[kind]
        assert tally.right == 1
        return tally.attributes[attribute].share if attribute in tally.attributes else None

    return judge


@pytest.mark.parametrize(
    ("kind", "attribute", "value"),
    [(kind, key, value) for kind, fact in GOLD.items() for key, value in fact.items()],
)
def test_what_the_gold_says_is_right(kind: str, attribute: str, value: object, share) -> None:
    assert share(kind, attribute, value) in (None, 1)


@pytest.mark.parametrize(
    ("kind", "attribute", "value", "right"),
    [
        ("program", "is_pilot", None, 0),
        ("pilot_unit", "code", None, 0),
        ("pilot_unit", "level", "city", 0),
        ("pilot_unit", "province", "青川 省", 1),
        ("pilot_unit", "province", None, 0),
        ("pilot_unit", "stated_province", "青川省", 0),
        ("pilot_unit", "program", "雨园行动", 1),
        ("pilot_unit", "program", "垃圾分类试点", 0),
        ("pilot_unit", "program", None, 0),
        ("goal", "deadline", "2024-12-31", 1),
        ("goal", "deadline", "2024", 0),
        ("goal", "comparator", "=", 0),
        ("goal", "value", 0.6, 0),
        ("goal", "unit", "％", 1),
        ("goal", "unit", "个", 0),
        ("goal", "goal_kind", "milestone", 0),
        ("goal", "goal_kind", "qualitative", 0),
        ("condition", "ordinal", None, 0),
        ("task", "parent", "要完善雨水管网", 1),
        ("task", "parent", "管网方面", 1),
        ("task", "parent", "保障措施", 0),
        ("task", "parent", None, 0),
        ("task", "ordinal", 1, 0),
        ("declared_count", "comparator", None, 0),
        ("consortium", "lead", "水务站", 1),
        ("consortium", "lead", None, 0),
        ("consortium", "members", ["云县苗圃"], 2 / 3),
        ("consortium", "members", [], 0),
        ("policy_document", "number", "青水发[2020]3号", 1),
        ("policy_document", "number", None, 0),
        ("policy_document", "relation", "cites", 0),
    ],
)
def test_an_attribute_is_right_or_wrong(kind: str, attribute: str, value: object, right: float, share) -> None:
    assert share(kind, attribute, value) == pytest.approx(right)


def test_what_a_discrepancy_states_is_compared_as_words(scores, at) -> None:
    gold = {"kind": "discrepancy", **GOLD["discrepancy"], "quotes": [at("2个县")]}
    found = {
        "kind": "discrepancy",
        "type": "count_mismatch",
        "stated": "等2个县",
        "expected": None,
        "passages": [at("2个县")],
    }
    attributes = scores([found], [gold]).kinds["discrepancy"].attributes
    assert (attributes["stated"].share, attributes["expected"].share) == (1, 0)


def test_a_key_that_the_gold_lacks_is_not_judged_and_null_must_be_null(scores) -> None:
    goal = {"kind": "goal", "text": "建成雨水花园"}
    assert not scores([{**goal, "value": 3, "unit": "座"}], [goal]).kinds["goal"].attributes
    judged = scores([{**goal, "value": 3}], [{**goal, "value": None}]).kinds["goal"].attributes
    assert judged["value"].share == 0


@pytest.mark.parametrize(
    ("value", "unit", "value_right", "unit_right"),
    [(28, "万元", 1, 1), (280000, "元", 1, 1), (28, "元", 1, 0), (280000, "万元", 0, 1), (28, None, 1, 0)],
)
def test_value_and_unit_are_read_together(
    value: float, unit: str | None, value_right: int, unit_right: int, scores
) -> None:
    goal = {"kind": "goal", "text": "每座补助不低于成本的一半"}
    found = scores([{**goal, "value": value, "unit": unit}], [{**goal, "value": 28, "unit": "万元"}])
    attributes = found.kinds["goal"].attributes
    assert (attributes["value"].share, attributes["unit"].share) == (value_right, unit_right)


def test_without_date_and_value_a_target_may_be_called_qualitative(share) -> None:
    vague = {"deadline": None, "value": None, "goal_kind": "target"}
    assert share("goal", "goal_kind", "qualitative", vague) == 1
    assert share("goal", "goal_kind", "milestone", vague) == 0


def test_codes_that_are_also_right_are_right(share) -> None:
    assert share("pilot_unit", "code", "990122", {"also": {"codes": ["990122"]}}) == 1
    assert share("pilot_unit", "code", None, {"code": None}) == 1


def test_a_lead_or_parent_that_must_be_null_must_be_null(share) -> None:
    assert share("consortium", "lead", "白河市水务站", {"lead": None}) == 0
    assert share("consortium", "lead", None, {"lead": None}) == 1
    assert share("task", "parent", "完善雨水管网", {"parent": None}) == 0
    assert share("consortium", "members", [], {"members": []}) == 1


def test_the_program_is_judged_only_where_the_gold_names_one(share) -> None:
    assert share("goal", "program", "垃圾分类试点", {"program": None}) is None
    assert share("policy_document", "program", "垃圾分类试点") is None


def test_a_program_that_the_gold_does_not_describe_is_known_by_its_name(scores) -> None:
    task = {"kind": "task", "text": "普查易涝地块", "program": "雨水花园试点"}
    assert scores([task], [task]).kinds["task"].attributes["program"].share == 1


def test_attributes_are_judged_on_right_facts_only(scores) -> None:
    goal = {"kind": "goal", "text": "建成雨水花园", "deadline": "2024", "status": "optional"}
    assert not scores([goal], [goal]).kinds["goal"].attributes


def test_a_task_that_may_have_no_parent_is_right_with_and_without_one(share) -> None:
    may = {"parent_alt": [None, "管网方面"]}
    assert [share("task", "parent", value, may) for value in (None, "完善雨水管网", "别的任务")] == [1, 1, 0]
