"""Facts of any program, as JSON Lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_graph.evaluate import GoldError, json_facts, read_lines
from build_graph.model import Document
from build_graph.pipeline import facts_of

LINE = '{"document": "a.txt", "kind": "task", "text": "普查易涝地块"}'


def test_a_line_is_a_fact_and_empty_lines_are_none(tmp_path: Path) -> None:
    file = tmp_path / "facts.jsonl"
    file.write_bytes(f"\ufeff{LINE}\r\n\n{LINE}".encode())
    assert [fact["text"] for fact in read_lines(file)] == ["普查易涝地块"] * 2


def test_a_line_separator_inside_a_text_ends_no_line(tmp_path: Path) -> None:
    file = tmp_path / "facts.jsonl"
    file.write_text(LINE.replace("易涝", "易\u2028涝"), "utf-8")
    assert len(read_lines(file)) == 1


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{broken", "is no JSON: "),
        ("[]", "is no JSON object"),
        ('{"document": "a"}', "has no kind"),
        ('{"document": "a", "kind": "wish"}', "has the kind 'wish'; known are "),
        ('{"kind": "task", "text": "普查"}', "names no document"),
        ('{"document": 3, "kind": "task", "text": "普查"}', "names no document"),
        ('{"document": "a", "kind": "task"}', "has no text, which a task needs"),
        ('{"document": "a", "kind": "task", "text": "普查", "ordinal": "一"}', "has ordinal '一'; give a whole number or null"),
        ('{"document": "a", "kind": "task", "text": "普查", "passages": "普查"}', "has passages that are no list"),
        ('{"document": "a", "kind": "task", "text": "普查", "passages": [{"start": 9, "end": 3}]}', "has among its passages"),
    ],
)  # fmt: skip
def test_the_first_line_that_is_no_fact_is_told(line: str, said: str, tmp_path: Path) -> None:
    file = tmp_path / "facts.jsonl"
    file.write_text(f"{LINE}\n{line}\n", "utf-8")
    with pytest.raises(GoldError) as error:
        read_lines(file)
    assert str(error.value).startswith(f"{file}:2: {said}")


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match=r"facts\.jsonl cannot be read: "):
        read_lines(tmp_path / "facts.jsonl")
    (tmp_path / "facts.jsonl").write_bytes("普查".encode("gb18030"))
    with pytest.raises(GoldError, match=r"is no text in UTF-8; write the facts as UTF-8"):
        read_lines(tmp_path / "facts.jsonl")


def test_our_own_reading_has_the_same_form() -> None:
    text = "关于开展雨水花园试点工作的通知\n\n到2024年底，试点县透水铺装率达到60%以上。\n"
    facts = list(json_facts([facts_of(Document(id="a", name="a.txt", text=text))]))
    assert {fact["document"] for fact in facts} == {"a.txt"}
    assert {"program", "goal"} <= {fact["kind"] for fact in facts}
    assert all(fact["rule"] and fact["passages"] for fact in facts)
