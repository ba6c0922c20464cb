import pytest

from build_graph.parse.dates import deadline

PAGE = "2021-06-15"


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("到2025年，基本建成", "2025"),
        ("2025年底前完成", "2025-12"),
        ("到2024年末", "2024-12"),
        ("2023年上半年完成布局", "2023-06"),
        ("2023年下半年完成布局", "2023-12"),
        ("2023年3月底前完成", "2023-03"),
        ("2011年5月31日前报送", "2011-05-31"),
        ("于2019年初启动", "2019"),
        ("2024年二季度末前开放书屋", "2024-06"),
        ("2026年第三季度完成选址", "2026-09"),
        ("2024年8月中旬前启用", "2024-08"),
        ("到二〇二七年，书屋遍布各镇", "2027"),
        ("二〇二六年底前建成", "2026-12"),
        ("二○二六年十一月三十日前报送", "2026-11-30"),
        ("2027.4.30前报送", "2027-04-30"),
        ("2027-04-30前报送", "2027-04-30"),
        ("2027/4/30前报送", "2027-04-30"),
        ("2027.4前报送", "2027-04"),
    ],
)
def test_a_stated_date_keeps_its_precision(text: str, iso: str) -> None:
    found = deadline(text, None)
    assert found is not None
    assert (found.iso, found.inferred) == (iso, False)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("今年将建成", "2021"),
        ("明年底前覆盖", "2022-12"),
        ("年底前完成", "2021-12"),
        ("12月底前完成", "2021-12"),
        ("9月10日前报送", "2021-09-10"),
        ("5年内全部完成", "2026"),
        ("“十四五”期间建成", "2025"),
    ],
)
def test_a_relative_date_resolves_against_the_page_and_is_marked(text: str, iso: str) -> None:
    found = deadline(text, PAGE)
    assert found is not None
    assert (found.iso, found.inferred) == (iso, True)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2024年3月6日至3月20日前报名", "2024-03-20"),
        ("2024年3月6日—20日报名", "2024-03-20"),
        ("2024年3月6日至4月8日报名", "2024-04-08"),
        ("2024年3月至5月开展评估", "2024-05"),
        ("2024年3-5月开展评估", "2024-05"),
        ("2024年11月至次年2月开展评估", "2025-02"),
        ("2024年11月至2026年2月开展评估", "2026-02"),
        ("2024年11月—2026年底开展评估", "2026-12"),
        ("2024—2026年开展评估", "2026"),
        ("2024年至2026年6月开展评估", "2026-06"),
        ("2024年3月到年底开展评估", "2024-12"),
    ],
)
def test_a_range_is_due_at_its_end(text: str, iso: str) -> None:
    found = deadline(text, None)
    assert found is not None
    assert (found.iso, found.start) == (iso, 0)


@pytest.mark.parametrize(
    "text", ["2025年2月30日前", "2025年13月底前", "2023年2月29日前", "2025.6.31前", "2025年6月0日前"]
)
def test_a_day_that_no_calendar_has_is_no_date(text: str) -> None:
    found = deadline(text, PAGE)
    assert found is not None
    assert found.iso is None


@pytest.mark.parametrize(
    ("text", "today", "iso"),
    [
        ("次年4月底前完成", "2021-10-08", "2022-04"),
        ("本月底前完成", PAGE, "2021-06"),
        ("下月底前完成", "2021-12-03", "2022-01"),
        ("三季度末前完成", PAGE, "2021-09"),
        ("四月底前完成", "2021-02-03", "2021-04"),
        ("9月1日至9月12日前报送", PAGE, "2021-09-12"),
        ("到9月底，全部开放", PAGE, "2021-09"),
        ("半年内完成", PAGE, "2021-12"),
        ("8个月内完成", PAGE, "2022-02"),
        ("本月底前完成", "2021", None),
        ("8个月内完成", "2021", None),
        ("本月底前完成", None, None),
        ("用两到三年时间完成", PAGE, None),
    ],
)
def test_months_and_spans_count_from_the_page(text: str, today: str | None, iso: str | None) -> None:
    found = deadline(text, today)
    assert found is not None
    assert (found.iso, found.inferred) == (iso, True)


@pytest.mark.parametrize(
    ("said", "text", "iso"),
    [
        ("书屋于2026年动工，", "次年4月底前完成", "2027-04"),
        ("每年10月申报，", "次年4月底前公布", None),
        ("书屋于2026年动工，", "8个月内完成", None),
        ("批复后，", "8个月内完成", None),
        ("各镇落实场地，", "8个月内完成", "2022-02"),
    ],
)
def test_what_counts_from_a_date_before_does_not_count_from_the_page(said: str, text: str, iso: str | None) -> None:
    found = deadline(text, PAGE, said)
    assert found is not None
    assert found.iso == iso


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2月底前完成选址", "2024-02"),
        ("将从1月1日起试行", "2024-01-01"),
        ("从1月1日起试行", "2023-01-01"),  # as well an event of the year
        ("2月底前已完成选址", "2023-02"),
        ("今年2月底前完成选址", "2023-02"),
        ("10月底前完成选址", "2023-10"),  # a late page as well as a distant month
    ],
)
def test_a_month_long_past_is_one_of_the_next_year_where_it_is_to_come(text: str, iso: str) -> None:
    found = deadline(text, "2023-11-16")
    assert found is not None
    assert found.iso == iso


@pytest.mark.parametrize(
    ("text", "iso"), [("元旦前开放", None), ("春节假期前开放", None), ("2024年国庆节前开放", "2024")]
)
def test_a_feast_dates_a_clause_but_no_day_is_concluded(text: str, iso: str | None) -> None:
    found = deadline(text, PAGE)
    assert found is not None
    assert found.iso == iso


def test_the_months_of_statistics_are_no_date_to_come() -> None:
    found = deadline("今年1至5月，借阅量增长", PAGE)
    assert found is not None
    assert found.iso == "2021"


def test_a_relative_date_without_a_page_date_stays_unknown() -> None:
    found = deadline("今年将建成", None)
    assert found is not None
    assert found.iso is None


@pytest.mark.parametrize(
    "text",
    [
        "三年行动",
        "每年底评估",
        "近3年来",
        "试点工作有序推进",
        "近8个月内未受处罚",
        "批复后8个月内完成",
        "前三季度完成投资",
        "每月底前报送",
        "几个月前开放",
        "国庆期间开放",
    ],
)
def test_what_is_no_date_gives_none(text: str) -> None:
    assert deadline(text, PAGE) is None


def test_the_first_date_of_a_text_wins() -> None:
    found = deadline("到2023年上半年完成布局，到2025年成熟", None)
    assert found is not None
    assert found.iso == "2023-06"


@pytest.mark.parametrize(
    ("text", "today", "iso"),
    [
        ("上半年完成系统对接", "2024-01-08", "2024-06"),
        ("下半年跑通流程", "2024-08-22", "2024-12"),
        ("年内争取全覆盖", "2024-03-29", "2024"),
    ],
)
def test_a_half_year_or_the_year_counts_from_the_page(text: str, today: str, iso: str) -> None:
    found = deadline(text, today)
    assert found is not None
    assert found.iso == iso


@pytest.mark.parametrize(
    ("text", "today"), [("上半年完成投资", "2024-07-08"), ("上半年完成投资", None), ("上半年度", "2024-01-08")]
)
def test_a_half_year_that_may_be_over_is_no_date_to_come(text: str, today: str | None) -> None:
    assert deadline(text, today) is None


def test_a_half_year_behind_another_year_is_half_of_that_one() -> None:
    found = deadline("下半年全面推开", "2024-03-01", "2025年上半年启动，")
    assert found is not None
    assert found.iso == "2025-12"
    assert deadline("下半年总结", "2024-03-01", "2023年上半年启动，") is None
    assert deadline("下半年完成建设", "2024-03-01", "去年上半年启动，") is None


def test_the_time_of_the_pilot_dates_what_is_reached_in_it_and_not_what_holds_in_it() -> None:
    assert deadline("试点期内建成50个智慧教室", None) is not None
    assert deadline("试点期限内不得变更建设内容", None) is None
    assert deadline("试点期内，各地要按季度报送进展", None) is None
