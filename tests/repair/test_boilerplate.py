"""What belongs to the page and not to its text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_graph.repair import repair
from build_graph.tables import table

TEXT = "教育部近日印发通知，决定在全国开展智慧校园建设试点，各地要认真组织实施。"


def kept(page: str) -> list[str]:
    return [line.strip() for line in repair(page).text.split("\n") if line.strip()]


def reasons(page: str) -> set[str]:
    return {ignored.reason for ignored in repair(page).ignored}


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("首页 新闻中心 时政 教育 旅游 金融 数字报刊", "navigation"),
        ("您当前的位置：首页 > 新闻中心 > 教育", "navigation"),
        ("分享到：微信 微博 QQ空间", "share bar"),
        ("权威发布.jpg", "caption"),
        ("编辑：某某", "editor"),
        ("扫描二维码关注公众号", "app or account"),
        ("标签：教育 试点", "tags"),
        ("var hm = hm || [];", "code of the page"),
        ("window.onload=function(){share('试点');}", "code of the page"),
        ("$('.nav').show();", "code of the page"),
        (".title{font-size:14px;color:#333}", "code of the page"),
        ("继续阅读（剩余：78%）", "app or account"),
        ("请登录后阅读全文", "app or account"),
    ],
)
def test_lines_of_the_page_are_cut_with_their_reason(line: str, reason: str) -> None:
    page = f"{line}\n{TEXT}\n{line}"
    assert kept(page) == [TEXT]
    assert reason in reasons(page)


@pytest.mark.parametrize("line", ["甲县functional区启动试点", "试点{甲县}", "各县（window）要落实", "“$”计划"])
def test_letters_and_brackets_in_a_text_are_no_code(line: str) -> None:
    assert line in kept(f"{TEXT}\n{line}\n{TEXT}")


@pytest.mark.parametrize(
    "marker", ["相关新闻", "最新", "精彩回顾", "精品课程推荐", "本网版权声明", "转载请注明地址：http://a.cn/1.html"]
)
def test_after_a_stop_marker_nothing_belongs_to_the_text(marker: str) -> None:
    assert kept(f"{TEXT}\n{marker}\n某县召开会议，推进另一项工作。\n另一篇文章的标题") == [TEXT]


def test_a_declaration_about_copies_is_cut() -> None:
    assert kept(f"{TEXT}\n声明：本网注明来源的稿件均为转载稿，转载请注明出处。\n{TEXT}") == [TEXT, TEXT]


@pytest.mark.parametrize("line", ["联系人：某老师", "手机：13800001111", "邮箱：a@b.cn", "联系电话：010-12345678"])
def test_contact_data_is_cut(line: str) -> None:
    assert kept(f"{TEXT}\n{line}") == [TEXT]
    assert "contact" in reasons(f"{TEXT}\n{line}")


def test_a_list_of_teasers_is_cut() -> None:
    entries = "".join(
        f"\n  • 某地新闻标题{n}\n\n    某地召开会议，部署了一系列与此无关的重要工作，强调要抓好落实并且"
        for n in range(5)
    )
    assert kept(TEXT + entries) == [TEXT]


def test_a_teaser_keeps_only_complete_sentences_on_the_subject_of_the_page() -> None:
    related = "教育部决定在全国开展智慧校园建设试点的第二批工作。该...\n"
    page = f"{TEXT}\n{TEXT}\n{related}展会即行业的专业展会,展品涵盖各类用品。那么展会有...\n钓鱼技巧大全,新手必看的十个要点...\n"
    assert kept(page) == [TEXT, TEXT, "教育部决定在全国开展智慧校园建设试点的第二批工作。"]


@pytest.mark.parametrize("line", ["馆陶县", "张家口市万全区", "楚雄彝族自治州", "1 | 河北省 | 邢台市 |"])
def test_a_name_of_a_division_and_a_row_of_a_table_always_stay(line: str) -> None:
    assert kept(f"{TEXT}\n最新\n{line}\n")[-1].replace("  ", " ") == line


def test_headings_and_remarks_of_an_official_document_stay() -> None:
    page = f"教育部关于开展试点的通知\n教发〔2020〕3号\n各省、自治区教育厅：\n{TEXT}\n一、工作目标\n（一）建成教室。\n（ps：文后附名单）"
    assert len(kept(page)) == 7
    assert reasons(page) == set()


@pytest.mark.parametrize("row", [row for row in table("build_graph.repair", "boilerplate") if row["where"] == "whole"])
@given(data=st.data())
@settings(max_examples=20, deadline=None)
def test_whatever_a_marker_matches_holds_one_of_the_words_that_its_row_names(
    row: dict[str, str], data: st.DataObject
) -> None:
    line = data.draw(st.from_regex(row["pattern"], fullmatch=True))
    assert any(word in line for word in row["holds"].split())


@pytest.mark.parametrize(
    "marker",
    [
        "◎今日导读",
        "【编辑推荐】",
        "大家都在看",
        "热门搜索",
        "热点排行",
        "● 往期回顾",
        "猜你喜欢：",
        "■本版导读",
        "小编精选",
    ],
)
def test_what_heads_other_news_may_be_decorated(marker: str) -> None:
    assert kept(f"{TEXT}\n{marker}\n1.某县入选另一项试点名单\n2.某市启动12个项目") == [TEXT]


@pytest.mark.parametrize(
    "line",
    [
        "热门搜索：油价调整  高考报名  社保转移",
        "相关推荐： 某市启动电梯加装试点 一图读懂",
        "某县新增2家示范农场 >>05版",
        "某市启动电梯加装试点（详见第3版）",
        "上一版  下一版",
        "第06版：民生 上一期 下一期",
        "某网 > 政策法规 > 部委文件",
    ],
)
def test_headlines_in_one_line_and_the_pages_of_a_paper_are_cut(line: str) -> None:
    assert kept(f"{line}\n{TEXT}\n{line}\n{TEXT}") == [TEXT, TEXT]


@pytest.mark.parametrize(
    "line",
    [
        "2024年5月6日 星期一 第02版：要闻 上一期 下一期",
        "试点县推荐阅读书目名单",
        "各校要热门课程、冷门课程一起办，相关推荐工作由县教育局负责。",
        "（二）推荐程序：县级申报、市级初审、省级评审",
        "今日导读活动在甲县启动",
    ],
)
def test_lines_with_such_words_that_say_something_stay(line: str) -> None:
    assert line in kept(f"{TEXT}\n{line}\n{TEXT}")
