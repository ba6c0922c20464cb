"""A page with several stories is read story by story."""

from itertools import pairwise

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


def split(text: str) -> list[str]:
    return [text[story.start : story.end].splitlines()[0] for story in stories(text, list(lines(text)))]


def test_a_digest_is_split_at_its_headlines() -> None:
    assert split(DIGEST) == ["今日要闻", "全国造船完工量增长", "两部门启动校园书屋试点", "南方迎来降雨天气"]


def test_paragraphs_that_each_begin_like_news_under_headlines_are_stories_without_such_a_title() -> None:
    text = "\n".join(f"某地第{n}件新闻的标题\n近日，某机构发布了消息，事情有了进展。" for n in "一二三")
    assert len(split(text)) == 3


def test_a_plan_with_headings_is_one_story() -> None:
    text = "校园书屋建设试点方案\n工作目标和任务要求\n到2027年，建成书屋500个。\n保障措施和经费安排\n落实经费，加强督导。\n附则和其他事项\n本方案自印发之日起施行。"
    assert stories(text, list(lines(text))) == (Span(0, len(text)),)


def test_stories_cover_the_page_without_gap_or_overlap() -> None:
    spans = stories(DIGEST, list(lines(DIGEST)))
    assert (spans[0].start, spans[-1].end) == (0, len(DIGEST))
    assert all(one.end == other.start for one, other in pairwise(spans))


def test_a_part_of_a_repaired_text_keeps_its_marks_and_its_way_back() -> None:
    whole = Repaired("甲乙丙丁", (0, 2, 4, 6), (1, 3, 5, 7), guessed=((0, 3),), lost_digits=((3, 4),))
    part = whole.part(1, 4)
    assert (part.text, part.raw_span(0, 3), part.guessed, part.lost_digits) == ("乙丙丁", (2, 7), ((0, 2),), ((2, 3),))
