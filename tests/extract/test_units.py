import pytest

from build_graph.extract import extract
from build_graph.model import Discrepancy, PilotUnit

TABLE = "教育部开展智慧校园建设试点。\n序号 | 省份 | 试点城市（区） |\n"


def codes(found) -> list[str | None]:
    return [unit.code for unit in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("教育部确定青海省、宁夏回族自治区为智慧校园建设试点省。", ["630000", "640000"]),
        ("同意将江苏省苏州市列为智慧校园建设试点城市。", ["320500"]),
        ("教育部新增贵州省和云南省2个智慧校园建设试点。", ["520000", "530000"]),
        ("教育部在江苏省、四川省开展智慧校园建设试点。", ["320000", "510000"]),
        ("教育部确定智慧校园建设试点县，上海市静安区等20个区为智慧校园建设试点区。", ["310106"]),
    ],
)
def test_places_of_a_designating_sentence_are_units(facts, text: str, expected: list[str]) -> None:
    assert codes(facts(text, PilotUnit)) == expected


def test_names_without_suffix_are_places_of_the_level_that_the_list_gives(facts) -> None:
    found = facts("开展智慧校园建设试点，选择天津、重庆和吉林、大连、苏州5个城市先行。", PilotUnit)
    assert [u.name for u in found] == ["天津市", "重庆市", "吉林省吉林市", "辽宁省大连市", "江苏省苏州市"]


def test_a_list_that_is_not_all_places_designates_nothing(facts) -> None:
    assert facts("教育部确定张三、李四为智慧校园建设试点联络员。", PilotUnit) == []


def test_each_row_of_a_table_is_a_unit_with_its_stated_province(facts) -> None:
    found = facts(TABLE + "1 | 江苏省 | 苏州市 |\n2 | | 无锡市 |\n3 | 北京市 | 朝阳区 |", PilotUnit)
    assert [(u.name, u.stated_province, u.level) for u in found] == [
        ("江苏省苏州市", "江苏省", "city"),
        ("江苏省无锡市", "江苏省", "city"),
        ("北京市朝阳区", "北京市", "county"),
    ]
    assert {u.designation for u in found} == {"试点城市（区）"}


def test_a_row_in_the_wrong_province_keeps_both_and_is_flagged(facts) -> None:
    text = TABLE + "1 | 江苏省 | 苏州市 |\n2 | 江苏省 | 杭州市 |"
    unit = facts(text, PilotUnit)[1]
    assert (unit.name, unit.province, unit.stated_province) == ("浙江省杭州市", "浙江省", "江苏省")
    (flag,) = facts(text, Discrepancy)
    assert (flag.type, flag.stated, flag.expected) == ("wrong_province", "江苏省", "浙江省")
    assert flag.passages[0].exact == "2 | 江苏省 | 杭州市 |"


def test_names_below_the_heading_of_a_list_are_units_of_its_province(facts) -> None:
    text = "教育部开展智慧校园建设试点。\n\n智慧校园建设试点县名单（河北）\n\n滦州市\n\n保定市清苑区\n\n工作目标\n\n全部建成，形成制度。"
    found = facts(text, PilotUnit)
    assert [(u.name, u.stated_province) for u in found] == [
        ("河北省唐山市滦州市", "河北省"),
        ("河北省保定市清苑区", "河北省"),
    ]


def test_a_list_ends_with_the_first_line_that_is_no_place(facts) -> None:
    text = "教育部开展智慧校园建设试点。\n智慧校园建设试点县名单（河北）\n滦州市\n联系我们\n滦南县"
    assert codes(facts(text, PilotUnit)) == ["130284"]


def test_a_unit_said_twice_is_one_fact_with_two_passages(facts) -> None:
    text = "教育部确定青海省为智慧校园建设试点省。\n教育部同意青海省作为智慧校园建设试点省。"
    (unit,) = facts(text, PilotUnit)
    assert len(unit.passages) == 2


def test_a_table_without_a_column_of_units_gives_none(facts) -> None:
    assert facts("教育部开展智慧校园建设试点。\n科目 | 金额\n培训 | 3\n设备 | 5", PilotUnit) == []


def test_a_share_for_each_province_is_held_against_the_list(facts) -> None:
    rows = "1 | 江苏省 | 苏州市 |\n2 | 江苏省 | 无锡市 |\n3 | 江苏省 | 常州市 |\n4 | 浙江省 | 宁波市 |"
    text = "教育部开展智慧校园建设试点，在每个省份选择1-2个城市。\n序号 | 省份 | 试点城市 |\n" + rows
    (flag,) = facts(text, Discrepancy)
    assert (flag.type, flag.stated, flag.expected) == ("count_mismatch", "1-2", "江苏省3个")
    assert [p.exact for p in flag.counter_passages] == ["1-2个城市"]
    assert len(flag.passages) == 3


@pytest.mark.parametrize(
    "clause",
    [
        "教育部未批准大连市为智慧校园建设试点城市",
        "不再将大连市列为智慧校园建设试点城市",
        "网友建议将大连市列为智慧校园建设试点城市",
    ],
)
def test_what_is_refused_withdrawn_or_only_suggested_is_no_unit(facts, clause: str) -> None:
    assert facts(f"教育部印发《智慧校园建设试点方案》。{clause}。", PilotUnit) == []


def test_what_is_proposed_is_called_so_until_it_is_made(facts) -> None:
    plan, proposed = "教育部印发《智慧校园建设试点方案》。", "拟确定大连市为智慧校园建设试点城市。"
    assert [unit.designation for unit in facts(plan + proposed, PilotUnit)] == ["拟试点城市"]
    made = "确定大连市为智慧校园建设试点城市。"
    assert [unit.designation for unit in facts(plan + proposed + made, PilotUnit)] == ["试点城市"]


def test_a_list_that_goes_on_to_another_designation_is_not_the_programs(facts) -> None:
    text = "教育部印发《智慧校园建设试点方案》，确定苏州市、无锡市等5个城市为劳动教育先行区。"
    assert facts(text, PilotUnit) == []


def test_a_province_is_no_unit_of_its_own_share(facts) -> None:
    rows = "1 | 江苏省 | 苏州市 |\n2 | 江苏省 | 无锡市 |"
    text = "教育部确定江苏省为智慧校园建设试点省，每个省份选择2-3个城市。\n序号 | 省份 | 试点城市 |\n" + rows
    assert facts(text, Discrepancy) == []


HEAD = "教育部开展智慧校园建设试点。\n\n智慧校园建设试点地区名单\n"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("北京市：西城区、朝阳区", [("北京市西城区", "北京市"), ("北京市朝阳区", "北京市")]),
        ("北京市（2个）：西城区、朝阳区", [("北京市西城区", "北京市"), ("北京市朝阳区", "北京市")]),
        ("天津市（河西区、南开区）", [("天津市河西区", "天津市"), ("天津市南开区", "天津市")]),
        ("1.北京市西城区\n2.河北省唐山市", [("北京市西城区", "北京市"), ("河北省唐山市", "河北省")]),
        ("河北省\n唐山市\n邢台市", [("河北省唐山市", "河北省"), ("河北省邢台市", "河北省")]),
        ("浙江省\n江苏省", [("浙江省", None), ("江苏省", None)]),
        (
            "馆陶县\n巨鹿县\n以上各县要抓好落实，按时报送材料。",
            [("河北省邯郸市馆陶县", None), ("河北省邢台市巨鹿县", None)],
        ),
    ],
)
def test_the_layouts_of_lists(facts, lines: str, expected: list) -> None:
    assert [(u.name, u.stated_province) for u in facts(HEAD + lines, PilotUnit)] == expected


def test_numbered_headings_of_lists_give_the_designation(facts) -> None:
    text = "教育部公布智慧校园建设试点名单。\n一、试点省\n浙江省\n二、试点城市\n唐山市、邢台市"
    assert [(u.name, u.designation) for u in facts(text, PilotUnit)] == [
        ("浙江省", "试点省"),
        ("河北省唐山市", "试点城市"),
        ("河北省邢台市", "试点城市"),
    ]


def test_a_name_that_resolves_to_no_one_place_is_told_and_takes_no_other_with_it(read) -> None:
    text = "教育部确定德清县、鼓楼区、滦州市为智慧校园建设试点县。"
    found = extract(read(text))
    units = [fact.name for fact in found.facts if isinstance(fact, PilotUnit)]
    assert units == ["浙江省湖州市德清县", "河北省唐山市滦州市"]
    (left,) = found.ignored
    assert (text[left.start : left.end], left.reason) == ("鼓楼区", "name of a place not resolved")


def test_a_name_is_resolved_as_of_the_date_of_the_page(facts) -> None:
    text = "教育部确定两江新区为智慧校园建设试点区。"
    (before,) = facts(text, PilotUnit, date="2023-02-01")
    (after,) = facts(text, PilotUnit, date="2026-03-01")
    assert (before.code, before.level) == (None, "other")
    assert (after.code, after.level) == ("500157", "county")


def test_a_township_has_the_code_of_its_county(facts) -> None:
    (unit,) = facts("教育部确定四川省遂宁市大英县蓬莱镇为智慧校园建设试点镇。", PilotUnit)
    assert (unit.code, unit.level) == ("510923", "township")


def test_a_sum_behind_the_names_of_a_list_is_no_name(facts) -> None:
    found = facts(HEAD + "杭州市上城区、德清县、桐庐县3个县（市、区）。", PilotUnit)
    assert [u.name for u in found] == ["浙江省杭州市上城区", "浙江省湖州市德清县", "浙江省杭州市桐庐县"]


def test_a_line_longer_than_any_name_is_no_name_of_a_place(read) -> None:
    reading = read("河北省唐山市滦州市")
    assert reading.is_place("河北省唐山市滦州市")
    assert not reading.is_place("河北省唐山市滦州市" * 10)


def test_a_city_in_a_list_of_cities_stays_one_whatever_part_of_it_begins(facts) -> None:
    cities = facts("教育部公布试点。\n智慧校园建设试点城市名单\n铜川市\n宝鸡市（渭滨区、金台区）\n汉中市", PilotUnit)
    assert [unit.name for unit in cities] == ["陕西省铜川市", "陕西省宝鸡市", "陕西省汉中市"]


ROWS = """市州 | 试点乡镇 | 数量
遵义市 | 桐梓县夜郎镇 | 2
{second}
毕节市 | 金沙县沙土镇 | 1"""


@pytest.mark.parametrize("second", ["遵义市 | 绥阳县洋川街道", "绥阳县洋川街道"])
def test_a_short_row_is_read_by_the_columns_that_it_has(facts, second: str) -> None:
    """It lacks its last cells or, below a cell that spans rows, its first ones."""
    found = facts(HEAD + ROWS.format(second=second), PilotUnit)
    assert [unit.as_written for unit in found] == ["桐梓县夜郎镇", "绥阳县洋川街道", "金沙县沙土镇"]
    assert {unit.level for unit in found} == {"township"}
