"""What is asked first, before anything dear is tried, holds of whatever the dear question finds."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_graph.extract.agencies import _matches, _pattern
from build_graph.extract.alternatives import any_of
from build_graph.extract.conditions.patterns import eligible, excepts, may_tell, qualified
from build_graph.extract.counts import patterns
from build_graph.extract.goals.goals import _STATED, _may_aim
from build_graph.extract.goals.marks import may_set
from build_graph.extract.overlaps import touched, union
from build_graph.extract.programs.naming import expanded
from build_graph.extract.tasks.directives import _directs, _may_direct, directed_spans
from build_graph.extract.tasks.lists import _may_list, tasks_in_list
from build_graph.model import Condition, Consortium, DeclaredCount, Goal, Issuer, Program
from build_graph.parse.dates import deadline
from build_graph.parse.quantities import quantities
from build_graph.parse.spans import Span
from build_graph.tables import table, words

PIECES = [
    *"，、：的了和在为将要应对从到第",
    *["试点", "县", "城市", "学校", "企业", "单位", "方面", "任务", "项目", "覆盖率", "建设", "开展", "加强", "推进"],
    *["3个", "十二家", "5项", "2-3个", "近百所", "30%", "三成", "翻番", "1/3", "一类", "500个", "增加到", "减少至"],
    *["2025年", "年底前", "上半年", "三季度末", "即日起", "今起", "试点结束时", "国庆节前", "十四五时期", "6个月内"],
    *["教育部", "省财政厅", "教育局", "领导小组", "国务院办公厅", "某某省", "甲市", "下设", "人民政府", "印发"],
    *["优先选取", "申报", "年满", "符合", "必须", "原则上为", "遴选", "有条件、", "可享受", "不再", "要求", "明确"],
    *["从管理", "等三个方面", "实施", "甲行动", "乙工程", "目标是", "改革的目的", "全覆盖", "以大型机构为主"],
]
SENTENCES = st.lists(st.sampled_from(PIECES), min_size=1, max_size=9).map("".join)


@given(SENTENCES)
def test_what_dates_or_measures_holds_a_figure_or_a_part_of_the_calendar(text: str) -> None:
    if deadline(text, "2024-05-06") is not None or quantities(text):
        assert may_set(text, (0, len(text)))


@pytest.mark.parametrize("holiday", words("build_graph.parse", "date_words", "holiday"))
def test_so_does_the_date_of_a_holiday(holiday: str) -> None:
    assert deadline(f"{holiday}前完成", "2024-05-06") is not None
    assert may_set(f"{holiday}前完成", (0, len(f"{holiday}前完成")))


@given(SENTENCES)
def test_what_counts_holds_a_number_before_what_is_counted(text: str) -> None:
    kinds = ("component", "headline", "part", "each", "batch", "chosen", "of_kind")
    wholes = [getattr(patterns, kind)().whole for kind in kinds]
    if any(whole.search(text) for whole in (*wholes, patterns.changed())):
        assert patterns.counted().search(text)
    if patterns.part().whole.search(text) or patterns.batch().whole.search(text):
        assert patterns.ends_in_number().search(text)
    if patterns.changed().search(text):
        assert patterns.changes().search(text)


@pytest.mark.parametrize(
    "text",
    [
        "13项工作内容",
        "三类可信数据空间",
        "试点数量从500增加到567",
        "五大任务",
        "8省市",
        "11城入选",
        "样板4000个",
        "近百家企业",
    ],
)
def test_so_does_each_way_of_counting(text: str) -> None:
    assert patterns.counted().search(text)


@pytest.mark.parametrize(
    "name",
    [
        "内蒙古自治区公共资源交易平台整合工作协调小组",
        "国家公共资源交易平台整合工作领导小组",
        "某某自治县农村公路建设养护局",
    ],
)
def test_a_long_name_of_a_body_is_found_from_its_beginning(name: str) -> None:
    assert [found[0] for found in _matches(f"，{name}，", Span(0, len(name) + 2))] == [name]


@given(SENTENCES)
def test_bodies_are_found_near_their_last_words_as_everywhere(text: str) -> None:
    near = [found.span() for found in _matches(text, Span(0, len(text)))]
    assert near == [found.span() for found in _pattern().finditer(text)]


@given(SENTENCES)
def test_what_tells_a_condition_holds_one_of_its_words(text: str) -> None:
    found = eligible().fullmatch(text)
    told = found is not None and not found["excludes"]  # whom a clause excludes, the next clause says
    if told or excepts().search(text) or (qualified().search(text) and "选" in text):
        assert may_tell().search(text)


@pytest.mark.parametrize(
    "text",
    [
        "申报试点的医院原则上为三级医院",
        "试点城市以大型城市为主",
        "符合标准的企业均可参加",
        "试点企业应当具备法人资格等条件",
        "年满六十周岁的老年人可以领取补贴",
        "优先支持老旧城区",
        "从条件成熟的县中遴选试点",
        "失信企业不得参加",
        "申报单位除直辖市外",
    ],
)
def test_so_does_each_way_of_telling_one(text: str) -> None:
    assert eligible().fullmatch(text) or excepts().search(text)
    assert may_tell().search(text)


@given(SENTENCES)
def test_what_directs_holds_a_modal_verb_or_an_announcement(read, text: str) -> None:
    reading = read(text)
    whole = Span(0, len(text))
    if any(_directs(reading.slice(clause)) for clause in reading.clauses(whole)) or directed_spans(
        reading, whole, led=False
    ):
        assert _may_direct().search(text)


@given(SENTENCES)
def test_what_lists_tasks_or_states_an_aim_holds_its_words(read, text: str) -> None:
    reading = read(text)
    if tasks_in_list(reading, Span(0, len(text))):
        assert _may_list().search(text)
    if _STATED.match(text):
        assert _may_aim().search(text)


@pytest.mark.parametrize("row", table("build_graph.extract.programs", "abbreviations"), ids=lambda row: row["short"])
def test_every_abbreviation_is_written_out(row) -> None:
    assert expanded(f"某某{row['short']}建设") == f"某某{row['full']}建设"


# --- alternations and spans ---------------------------------------------------------------------------------

WORDS = st.lists(st.text("甲乙丙（.", min_size=1, max_size=3), min_size=1, max_size=6)


@given(WORDS, st.text("甲乙丙（.", max_size=12))
def test_an_alternation_led_by_first_characters_finds_what_the_plain_one_finds(alternatives, text: str) -> None:
    longest_first = sorted(set(alternatives), key=lambda word: (-len(word), word))
    assert re.findall(any_of(alternatives), text) == re.findall("|".join(map(re.escape, longest_first)), text)


SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(1, 6)).map(lambda at: Span(at[0], at[0] + at[1])))


@given(SPANS, st.tuples(st.integers(0, 30), st.integers(1, 6)).map(lambda at: Span(at[0], at[0] + at[1])))
def test_touched_spans_are_those_that_overlap(spans, span: Span) -> None:
    apart = union(spans)
    assert list(touched(apart, span)) == [each for each in apart if each.overlaps(span)]
    assert bool(touched(apart, span)) == any(each.overlaps(span) for each in spans)


@given(SPANS)
def test_a_union_covers_the_same_characters_once(spans) -> None:
    covered = [position for span in union(spans) for position in range(*span)]
    assert covered == sorted({position for span in spans for position in range(*span)})


# --- texts made to take long --------------------------------------------------------------------------------

PILOT = "教育部启动智慧校园建设试点。\n"


def test_of_very_many_names_the_first_ones_are_programs(facts) -> None:
    names = ["".join(chr(ord("一") + 20 * (6 * n + place)) for place in range(6)) for n in range(120)]
    text = "".join(f"教育部启动{name}试点。" for name in names)
    assert 50 < len(facts(text, Program)) <= 100


def test_a_number_of_very_many_things_counts_each_by_its_own_name(facts) -> None:
    names = [f"{'甲乙丙丁戊己庚'[n // 8]}{'天地玄黄宇宙洪荒'[n % 8]}校园项目" for n in range(52)]
    text = "".join(f"试点确定30个{name}。" for name in [*names, "校园项目"])
    assert "校园项目" in {count.of for count in facts(PILOT + text, DeclaredCount)}
    assert "校园项目" not in {count.of for count in facts(PILOT + text[-100:], DeclaredCount)}


def test_areas_without_an_end_are_not_read_in_every_way(facts) -> None:
    assert facts(PILOT + "形成甲片区" + "和甲片区" * 200 + "医共体。", Consortium) == []


def test_areas_of_consortia_that_begin_with_a_joining_word_are_read_whole(facts) -> None:
    found = facts(PILOT + "全县形成和平片区和城东片区2个紧密型医共体。", Consortium)
    assert {consortium.name for consortium in found} >= {"城东片区紧密型医共体"}


def test_marks_are_not_told_apart_in_a_clause_of_a_thousand_characters(facts) -> None:
    clause = "到2027年，" + "学校、" * 400 + "达到30%"
    assert [goal.value for goal in facts(PILOT + clause + "。", Goal)] == [30]


def test_a_body_that_acts_in_each_of_many_sentences_is_one_issuer(facts) -> None:
    found = facts(PILOT + "教育部印发智慧校园建设试点通知。" * 50, Issuer)
    assert [issuer.name for issuer in found] == ["教育部"]
    assert len(found[0].passages) > 50


def test_conditions_told_again_and_again_stand_where_they_are_told(facts) -> None:
    found = facts(PILOT + "优先选取有条件的城市，" * 40 + "开展试点。", Condition)
    assert found
    assert sum(len(condition.passages) for condition in found) == 40
