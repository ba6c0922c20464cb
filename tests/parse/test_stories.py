"""A page with several stories is read story by story."""

from itertools import pairwise

import pytest

from build_graph.model import Repaired
from build_graph.parse.lines import lines
from build_graph.parse.spans import Span
from build_graph.parse.stories import stories

DIGEST = """今日要闻
某电视台消息：
全国造船完工量增长
近日，行业协会公布上月造船数据，完工量同比增长。
两部门启动校园书屋试点
教育部、文化和旅游部近日启动校园书屋建设试点，到2027年底，建成书屋500个以上。
南方迎来降雨天气
气象台预计，明天起南方将有大雨。
"""


PLACES = ("陕西", "海南", "青海", "旬邑县", "屯昌县", "互助县")


def place_of(text: str) -> str | None:
    return next((place for place in PLACES if text.startswith(place)), None)


def spans(text: str) -> tuple[Span, ...]:
    return stories(text, list(lines(text)), place_of)


def split(text: str) -> list[str]:
    return [text[story.start : story.end].splitlines()[0] for story in spans(text)]


def test_a_digest_is_split_at_its_headlines() -> None:
    assert split(DIGEST) == ["今日要闻", "全国造船完工量增长", "两部门启动校园书屋试点", "南方迎来降雨天气"]


def test_paragraphs_that_each_begin_like_news_under_headlines_are_stories_without_such_a_title() -> None:
    text = "\n".join(f"某地第{n}件新闻的标题\n近日，某机构发布了消息，事情有了进展。" for n in "一二三")
    assert len(split(text)) == 3


def test_a_plan_with_headings_is_one_story() -> None:
    text = "校园书屋建设试点方案\n工作目标和任务要求\n到2027年，建成书屋500个。\n保障措施和经费安排\n落实经费，加强督导。\n附则和其他事项\n本方案自印发之日起施行。"
    assert spans(text) == (Span(0, len(text)),)


IN_BRACKETS = """教育改革动态（2024年第5期）
【陕西：书屋走进乡镇】
陕西省教育厅近日印发通知，在旬邑县开展校园书屋试点。
【屯昌县改造学校食堂】
4月9日，屯昌县召开启动会，年底前改造食堂20个。
【青海推进课后服务改革】青海省教育厅决定在互助县开展课后服务改革试点。
"""

WITH_NUMBERS = """各地要闻
一、陕西开展校园书屋试点
2024年4月9日，陕西省教育厅确定旬邑县为校园书屋试点县。
二、海南改造学校食堂
海南省教育厅近日启动学校食堂改革，年底前改造食堂20个。
三、青海推进课后服务改革
青海省教育厅决定在互助县开展课后服务改革试点。
"""


def test_headlines_in_brackets_head_stories_of_different_places() -> None:
    assert split(IN_BRACKETS) == [
        "教育改革动态（2024年第5期）",
        "【陕西：书屋走进乡镇】",
        "【屯昌县改造学校食堂】",
        "【青海推进课后服务改革】青海省教育厅决定在互助县开展课后服务改革试点。",
    ]


def test_numbered_headlines_of_a_digest_head_stories_of_different_places() -> None:
    heads = ["陕西开展校园书屋试点", "海南改造学校食堂", "青海推进课后服务改革"]
    assert split(WITH_NUMBERS) == ["各地要闻", *(f"{n}、{head}" for n, head in zip("一二三", heads, strict=True))]
    in_figures = WITH_NUMBERS.replace("一、", "1.").replace("二、", "2.").replace("三、", "3.")
    assert split(in_figures) == ["各地要闻", *(f"{n}.{head}" for n, head in zip("123", heads, strict=True))]


@pytest.mark.parametrize("text", [IN_BRACKETS, WITH_NUMBERS], ids=["brackets", "numbers"])
@pytest.mark.parametrize(
    "title",
    [
        "关于开展校园书屋试点的通知",
        "校园书屋建设实施方案",
        "校园书屋试点典型案例",
        "校园书屋试点工作动态",  # a digest perhaps, but on one subject
        "校园书屋建设情况",
        "教育事业",
    ],
)
def test_parts_under_a_title_on_one_subject_are_no_stories(text: str, title: str) -> None:
    assert len(split(text.replace(text.splitlines()[0], title))) == 1


@pytest.mark.parametrize("text", [IN_BRACKETS, WITH_NUMBERS], ids=["brackets", "numbers"])
@pytest.mark.parametrize(
    "lead", ["现将各地进展印发，供参考。", "各县（市、区）教育局：", "今年以来，各地推进校园书屋试点，取得进展。"]
)
def test_parts_to_which_a_text_leads_are_no_stories(text: str, lead: str) -> None:
    title = text.splitlines()[0]
    assert len(split(text.replace(title, f"{title}\n{lead}"))) == 1


PLAN = """书屋建设动态
一、加强领导
陕西省成立领导小组。
二、落实经费
各县近日安排经费。
三、按期完成
4月9日前报送名单。
"""

PER_PLACE = """书屋建设
一、旬邑县
旬邑县负责建设书屋20个。
二、屯昌县
屯昌县负责建设书屋30个。
三、互助县
互助县负责建设书屋40个。
"""

NESTED = """各地要闻
一、陕西开展校园书屋试点
陕西省教育厅近日印发通知。
（一）工作目标
年底前建成书屋20个。
二、海南改造学校食堂
海南省教育厅近日印发通知。
"""

OF_ONE_PLACE = """书屋要闻
一、旬邑县开放校园书屋
旬邑县近日开放书屋20个。
二、旬邑县招募书屋馆员
旬邑县近日招募馆员30名。
"""

LABELS = """校园书屋开放日
【时间安排】
4月9日，书屋全天开放。
【参加对象】
近日报名的学生均可参加。
【陕西分会场】
陕西省图书馆近日开放报名。
"""


@pytest.mark.parametrize("text", [PLAN, PER_PLACE, NESTED, OF_ONE_PLACE, LABELS])
def test_numbered_and_bracketed_sections_that_are_no_stories(text: str) -> None:
    assert len(split(text)) == 1


def test_stories_cover_the_page_without_gap_or_overlap() -> None:
    found = spans(DIGEST)
    assert (found[0].start, found[-1].end) == (0, len(DIGEST))
    assert all(one.end == other.start for one, other in pairwise(found))


def test_a_part_of_a_repaired_text_keeps_its_marks_and_its_way_back() -> None:
    whole = Repaired("甲乙丙丁", (0, 2, 4, 6), (1, 3, 5, 7), guessed=((0, 3),), lost_digits=((3, 4),))
    part = whole.part(1, 4)
    assert (part.text, part.raw_span(0, 3), part.guessed, part.lost_digits) == ("乙丙丁", (2, 7), ((0, 2),), ((2, 3),))
