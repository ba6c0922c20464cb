"""Pages that stand in one line: where their lines began again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_graph.repair import repair
from build_graph.repair.lost_breaks import KIND

PLAN = [
    "关于开展智慧灌区建设试点的通知",
    "各市水利局：",
    "为提高用水效率，现将智慧灌区建设试点有关事项通知如下。",
    "一、工作目标",
    "到2030年，全省建成智慧灌区20处，灌溉水利用系数达到0.6以上，农民用水负担明显减轻。",
    "二、主要任务",
    "（一）改造泵站。逐站更换老旧机组，做到能换尽换。",
    "（二）推行计量。逐户安装水表，按方收费。",
    "特此通知。",
    "附件：试点灌区名单",
]
NEWS = "甲省水利厅近日启动智慧灌区建设试点，12处灌区参加，每处补助500万元，两年内完成泵站改造和水表安装。"


def lines(page: str) -> list[str]:
    return [line for line in repair(page).text.split("\n") if line.strip()]


@pytest.mark.parametrize("gap", [" ", "  ", "\u3000\u3000", "\u00a0"])
def test_lines_begin_again_where_gaps_are_left(gap: str) -> None:
    page = gap.join(PLAN)
    assert lines(page) == PLAN
    assert dict(repair(page).repairs)[KIND] == len(PLAN) - 1


def test_without_gaps_they_begin_at_numbers_behind_titles_and_behind_headings() -> None:
    assert lines("".join(PLAN)) == PLAN


def test_a_heading_below_another_one_begins_a_line() -> None:
    page = "".join([*PLAN[:3], "一、总体思路和安排（一）先行先试。选择条件好的灌区。（二）稳步推开。", *PLAN[5:]])
    assert lines(page)[3:6] == ["一、总体思路和安排", "（一）先行先试。选择条件好的灌区。", "（二）稳步推开。"]


def test_the_data_of_a_page_begin_lines_behind_its_title() -> None:
    page = "甲省启动智慧灌区试点来源：甲省水利厅发布时间：2024-05-06新华社甲市5月6日电 " + NEWS * 3
    assert lines(page)[:3] == ["甲省启动智慧灌区试点", "来源：甲省水利厅", "发布时间：2024-05-06"]
    assert lines(page)[3].startswith("新华社甲市5月6日电")


def test_a_number_of_a_document_stands_in_a_line_of_its_own() -> None:
    page = "".join([PLAN[0], "甲水发〔2024〕5号", *PLAN[1:]])
    assert lines(page)[:3] == [PLAN[0], "甲水发〔2024〕5号", PLAN[1]]


def test_a_gap_before_a_number_begins_a_line_and_a_gap_inside_of_a_clause_none() -> None:
    page = NEWS * 2 + " 会议强调，各地要抓紧 认真实施，任务共2项 1.改造泵站。 2.推行计量。"
    assert lines(page)[1:] == ["会议强调，各地要抓紧 认真实施，任务共2项", "1.改造泵站。", "2.推行计量。"]


def test_rows_of_a_table_come_back_by_their_numbers() -> None:
    page = NEWS * 3 + " 序号 省份 试点县 1 甘肃省 甘谷县 2 甘肃省 武山县 3 青海省 湟源县"
    assert lines(page)[1:] == ["序号\t省份\t试点县", "1\t甘肃省\t甘谷县", "2\t甘肃省\t武山县", "3\t青海省\t湟源县"]


def test_rows_with_borders_come_back_by_their_numbers() -> None:
    page = NEWS * 3 + " 序号 | 省份 | 试点县 | 1 | 甘肃省 | 甘谷县 | 2 | 甘肃省 | 武山县 | 3 | 青海省 | 湟源县 |"
    rows = ["序号 | 省份 | 试点县 |", "1 | 甘肃省 | 甘谷县 |", "2 | 甘肃省 | 武山县 |", "3 | 青海省 | 湟源县 |"]
    assert lines(page)[1:] == rows


def test_rows_with_tabs_come_back_by_their_numbers_or_their_provinces() -> None:
    page = NEWS * 3 + "序号\t省份\t试点县1\t甘肃省\t甘谷县2\t甘肃省\t武山县3\t青海省\t湟源县"
    assert lines(page)[1:] == ["1\t甘肃省\t甘谷县", "2\t甘肃省\t武山县", "3\t青海省\t湟源县"]
    page = NEWS * 3 + "省份\t试点县甘肃省\t甘谷县甘肃省\t武山县青海省\t湟源县"
    assert lines(page)[1:] == ["甘肃省\t甘谷县", "甘肃省\t武山县", "青海省\t湟源县"]


def test_lists_by_provinces_or_by_cities_come_back_line_by_line() -> None:
    page = NEWS * 3 + "名单如下：甘肃：天水市、庆阳市青海：西宁市宁夏回族自治区：固原市"
    assert lines(page)[1:] == ["甘肃：天水市、庆阳市", "青海：西宁市", "宁夏回族自治区：固原市"]
    page = NEWS * 3 + "名单如下：天水市：甘谷县、武山县庆阳市：宁县定西市：陇西县"
    assert lines(page)[1:] == ["天水市：甘谷县、武山县", "庆阳市：宁县", "定西市：陇西县"]


def test_names_of_a_list_with_nothing_between_them_come_back_line_by_line() -> None:
    page = NEWS * 3 + "甲省入选名单滑县永城市太康县唐河县济源市温县"
    assert lines(page)[-6:] == ["滑县", "永城市", "太康县", "唐河县", "济源市", "温县"]


def test_who_signs_stands_in_a_line_of_its_own_and_what_follows_may_have_a_title() -> None:
    scheme = "甲省智慧灌区建设试点方案为提高用水效率，制定本方案。"
    page = "".join([*PLAN[:-2], "甲省水利厅2024年5月6日", scheme, NEWS])
    assert lines(page)[-3:] == ["甲省水利厅2024年5月6日", "甲省智慧灌区建设试点方案", scheme[12:] + NEWS]


def test_a_wide_gap_behind_a_sentence_is_the_indent_of_a_paragraph_on_any_page() -> None:
    page = f"智慧灌区\n\n{NEWS}\u3000\u3000{NEWS}\n二、任务\u3000\u3000（一）改造泵站。"
    assert lines(page) == ["智慧灌区", NEWS, NEWS, "二、任务", "（一）改造泵站。"]


@pytest.mark.parametrize(
    "kept",
    [
        "（记者 李明 通讯员 王红）",
        "水利部 财政部关于开展智慧灌区试点的通知",
        "主任 李 明",
        "到 2025 年，建成 12 处",
        "第 1 处、第 2 处、第 3 处",
        "发布时间： 2024-05-06 09:30",
        "省长王 强主持会议，副省长李 明出席",
        "召开 1 场大会，推出 2 大平台，建设 3 类中心",
    ],
)
def test_gaps_inside_of_names_numbers_and_brackets_part_no_lines(kept: str) -> None:
    (line,) = lines(f"甲县水利局近日说，{kept}，" + NEWS * 4)
    assert kept.replace(" ", "") in line.replace(" ", "")


@pytest.mark.parametrize(
    "sentence",
    [
        "通知如下，活动报名时间：2024年5月1日至10日，活动资金来源：财政拨款。",
        "要统筹推进县域城市更新区域市场社区建设。",
        "会上，各部门负责人表示：将继续努力。",
    ],
)
def test_labels_and_words_inside_of_sentences_begin_no_lines(sentence: str) -> None:
    assert lines(sentence + NEWS * 3) == [sentence + NEWS * 3]


def test_a_page_of_lines_keeps_them() -> None:
    page = "\n".join([NEWS + " 会议强调 各地要抓紧。"] * 4)
    assert KIND not in dict(repair(page).repairs)


def test_a_break_that_stands_for_nothing_leads_back_to_the_raw_page() -> None:
    page = "".join(PLAN)
    found = repair(page)
    for line in PLAN:
        at = found.text.index(line)
        assert page[slice(*found.raw_span(at, at + len(line)))] == line


@given(st.lists(st.sampled_from([*PLAN, NEWS, " ", "  ", "1 ", " 2 甲县 ", "（", "附件："]), min_size=3, max_size=40))
def test_nothing_but_breaks_and_spaces_differs(pieces: list[str]) -> None:
    page = "".join(pieces)
    assert "".join(repair(page).text.split()) == "".join(page.split())


def test_a_heading_that_runs_into_its_text_stands_apart_on_a_page_of_lines_too() -> None:
    page = [
        "智慧灌区建设实施方案",
        "一、总体目标建立健全计量体系，到2030年全面完成改造。",
        "二、总体要求与分工各县要抓紧。",
    ]
    assert lines("\n".join(page)) == [page[0], "一、总体目标", page[1].removeprefix("一、总体目标"), page[2]]


SCANNED = (
    "甲省水利局文件  省水利局关于开展智慧灌区建设 试点的通知  各市水利局：  为贯彻落实党中央关于灌区改革的决 策部署，拟开展智 慧灌区建设试点。"
    "  一、试点目标  坚持系统谋划，鼓励各县依托已有设 施，开展积极探索。  二、工作任务  1 .建立计量体系。建立健全管 理机制，强化对用水、  取水的管理。"
    "  2 开展技术培训。每年一 次，覆盖所有管水 员。"
)


def test_where_wide_gaps_part_paragraphs_narrow_ones_are_those_of_wrapped_lines() -> None:
    assert lines(SCANNED) == [
        "甲省水利局文件",
        "省水利局关于开展智慧灌区建设试点的通知",
        "各市水利局：",
        "为贯彻落实党中央关于灌区改革的决策部署，拟开展智慧灌区建设试点。",
        "一、试点目标",
        "坚持系统谋划，鼓励各县依托已有设施，开展积极探索。",
        "二、工作任务",
        "1.建立计量体系。建立健全管理机制，强化对用水、取水的管理。",
        "2 开展技术培训。每年一次，覆盖所有管水员。",
    ]


def test_names_that_narrow_gaps_part_stay_apart() -> None:
    page = SCANNED + "  附件：试点名单  甲省 乙市 丙市 丁县"
    assert lines(page)[-1].split() == ["甲省", "乙市", "丙市", "丁县"]


@pytest.mark.parametrize(
    "line",
    [
        "一、总体目标任务。",
        "（二）组织实施阶段。",
        "（一）试点范围内的企业应当依法登记，",
        "（一）试点对象由县级人民政府确定，",
        "五、试点任务书由省水利厅与各县签订，",
        "六、主要任务完成情况良好，",
        "（三）组织领导机构更加健全，",
        "一、总体要求等内容见附件，",
    ],
)
def test_the_word_of_a_heading_may_be_the_beginning_of_another(line: str) -> None:
    line += "到2030年，全省建成智慧灌区20处，灌溉水利用系数达到0.6以上。"
    assert lines(f"智慧灌区建设实施方案\n{line}\n{NEWS}")[1] == line


def test_names_and_figures_are_no_lines_that_were_wrapped() -> None:
    page = SCANNED + "  成员： 李明 张华 刘洋 陈静，由省水利局牵头。  2024年，改造 25 30 40 处，按期验收。"
    assert "李明 张华 刘洋 陈静" in lines(page)[-2]
    assert "25 30 40" in lines(page)[-1]


def test_the_day_and_the_source_of_a_page_begin_lines_beside_a_space_too() -> None:
    page = "甲网 > 要闻甲省启动智慧灌区试点2023-05-19 07:32:16 来源：甲省日报" + NEWS * 3
    assert lines(page)[:2] == ["甲网 > 要闻甲省启动智慧灌区试点", "2023-05-19 07:32:16"]
    assert lines(page)[2].startswith("来源：甲省日报")


def test_the_days_from_which_and_to_which_something_lasts_are_no_day_of_a_page() -> None:
    page = "甲省智慧灌区试点实施期限2024-01-01至2026-12-31，由甲省水利厅组织，" + NEWS * 3
    assert lines(page)[0].startswith("甲省智慧灌区试点实施期限2024-01-01至2026-12-31")


@pytest.mark.parametrize(
    "tail",
    [
        "【打印】【关闭】 相关推荐： 某省启动另一项试点 一图读懂边民互市 版权声明：凡本网转载稿件，均不代表本网观点。",
        "（来源：某网）？？？猜你喜欢某公司中标另一个项目某省：2025年新增10处网站地图",
        " 大家都在看 某县入选另一项试点 某市调整油价",
        "往期回顾某县入选另一项试点",
    ],
)
def test_other_news_behind_the_text_of_a_page_are_told_from_it(tail: str) -> None:
    page = " ".join(PLAN) + " " + NEWS + tail
    assert "另一" not in repair(page).text
    assert lines(page)[: len(PLAN)] == PLAN


def test_the_words_that_head_other_news_may_be_used_in_a_sentence() -> None:
    page = " ".join(PLAN[:-1]) + " 编辑推荐工作由省水利厅负责，热门推荐榜单每年公布。" + NEWS
    assert lines(page)[-1] == "编辑推荐工作由省水利厅负责，热门推荐榜单每年公布。" + NEWS


def test_the_sum_of_a_list_stands_below_its_last_name() -> None:
    page = NEWS * 2 + "名单1甘肃省甘谷县2甘肃省武山县3青海省湟源县合计3个县"
    assert lines(page)[-2:] == ["3青海省湟源县", "合计3个县"]
    for sentence in ("全县合计投入3个亿，试点县合计建成12处。", "甲县、乙县合计3个村参加。"):
        assert lines(NEWS * 2 + sentence) == [NEWS * 2 + sentence]


def test_a_page_in_one_line_that_has_lost_its_digits_too() -> None:
    raw = (
        "乙市教育局 首页 通知公告 当前位置：首页>通知公告>正文关于开展智慧书屋试点的通知发布时间：--来源：市教育局"
        "浏览次数：各县教育局：现将有关事项通知如下，请认真抓好落实，确保按时完成。试点书屋达标率达到%，其余县从年起跟进，各单位要报送进度。"
        "乙市教育局年月日智慧书屋试点任务分工表序号任务责任单位完成时限建书屋县教育局月底前配图书县图书馆月底前。"
    )
    lines = repair(raw).text.split("\n")
    assert "关于开展智慧书屋试点的通知" in lines
    assert "各县教育局：" in {line[:6] for line in lines}
    assert {"乙市教育局年月日", "智慧书屋试点任务分工表"} <= set(lines)
