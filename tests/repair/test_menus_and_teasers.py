"""Finer points of what is no part of the text: where a cut ends, and what looks like a cut and is none."""

import pytest

from build_graph.repair import repair

TEXT = "教育部近日印发通知，决定在全国开展智慧校园建设试点，各地要认真组织实施。"
SECOND = "各省要在年内确定名单并报送备案，同时加强经费保障和监督检查工作。"


def kept(page: str) -> list[str]:
    return [line.strip() for line in repair(page).text.split("\n") if line.strip()]


def test_a_breadcrumb_with_one_level_a_line_goes_and_the_title_stays_once() -> None:
    title = "某省公布智慧校园试点名单的通知"
    assert kept(f"首页\n教育\n试点工作\n{title}\n\n{title}\n\n{TEXT}") == [title, TEXT]
    assert kept(f"首页\n教育\n{title}\n{TEXT}") == [title, TEXT]


def test_a_breadcrumb_has_few_levels() -> None:
    schools = [f"第{number}小学" for number in "一二三四五六七八九"]
    assert kept("首页\n" + "\n".join(schools))[-3:] == schools[-3:]


@pytest.mark.parametrize(
    "line",
    [
        "北京 天津 河北 山西 内蒙古 辽宁 吉林 黑龙江",
        "教育局、财政局、卫生健康局",
        "打印",
        "旅游 教育",
        "本次评论 教育 旅游 的意见征集期较长",
    ],
)
def test_what_only_looks_like_a_menu_stays(line: str) -> None:
    assert line in kept(f"{TEXT}\n{line}\n{SECOND}") or line == "打印"


def test_a_menu_with_bars_is_no_table_row() -> None:
    assert kept(f"首页 | 新闻 | 教育 | 视频 | 登录\n{TEXT}") == [TEXT]


def test_a_share_bar_has_only_words_of_share_bars() -> None:
    assert kept(f"{TEXT}\n微信 微博 QQ空间\n微信 试点") == [TEXT, "微信 试点"]


def test_the_block_below_an_editor_ends_at_a_blank_line_and_spares_the_next_headline() -> None:
    assert kept(f"{TEXT}\n编辑：某某\n某报官方\n\n下一条新闻\n{SECOND}") == [TEXT, "下一条新闻", SECOND]
    assert kept(f"{TEXT}\n编辑：某某\n下一条新闻\n{SECOND}") == [TEXT, "下一条新闻", SECOND]


def test_a_marker_above_the_text_takes_only_its_line() -> None:
    assert kept(f"热点\n某县开展试点\n{TEXT}") == ["某县开展试点", TEXT]


def test_an_official_document_below_a_marker_stays() -> None:
    document = ["关于公布名单的通知", "教发〔2021〕3号", "各市教育局：", SECOND]
    assert kept("\n".join([TEXT, "相关链接", *document])) == [TEXT, *document]


def test_a_single_teaser_keeps_all_complete_sentences() -> None:
    assert kept(f"{TEXT}\n某地举办展会，展品很多。另外还...\n{SECOND}") == [TEXT, "某地举办展会，展品很多。", SECOND]


def test_a_sentence_of_a_teaser_does_not_run_into_the_next_line() -> None:
    assert kept(f"{TEXT}\n展会开幕了。另外还…[详细]\n{SECOND}") == [TEXT, "展会开幕了。", SECOND]


def test_a_title_that_was_cut_off_stays() -> None:
    assert kept(f"某省关于公布智慧校园试点名单...\n{TEXT}") == ["某省关于公布智慧校园试点名单...", TEXT]


def test_an_ellipsis_is_no_cut() -> None:
    assert kept(f"{TEXT}\n大家都说好……\n{SECOND}") == [TEXT, "大家都说好……", SECOND]


def test_bulleted_tasks_are_no_list_of_articles() -> None:
    tasks = [
        line for n in "一二三四五" for line in (f"• 任务{n}", f"加强第{n}方面的建设，落实责任，按时完成全部工作。")
    ]
    places = [
        line for n in "一二三四五" for line in (f"• 第{n}批", "甲市、乙市、丙市、丁市、戊市、己市、庚市、辛市、壬市")
    ]
    assert kept("\n".join([TEXT, *tasks])) == [TEXT, *tasks]
    assert kept("\n".join([TEXT, *places, SECOND])) == [TEXT, *places, SECOND]


def test_a_list_of_articles_in_the_middle_ends_with_its_last_entry() -> None:
    entry = "• 某地新闻标题\n某地召开会议，部署一系列与此无关的重要工作，强调要抓好落实并且\n"
    assert kept(f"{TEXT}\n{entry * 4}{SECOND}\n• 附注") == [TEXT, SECOND, "• 附注"]


@pytest.mark.parametrize(
    "line", ["国产 欧美 无码视频在线", "扫码下载新闻客户端", "图片仅供参考", "版权归原作者所有，请勿转载"]
)
def test_spam_captions_and_notices_go(line: str) -> None:
    assert kept(f"{TEXT}\n{line}\n{SECOND}") == [TEXT, SECOND]


@pytest.mark.parametrize(
    "line", ["来源：某省教育厅微信公众号", "国产设备优先", "转变学校管理方式", "2021-03-01 09:22:43 来源：某日报"]
)
def test_sources_datelines_and_ordinary_words_stay(line: str) -> None:
    assert line in kept(f"{TEXT}\n{line}\n{SECOND}")


def test_every_cut_says_which_raw_characters_it_left_out() -> None:
    page = f"{TEXT}\n相关新闻\n某县召开会议。"
    (cut,) = repair(page).ignored
    assert page[cut.start : cut.end] == "相关新闻\n某县召开会议。"
    assert cut.reason == "related articles"


def test_a_menu_with_one_word_a_line_goes_and_a_list_of_names_stays() -> None:
    assert kept(f"首页\n要闻\n时政\n地方\n教育\n健康\n视频\n登录\n{TEXT}") == [TEXT]
    subjects = ["语文", "数学", "教育", "体育", "美术"]
    assert kept("\n".join([TEXT, *subjects])) == [TEXT, *subjects]


@pytest.mark.parametrize(
    "line",
    [
        "浏览次数：512 字号：[ 大 中 小 ] 打印 关闭",
        "阅读量：1.6万 点赞 收藏 转发",
        "T大 T小 语音播报",
        "【打印】 【关闭】",
        "中国政府网 | 新华网 | 某某在线 | 省政府网站",
        "设为首页 | 加入收藏 | 无障碍浏览 | 长者模式 | English",
        "主办：某市人民政府办公室 承办：某市信息中心",
        "地址：某市某路8号 邮编：100000",
        "凡注明“来源：某某网”的作品，版权均属本网所有",
        "未经本报书面授权，不得转载、摘编",
        "违法信息举报电话：010-12345678",
        "点击咨询课程详情，立即报名",
        "建议使用1920*1080分辨率浏览",
        "[责任编辑：某甲 校对：某乙]",
        "广告",
        "暑期班火热报名进行中，点击咨询",
        "加入家长交流群，请添加微信：abc12345",
    ],
)
def test_bars_footers_and_adverts_of_many_sites_go(line: str) -> None:
    assert kept(f"{TEXT}\n{line}\n{SECOND}") in ([TEXT, SECOND], [TEXT])


def test_a_list_of_headlines_above_the_text_goes_with_its_marker() -> None:
    entries = "· 某市召开校园安全会议\n· 某县启动另一项改革试点\n· 某区表彰优秀教师代表"
    assert kept(f"热点推荐\n{entries}\n\n某省公布试点名单\n{TEXT}") == ["某省公布试点名单", TEXT]


def test_headlines_each_with_its_date_are_a_list_of_articles() -> None:
    headlines = "某市召开校园安全会议 2024-05-12\n某县启动另一项改革试点 2024-05-11\n某区表彰优秀教师代表 [05-10]"
    assert kept(f"{TEXT}\n{headlines}\n{SECOND}") == [TEXT, SECOND]
    assert len(kept(f"{TEXT}\n某县启动另一项改革试点 2024-05-11\n{SECOND}")) == 3


def test_a_title_with_its_day_is_no_headline_of_another_article() -> None:
    assert kept(f"教育要闻一周速览（2023年5月16日）\n{TEXT}")[0] == "教育要闻一周速览（2023年5月16日）"


def test_who_runs_the_site_goes_with_its_copyright_notice() -> None:
    assert kept(f"{TEXT}\n主办单位：某省教育厅\n地址：某路1号\n版权所有：某省教育厅") == [TEXT]
    assert kept(f"{TEXT}\n主办单位：某省教育厅\n{SECOND}") == [TEXT, "主办单位：某省教育厅", SECOND]


def test_a_row_stays_if_it_holds_a_name_of_a_division_or_another_row_follows() -> None:
    rows = ["学校 | 示范网站 | 数字网站", "一中 | 课程网站 | 名师网站"]
    assert kept("\n".join([TEXT, *rows])) == [TEXT, *rows]
    assert kept(f"{TEXT}\n最新\n1 | 甘肃省 | 甘谷县") == [TEXT, "1 | 甘肃省 | 甘谷县"]


@pytest.mark.parametrize(
    "line",
    [
        "（三）推行免费预约挂号，方便老年人就医。",
        "畅通投诉热线，及时回应家长关切。",
        "未经省教育厅同意，不得擅自调整试点范围。",
        "甘谷县人民政府 武山县人民政府 陇西县人民政府",
        "试点学校招生工作进行中",
        "凡来源于财政的资金，专款专用。",
        "主办单位",
        "建设物联网 车联网",
    ],
)
def test_lines_of_the_text_that_hold_words_of_the_page_stay(line: str) -> None:
    assert kept(f"{TEXT}\n{line}\n{SECOND}") == [TEXT, line, SECOND]


def test_a_heading_of_a_newsletter_takes_only_a_list_of_headlines() -> None:
    assert kept(f"{TEXT}\n最新动态\n· 某市召开会议\n{SECOND}") == [TEXT, SECOND]
    assert kept(f"{TEXT}\n最新动态\n{SECOND}") == [TEXT, SECOND]


def test_patterns_of_markers_do_not_run_away() -> None:
    assert kept(f"{'网' * 119}x\n{'网 ' * 59}x\n{TEXT}")[-1] == TEXT
