"""``reformgraph build`` and ``facts``, and their Python twins, on documents of this test's own."""

from __future__ import annotations

import hashlib
import io
import json
import sys
from pathlib import Path

import pytest
from pyoxigraph import parse

import reformgraph as package
from reformgraph.errors import UsageError
from reformgraph.progress import counting

NOTICE = """关于开展社区托育服务改革试点工作的通知

    经研究，决定在江苏省南京市江宁区、浙江省杭州市桐庐县开展社区托育服务改革试点。
    到2024年，试点县（市、区）每千人口托位数达到4个以上。
"""
FILES = {
    "graph.nq", "graph.trig", "graph.ttl", "graph.jsonld",
    "report.txt", "report.json", "report.ttl", "summary.json", "texts",
}  # fmt: skip


@pytest.fixture
def notice(tmp_path: Path) -> Path:
    """Return a document."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "notice.txt").write_text(NOTICE, "utf-8")
    return tmp_path / "docs" / "notice.txt"


def digests(folder: Path) -> dict[str, str]:
    files = (file for file in sorted(folder.rglob("*")) if file.is_file())
    return {str(file.relative_to(folder)): hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


def test_a_build_publishes_the_graph_in_four_syntaxes_with_its_report(
    reformgraph, notice: Path, tmp_path: Path
) -> None:
    outcome = reformgraph("build", notice.parent, "-o", tmp_path / "out")
    assert (outcome.status, outcome.err) == (0, "")
    assert {file.name for file in (tmp_path / "out").iterdir()} == FILES
    assert "documents      1 read, 0 not readable" in outcome.out
    assert f"published in {tmp_path / 'out'}/" in outcome.out


def test_all_syntaxes_say_the_same(reformgraph, notice: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    reformgraph("build", notice, "-o", out, "-q")
    quads = set(map(str, parse(path=out / "graph.nq")))
    assert quads == set(map(str, parse(path=out / "graph.trig"))) == set(map(str, parse(path=out / "graph.jsonld")))
    union = {str(quad.triple) for quad in parse(path=out / "graph.nq")}
    assert union == {str(quad.triple) for quad in parse(path=out / "graph.ttl")}


def test_without_the_time_two_builds_are_the_same_bytes(process, notice: Path, tmp_path: Path) -> None:
    (notice.parent / "another.txt").write_text(NOTICE.replace("托育", "助餐"), "utf-8")
    files = sorted(notice.parent.iterdir())
    for name, seed, paths in (("a", "1", files), ("b", "2", files[::-1])):
        done = process("build", *paths, "-o", tmp_path / name, "--no-time", env={"PYTHONHASHSEED": seed, "LC_ALL": "C"})
        assert done.returncode == 0, done.stderr
    assert digests(tmp_path / "a") == digests(tmp_path / "b")


def test_the_source_texts_can_be_left_out(reformgraph, notice: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    reformgraph("build", notice, "-o", out, "-q")
    (text,) = (json.loads(file.read_text("utf-8")) for file in (out / "texts").glob("notice-*.json"))
    assert text["text"] == NOTICE
    assert reformgraph("build", notice, "-o", out, "-q", "--no-texts").status == 0
    assert {file.name for file in out.iterdir()} == FILES - {"texts"}
    assert package.build(notice, out).published
    assert {file.name for file in out.iterdir()} == FILES


def test_a_built_graph_answers_and_exports(reformgraph, notice: Path, tmp_path: Path) -> None:
    reformgraph("build", notice, "-o", tmp_path / "out", "-q")
    rows = reformgraph("ask", "pilot-units-by-province", "--graph", tmp_path / "out", "--format", "csv").out
    assert "江苏省南京市江宁区" in rows
    assert reformgraph("export", "picture", "--graph", tmp_path / "out", "-o", tmp_path / "map.svg").status == 0
    assert reformgraph("validate", tmp_path / "out").status == 0


RECORDS = (
    json.dumps({"id": "a", "text": NOTICE}) + '\n{"id": "b", "text": "托\n' + json.dumps({"id": "c", "text": NOTICE})
)


def test_a_broken_record_is_a_warning_with_its_place_and_the_rest_is_read(reformgraph, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(RECORDS, "utf-8")
    told = f"reformgraph: warning: {tmp_path}/a.jsonl, line 2, column 21: not valid JSON: unterminated string\n"
    facts = reformgraph("facts", tmp_path / "a.jsonl")
    assert (facts.status, facts.err) == (0, told)
    assert {json.loads(line)["document"] for line in facts.out.splitlines()} == {"a", "c"}
    build = reformgraph("build", tmp_path / "a.jsonl", "-o", tmp_path / "out")
    assert (build.status, build.err) == (0, told)
    assert "documents      2 read, 1 part of files not readable" in build.out
    review = reformgraph("review", tmp_path / "a.jsonl")
    assert (review.status, review.err) == (0, told)


def test_in_python_a_broken_record_is_a_warning(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(RECORDS, "utf-8")
    with pytest.warns(UserWarning, match=r"a\.jsonl, line 2, column 21: not valid JSON"):
        assert len(package.read(tmp_path)) == 2


def test_a_file_without_any_whole_record_cannot_be_read(reformgraph, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text("{\n[]\n", "utf-8")
    outcome = reformgraph("facts", tmp_path)
    assert (outcome.status, outcome.err.count("warning"), outcome.err.count("error")) == (2, 1, 1)


def test_where_nothing_can_be_read_all_reasons_are_told(reformgraph, tmp_path: Path) -> None:
    for name in ("a.txt", "b.pdf", "c.docx"):
        (tmp_path / name).write_bytes(b"")
    outcome = reformgraph("build", tmp_path, "-o", tmp_path / "out")
    assert (outcome.status, outcome.out, outcome.err.count("reformgraph: error: ")) == (2, "", 3)


def test_files_of_other_kinds_in_a_folder_are_counted(reformgraph, notice: Path, tmp_path: Path) -> None:
    (notice.parent / "old.doc").write_bytes(b"")
    (notice.parent / "documents.yml").write_text("- file: notice.txt\n  date: 2023\n", "utf-8")
    outcome = reformgraph("build", notice.parent, "-o", tmp_path / "out")
    assert outcome.status == 0
    assert "ignored        1: 1 file: .doc" in outcome.out


def test_half_a_character_stops_no_build(reformgraph, tmp_path: Path) -> None:
    """Escapes of JSON, and names of files that are no UTF-8, can spell what no graph can hold."""
    half = chr(0xDCFF)
    record = {"id": f"s{half}", "title": f"{half}试点", "url": f"https://example.org/{half}", "text": NOTICE}
    (tmp_path / f"a{half}.json").write_text(json.dumps([record, {"text": ""}]), "utf-8")
    outcome = reformgraph("build", tmp_path, "-o", tmp_path / "out")
    assert (outcome.status, outcome.err.count("warning")) == (0, 1)  # for the empty record
    (damaged,) = json.loads((tmp_path / "out" / "summary.json").read_text("utf-8"))["damaged"]
    assert f"a{half}.json, record 2 (line 1)" in damaged


def test_a_base_that_cannot_be_written_is_one_line(reformgraph, notice: Path, tmp_path: Path) -> None:
    outcome = reformgraph("build", notice, "-o", tmp_path / "out", "--base", f"https://example.org/{chr(0xDCFF)}/")
    assert (outcome.status, outcome.out) == (2, "")
    assert outcome.err.startswith("reformgraph: error: --base 'https://example.org/\\udcff/' is no absolute IRI")
    assert outcome.err.count("\n") == 1
    assert not (tmp_path / "out").exists()


def test_quiet_is_quiet(reformgraph, notice: Path, tmp_path: Path) -> None:
    assert reformgraph("build", notice, "-o", tmp_path / "out", "--quiet") == (0, "", "")


def test_a_base_of_ones_own(reformgraph, notice: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    reformgraph("build", notice, "-o", out, "-q", "--base", "https://data.example.org/pilots/")
    assert "<https://data.example.org/pilots/graph/document/notice>" in (out / "graph.nq").read_text("utf-8")


@pytest.mark.parametrize("base", ["pilots", "https://example.org", "https://example.org/a b/", "/a/"])
def test_a_base_that_is_no_iri_is_refused(base: str, reformgraph, notice: Path, tmp_path: Path) -> None:
    outcome = reformgraph("build", notice, "-o", tmp_path / "out", "--base", base)
    assert outcome.status == 2
    assert "is no absolute IRI that ends in / or #" in outcome.err
    assert not (tmp_path / "out").exists()


def test_facts_are_one_json_object_a_line(reformgraph, notice: Path) -> None:
    outcome = reformgraph("facts", notice)
    assert (outcome.status, outcome.err) == (0, "")
    facts = [json.loads(line) for line in outcome.out.splitlines()]
    assert {"program", "pilot_unit", "goal"} <= {fact["kind"] for fact in facts}
    assert all(fact["document"] == "notice.txt" for fact in facts)
    for fact in facts:
        for passage in fact["passages"]:
            assert NOTICE[passage["start"] : passage["end"]] == passage["exact"]


def test_the_encoding_can_be_told(reformgraph, tmp_path: Path) -> None:
    (tmp_path / "notice.txt").write_bytes(NOTICE.encode("gb18030"))
    outcome = reformgraph("facts", tmp_path / "notice.txt", "--encoding", "gb18030")
    assert "江苏省南京市江宁区" in outcome.out


def test_facts_of_readable_files_are_printed_beside_the_complaint(reformgraph, notice: Path, tmp_path: Path) -> None:
    outcome = reformgraph("facts", tmp_path / "missing.txt", notice)
    assert outcome.status == 2
    assert "missing.txt" in outcome.err
    assert outcome.err.count("\n") == 1
    assert '"pilot_unit"' in outcome.out


def test_a_build_of_some_unreadable_files_publishes_the_others_and_has_status_2(
    reformgraph, notice: Path, tmp_path: Path
) -> None:
    outcome = reformgraph("build", notice, tmp_path / "missing.txt", "-o", tmp_path / "out")
    assert outcome.status == 2
    assert "missing.txt" in outcome.err
    assert (tmp_path / "out" / "graph.nq").exists()


BAD = {
    "missing": None,
    "empty": b"",
    "binary": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8,
    "no_text_in_it": b"\n  \n",
}


@pytest.mark.parametrize("command", ["facts", "build"])
@pytest.mark.parametrize("name", BAD)
def test_a_document_that_cannot_be_read_is_one_line_and_leaves_nothing(
    name: str, command: str, reformgraph, tmp_path: Path, monkeypatch
) -> None:
    monkeypatch.chdir(tmp_path)
    file = tmp_path / f"{name}.txt"
    if BAD[name] is not None:
        file.write_bytes(BAD[name])
    outcome = reformgraph(command, file)
    assert (outcome.status, outcome.out) == (2, "")
    assert f"{name}.txt" in outcome.err
    assert outcome.err.count("\n") == 1
    assert not (tmp_path / "out").exists()


def test_a_wrong_encoding_is_one_line(reformgraph, notice: Path) -> None:
    notice.write_bytes(NOTICE.encode("gb18030"))
    for encoding in ("ascii", "utf-8", "klingon"):
        outcome = reformgraph("facts", notice, "--encoding", encoding)
        assert (outcome.status, outcome.out) == (2, "")
        assert outcome.err.count("\n") == 1


def test_a_folder_without_documents_is_one_line(reformgraph, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    outcome = reformgraph("build", tmp_path / "empty", "-o", tmp_path / "out")
    assert outcome.status == 2
    assert outcome.err.count("\n") == 1
    assert not (tmp_path / "out").exists()


def test_an_output_that_cannot_be_written_is_one_line(reformgraph, notice: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    for out in (tmp_path / "file", tmp_path / "file" / "out", Path("/proc/out"), notice.parent):
        outcome = reformgraph("build", notice, "-o", out)
        assert (outcome.status, outcome.out) == (2, "")
        assert outcome.err.count("\n") == 1
    assert (tmp_path / "file").read_text() == "mine"
    assert [file.name for file in notice.parent.iterdir()] == ["notice.txt"]


def test_an_earlier_graph_is_replaced_by_a_whole_new_one(reformgraph, notice: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    reformgraph("build", notice, "-o", out, "-q")
    notice.write_text(NOTICE.replace("桐庐县", "淳安县"), "utf-8")
    reformgraph("build", notice, "-o", out, "-q")
    assert "桐庐县" not in (out / "graph.nq").read_text("utf-8")
    assert {file.name for file in out.iterdir()} == FILES
    assert sorted(file.name for file in tmp_path.iterdir()) == ["docs", "out"]


def test_a_graph_that_violates_the_shapes_is_not_published(
    reformgraph, notice: Path, tmp_path: Path, monkeypatch
) -> None:
    from build_graph import validate

    (tmp_path / "bad.ttl").write_text(
        "@prefix rg: <https://w3id.org/reformgraph/ontology#> . <urn:unit> a rg:PilotUnit ."
    )
    reformgraph("build", notice, "-o", tmp_path / "out", "-q")
    before = digests(tmp_path / "out")
    monkeypatch.setattr(validate, "validate_quads", lambda *_, **__: validate.validate_files([tmp_path / "bad.ttl"]))
    outcome = reformgraph("build", notice, "-o", tmp_path / "out")
    assert outcome.status == 1
    assert "not published; report in" in outcome.out
    assert outcome.err.count("\n") == 1
    assert "report.txt" in outcome.err
    assert digests(tmp_path / "out") == before


# Python


def test_the_same_in_python(notice: Path, tmp_path: Path) -> None:
    summary = package.build(notice, out=tmp_path / "out")
    assert summary.published
    assert summary.documents == 1
    graph = package.Graph.open(tmp_path / "out")
    assert graph.ask("facts-by-kind")[0]
    with pytest.raises(UsageError):
        package.build(notice, base="nothing")


def test_facts_of_a_text_and_of_a_file_are_the_same(notice: Path) -> None:
    assert package.facts(notice) == package.facts(text=NOTICE) != ()
    assert [read.document.name for read in package.read([notice])] == ["notice.txt"]


def test_a_document_that_cannot_be_read_raises(tmp_path: Path) -> None:
    with pytest.raises(package.ReformgraphError, match=r"missing\.txt"):
        package.read(tmp_path / "missing.txt")


# progress


def test_progress_is_shown_to_a_person_only(monkeypatch) -> None:
    with counting(quiet=True) as nothing:
        assert nothing is None
    terminal = io.StringIO()
    monkeypatch.setattr(terminal, "isatty", lambda: True)
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setenv("TERM", "xterm")
    with counting(quiet=False) as show:
        assert show is not None
        show("[bold]notice.txt")
    assert "reading" in terminal.getvalue() or "document 1" in terminal.getvalue()
