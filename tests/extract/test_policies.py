"""Documents of policy: their titles, numbers, and what they are to the program."""

import pytest

from build_graph.model import PolicyDocument

PILOT = "教育部开展智慧校园建设试点。"


@pytest.mark.parametrize(
    ("text", "relation", "number"),
    [
        ("《智慧校园建设试点方案》已经教育部同意，现印发给你们，望遵照办理。", "issues", None),
        ("经省政府同意，现将《智慧校园建设试点方案》印发给你们。", "issues", None),
        ("国务院关于《智慧校园建设试点方案》的批复昨天发布。", "issues", None),
        ("《智慧校园建设试点方案》印发以来，进展顺利。", "cites", None),
        (
            "根据《教育现代化规划》（教发〔2020〕3号）和《智慧校园建设试点方案》（教发〔2021〕4号）要求，制定细则。",
            "basis",
            "教发〔2021〕4号",
        ),
        ("按照某部《智慧校园建设试点方案》（教发〔2021〕4号）精神，制定细则。", "basis", "教发〔2021〕4号"),
        ("教育部发出了《智慧校园建设试点方案》。", "issues", None),
        ("《智慧校园建设试点方案》明确，2030年底前建成100所。", "issues", None),
        ("各校要严格遵循教育部《智慧校园建设试点方案》。", "basis", None),
    ],
)
def test_what_is_done_with_a_document_is_said_around_its_title(facts, text: str, relation: str, number: str) -> None:
    found = {document.title: document for document in facts(PILOT + text, PolicyDocument)}
    document = found["智慧校园建设试点方案"]
    assert (document.relation, document.number) == (relation, number)


@pytest.mark.parametrize(
    "between", ["", "、", "和", "等法律法规，以及", "及教育部"], ids=["nothing", "a mark", "a word", "a sum", "a body"]
)
def test_each_document_of_a_row_is_what_the_first_is(facts, between: str) -> None:
    text = f"根据《校园建设条例》《校舍管理办法》{between}《教育现代化规划》有关要求，制定本方案。"
    assert [document.relation for document in facts(PILOT + text, PolicyDocument)] == ["basis"] * 3


def test_inside_its_sections_a_plan_follows_documents_only_in_particulars(facts) -> None:
    text = PILOT + "\n一、主要任务\n（一）规范采购。按照《学校采购管理办法》执行。\n"
    (document,) = facts(text, PolicyDocument)
    assert document.relation == "cites"


def test_a_document_named_again_is_one_with_its_number_and_its_strongest_relation(facts) -> None:
    text = (
        "就《智慧校园建设试点方案》答记者问\n" + PILOT + "教育部近日印发《智慧校园建设试点方案》（教发〔2021〕4号）。"
    )
    (document,) = facts(text, PolicyDocument)
    assert (document.number, document.relation, len(document.passages)) == ("教发〔2021〕4号", "issues", 2)


def test_two_documents_of_one_title_with_different_numbers_keep_the_first(facts) -> None:
    text = PILOT + "印发《智慧校园建设试点方案》（教发〔2021〕4号）。参照《智慧校园建设试点方案》（省教〔2022〕5号）。"
    (document,) = facts(text, PolicyDocument)
    assert document.number == "教发〔2021〕4号"


@pytest.mark.parametrize(
    ("head", "number"),
    [
        ("教育部关于开展智慧校园建设 试点工作的通知\n教发〔2020〕3号\n", "教发〔2020〕3号"),
        ("教育部关于开展智慧校园建设试点工作的通知\n索引号 发布时间\n教发〔2020〕3号\n", "教发〔2020〕3号"),
        ("教育部关于开展智慧校园建设试点工作的公告\n教育部公告2020年第12号\n", "教育部公告2020年第12号"),
        ("教育部关于印发《智慧校园建设试点方案》的通知\n教发〔2020〕3号\n", "教发〔2020〕3号"),
    ],
)
def test_the_number_of_the_page_stands_in_a_line_of_its_own(facts, head: str, number: str) -> None:
    found = facts(
        head + "现就智慧校园建设试点有关事项通知如下。各地要认真落实，按时报送材料，做好宣传。", PolicyDocument
    )
    assert next(document for document in found if document.title.endswith(("通知", "公告"))).number == number


def test_a_label_before_a_title_is_no_part_of_it(facts) -> None:
    text = "政务服务丨济宁市教育局关于开展智慧校园建设试点的意见\n济教〔2021〕9号\n各县要落实智慧校园建设试点任务，按时报送材料，做好宣传引导。"
    (document,) = facts(text, PolicyDocument)
    assert (document.title, document.number) == ("济宁市教育局关于开展智慧校园建设试点的意见", "济教〔2021〕9号")


def test_a_page_may_carry_the_notice_that_it_reports_on(facts) -> None:
    text = "教育部近日部署智慧校园建设试点，到2030年建成100所。\n关于做好智慧校园建设试点工作的通知\n（教发〔2021〕4号）\n各地要认真落实。"
    (found,) = facts(text, PolicyDocument)
    assert (found.title, found.number) == ("关于做好智慧校园建设试点工作的通知", "教发〔2021〕4号")


def test_a_plan_is_the_document_of_its_page(facts) -> None:
    text = "云山县智慧校园建设\n试点实施方案\n一、工作目标\n到2030年，全部建成。"
    (found,) = facts(text, PolicyDocument)
    assert (found.title, found.relation) == ("云山县智慧校园建设试点实施方案", "issues")


def test_a_title_without_marks_stands_behind_a_verb_of_issuing(facts) -> None:
    text = PILOT + "教育部发布关于命名南山等3所学校智慧校园示范学校的通报（教发〔2021〕4号），表扬这些学校。"
    (document,) = facts(text, PolicyDocument)
    assert (document.title, document.number, document.relation) == (
        "关于命名南山等3所学校智慧校园示范学校的通报",
        "教发〔2021〕4号",
        "issues",
    )


@pytest.mark.parametrize(
    ("done", "titles"),
    [("批复", 1), ("印发了", 1), ("发布", 0), ("翻阅", 0)],
    ids=["approves", "issues", "publishes", "reads"],
)
def test_a_report_is_policy_where_a_body_approves_it(facts, done: str, titles: int) -> None:
    assert len(facts(PILOT + f"教育部{done}《智慧校园总体规划报告》。", PolicyDocument)) == titles


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("根据教育部等七部委批复的《某市智慧校园建设试点总体方案》精神，制定本计划。", "basis"),
        ("根据教育部近日印发的《智慧校园建设试点总体方案》，试点将持续三年。", "issues"),
        ("根据《教育现代化若干措施》（教发〔2020〕3号），以及《学校管理规程》，开展试点。", "basis"),
        ("一、总则\n第一条 为规范试点，根据《教育现代化规划》精神，结合实际，制定本办法。", "basis"),
    ],
)
def test_what_a_paper_rests_on(facts, text: str, relation: str) -> None:
    found = facts("教育部开展智慧校园建设试点。\n" + text, PolicyDocument)
    assert {document.relation for document in found} == {relation}


def test_what_a_copy_says_of_copying_is_no_policy(facts) -> None:
    text = "教育部开展智慧校园建设试点。\n依《中华人民共和国著作权法》第五条第一项，本件不适用著作权法。"
    assert facts(text, PolicyDocument) == []


def test_a_decree_has_its_number(facts) -> None:
    (found,) = facts("教育部开展智慧校园建设试点。\n落实《优化校园条例》（国务院令第722号）。", PolicyDocument)
    assert found.number == "国务院令第722号"


def test_a_title_without_its_bodies_is_that_of_the_same_document(facts) -> None:
    title = "关于印发《智慧校园建设试点实施方案》的通知"
    text = f"某市教育局 {title}\n\n{title}\n各区教育局：\n开展智慧校园建设试点。"
    assert len([one for one in facts(text, PolicyDocument) if one.title.endswith(title)]) == 1


def test_a_plan_whose_implementation_is_agreed_to_is_issued(facts) -> None:
    text = "教育部印发《关于开展智慧校园建设试点的通知》，并同意实施《杭州市智慧校园建设试点总体方案》。"
    assert {one.relation for one in facts(text, PolicyDocument)} == {"issues"}


def test_a_headline_is_no_part_of_the_title_below_it(facts) -> None:
    text = "智慧校园建设试点名单公布\n关于发布智慧校园建设试点名单的通知\n各省教育厅：\n现予公布。"
    assert [one.title for one in facts(text, PolicyDocument)] == ["关于发布智慧校园建设试点名单的通知"]


def test_a_law_with_a_short_name_and_a_plan_with_a_remark_are_documents(facts) -> None:
    text = "教育部开展智慧校园建设试点。按照《预算法》规定，现将《智慧校园建设试点方案》（附件1）印发给你们。"
    assert {(one.title, one.relation) for one in facts(text, PolicyDocument)} == {
        ("预算法", "basis"),
        ("智慧校园建设试点方案", "issues"),
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("会议原则同意《智慧校园建设试点方案》。", [("智慧校园建设试点方案", None, "issues")]),
        (
            "教育部印发《关于扩大智慧校园建设试点范围的通知》\n（教基〔2031〕41号）\n",
            [("关于扩大智慧校园建设试点范围的通知", "教基〔2031〕41号", "issues")],
        ),
        (
            "《智慧校园建设试点方案》已经县政府第8次常务会议研究通过，现印发给你们。",
            [("智慧校园建设试点方案", None, "issues")],
        ),
        (
            "《关于支持智慧校园建设试点的请示》（靖文〔2031〕3号）收悉。",
            [("关于支持智慧校园建设试点的请示", "靖文〔2031〕3号", "cites")],
        ),
    ],
)
def test_what_is_agreed_to_passed_or_received(facts, text: str, expected) -> None:
    found = facts(PILOT + text, PolicyDocument)
    assert [(one.title, one.number, one.relation) for one in found] == expected
