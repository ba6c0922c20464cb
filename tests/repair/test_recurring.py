"""Characters that cannot be read in one place and stand elsewhere on the page."""

from build_graph.model import Repaired
from build_graph.repair import repair


def marked(found: Repaired, spans: tuple[tuple[int, int], ...]) -> list[str]:
    return [found.text[start:end] for start, end in spans]


def test_a_character_is_read_where_the_same_words_stand_undamaged() -> None:
    page = "某市开展智慧校园建设试点。智慧校\ufffd\ufffd建设试点为期两年。"
    found = repair(page)
    assert found.text == "某市开展智慧校园建设试点。智慧校园建设试点为期两年。"
    assert marked(found, found.guessed) == ["园"]
    assert found.damaged == ()
    at = found.text.rindex("园")
    assert page[slice(*found.raw_span(at, at + 1))] == "\ufffd\ufffd"
    assert dict(found.repairs)["characters read elsewhere"] == 1


def test_what_stands_nowhere_else_stays_damaged() -> None:
    found = repair("某市开展智慧校\ufffd\ufffd\ufffd建设试点。")
    assert found.text == "某市开展智慧校\ufffd\ufffd\ufffd建设试点。"
    assert marked(found, found.damaged) == ["\ufffd"] * 3 or marked(found, found.damaged) == ["\ufffd\ufffd\ufffd"]


def test_two_possible_characters_are_none() -> None:
    found = repair("第一批试点和第二批试点名单公布，第\ufffd批试点名单有误。第一批试点名单、第二批试点名单。")
    assert "第\ufffd批" in found.text


def test_several_characters_keep_their_places() -> None:
    page = "智慧校园建设试点覆盖全部乡镇学校。智慧\ufffd\ufffd园建设，覆盖全\ufffd乡镇学校。"
    found = repair(page)
    assert found.text.endswith("智慧校园建设，覆盖全部乡镇学校。")
    assert marked(found, found.guessed) == ["校", "部"]
