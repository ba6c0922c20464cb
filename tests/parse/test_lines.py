from build_graph.parse.lines import lines


def test_numbering_gives_level_ordinal_and_body() -> None:
    text = "三、主要任务\n（二）加强培训。每年一次。\n4.完善制度\n（5）其他\n③补充"
    found = list(lines(text))
    assert [(line.level, line.ordinal) for line in found] == [(1, 3), (2, 2), (3, 4), (4, 5), (4, 3)]
    assert text[found[1].content.start : found[1].content.end] == "加强培训。每年一次。"


def test_a_number_behind_a_bullet_is_one() -> None:
    text = "● 三、主要任务\n- （二）加强培训。\n· 甲县\n-乙县"
    found = list(lines(text))
    assert [(line.level, line.ordinal) for line in found] == [(1, 3), (2, 2), (None, None), (None, None)]
    assert [line.content_text for line in found] == ["主要任务", "加强培训。", "甲县", "-乙县"]


def test_a_decimal_is_no_number_of_an_item() -> None:
    (line,) = lines("3.5万人参加")
    assert line.level is None


def test_empty_lines_are_left_out_and_spaces_trimmed() -> None:
    assert [line.text for line in lines("  甲县 \n\n\n乙县")] == ["甲县", "乙县"]


def test_a_heading_is_short_and_does_not_end_like_a_sentence() -> None:
    short, sentence, row = lines("工作目标\n试点开始。\n1 | 甲省 | 乙市")
    assert short.looks_like_heading
    assert not sentence.looks_like_heading
    assert not row.looks_like_heading


def test_an_article_of_a_regulation_is_a_numbered_line() -> None:
    (article,) = lines("第十二条　试点学校每年开展体检。")
    assert (article.level, article.ordinal, article.content_text) == (1, 12, "试点学校每年开展体检。")
    (name,) = lines("第四条线路开通")
    assert name.level is None


def test_headings_that_run_into_each_other_are_lines_of_their_own() -> None:
    found = list(lines("二、主要任务（一）夯实基础工作1.完善计量设施。"))
    assert [(line.level, line.content_text) for line in found] == [
        (1, "主要任务"),
        (2, "夯实基础工作"),
        (3, "完善计量设施。"),
    ]


def test_a_number_may_stand_apart_from_its_point_or_have_lost_it() -> None:
    found = list(lines("1 .完善计量设施。\n2 组建管护队伍。每村一支。\n3 河北省 邢台市\n（一）"))
    assert [(line.level, line.ordinal, line.content_text) for line in found] == [
        (3, 1, "完善计量设施。"),
        (3, 2, "组建管护队伍。每村一支。"),
        (None, None, "3 河北省 邢台市"),
        (None, None, "（一）"),
    ]


def test_a_day_a_year_or_a_count_numbers_no_line() -> None:
    found = list(lines("12 月底前完成验收总结。\n5 年内完成全部改造任务。\n3 个县同时启动改造。\n4 年度考核工作机制。"))
    assert [line.ordinal for line in found] == [None, None, None, 4]


def test_a_reference_to_a_part_is_no_second_heading() -> None:
    (line,) = lines("一、严格落实改革方案第二部分（一）中的各项要求，建立台账。")
    assert line.level == 1
