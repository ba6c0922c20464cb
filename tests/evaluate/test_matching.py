"""Which fact is which fact of gold: the rules of each kind, and the best assignment."""

from __future__ import annotations

import pytest

from build_graph.evaluate.matching import assignment

RIGHT, WRONG = (1, 0, 0), (0, 1, 1)


def unit(**keys: object) -> dict[str, object]:
    return {"kind": "pilot_unit", "as_written": "云县", "name": "青川省白河市云县", "code": "990121", **keys}


# Assignment


def test_the_best_assignment_is_not_the_first_one() -> None:
    assert assignment({(0, 0): 0.9, (0, 1): 0.8, (1, 0): 0.7}) == {0: 1, 1: 0}
    assert assignment({(0, 0): 1.0, (1, 0): 0.2, (2, 1): 0.5}) == {0: 0, 2: 1}
    assert assignment({(0, 0): 0.9, (1, 1): 0.0}) == {0: 0}
    assert assignment({}) == {}


def test_of_equal_assignments_the_one_with_the_most_pairs_is_taken() -> None:
    assert assignment({(0, 0): 1.0, (0, 1): 0.5, (1, 0): 0.5}) == {0: 1, 1: 0}


def test_then_the_earlier_fact_gets_what_fits_it_best() -> None:
    assert assignment({(0, 0): 0.9, (0, 1): 1.0, (1, 0): 0.9, (1, 1): 1.0}) == {0: 1, 1: 0}
    assert assignment({(0, 0): 0.5, (1, 0): 0.5, (2, 0): 0.5}) == {0: 0}


def test_then_gold_is_taken_in_its_order() -> None:
    assert assignment({(i, j): 0.5 for i in range(3) for j in range(4)}) == {0: 0, 1: 1, 2: 2}


def test_sums_do_not_depend_on_the_order_of_their_parts() -> None:
    weights = {(0, 0): 0.1 + 0.2, (1, 0): 0.3}
    assert assignment(weights) == {0: 0}
    assert assignment({(0, 0): 0.3, (1, 0): 0.1 + 0.2}) == {0: 0}


# Kinds


@pytest.mark.parametrize(
    ("change", "right"),
    [
        ({"name": None}, True),
        ({"code": None}, True),
        ({"code": None, "name": "青川省 白河市 云县"}, True),
        ({"code": None, "name": "云县"}, False),
        ({"code": None, "name": "西川省白河市云县"}, False),
        ({"code": "990199", "name": "青川省白河市石县"}, False),
    ],
)
def test_a_unit_is_known_by_code_or_full_name(change: dict[str, object], right: bool, counts) -> None:
    assert counts([unit(**change)], [unit()]) == (RIGHT if right else WRONG)


def test_a_former_name_and_code_are_right_where_gold_says_so(counts) -> None:
    gold = unit(also={"names": ["青川省白河市云山县"], "codes": ["990122"]})
    assert counts([unit(name="青川省白河市云山县", code=None)], [gold]) == RIGHT
    assert counts([unit(name=None, code="990122")], [gold]) == RIGHT


def test_a_unit_that_is_no_division_is_known_by_what_is_written_too(counts) -> None:
    gold = unit(as_written="白河高新区", name="青川省白河高新区", code=None, level="other", alt=["高新产业园"])
    assert counts([unit(as_written="青川白河高新区", name=None, code=None)], [gold]) == RIGHT
    assert counts([unit(as_written="高新产业园", name=None, code=None)], [gold]) == RIGHT
    assert counts([unit(as_written="开发区", name=None, code=None)], [gold]) == WRONG
    assert counts([unit(as_written="白河高新区", name=None, code=None)], [{**gold, "level": "county"}]) == WRONG


@pytest.mark.parametrize("kind", ["goal", "condition", "task"])
def test_texts_are_compared_with_all_wordings_of_the_gold(kind: str, counts) -> None:
    gold = {"kind": kind, "text": "完善雨水管网", "alt": ["补上排水设施短板"]}
    assert counts([{"kind": kind, "text": "要完善雨水管网"}], [gold]) == RIGHT
    assert counts([{"kind": kind, "text": "补上排水设施短板"}], [gold]) == RIGHT
    assert counts([{"kind": kind, "text": "普查易涝地块"}], [gold]) == WRONG


def test_facts_of_another_kind_do_not_match(counts) -> None:
    assert counts([{"kind": "task", "text": "完善雨水管网"}], [{"kind": "goal", "text": "完善雨水管网"}]) == WRONG


def test_a_program_is_known_by_any_of_its_names(counts) -> None:
    gold = {"kind": "program", "name": "雨水花园试点", "aliases": ["海绵小区建设"], "alt": ["雨园行动"]}
    assert counts([{"kind": "program", "name": "海绵小区建设"}], [gold]) == RIGHT
    assert counts([{"kind": "program", "name": "某项工程", "aliases": ["雨园行动"]}], [gold]) == RIGHT
    assert counts([{"kind": "program", "name": "垃圾分类试点"}], [gold]) == WRONG


def test_an_issuer_is_known_by_its_name_or_as_it_is_written(counts) -> None:
    gold = {"kind": "issuer", "name": "青川省发展和改革委员会", "as_written": "省发改委"}
    assert counts([{"kind": "issuer", "name": "青川省发改委"}], [gold]) == RIGHT
    assert counts([{"kind": "issuer", "name": "发改部门", "as_written": "省发改委"}], [gold]) == RIGHT
    assert counts([{"kind": "issuer", "name": "青川省水利厅"}], [gold]) == WRONG


def test_a_policy_document_is_known_by_its_number_else_by_its_title(counts) -> None:
    gold = {"kind": "policy_document", "title": "雨水花园试点工作方案", "number": "青水发〔2020〕3号"}
    document = {"kind": "policy_document", "title": "方案"}
    assert counts([{**document, "number": "青水发[2020]3号"}], [gold]) == RIGHT
    assert counts([{**document, "title": gold["title"], "number": "青水发〔2021〕9号"}], [gold]) == WRONG
    assert counts([{**document, "title": "关于印发雨水花园试点工作方案的通知"}], [gold]) == RIGHT
    assert counts([{**document, "title": "关于在白河市全市范围内印发雨水花园试点工作方案的通知"}], [gold]) == WRONG


def test_a_count_needs_the_value_and_its_place_or_its_thing(counts, at) -> None:
    gold = {"kind": "declared_count", "of": "试点县（区）", "value": 2, "quotes": [at("2个县（区）")]}
    count = {"kind": "declared_count", "value": 2}
    assert counts([{**count, "of": "试点县"}], [gold]) == RIGHT
    assert counts([{**count, "of": "地方", "passages": [at("等2个县")]}], [gold]) == RIGHT
    assert counts([{**count, "of": "小区"}], [gold]) == WRONG
    assert counts([{**count, "of": "、"}], [gold]) == WRONG
    assert counts([{**count, "of": "试点县", "value": 3}], [gold]) == WRONG
    assert counts([{**count, "of": "试点县", "value": [2, 3]}], [gold]) == WRONG
    lost = {**gold, "value": None}
    assert counts([{**count, "of": "试点县", "value": None}], [lost]) == RIGHT
    assert counts([{**count, "of": "试点县", "value": 0}], [lost]) == WRONG


CONSORTIUM = {
    "kind": "consortium", "name": "雨水花园联盟", "lead": "白河市水务站", "members": ["云县苗圃", "柳区苗圃"],
}  # fmt: skip


@pytest.mark.parametrize(
    ("keys", "right"),
    [
        ({"name": "雨水花园联盟"}, True),
        ({"lead": "水务站"}, True),
        ({"members": ["柳区苗圃"]}, True),
        ({"members": ["柳区苗圃", "甲园", "乙园", "丙园"]}, False),
        ({"name": "垃圾分类协会"}, False),
        ({"name": "垃圾分类协会", "lead": "白河市水务站"}, False),
        ({"name": "垃圾分类协会", "lead": "白河市水务站", "members": ["云县苗圃"]}, True),
        ({}, False),
    ],
)
def test_a_consortium_is_known_by_its_name_its_lead_or_half_of_its_members(
    keys: dict[str, object], right: bool, counts
) -> None:
    assert counts([{"kind": "consortium", **keys}], [CONSORTIUM]) == (RIGHT if right else WRONG)


def test_a_discrepancy_needs_the_type_and_its_place_or_what_it_states(counts, at) -> None:
    gold = {
        "kind": "discrepancy",
        "type": "lost_digits",
        "stated": "首批个小区",
        "expected": None,
        "quotes": [at("首批个小区")],
    }
    doubt = {"kind": "discrepancy", "type": "lost_digits"}
    assert counts([{**doubt, "stated": "个小区", "expected": None}], [gold]) == RIGHT
    assert counts([{**doubt, "stated": "别的", "passages": [at("批个小区")]}], [gold]) == RIGHT
    assert counts([{**doubt, "stated": "个小区", "expected": "12"}], [gold]) == WRONG
    assert counts([{**doubt, "stated": "个", "expected": None}], [gold]) == WRONG
    assert counts([{**doubt, "type": "other", "stated": "首批个小区"}], [gold]) == WRONG


def test_two_facts_for_one_of_gold_are_one_right_and_one_wrong(counts) -> None:
    gold = {"kind": "task", "text": "完善雨水管网"}
    facts = [{"kind": "task", "text": "完善雨水管网"}, {"kind": "task", "text": "完善雨水管网建设"}]
    assert counts(facts, [gold]) == (1, 1, 0)


# Ties


def test_a_tie_goes_to_the_fact_of_the_same_program(scores) -> None:
    gold = [unit(program="雨水花园试点"), unit(program="垃圾分类试点", status="optional")]
    assert scores([unit(program="垃圾分类试点")], gold).micro.ignored == 1
    assert scores([unit(program="雨水花园试点")], gold).micro.right == 1


def test_a_tie_goes_to_the_fact_in_the_same_place(scores, at) -> None:
    here, there = at("云县"), at("云县苗圃")
    gold = [unit(quotes=[here], level="county"), unit(quotes=[there], level="other")]
    found = scores([unit(passages=[there], level="other")], gold).micro
    assert found.attributes["level"].share == found.located == 1


def test_a_tie_goes_to_the_required_fact(counts) -> None:
    assert counts([unit()], [unit(status="optional"), unit()]) == RIGHT


def test_the_same_fact_said_twice_is_counted_once_with_all_its_passages(scores, at) -> None:
    twice = [unit(passages=[at("柳区")]), unit(passages=[at("云县")])]
    result = scores(twice, [unit(quotes=[at("云县")])])
    assert (result.micro.right, result.micro.wrong, result.micro.located, result.duplicates) == (1, 0, 1, 1)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (unit(program="雨水花园试点"), unit(program="垃圾分类试点")),
        ({"kind": "declared_count", "of": "县", "value": 2}, {"kind": "declared_count", "of": "县", "value": 3}),
        ({"kind": "consortium", "members": ["甲园"]}, {"kind": "consortium", "members": ["乙园"]}),
        ({"kind": "policy_document", "title": "方案", "number": None}, {"kind": "policy_document", "title": "方案", "number": "3号"}),
        ({"kind": "discrepancy", "type": "other", "stated": "甲"}, {"kind": "discrepancy", "type": "other", "stated": "乙"}),
        ({"kind": "task", "text": "甲"}, {"kind": "goal", "text": "甲"}),
    ],
)  # fmt: skip
def test_facts_that_differ_in_what_they_are_known_by_are_two(
    one: dict[str, object], other: dict[str, object], scores
) -> None:
    result = scores([one, other, dict(one)], [])
    assert (result.micro.wrong, result.duplicates) == (2, 1)
