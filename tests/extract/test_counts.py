import pytest

from build_graph.model import DeclaredCount, Discrepancy

PILOT = "教育部开展智慧校园建设试点。"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("确定了118个智慧校园建设试点。", [("智慧校园建设试点", 118, "=")]),
        ("明确12项重点任务。", [("重点任务", 12, "=")]),
        ("建设两个县域教育资源中心。", [("县域教育资源中心", 2, "=")]),
        ("选择2-3个设区的市（直辖市的区）。", [("设区的市（直辖市的区）", (2, 3), "range")]),
        ("建成60余个区域中心。", [("区域中心", 60, ">=")]),
        ("超过30个省份参与。", [("省份", 30, ">")]),
        ("甘肃省9县市区入选。", [("甘肃省县市区", 9, "=")]),
    ],
)
def test_a_number_of_what_the_program_consists_of(facts, text: str, expected: list) -> None:
    assert [(c.of, c.value, c.comparator) for c in facts(PILOT + text, DeclaredCount)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "投入3亿元。",
        "至少有3个区域中心。",
        "是一个历史悠久的县。",
        "有“11个县”之称。",
        "获奖30余项。",
        "培训500名教师。",
    ],
)
def test_money_people_thresholds_and_quotations_are_no_counts(facts, text: str) -> None:
    assert facts(PILOT + text, DeclaredCount) == []


def test_a_changed_number_gives_the_new_and_the_old_one(facts) -> None:
    new, old = facts(PILOT + "试点县的数量从原来公布的200个增加到了260个。", DeclaredCount)
    assert (new.of, new.value) == ("试点县", 260)
    assert (old.of, old.value) == ("原来公布的试点县", 200)


def test_a_lost_number_is_a_count_without_a_value_and_a_discrepancy(facts) -> None:
    text = PILOT + "确定北京市西城区等个县为智慧校园建设试点县。"
    start = text.index("等个县")
    (count,) = facts(text, DeclaredCount, lost_digits=((start, start + 3),))
    assert (count.of, count.value, count.comparator) == ("智慧校园建设试点县", None, None)
    (gap,) = facts(text, Discrepancy, lost_digits=((start, start + 3),))
    assert (gap.type, gap.stated, gap.expected) == ("lost_digits", "等个县", None)


def test_a_count_is_held_against_the_list_in_front_of_it(facts) -> None:
    text = "教育部增加了青海省和甘肃省3个智慧校园建设试点。"
    (count,) = facts(text, DeclaredCount)
    assert (count.value, count.listed, count.open_list) == (3, 2, False)
    (off,) = facts(text, Discrepancy)
    assert (off.type, off.stated, off.expected) == ("count_mismatch", "3", "2")


def test_a_list_that_calls_itself_partial_contradicts_no_count(facts) -> None:
    text = "教育部增加了青海省和甘肃省等5个智慧校园建设试点。"
    (count,) = facts(text, DeclaredCount)
    assert (count.listed, count.open_list) == (2, True)
    assert facts(text, Discrepancy) == []


def test_a_count_of_a_province_is_held_against_its_listed_units(facts) -> None:
    text = PILOT + "河北省2县市区成功入选。\n智慧校园建设试点县名单（河北）\n滦州市\n滦南县"
    (count,) = facts(text, DeclaredCount)
    assert (count.value, count.listed) == (2, 2)


def test_a_count_of_tasks_is_held_against_the_tasks(facts) -> None:
    text = PILOT + "两个方面共3项工作内容：\n一是完善制度，包括建立台账、加强培训。\n二是强化保障，包括落实经费。"
    counts = facts(text, DeclaredCount)
    assert [(c.value, c.listed) for c in counts] == [(2, 2), (3, 3)]


def test_what_is_counted_also_off_the_subject_is_no_part_of_the_program(facts) -> None:
    text = "浙江：推进智慧养老社区建设\n智慧养老社区建设和3个区域中心同步推进，省民政厅明确。\n加快3个区域中心验收。"
    (count,) = facts(text, DeclaredCount)
    assert (count.program, count.value, len(count.passages)) == (None, 3, 2)


@pytest.mark.parametrize(
    ("text", "of"),
    [("确定苏州市等39个城市为先行城市。", "城市"), ("在衢州市江山市3个县（市、区）开展。", "县（市、区）")],
)
def test_the_counted_noun_ends_where_another_word_begins(facts, text: str, of: str) -> None:
    (count,) = facts(PILOT + text, DeclaredCount)
    assert count.of == of
