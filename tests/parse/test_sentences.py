from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from build_graph.parse.sentences import clauses, sentences
from build_graph.parse.spans import Span


def texts(text: str, cut) -> list[str]:
    return [text[a:b] for a, b in cut(text, Span(0, len(text)))]


def test_sentences_end_at_final_marks_and_line_breaks() -> None:
    assert texts("先试点。再推广！\n最后总结", sentences) == ["先试点", "再推广", "最后总结"]


def test_marks_inside_brackets_titles_and_quotations_cut_nothing() -> None:
    text = "按照《办法。试行》（见附件，下同）办理“一，二”事项。完"
    assert texts(text, sentences) == ["按照《办法。试行》（见附件，下同）办理“一，二”事项", "完"]
    assert texts("按照《甲，乙》办理，抓好落实", clauses) == ["按照《甲，乙》办理", "抓好落实"]


def test_a_bracket_that_never_closes_does_not_swallow_the_text() -> None:
    assert texts("名单（见下。其余\n略。", sentences) == ["名单（见下", "其余", "略"]


def test_a_range_and_what_it_grows_from_are_one_clause() -> None:
    assert texts("将试点范围，由甲市扩大到乙市，抓好落实", clauses) == ["将试点范围，由甲市扩大到乙市", "抓好落实"]
    assert texts("明确试点范围，突出重点", clauses) == ["明确试点范围", "突出重点"]


def test_a_time_of_day_is_not_cut_at_its_colon() -> None:
    assert texts("会议于9：30召开：宣读名单", clauses) == ["会议于9：30召开", "宣读名单"]
    assert texts("方案明确：2027年建成书屋", clauses) == ["方案明确", "2027年建成书屋"]


def test_an_ellipsis_of_one_or_two_characters_ends_a_sentence() -> None:
    assert texts("先试点……再推广…完", sentences) == ["先试点", "再推广", "完"]


def test_an_open_bracket_ends_with_its_line() -> None:
    assert texts("（甲，乙\n丙，丁）", clauses) == ["（甲，乙\n丙", "丁）"]


@given(st.text(alphabet="试点。，；（）《》“”\n 甲a1…", max_size=60))
def test_sentences_are_disjoint_ordered_and_hold_no_line_break(text: str) -> None:
    found = sentences(text, Span(0, len(text)))
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(text[s.start : s.end].strip() and "\n" not in text[s.start : s.end] for s in found)


def test_what_somebody_says_has_sentences_and_clauses_of_its_own() -> None:
    text = "“各县要建成平台，全面推行计量。年底前完成验收。”厅长表示。会议提出“先建后补”的办法，“放管服，一起抓”。"
    assert [text[slice(*sentence)] for sentence in sentences(text, Span(0, len(text)))] == [
        "各县要建成平台，全面推行计量",
        "年底前完成验收",
        "厅长表示",
        "会议提出“先建后补”的办法，“放管服，一起抓”",
    ]
    said = "厅长表示：“各县要建成平台，全面推行计量，”并指出“先建后补”。"
    assert [said[slice(*clause)] for clause in clauses(said, Span(0, len(said) - 1))] == [
        "厅长表示",
        "各县要建成平台",
        "全面推行计量",
        "并指出“先建后补”",
    ]


def test_a_motto_that_ends_in_a_mark_is_a_word_of_its_sentence() -> None:
    text = "实现“人人有书读！”的目标，建成书屋。“都要建成！”厅长说。"
    assert texts(text, sentences) == ["实现“人人有书读！”的目标，建成书屋", "“都要建成！”厅长说"]
