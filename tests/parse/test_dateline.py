"""The date of a page is the one that it gives as its own."""

import pytest

from build_graph.parse.dateline import day_of_news, opening_day, page_date, year_between


@pytest.mark.parametrize(
    ("lines", "iso"),
    [
        (["某县书屋开放", "时间：2023-07-06 05:55:09"], "2023-07-06"),
        (["某县书屋开放", "2023-07-06 05:55 来源：某网"], "2023-07-06"),
        (["某县书屋开放", "2020年3月5日"], "2020-03-05"),
        (["某县书屋开放", "2020年3月5日来源：www.example.org"], "2020-03-05"),
        (["关于书屋的通知", "现将有关事项通知如下。", "某省教育厅", "2021年12月1日"], "2021-12-01"),
        (["某县书屋开放", "书屋昨天开放。", "（来源：某日报 2022年8月9日）"], "2022-08-09"),
        (["关于书屋的通知", "某教发〔2018〕3号", "现通知如下。"], "2018"),
        (["关于书屋的公告", "某总署公告2019年第12号"], "2019"),
        (["书屋工作简报（2022年第9期）", "某县书屋开放。"], "2022"),
        (["关于书屋的意见【公布日期】2005.02.01【字号】某政发2号"], "2005-02-01"),
        (["某县书屋开放", "01.03.2017 01:08"], "2017-03-01"),
        (["某日报数字报 2023年8月22日 星期二 第03版：要闻 上一版 下一版", "某县书屋开放。"], "2023-08-22"),
        (
            [
                "某网 > 正文2024-01-12 16:08:33 来源：某社 字体：小 中 大 分享到：某县书屋开放 书屋今天免费开放，读者凭身份证入内。"
            ],
            "2024-01-12",
        ),
        (["某县书屋开放。", "原文：http://example.org/2017/06/14/a.shtml"], "2017-06-14"),
    ],
)
def test_a_page_says_its_date_in_many_places(lines: list[str], iso: str) -> None:
    assert page_date(lines) == iso


@pytest.mark.parametrize(
    "lines",
    [
        ["编号2020-55-77"],
        ["8月30日"],
        [
            "自2020年3月5日起，书屋全部免费开放，读者凭身份证入内，任何单位不得收取押金或者其他费用，请各校遵照执行并做好宣传。"
        ],
        [],
    ],
)
def test_other_dates_are_not_the_date_of_the_page(lines: list[str]) -> None:
    assert page_date(lines) is None


@pytest.mark.parametrize(
    "first",
    [
        "2021年3月2日，某省教育厅印发通知，部署校园书屋试点，年底前建成书屋40个。",
        "2021年3月2日上午，某市召开校园书屋试点启动会，年底前建成书屋40个。",
        "某省教育厅于2021年3月2日印发通知，部署校园书屋试点，年底前建成书屋40个。",
        "某社某地2021年3月2日电（记者某某）校园书屋试点将扩大，年底前建成书屋40个。",
    ],
)
def test_news_is_of_the_day_with_which_it_opens(first: str) -> None:
    assert opening_day(["某省启动校园书屋试点", first, "2021年6月30日前，各县报送名单。"]) == "2021-03-02"


@pytest.mark.parametrize(
    "text",
    [
        "2021年3月2日，某省教育厅印发通知。现将有关事项通知如下。",
        "2021年3月2日，某县获批校园书屋试点。获批以来，某县建成书屋40个。",
        "自2021年3月2日起，某县决定开放书屋。",
        "根据某省教育厅2021年3月2日印发的通知，某县开放书屋。",
        "某县落实某省教育厅2021年3月2日印发的通知，开放书屋。",
        "2021年3月2日，天气晴朗，孩子们走进书屋。",
        "2021年2月30日，某省教育厅印发通知。",
        "2021年3月2日，某省教育厅印发通知。\n2022年1月8日，某县书屋开放。",
        "某县书屋开放。\n2021年3月2日，某省教育厅印发通知。",
    ],
)
def test_a_look_back_is_not_dated_by_the_day_with_which_it_opens(text: str) -> None:
    assert opening_day(text.split("\n")) is None


def test_a_day_without_a_year_is_no_date() -> None:
    assert day_of_news("记者今天（4月8日）获悉", None) is None
    assert day_of_news("记者今天（4月8日）获悉", "2025-04-09") == "2025-04-09"
    assert day_of_news("记者今天（14月8日）获悉", "2025") == "2025"
    assert day_of_news("某社某地4月8日电", "2025") == "2025-04-08"


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2021年至2023年实现连续三年增长。到2024年底，建成10个书屋。", "2024"),
        ("2021年至2023年实现连续三年增长。到2027年底，建成10个书屋。", None),
        ("到2024年底，建成10个书屋。", None),
    ],
)
def test_the_year_of_a_page_is_concluded_only_where_one_is_left(text: str, year: str | None) -> None:
    assert year_between(text) == year


def test_the_head_of_a_paper_dates_it() -> None:
    head = ["要闻 第01版", "2031年11月3日 星期一 农历辛亥年九月十九 第9127号 今日八版"]
    assert page_date(head) == "2031-11-03"
