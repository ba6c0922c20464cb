"""A digest: no program, body or date crosses from one story to another."""

from build_graph.model import Issuer, Program

DIGEST = """今日要闻
某电视台消息：
全国造船完工量增长
近日，行业协会公布上月造船数据，完工量同比增长。
两部门启动校园书屋试点
教育部、文化和旅游部近日启动校园书屋建设试点，到2027年底，建成书屋500个以上。
南方迎来降雨天气
气象台预计，明天起南方将有大雨。
"""


def test_no_body_and_no_date_crosses_from_one_story_to_another(facts) -> None:
    text = DIGEST.replace("上月造船数据", "2019年造船数据").replace("行业协会", "工业和信息化部")
    assert {issuer.name for issuer in facts(text, Issuer)} == {"教育部", "文化和旅游部"}


def test_a_program_of_two_stories_is_one_with_the_passages_of_both(facts) -> None:
    text = DIGEST + "校园书屋试点扩围\n教育部昨天决定扩大校园书屋建设试点，新增书屋300个。\n"
    (program,) = facts(text, Program)
    assert len(program.passages) >= 3


def test_a_story_takes_its_year_from_the_page_and_its_day_from_itself(read) -> None:
    reading = read(
        DIGEST.replace("今日要闻", "今日要闻（2025年）").replace("气象台预计", "气象台今天（3月2日）预计"), date="2025"
    )
    assert [story.date for story in reading.stories] == ["2025", "2025", "2025", "2025-03-02"]


def test_a_document_of_one_story_is_itself(read) -> None:
    reading = read("教育部启动校园书屋建设试点。")
    assert reading.stories == (reading,)
