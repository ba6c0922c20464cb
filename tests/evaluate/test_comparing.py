"""When two texts, names, values and dates are the same."""

from __future__ import annotations

import pytest

from build_graph.evaluate.amounts import numbers, same_deadline, same_numbers, scale_and_unit
from build_graph.evaluate.likeness import letters, likeness
from build_graph.evaluate.names import body_likeness, number_key, place_key, same_body
from build_graph.evaluate.stretches import lie_in, meet

# Texts


def test_spaces_punctuation_width_and_case_do_not_count() -> None:
    assert letters(" Ａ类、８０％。\n") == "a类80%"
    assert letters(None) == ""
    assert likeness("到２０２４年底， 透水铺装率达到60％", "到2024年底,透水铺装率达到60%。") == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("完善雨水管网", "要完善雨水管网建设"),
        ("到2024年底，透水铺装率达到60%以上", "透水铺装率达到60%以上"),
        ("完善雨水管网", "完善雨污管网"),
    ],
)
def test_other_boundaries_and_small_changes_are_the_same_statement(one: str, other: str) -> None:
    assert 0 < likeness(one, other) < 1
    assert likeness(one, other) == likeness(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("完善雨水管网", "普查易涝地块"),
        ("", "普查易涝地块"),
        ("，。", "普查易涝地块"),
        ("普查", "在本年度结束以前还要顺带普查一下全部地块的情况"),  # held, but one word of many
        ("绿地率", "使绿地率再高"),  # a short text must be more of the longer one
        ("绿", "绿地"),
    ],
)
def test_other_statements_are_others(one: str, other: str) -> None:
    assert likeness(one, other) == 0


def test_with_other_figures_it_is_another_statement() -> None:
    assert likeness("透水铺装率达到60%以上", "透水铺装率达到75%以上") == 0
    assert likeness("全市新建成区透水铺装率一律达到60%以上水平", "全市新建成区透水铺装率一律达到75%以上水平") > 0.8


# Names


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("国家卫健委", "国家卫生健康委员会"),
        ("国家发展改革委", "国家发展和改革委员会"),
        ("人保部", "人力资源社会保障部"),
        ("国办", "国务院办公厅"),
        ("省医改领导小组", "省深化医药卫生体制改革领导小组"),
        ("中华人民共和国水利部", "水利部"),
    ],
)
def test_short_and_long_forms_are_one_body(one: str, other: str) -> None:
    assert body_likeness(one, other) == 1


def test_a_name_within_another_is_the_same_body_with_less_weight() -> None:
    assert body_likeness("水利厅", "青川省水利厅") == 0.7
    assert body_likeness("国务院", "国务院办公厅") == 0  # another body begins with its name
    assert body_likeness("厅", "水利厅") == 0
    assert body_likeness("财政厅", "水利厅") == 0
    assert body_likeness("", "水利厅") == 0


def test_a_lead_is_known_by_most_of_its_name() -> None:
    assert same_body("水务站", "白河市水务站")
    assert not same_body("水务站", "青川省白河市云县城关镇水务站")
    assert not same_body(None, "水务站")


def test_a_place_has_one_spelling() -> None:
    assert place_key("青川省 白河市云县") == "青川省白河市云县"
    assert place_key("中国青川省白河市") == "青川省白河市"
    assert place_key("北京市市辖区朝阳区") == place_key("北京市北京市朝阳区") == "北京市朝阳区"
    assert place_key("海南省省直辖县级行政区划五指山市") == "海南省五指山市"


def test_a_document_number_is_its_letters_and_figures() -> None:
    assert number_key("青水发〔2020〕3号") == number_key("青水发[2020]第3号")
    assert number_key(None) == ""


# Values and dates


def test_a_value_is_read_with_its_unit() -> None:
    assert numbers(28, "万元") == numbers(280000, "元") == (280000,)
    assert numbers([60, 70], "%") == pytest.approx((0.6, 0.7))
    assert numbers(None, "元") is None
    assert scale_and_unit("个百分点") == (100, "分点")
    assert scale_and_unit("亿") == (1e8, "")
    assert scale_and_unit(None) == (1, "")


def test_values_are_equal_to_a_thousandth_or_both_unknown() -> None:
    assert same_numbers(numbers(33.33, "%"), numbers(1 / 3))
    assert same_numbers(None, None)
    assert not same_numbers(None, (0,))
    assert not same_numbers((60, 70), (60,))
    assert not same_numbers(numbers("很多"), numbers("很多"))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2024", "2024", True),
        ("2024-12", "2024-12-31", True),
        ("2024-12", "2024-12-01", True),
        ("2024", "2024-12-31", True),
        ("2024", "2024-06-30", False),
        ("2024", "2024-12", False),
        (None, None, True),
        ("2024", None, False),
    ],
)
def test_deadlines_are_compared_by_the_month_where_one_has_a_day(
    one: str | None, other: str | None, same: bool
) -> None:
    assert same_deadline(one, other) is same
    assert same_deadline(other, one) is same


# Places in the text


def test_two_passages_are_one_place_from_three_tenths_of_the_shorter_one() -> None:
    assert meet(((0, 10),), ((7, 100),))
    assert not meet(((0, 10),), ((8, 100),))
    assert meet(((0, 1),), ((0, 1),))
    assert not meet((), ((0, 1),))


def test_a_fact_lies_in_a_zone_with_half_of_each_passage() -> None:
    assert lie_in(((0, 10), (20, 30)), ((5, 25),))
    assert not lie_in(((0, 10), (20, 30)), ((6, 25),))
    assert not lie_in((), ((0, 100),))
