"""``reformgraph diff``: what changed between two builds, and between any two graphs."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

import reformgraph as package
from queries.store import GraphFile

DOCUMENTS = Path(__file__).parent.parent.parent / "documents"
COUNTIES = "紧密型县域医疗卫生共同体建设试点"
CITIES = "紧密型城市医疗集团建设试点"
BULLETIN = """紧密型县域医疗卫生共同体建设试点名单公布

2024-03-05

近日，国家卫生健康委公布紧密型县域医疗卫生共同体建设试点县名单，河北省滦州市、浙江省桐庐县被确定为试点县。到2026年，试点县基层诊疗量占比达到65%以上。
"""
SMALL_CHANGE = ("schema:value 3 ;", "schema:value 4 ;")


@pytest.fixture
def changed(graph: Path, tmp_path: Path) -> Path:
    """Return a copy of the small graph in which a declared count has another number."""
    (tmp_path / "changed.trig").write_text(graph.read_text("utf-8").replace(*SMALL_CHANGE), "utf-8")
    return tmp_path / "changed.trig"


@pytest.fixture(scope="module")
def builds(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Return two builds: of the shipped documents, and of a copy with a later deadline, a county less, a document more."""
    folder = tmp_path_factory.mktemp("builds")
    package.build(DOCUMENTS, folder / "old", stamp=False)
    copy = folder / "documents"
    shutil.copytree(DOCUMENTS, copy)
    cities, counties = copy / "002_eadff74e2d733c9b.txt", copy / "000_dd84d950628fdb43.txt"
    cities.write_bytes(replaced(cities, "2023年(nian)(nian)上半年", "2024年(nian)(nian)上半年"))
    counties.write_bytes(replaced(counties, "\n隆化县\n", "\n"))
    (copy / "bulletin.txt").write_text(BULLETIN, "utf-8")
    package.build(copy, folder / "new", stamp=True)
    return folder / "old", folder / "new"


def replaced(file: Path, before: str, after: str) -> bytes:
    text = file.read_bytes().decode()
    before, after = (each.replace("\n", "\r\n") if "\r\n" in text else each for each in (before, after))
    assert before in text
    return text.replace(before, after, 1).encode()


# --- two builds


def test_two_builds_are_compared_in_words_of_the_domain(builds, reformgraph) -> None:
    outcome = reformgraph("diff", *builds)
    assert (outcome.status, outcome.err) == (0, "")
    summary, *sections = outcome.out.split("\n\n")
    counts = dict(line.rsplit("  ", 1) for line in summary.splitlines())
    counts = {kind.strip(): numbers for kind, numbers in counts.items()}
    assert counts["source document"] == "+1 ~2"
    assert counts["pilot unit"] == "+1 -1"
    assert counts["goal"] == "+1 ~1"
    by_heading = {section.splitlines()[0]: section.splitlines()[1:] for section in sections}
    assert "  + source document: bulletin.txt" in by_heading["source documents"]
    assert "  - pilot unit: 河北省承德市隆化县 pilot county" in by_heading[COUNTIES]
    assert "  + pilot unit: 浙江省杭州市桐庐县 pilot county" in by_heading[COUNTIES]
    assert "  + goal: 到2026年，试点县基层诊疗量占比达到65%以上" in by_heading[COUNTIES]
    assert "      listed: 12 -> 11" in by_heading[COUNTIES]
    assert by_heading[CITIES] == [
        "  ~ goal: 到2024年上半年，试点城市完成紧密型城市医疗集团网格化布局",
        "      text: 到2023年上半年，试点城市完成紧密型城市医疗集团网格化布局",
        "         -> 到2024年上半年，试点城市完成紧密型城市医疗集团网格化布局",
        "      deadline: 2023-06 -> 2024-06",
    ]
    told = [line.strip() for line in by_heading["evidence"]]
    assert any(line.startswith("000_dd84d950628fdb43.txt: passages of ") for line in told)
    assert any(line.startswith("bulletin.txt: also states ") for line in told)


def test_the_way_back_tells_the_opposite(builds, reformgraph) -> None:
    there = json.loads(reformgraph("diff", *builds, "--format", "json").out)["summary"]
    back = json.loads(reformgraph("diff", *reversed(builds), "--format", "json").out)["summary"]
    opposite = {"added": "removed", "removed": "added", "changed": "changed"}
    assert back == {kind: {opposite[how]: number for how, number in counts.items()} for kind, counts in there.items()}


def test_the_patch_of_two_builds_makes_the_one_the_other(builds, reformgraph, tmp_path: Path) -> None:
    assert reformgraph("diff", *builds, "--patch", tmp_path / "changes.rdfp").status == 0
    old, new = ({str(quad) for quad in GraphFile.at(folder).statements()} for folder in builds)
    rows = (tmp_path / "changes.rdfp").read_text("utf-8").splitlines()
    assert {row[2:-2] for row in rows if row.startswith("D ")} == old - new
    assert {row[2:-2] for row in rows if row.startswith("A ")} == new - old
    assert any("endedAtTime" in row for row in rows)


# --- any two graphs


def test_the_same_graph_twice_is_one_line(reformgraph, graph: Path) -> None:
    for arguments, line in (([], "nothing changed\n"), (["--lang", "zh"], "没有变化\n")):
        assert reformgraph("diff", graph, graph, *arguments, "--exit-code") == (0, line, "")


def test_differences_are_told_in_both_languages(reformgraph, graph: Path, changed: Path) -> None:
    assert reformgraph("diff", graph, changed).out == (
        "declared count  ~1\n\n社区养老服务试点\n  ~ declared count: 试点县 4\n      value: 3 -> 4\n"
    )
    assert reformgraph("diff", graph, changed, "--lang", "zh").out == (
        "宣称数量  ~1\n\n社区养老服务试点\n  ~ 宣称数量: 试点县 4\n      数值: 3 -> 4\n"
    )


def test_differences_are_csv_and_json(reformgraph, graph: Path, changed: Path) -> None:
    assert reformgraph("diff", graph, changed, "--format", "csv").out.splitlines() == [
        "change,kind,program,name,attribute,before,after",
        "changed,declared_count,社区养老服务试点,试点县 4,value,3,4",
    ]
    told = json.loads(reformgraph("diff", graph, changed, "--format", "json").out)
    assert told["summary"] == {"declared_count": {"added": 0, "removed": 0, "changed": 1}}


def test_nothing_is_an_empty_table_and_an_empty_object(reformgraph, graph: Path) -> None:
    assert (
        reformgraph("diff", graph, graph, "--format", "csv").out == "change,kind,program,name,attribute,before,after\n"
    )
    assert json.loads(reformgraph("diff", graph, graph, "--format", "json").out) == {
        "summary": {},
        "changes": [],
        "evidence": [],
    }


def test_the_status_tells_differences_only_if_it_is_asked_for(reformgraph, graph: Path, changed: Path) -> None:
    assert reformgraph("diff", graph, changed).status == 0
    assert reformgraph("diff", graph, changed, "--exit-code").status == 1


def test_the_patch_goes_to_standard_output_instead_of_the_changes(process, graph: Path, changed: Path) -> None:
    done = process("diff", graph, changed, "--patch", "-", "--exit-code")
    assert (done.returncode, done.stderr) == (1, b"")
    first, *rows, last = done.stdout.decode().splitlines()
    assert first.startswith("H id <uuid:")
    assert [row[:2] for row in rows] == ["TX", "D ", "A "]
    assert last == "TC ."


@pytest.mark.parametrize("first", [True, False])
def test_a_missing_or_malformed_graph_is_named_in_one_line(
    first: bool, reformgraph, graph: Path, tmp_path: Path
) -> None:
    (tmp_path / "bad.ttl").write_text("<urn:a> <urn:b> <urn:c> .\nnonsense\n")
    for path, complaint in ((tmp_path / "none", "there is no"), (tmp_path / "bad.ttl", "is not well-formed")):
        outcome = reformgraph("diff", *((path, graph) if first else (graph, path)), "--patch", tmp_path / "p.rdfp")
        assert (outcome.status, outcome.out) == (2, "")
        assert str(path) in outcome.err
        assert complaint in outcome.err
        assert outcome.err.count("\n") == 1
    assert not (tmp_path / "p.rdfp").exists()


def test_equal_graphs_have_a_patch_without_rows_and_status_0(process, graph: Path) -> None:
    done = process("diff", graph, graph, "--patch", "-", "--exit-code")
    assert done.returncode == 0
    assert done.stdout.decode().splitlines()[1:] == ["TX .", "TC ."]


def test_a_patch_that_cannot_be_written_is_named(reformgraph, graph: Path, changed: Path, tmp_path: Path) -> None:
    outcome = reformgraph("diff", graph, changed, "--patch", tmp_path / "no" / "p.rdfp")
    assert (outcome.status, outcome.out) == (2, "")
    assert "cannot write" in outcome.err


def test_the_api_gives_rows_and_writes_the_patch(graph: Path, changed: Path, tmp_path: Path) -> None:
    changes = package.diff(str(graph), changed, patch=str(tmp_path / "p.rdfp"))
    assert isinstance(changes, package.Changes)
    assert [row["attribute"] for row in changes] == ["value"]
    assert (tmp_path / "p.rdfp").read_text("utf-8").startswith("H id <uuid:")
