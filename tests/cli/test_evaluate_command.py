"""``reformgraph evaluate`` and its Python twin, on a page and gold of this test's own."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
from pyoxigraph import parse

import reformgraph as package
from build_graph.emit.publish import OutputError
from build_graph.evaluate import GoldError
from build_graph.read import ReadError
from build_graph.version import __version__
from ontology import RG
from reformgraph.errors import UsageError

PAGE = """关于开展社区托育服务改革试点工作的通知

    经研究，决定在江苏省南京市江宁区、浙江省杭州市桐庐县开展社区托育服务改革试点。
    到2024年，试点县（市、区）每千人口托位数达到4个以上。
"""
UNITS = [("江宁区", "江苏省南京市江宁区", "320115"), ("桐庐县", "浙江省杭州市桐庐县", "330122")]


def quote(words: str) -> list[dict[str, object]]:
    start = PAGE.index(words)
    return [{"start": start, "end": start + len(words), "exact": words}]


def gold() -> dict[str, object]:
    """Two units, a goal, and a condition that the page does not state."""
    units = [
        {"kind": "pilot_unit", "as_written": written, "name": name, "code": code, "quotes": quote(written)}
        for written, name, code in UNITS
    ]
    goal = {
        "kind": "goal",
        "text": "每千人口托位数达到4个以上",
        "deadline": "2024",
        "quotes": quote("托位数达到4个以上"),
    }
    condition = {"kind": "condition", "text": "有专人负责托育服务", "quotes": []}
    neutral = [{"span": [0, len(PAGE)], "kinds": ["program", "issuer", "task", "declared_count", "policy_document"]}]
    digest = hashlib.sha256(PAGE.encode()).hexdigest()
    return {"document": "page", "text_sha256": digest, "facts": [*units, goal, condition], "neutral": neutral}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with the page, and gold in a folder below."""
    (tmp_path / "gold").mkdir()
    (tmp_path / "page.txt").write_text(PAGE, "utf-8")
    (tmp_path / "gold" / "page.json").write_text(json.dumps(gold(), ensure_ascii=False), "utf-8")
    return tmp_path


def test_a_process_of_its_own_prints_the_figures(process, folder: Path) -> None:
    done = process("evaluate", folder / "gold", "--show", "all")
    assert (done.returncode, done.stderr.decode()) == (0, "")
    lines = done.stdout.decode().splitlines()
    assert lines[0] == "kind               TP   FP   FN      P      R     F1  attributes"
    assert "pilot_unit          2    0    0  1.000  1.000  1.000  code 1.00/2" in lines
    assert "condition           0    0    1  0.000  0.000  0.000" in lines
    assert "all kinds           3    0    1  1.000  0.750  0.857" in lines
    assert lines.index("page") < lines.index("  missed    condition       有专人负责托育服务")
    assert "\x1b" not in done.stdout.decode()


def test_the_texts_are_beside_the_gold_above_it_or_where_one_says(reformgraph, folder: Path) -> None:
    above = reformgraph("evaluate", folder / "gold")
    (folder / "page.txt").rename(folder / "gold" / "page.txt")
    beside = reformgraph("evaluate", folder / "gold")
    one_file = reformgraph("evaluate", folder / "gold" / "page.json")
    (folder / "texts").mkdir()
    (folder / "gold" / "page.txt").rename(folder / "texts" / "page.txt")
    elsewhere = reformgraph("evaluate", folder / "gold", "--texts", folder / "texts")
    one_text = reformgraph("evaluate", folder / "gold", "--texts", folder / "texts" / "page.txt")
    assert above.status == 0
    assert above == beside == one_file == elsewhere == one_text


def test_gold_without_its_text_is_a_mistake(reformgraph, folder: Path) -> None:
    (folder / "page.txt").unlink()
    outcome = reformgraph("evaluate", folder / "gold")
    assert (outcome.status, outcome.out) == (2, "")
    assert outcome.err == "reformgraph: error: there is no text for the gold of page; name the folder with --texts\n"


def test_a_text_that_is_not_the_golds_is_told(reformgraph, folder: Path) -> None:
    (folder / "page.txt").write_text(f"\n{PAGE}", "utf-8")
    outcome = reformgraph("evaluate", folder / "gold", "-q")
    assert (outcome.status, outcome.out) == (0, "")
    assert outcome.err.startswith("reformgraph: warning: page.txt is not the text that its gold was made from")


def test_a_key_of_gold_that_nobody_knows_is_told(reformgraph, folder: Path) -> None:
    gold = json.loads((folder / "gold" / "page.json").read_text("utf-8"))
    gold["facts"][0]["qoutes"] = []
    (folder / "gold" / "page.json").write_text(json.dumps(gold), "utf-8")
    outcome = reformgraph("evaluate", folder / "gold", "--texts", folder)
    assert outcome.status == 0
    assert "has the unknown key 'qoutes', which is not judged; did you mean quotes?" in outcome.err


def test_a_part_of_a_text_that_cannot_be_read_is_told(reformgraph, folder: Path) -> None:
    records = json.dumps({"id": "page", "text": PAGE}) + "\n{\n"
    (folder / "page.txt").unlink()
    (folder / "page.jsonl").write_text(records, "utf-8")
    outcome = reformgraph("evaluate", folder / "gold", "--texts", folder)
    assert outcome.status == 0
    assert "page.jsonl, line 2, column 2: not valid JSON" in outcome.err


def test_gold_that_quotes_what_does_not_stand_there_is_told(reformgraph, folder: Path) -> None:
    changed = gold()
    changed["facts"][1]["quotes"][0]["start"] -= 1
    changed["facts"][1]["quotes"][0]["end"] -= 1
    (folder / "gold" / "page.json").write_text(json.dumps(changed), "utf-8")
    outcome = reformgraph("evaluate", folder / "gold", "-q")
    assert "warning: the gold of page.txt quotes in fact 2 what does not stand there" in outcome.err


def test_facts_of_another_program_can_be_judged(reformgraph, folder: Path) -> None:
    facts = folder / "facts.jsonl"
    facts.write_text(json.dumps({"document": "page.txt", "kind": "pilot_unit", "code": "320115"}), "utf-8")
    with_text = reformgraph("evaluate", folder / "gold", "--facts", facts)
    assert "pilot_unit          1    0    1  1.000  0.500  0.667" in with_text.out
    assert "passages 0 of 0 valid, 1 fact without one" in with_text.out
    (folder / "page.txt").unlink()
    without = reformgraph("evaluate", folder / "gold", "--facts", facts)
    assert without.status == 0
    assert "passages" not in without.out


def test_figures_are_written_as_json(reformgraph, folder: Path) -> None:
    outcome = reformgraph("evaluate", folder / "gold", "--json", folder / "figures.json", "-q")
    assert (outcome.status, outcome.out, outcome.err) == (0, "", "")
    figures = json.loads((folder / "figures.json").read_text("utf-8"))
    assert figures["micro"]["f1"] == 0.8571
    assert figures["kinds"]["pilot_unit"]["attributes"]["code"] == {"right": 2, "of": 2}
    assert len(figures["gold_sha256"]) == 64


@pytest.mark.parametrize(("least", "status"), [("0.85", 0), ("0.86", 1)])
def test_too_low_an_f1_fails(least: str, status: int, reformgraph, folder: Path) -> None:
    outcome = reformgraph("evaluate", folder / "gold", "--least", least, "-q")
    assert outcome.status == status
    assert outcome.err == ("reformgraph: failed: F1 over all kinds is 0.8571, less than 0.86\n" if status else "")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--show", "goals"], "--show goals: known kinds are program, issuer, "),
        (["--least", "2"], "argument --least: '2' is no number from 0 to 1"),
        (["--least", "high"], "argument --least: 'high' is no number from 0 to 1"),
        (["--facts", "f.jsonl", "--graph", "out"], "figures of prepared facts say nothing about a graph"),
        (["--facts", "nowhere.jsonl"], "nowhere.jsonl cannot be read: "),
        (["--graph", "nowhere"], "nowhere is no folder that `reformgraph build` published; name one, or build it"),
        (["--texts", "nowhere"], "nowhere does not exist"),
    ],
)
def test_what_makes_no_sense_is_told_in_a_line(options: list[str], said: str, reformgraph, folder: Path) -> None:
    outcome = reformgraph("evaluate", folder / "gold", *options)
    assert (outcome.status, outcome.out) == (2, "")
    assert outcome.err.startswith(f"reformgraph: error: {said}")
    assert outcome.err.count("\n") == 1


def test_broken_gold_is_told_with_its_fact(reformgraph, folder: Path) -> None:
    (folder / "gold" / "page.json").write_text('{"facts": [{"kind": "goal"}]}', "utf-8")
    outcome = reformgraph("evaluate", folder / "gold")
    assert outcome.status == 2
    assert outcome.err.endswith("page.json: fact 1 (goal) has no text, which a goal needs\n")


# With a graph


@pytest.fixture
def out(folder: Path, reformgraph) -> Path:
    """Return a built folder."""
    assert reformgraph("build", folder / "page.txt", "-o", folder / "out", "-q", "--no-time").status == 0
    return folder / "out"


def digests(folder: Path) -> dict[str, str]:
    files = (file for file in sorted(folder.rglob("*")) if file.is_file())
    return {str(file.relative_to(folder)): hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


def test_figures_are_published_with_the_graph(reformgraph, folder: Path, out: Path) -> None:
    before = {str(quad) for quad in parse(path=out / "graph.nq")}
    outcome = reformgraph("evaluate", folder / "gold", "--graph", out)
    assert (outcome.status, outcome.err) == (0, "")
    assert f"figures published in {out}/, graph/quality; " in outcome.out
    quads = list(parse(path=out / "graph.nq"))
    added = [quad for quad in quads if str(quad) not in before]
    assert before < {str(quad) for quad in quads}
    assert {quad.graph_name.value for quad in added} == {"https://w3id.org/reformgraph/graph/quality"}
    answer = reformgraph("ask", "accuracy-by-kind", "--graph", out, "--format", "csv").out
    assert answer.splitlines()[1] == "all,1,0.75,0.8571,3,4"
    assert "pilot_unit,1,1,1,2,2" in answer.splitlines()


def test_all_files_of_the_folder_agree(reformgraph, folder: Path, out: Path) -> None:
    reformgraph("evaluate", folder / "gold", "--graph", out, "-q")
    quads = {str(quad) for quad in parse(path=out / "graph.nq")}
    assert quads == {str(quad) for quad in parse(path=out / "graph.trig")}
    assert quads == {str(quad) for quad in parse(path=out / "graph.jsonld")}
    assert {str(quad.triple) for quad in parse(path=out / "graph.ttl")} == {
        str(quad.triple) for quad in parse(path=out / "graph.nq")
    }
    summary = json.loads((out / "summary.json").read_text("utf-8"))
    assert summary["quads"] == len(quads)
    assert summary["documents"] == 1
    assert json.loads((out / "report.json").read_text("utf-8"))["conforms"] is True
    assert reformgraph("validate", out).status == 0


def test_the_source_texts_stay_as_they_were(reformgraph, folder: Path, out: Path) -> None:
    before = digests(out / "texts")
    assert len(before) == 2
    reformgraph("evaluate", folder / "gold", "--graph", out, "-q")
    assert digests(out / "texts") == before


def test_a_folder_without_source_texts_gets_none(reformgraph, folder: Path) -> None:
    out = folder / "out"
    reformgraph("build", folder / "page.txt", "-o", out, "-q", "--no-texts")
    assert reformgraph("evaluate", folder / "gold", "--graph", out, "-q").status == 0
    assert not (out / "texts").exists()


def test_figures_take_the_place_of_earlier_ones(reformgraph, folder: Path, out: Path) -> None:
    reformgraph("evaluate", folder / "gold", "--graph", out, "-q")
    first = digests(out)
    reformgraph("evaluate", folder / "gold", "--graph", out, "-q")
    assert digests(out) == first
    easier = gold()
    easier["facts"].pop()
    (folder / "gold" / "page.json").write_text(json.dumps(easier), "utf-8")
    reformgraph("evaluate", folder / "gold", "--graph", out, "-q")
    gold_nodes = {quad.subject.value for quad in parse(path=out / "graph.nq") if quad.object.value == f"{RG}Gold"}
    assert len(gold_nodes) == 1
    assert digests(out) != first


def test_a_graph_of_another_version_gets_no_figures(reformgraph, folder: Path, out: Path) -> None:
    quads = (out / "graph.nq").read_text("utf-8").replace(f"software/{__version__}", "software/0.0.1")
    (out / "graph.nq").write_text(quads, "utf-8")
    before = digests(out)
    outcome = reformgraph("evaluate", folder / "gold", "--graph", out)
    assert outcome.status == 2
    assert f"was built by version 0.0.1, the figures are of {__version__}; build it again" in outcome.err
    assert digests(out) == before


def test_a_graph_that_the_gate_rejects_is_not_published(reformgraph, folder: Path, out: Path) -> None:
    passage = f"<{RG}passage>"
    kept = [line for line in (out / "graph.nq").read_text("utf-8").splitlines(keepends=True) if passage not in line]
    (out / "graph.nq").write_text("".join(kept), "utf-8")
    before = digests(out)
    outcome = reformgraph("evaluate", folder / "gold", "--graph", out, "-q")
    assert outcome.status == 1
    assert f"see {folder / 'out-rejected'}/report.txt" in outcome.err
    assert digests(out) == before


def test_too_low_an_f1_fails_after_the_figures_are_published(reformgraph, folder: Path, out: Path) -> None:
    outcome = reformgraph("evaluate", folder / "gold", "--graph", out, "--least", "1", "-q")
    assert outcome.status == 1
    assert "graph/quality" in (out / "graph.nq").read_text("utf-8")


# In Python


def test_python_gives_the_same_figures(folder: Path) -> None:
    evaluation = package.evaluate(folder / "gold")
    assert isinstance(evaluation, package.Evaluation)
    assert evaluation.micro.recall == 0.75
    assert evaluation.kinds["goal"].right == 1
    assert all(tally.precision == 1 for tally in evaluation.rules.values())
    assert str(evaluation).startswith("kind  ")
    assert evaluation._repr_html_() == f"<pre>{evaluation}</pre>"


def test_python_raises_what_the_command_tells(folder: Path) -> None:
    with pytest.raises(GoldError):
        package.evaluate(folder / "nowhere")
    (folder / "page.txt").write_bytes(b"")
    with pytest.raises(ReadError):
        package.evaluate(str(folder / "gold"), str(folder))
    with pytest.raises(UsageError):
        package.evaluate(folder / "gold", folder / "gold")


def test_figures_of_prepared_facts_are_not_published(folder: Path, out: Path) -> None:
    from reformgraph.evaluating import publish_quality

    (folder / "facts.jsonl").write_text("", "utf-8")
    evaluation = package.evaluate(folder / "gold", facts=folder / "facts.jsonl")
    with pytest.raises(UsageError, match="figures of prepared facts say nothing about a graph"):
        publish_quality(evaluation, out)
    with pytest.raises(OutputError, match="is no folder that `reformgraph build` published"):
        publish_quality(evaluation, folder)
