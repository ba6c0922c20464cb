"""What a file of corrections looks like, and what is told where one is wrong: file, entry, line, what to do."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_graph.correct import CorrectionError, Quote, read_corrections
from build_graph.correct.entry import digest
from build_graph.correct.yaml_text import quoted, read_entries

if TYPE_CHECKING:
    from pathlib import Path

SHORT = """\
- document: notice
  kind: pilot_unit
  passage: 滦州市
  action: reject
  who: reader-1
  why: 只是提到，没有被确定
"""
FULL = f"""\
- document: notice.txt
  kind: goal
  fact: 到2024年，助餐点覆盖60%以上的社区
  program: 社区助餐试点
  passage: {{exact: "到2024年，助餐点覆盖60%以上的社区", start: 88, occurrence: 1, sha256: {digest("到2024年，助餐点覆盖60%以上的社区")[:16]}}}
  action: correct
  set: {{deadline: 2024-06, value: [60, 70.5], unit: null}}
  who: reader-2
  why: 表中写的是年中
  date: 2026-11
"""


def test_an_entry_is_short_to_write(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text(SHORT, "utf-8")
    (entry,) = read_corrections(tmp_path)
    assert (entry.document, entry.kind, entry.action) == ("notice", "pilot_unit", "reject")
    assert (entry.quote, entry.settings, entry.date, entry.fact) == (Quote("滦州市"), {}, None, None)
    assert (entry.who, entry.why) == ("reader-1", "只是提到，没有被确定")


def test_an_entry_can_say_exactly_what_it_means(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text(FULL, "utf-8")
    (entry,) = read_corrections(tmp_path / "a.yml")
    assert entry.quote == Quote("到2024年，助餐点覆盖60%以上的社区", 88, 1)
    assert entry.settings == {"deadline": "2024-06", "value": (60, 70.5), "unit": None}
    assert (entry.fact, entry.program, entry.date) == (entry.quote.exact, "社区助餐试点", "2026-11")


def test_the_files_of_a_folder_are_read_in_the_order_of_their_names(tmp_path: Path) -> None:
    for name in ("b.yml", "a.yaml", ".hidden.yml", "notes.txt"):
        (tmp_path / name).write_text(SHORT.replace("reader-1", name), "utf-8")
    assert [entry.who for entry in read_corrections(tmp_path)] == ["a.yaml", "b.yml"]
    assert [entry.where for entry in read_corrections(tmp_path / "b.yml")] == [f"{tmp_path}/b.yml, entry 1 (line 1)"]


def test_an_entry_that_is_not_filled_in_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text("# nothing yet\n" + SHORT.replace("reject", "") .replace("reader-1", "")
                                    .replace("只是提到，没有被确定", "") + SHORT, "utf-8")  # fmt: skip
    (entry,) = read_corrections(tmp_path)
    assert entry.where.endswith("a.yml, entry 2 (line 8)")


def test_a_file_of_comments_holds_no_entries(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text("# nothing\n", "utf-8")
    assert read_corrections(tmp_path) == ()


def changed(old: str, new: str) -> str:
    """The short entry with one change."""
    assert old in SHORT
    return SHORT.replace(old, new)


CORRECT = changed("reject", "correct")
GOAL = CORRECT.replace("pilot_unit", "goal")
WRONG = {
    # YAML
    "- document: [": "not valid YAML",
    "a: 1\n": "give a list of entries, each beginning with - document:",
    "- 滦州市\n": "entry 1 (line 1): is no list of keys and values",
    "--- []\n--- []\n": "line 2: not valid YAML",
    "- &a {document: x}\n- *a\n": "line 2: not valid YAML: put words that begin with * or & in quotation marks",
    "[" * 3000: "too many brackets",
    SHORT + SHORT[2:].replace("document", "  document", 1): "line 7: document stands twice; begin each entry with a dash",
    # keys
    changed("action", "acton"): "unknown key 'acton': did you mean action?",
    changed("reject", ""): "who is filled in, but there is no action: write reject, correct, add, alias, confirm",
    changed("reject", "rejct"): "action 'rejct': did you mean reject?",
    changed("reject", "[reject]"): "action is no text",
    changed("  who: reader-1\n", ""): "has no who: write who says so, a name or a role",
    changed("只是提到，没有被确定", ""): "has no why: write the reason",
    changed("notice", ""): "has no document: write the document's id, or its file name",
    changed("pilot_unit", "pilotunit"): "kind 'pilotunit': did you mean pilot_unit?",
    changed("滦州市", ""): "has no passage: copy the words",
    changed("reader-1", "reader-1@example.org"): "who holds a telephone number or an address",
    changed("why: ", "date: 22.11.2026\n  why: "): "date is '22.11.2026'; write 2025, 2025-06 or 2025-06-30",
    # the passage
    changed("滦州市", "[滦州市]"): "passage is neither words nor {exact: …}",
    changed("滦州市", "{start: 3}"): "passage has no words",
    changed("滦州市", "{exact: 滦州市, begin: 3}"): "unknown key 'begin' in passage",
    changed("滦州市", "{exact: 滦州市, start: three}"): "start of the passage is 'three'; write 1, 2, 3",
    changed("滦州市", "{exact: 滦州市, occurrence: 0}"): "occurrence of the passage is '0'",
    changed("滦州市", "{exact: 滦州市, sha256: abc}"): "sha256 of the passage is no digest: 8 to 64 digits",
    changed("滦州市", "{exact: 滦州市, sha256: 0123456789}"): "are not those that its sha256 was made of",
    # what is set
    changed("why: ", "set: {level: city}\n  why: "): "reject sets nothing: leave set empty, or write action: correct",
    changed("why: ", "set: level\n  why: "): "set is no list of attributes",
    CORRECT: "correct says nothing: write set: {name: …}",
    CORRECT.replace("why: ", "set: {levle: city}\n  why: "): "there is no levle to set: did you mean level?",
    CORRECT.replace("why: ", "set: {as_written: 滦州}\n  why: "): "there is no as_written to set",
    CORRECT.replace("why: ", "set: {level: contry}\n  why: "): "level is 'contry': did you mean county?",
    CORRECT.replace("why: ", "set: {level: xx}\n  why: "): "known are province, city, county, township, other",
    CORRECT.replace("why: ", "set: {code: 13028}\n  why: "): "code is '13028'; write the six digits of GB/T 2260",
    CORRECT.replace("why: ", "set: {province: 河北}\n  why: "): "province is '河北', which is no province: did you mean 河北省?",
    CORRECT.replace("why: ", "set: {province: 高卢}\n  why: "): "write its full name, as 河北省",
    CORRECT.replace("why: ", "set: {name: }\n  why: "): "name is empty; write words",
    CORRECT.replace("why: ", "set: {name: [滦州市]}\n  why: "): "name is no text; write words",
    CORRECT.replace("why: ", 'set: {name: "滦州\\n市"}\n  why: '): "name has a line break in it",
    CORRECT.replace("why: ", "set: {name: 电话13812345678}\n  why: "): "name holds a telephone number or an address",
    GOAL.replace("why: ", "set: {deadline: 2025年}\n  why: "): "deadline is '2025年'; write 2025, 2025-06 or 2025-06-30",
    GOAL.replace("why: ", "set: {deadline: 2025-13}\n  why: "): "deadline is '2025-13', which no calendar has",
    GOAL.replace("why: ", "set: {value: 三成}\n  why: "): "value is '三成'; write a number (30, 12.5) or a range ([60, 70])",
    GOAL.replace("why: ", "set: {value: [1, 2, 3]}\n  why: "): "value is a list; a range has two ends: [60, 70]",
    GOAL.replace("why: ", "set: {value: [70, 60]}\n  why: "): "value is the range [70, 60]; the lower end comes first",
    GOAL.replace("why: ", "set: {comparator: ≈}\n  why: "): "comparator is '≈': known are >=, <=",
    GOAL.replace("why: ", "set: {comparator: >=}\n  why: "): "put words that begin with a sign in quotation marks",
    GOAL.replace("why: ", "set: {goal_kind: aim}\n  why: "): "goal_kind is 'aim': known are target, milestone",
    GOAL.replace("goal", "program").replace("why: ", "set: {is_pilot: maybe}\n  why: "): "is_pilot is neither true nor false",
    GOAL.replace("goal", "task").replace("why: ", "set: {ordinal: first}\n  why: "): "ordinal is 'first'; write 1, 2, 3",
    GOAL.replace("goal", "program").replace("why: ", "set: {areas: [elderly]}\n  why: "): "areas is 'elderly': ",
    # alias and add
    changed("reject", "alias"): "alias gives a program another name: write kind: program, or action: correct",
    changed("reject", "alias").replace("pilot_unit", "program"): "alias says nothing: write set: {alias: …}",
    changed("reject", "add").replace("why", "fact: x\n  why"): "put name, text, program … into set",
    changed("reject", "add").replace("pilot_unit", "declared_count"): "a missing declared_count needs of in set",
    changed("reject", "add").replace("pilot_unit", "discrepancy"): "a missing discrepancy needs type in set",
}  # fmt: skip


@pytest.mark.parametrize(("text", "complaint"), WRONG.items(), ids=WRONG.values())
def test_what_is_wrong_is_told_with_its_place(text: str, complaint: str, tmp_path: Path) -> None:
    file = tmp_path / "a.yml"
    file.write_text(text, "utf-8")
    with pytest.raises(CorrectionError, match=re.escape(complaint)) as told:
        read_corrections(tmp_path)
    assert str(told.value).startswith(str(file))
    assert len(str(told.value).splitlines()) == 1


def test_all_that_is_wrong_is_told_a_line_for_each_entry(tmp_path: Path) -> None:
    entries = SHORT, changed("reject", "rejct"), changed("滦州市", ""), changed("document:", "document: a\n  document:")
    (tmp_path / "a.yml").write_text("".join(entries), "utf-8")
    (tmp_path / "b.yml").write_text("- document: [", "utf-8")
    (tmp_path / "c.yml").write_text(changed("  who: reader-1\n", ""), "utf-8")
    with pytest.raises(CorrectionError) as told:
        read_corrections(tmp_path)
    lines = [line.removeprefix(f"{tmp_path}/") for line in str(told.value).splitlines()]
    assert [line.split(": ")[0] for line in lines] == [
        "a.yml, entry 2 (line 7)", "a.yml, entry 3 (line 13)", "a.yml, line 20", "b.yml, line 1", "c.yml, entry 1 (line 1)",
    ]  # fmt: skip


def test_half_a_character_is_none(tmp_path: Path) -> None:
    """YAML can spell what no text can hold."""
    (tmp_path / "a.yml").write_text(changed("reader-1", '"甲\\ud800"'), "utf-8")
    assert [entry.who for entry in read_corrections(tmp_path)] == ["甲\ufffd"]


def test_a_folder_that_is_missing_or_empty_is_told(tmp_path: Path) -> None:
    with pytest.raises(CorrectionError, match=r"nowhere does not exist; name a folder of \.yml files"):
        read_corrections(tmp_path / "nowhere")
    with pytest.raises(CorrectionError, match=r"holds no corrections; files ending in \.yml or \.yaml are read"):
        read_corrections(tmp_path)


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_bytes(SHORT.encode("gb18030"))
    with pytest.raises(CorrectionError, match="is not in UTF-8; save it as UTF-8"):
        read_corrections(tmp_path)
    (tmp_path / "b.yml").mkdir()
    with pytest.raises(CorrectionError, match=r"b\.yml cannot be read"):
        read_entries(tmp_path / "b.yml")


def test_values_are_read_as_they_are_written(tmp_path: Path) -> None:
    """YAML itself would take no for false and 2024-06-30 for a day."""
    (tmp_path / "a.yml").write_text("- {document: no, date: 2024-06-30, kind: 0123}\n", "utf-8")
    assert read_entries(tmp_path / "a.yml") == [(1, {"document": "no", "date": "2024-06-30", "kind": "0123"})]


def test_a_comparator_can_be_written_in_words_too(tmp_path: Path) -> None:
    for number, written in enumerate(('">="', "≥", "at-least")):
        (tmp_path / f"{number}.yml").write_text(
            GOAL.replace("why: ", f"set: {{comparator: {written}}}\n  why: "), "utf-8"
        )
    assert [entry.settings["comparator"] for entry in read_corrections(tmp_path)] == [">=", ">=", ">="]


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_quoted_words_come_back_the_same_and_stand_on_one_line(words: str) -> None:
    import yaml

    assert yaml.load(f"a: {quoted(words)}\nb: 1", Loader=yaml.BaseLoader) == {"a": words, "b": "1"}
    assert len(quoted(words).splitlines()) == 1
