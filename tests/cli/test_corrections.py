"""``reformgraph review`` and ``--corrections``, and their Python twins, on a document of this test's own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import reformgraph as package

NOTICE = """关于开展社区托育改革试点工作的通知
经研究，确定滦州市、青岛市、铁西区为社区托育改革试点县。
到2024年，每千人口托位数达到4个以上。
"""
REJECT = """\
- document: notice
  kind: pilot_unit
  passage: 青岛市
  action: reject
  who: reader-1
  why: 名单中没有
"""


@pytest.fixture
def clone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with documents/ and corrections/, in which the commands are typed."""
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents" / "notice.txt").write_text(NOTICE, "utf-8")
    (tmp_path / "corrections").mkdir()
    (tmp_path / "corrections" / "a.yml").write_text(REJECT, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def units(out: str) -> list[str]:
    found = map(json.loads, out.splitlines())
    return [fact["as_written"] for fact in found if fact["kind"] == "pilot_unit"]


def test_corrections_beside_the_documents_are_applied(reformgraph, clone: Path) -> None:
    outcome = reformgraph("facts", "documents")
    assert (outcome.status, outcome.err, units(outcome.out)) == (0, "", ["滦州市"])
    outcome = reformgraph("build")
    assert (outcome.status, outcome.err) == (0, "")
    assert "corrections    1 entry: 1 applied" in outcome.out


def test_corrections_can_be_left_out_and_lie_elsewhere(reformgraph, clone: Path) -> None:
    assert units(reformgraph("facts", "documents", "--no-corrections").out) == ["滦州市", "青岛市"]
    assert "corrections" not in reformgraph("build", "--no-corrections").out
    (clone / "corrections").rename(clone / "ours")
    assert units(reformgraph("facts", "documents").out) == ["滦州市", "青岛市"]
    for path in ("ours", "ours/a.yml"):
        assert units(reformgraph("facts", "documents", "--corrections", path).out) == ["滦州市"]


def test_an_empty_folder_of_corrections_is_none(reformgraph, clone: Path) -> None:
    (clone / "corrections" / "a.yml").unlink()
    assert reformgraph("facts", "documents").status == 0


def test_a_folder_that_is_named_has_to_be_there(reformgraph, clone: Path) -> None:
    for command in ("facts", "build", "review"):
        outcome = reformgraph(command, "documents", "--corrections", "nowhere")
        assert (outcome.status, outcome.out) == (2, "")
        assert outcome.err == (
            "reformgraph: error: nowhere does not exist; name a folder of .yml files with corrections, or one such file\n"
        )
    assert not (clone / "out").exists()


def test_a_file_that_is_wrong_stops_before_anything_is_read(reformgraph, clone: Path) -> None:
    (clone / "corrections" / "a.yml").write_text(REJECT.replace("pilot_unit", "pilotunit"), "utf-8")
    for command in ("facts", "build", "review"):
        outcome = reformgraph(command, "documents")
        assert (outcome.status, outcome.out) == (2, "")
        assert outcome.err.startswith(
            "reformgraph: error: corrections/a.yml, entry 1 (line 1): kind 'pilotunit': did you mean pilot_unit?"
        )
        assert outcome.err.count("\n") == 1


def test_each_entry_that_is_wrong_has_a_line(reformgraph, clone: Path) -> None:
    (clone / "corrections" / "a.yml").write_text(REJECT.replace("reject", "rejct") * 2, "utf-8")
    outcome = reformgraph("build")
    assert (outcome.status, outcome.out) == (2, "")
    assert [line.split(": ")[2] for line in outcome.err.splitlines()] == [
        "corrections/a.yml, entry 1 (line 1)", "corrections/a.yml, entry 2 (line 7)",
    ]  # fmt: skip


def test_a_stale_entry_is_told_and_the_graph_is_built(reformgraph, clone: Path) -> None:
    (clone / "documents" / "notice.txt").write_text(NOTICE.replace("青岛市", "青岛"), "utf-8")
    told = "reformgraph: stale: corrections/a.yml, entry 1 (line 1): the passage has changed: “青岛市” does not stand in notice.txt\n"
    outcome = reformgraph("build")
    assert (outcome.status, outcome.err) == (0, told)
    assert "corrections    1 entry: 1 stale" in outcome.out
    assert "published in out/" in outcome.out
    assert reformgraph("build", "--quiet") == (0, "", told)
    assert reformgraph("facts", "documents").err == told


def test_an_entry_that_is_no_longer_needed_is_a_note(reformgraph, clone: Path) -> None:
    (clone / "corrections" / "a.yml").write_text(REJECT + REJECT, "utf-8")
    outcome = reformgraph("build")
    assert (outcome.status, outcome.err) == (
        0, "reformgraph: note: corrections/a.yml, entry 2 (line 7): corrections/a.yml, entry 1 (line 1) says the same (no longer needed)\n",
    )  # fmt: skip
    assert reformgraph("build", "--quiet") == (0, "", "")


def test_an_entry_that_is_not_clear_is_left_out_and_gives_status_2(reformgraph, clone: Path) -> None:
    (clone / "corrections" / "b.yml").write_text(
        REJECT.replace("青岛市", "滦州市").replace("reject", "correct\n  set: {code: 999999}"), "utf-8"
    )
    for command in ("build", "facts", "review"):
        outcome = reformgraph(command, "documents")
        assert outcome.status == 2
        assert outcome.err.startswith(
            "reformgraph: error: corrections/b.yml, entry 1 (line 1): no place has the code 999999"
        )
    assert (clone / "out" / "graph.nq").exists()
    assert json.loads((clone / "out" / "summary.json").read_text("utf-8"))["corrections"].keys() == {
        "applied",
        "mistaken",
    }


def test_an_entry_for_a_document_that_is_not_there_is_told_of_a_folder_only(reformgraph, clone: Path) -> None:
    (clone / "corrections" / "a.yml").write_text(REJECT.replace("notice", "notcie"), "utf-8")
    outcome = reformgraph("build", "documents")
    assert outcome.status == 0
    assert "corrections    1 entry: 1 not in the build" in outcome.out
    assert "no document called notcie was read (not in the build)" in outcome.err
    outcome = reformgraph("build", "documents/notice.txt")
    assert (outcome.status, outcome.err) == (0, "")
    assert "corrections" not in outcome.out


# review


def test_review_prints_a_sheet_that_can_be_filled_in_and_used(reformgraph, clone: Path) -> None:
    outcome = reformgraph("review", "documents")
    assert (outcome.status, outcome.err) == (0, "")
    assert outcome.out.startswith("# 1 to look at, the most doubtful first.")
    filled = outcome.out.replace("action:", "action: add").replace("set: {}", "set: {name: 沈阳市铁西区}")
    filled = filled.replace("who:", "who: reader-1").replace("why:", "why: 附件名单所列")
    (clone / "corrections" / "b.yml").write_text(filled, "utf-8")
    assert units(reformgraph("facts", "documents").out) == ["滦州市", "铁西区"]
    assert reformgraph("review", "documents").out.startswith("# 0 to look at")
    assert "corrections    2 entries: 2 applied" in reformgraph("build").out
    assert "附件名单所列" in reformgraph("ask", "corrections").out


def test_review_writes_a_new_file_and_never_over_another(reformgraph, clone: Path) -> None:
    assert reformgraph("review", "documents", "-o", "corrections/new/to-do.yml") == (0, "", "")
    sheet = (clone / "corrections" / "new" / "to-do.yml").read_text("utf-8")
    assert sheet == reformgraph("review", "documents").out
    outcome = reformgraph("review", "documents", "-o", "corrections/a.yml")
    assert outcome.status == 2
    assert "corrections/a.yml exists, and may hold what somebody has filled in" in outcome.err
    assert (clone / "corrections" / "a.yml").read_text("utf-8") == REJECT


def test_review_tells_what_cannot_be_read_and_lists_the_rest(reformgraph, clone: Path) -> None:
    outcome = reformgraph("review", "missing.txt", "documents")
    assert outcome.status == 2
    assert "missing.txt" in outcome.err
    assert "铁西区" in outcome.out


# Python


def test_the_same_in_python(clone: Path) -> None:
    (doubt,) = package.review("documents")
    assert (doubt.kind, doubt.words, doubt.document.id) == ("pilot_unit", "铁西区", "notice")
    (facts,) = package.read("documents", corrections="corrections")
    assert [correction.action for correction in facts.corrections] == ["reject"]
    summary = package.build("documents", out="out", corrections="corrections")
    assert [len(lines) for lines in summary.corrections.values()] == [1]
    assert package.Graph.open("out").ask("corrections")[0]["who"] == "reader-1"
    assert package.build("documents", out="out").corrections == {}
