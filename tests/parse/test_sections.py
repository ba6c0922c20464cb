import pytest

from build_graph.parse.lines import lines
from build_graph.parse.sections import kind_of, sections

PLACES = {"甲县", "乙市"}


def read(text: str):
    return list(sections(lines(text), PLACES.__contains__))


def test_headings_are_told_by_their_words() -> None:
    assert kind_of("工作目标") == "goal"
    assert kind_of("具备下列条件") == "condition"
    assert kind_of("基本原则") == "principle"
    assert kind_of("附件") == "other"


@pytest.mark.parametrize(
    "heading", ["一、基本情况", "（二）取得的成效", "试点工作基础", "存在的主要问题", "工作成效及经验"]
)
def test_headings_of_what_has_been_reached_are_background(heading: str) -> None:
    assert kind_of(heading) == "background"


@pytest.mark.parametrize("heading", ["巩固改革成效", "摸清基本情况", "夯实工作基础", "解决存在问题"])
def test_headings_that_do_something_about_it_are_none(heading: str) -> None:
    assert kind_of(heading) == "other"


def test_a_short_heading_of_another_kind_is_no_background() -> None:
    found = read("一、试点基本情况\n（一）目标任务。到2030年建成。\n（二）主要任务。改造泵站。\n（三）存在的问题。略。")
    assert [section.kind for section in found] == ["background", "goal", "task", "background"]


def test_what_lies_below_a_numbered_heading_of_background_is_background() -> None:
    numbered = read("一、主要成效\n（一）健全水价机制。\n二、下一步打算\n（一）改造泵站。")
    assert [section.kind for section in numbered] == ["background", "background", "other", "other"]
    menu = read("工作成效\n欢迎访问本站，请登录后阅读。\n一、改造泵站。\n二、推行计量。")
    assert [section.kind for section in menu] == ["background", "other", "other"]


def test_an_unnumbered_short_line_above_text_opens_a_section() -> None:
    first, second = read("工作目标\n到2030年全部建成，形成制度。\n保障措施\n加强领导，压实责任。")
    assert (first.kind, second.kind) == ("goal", "safeguard")
    assert [line.text for line in first.lines] == ["到2030年全部建成，形成制度。"]


def test_names_of_places_below_a_heading_are_its_lines() -> None:
    (section,) = read("试点名单\n甲县\n乙市")
    assert section.kind == "units"
    assert [line.text for line in section.lines] == ["甲县", "乙市"]


def test_a_place_above_its_portrait_opens_a_profile() -> None:
    (section,) = read("甲县\n甲县地处山区，素有茶乡之称。")
    assert section.kind == "profile"


def test_a_place_above_its_duties_is_no_profile() -> None:
    (section,) = read("甲县\n完善机制，推进改革。")
    assert section.kind == "other"


def test_numbered_headings_nest() -> None:
    found = read("一、主要任务\n（一）建立机制。\n1.明确责任。\n（二）加强培训。\n二、保障措施\n（一）加强领导。")
    assert [[p.text for p in s.parents] for s in found] == [
        [],
        ["一、主要任务"],
        ["一、主要任务", "（一）建立机制。"],
        ["一、主要任务"],
        [],
        ["二、保障措施"],
    ]


def test_text_before_the_first_heading_is_a_section_without_one() -> None:
    first, _ = read("现将有关事项通知如下，请认真执行。\n工作目标\n全部建成。")
    assert first.heading is None
