"""The harness: what a process cost, what the report says of it, and a quick run of everything."""

import json
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from benchmarks.__main__ import main
from benchmarks.jobs.profile import shares
from benchmarks.parts.folders import differing
from benchmarks.parts.growth import _expected, _exponent
from benchmarks.report.report import read, write
from benchmarks.report.targets import targets, verdict
from benchmarks.run.bench import ROOT, Bench, NotMeasuredError
from benchmarks.run.process import run
from benchmarks.run.results import OURS, Row

RUN = {"machine": {"cores": "2"}, "quick": True, "corpus": 5}


def python(code: str, limit: float = 60):
    return run([sys.executable, "-c", code], limit=limit)


# --- processes


def test_the_time_of_children_counts():
    cost = python("import subprocess, sys; subprocess.run([sys.executable, '-c', 'for _ in range(3*10**6): pass'])")
    alone = python("pass")
    assert cost.cpu > alone.cpu


def test_memory_is_that_of_the_process():
    assert python("x = bytearray(200_000_000)").peak > 200


def test_what_takes_too_long_is_stopped_with_all_that_it_started():
    cost = python("import subprocess; subprocess.run(['sleep', '60'])", limit=0.5)
    assert cost.stopped
    assert cost.wall < 30


def test_a_failure_is_told_by_its_last_line():
    cost = python("raise ValueError('no such thing')")
    assert (cost.status, cost.complaint) == (1, "ValueError: no such thing")


def test_a_job_that_fails_is_not_measured(tmp_path):
    with pytest.raises(NotMeasuredError, match="No such file"):
        Bench.of("quick", tmp_path).job("reading", tmp_path / "nowhere")


# --- figures


def test_time_of_libraries_is_that_of_who_called_them():
    ours, other, library = (str(ROOT / "build_graph" / f"{name}.py") for name in ("one", "two", "three"))
    library = "/usr/lib/python3/re.py"
    stats = {
        (ours, 1, "f"): (1, 1, 2.0, 5.0, {}),
        (other, 1, "g"): (1, 1, 1.0, 2.0, {}),
        (library, 1, "match"): (4, 4, 4.0, 4.0, {(ours, 1, "f"): (3, 3, 3.0, 3.0), (other, 1, "g"): (1, 1, 1.0, 1.0)}),
    }
    assert shares(stats) == pytest.approx({"build_graph.one": 5 / 7, "build_graph.two": 2 / 7})


def test_linear_growth_has_the_exponent_one():
    assert _exponent([(1000, 2.0), (10_000, 20.0)]).value == pytest.approx(1)


def test_few_documents_say_nothing_about_growth():
    assert _exponent([(2, 1.0), (4, 1.1)]).value is None


def test_what_a_size_would_take_is_told_by_the_two_before():
    assert _expected([(100, 1.0), (1000, 100.0)], 10_000) == pytest.approx(10_000)


def test_folders_differ_by_files_and_bytes_but_not_by_stores(tmp_path):
    for name, text in (("one", "a"), ("two", "b")):
        (tmp_path / name / "graph").mkdir(parents=True)
        (tmp_path / name / "graph" / "000.sst").write_text(text)
        (tmp_path / name / "same").write_text("same")
        (tmp_path / name / "other").write_text(text)
        (tmp_path / name / text).write_text("here only")
    assert differing(tmp_path / "one", tmp_path / "two") == 3


# --- the report


def test_a_figure_is_held_against_its_target():
    assert verdict(Row("start", "reformgraph --help", OURS, "s", 0.1)) == "met"
    assert verdict(Row("start", "reformgraph --help", OURS, "s", 0.3)) == "missed"
    assert verdict(Row("start", "reformgraph --help", OURS, "s", note="why not")) == "not measured"
    assert verdict(Row("reading", "made-up corpus", "jionlp", "MB/s", 0.1)) == ""


def test_targets_at_least_are_read_as_such():
    assert targets()["reading: made-up corpus"].met(1.5)
    assert not targets()["reading: made-up corpus"].met(0.5)


def test_the_report_says_what_was_not_measured_and_why(tmp_path):
    write([Row("loading", "on disk", OURS, "s per million", note="there is none | yet")], RUN, tmp_path)
    page = (tmp_path / "RESULTS.md").read_text("utf-8")
    assert "0 met, 0 missed, 1 not measured" in page
    assert "| not measured | not measured |  | there is none \\| yet |" in page


def test_peers_are_told_as_ratios(tmp_path):
    rows = [
        Row("loading", "in memory", OURS, "s per million", 2.0),
        Row("loading", "in memory", "rdflib", "s per million", 30.0),
    ]
    write(rows, RUN, tmp_path)
    assert "| in memory | rdflib | 30 | s per million | 15 |" in (tmp_path / "RESULTS.md").read_text("utf-8")


def test_charts_are_well_formed_and_escape_names(tmp_path):
    rows = [
        Row("reading", "made-up <corpus>", OURS, "MB/s", 0.2), Row("reading", "made-up <corpus>", "floor", "MB/s", 40.0),
        Row("growth", "100 documents", OURS, "s", 3.0), Row("growth", "1,000 documents", OURS, "s", 30.0),
        Row("growth", "100 documents, memory", OURS, "MB", 90.0), Row("growth", "1,000 documents, memory", OURS, "MB", 95.0),
    ]  # fmt: skip
    write(rows, RUN, tmp_path)
    drawn = sorted(file.name for file in (tmp_path / "results").iterdir())
    assert drawn == ["growth.svg", "reading.svg"]
    for name in drawn:
        ElementTree.fromstring((tmp_path / "results" / name).read_text("utf-8"))


def test_an_earlier_report_is_read_back(tmp_path):
    rows = [Row("start", "reformgraph --help", OURS, "s", 0.1, 26.0, 3, "so")]
    write(rows, RUN, tmp_path)
    assert read(tmp_path) == rows


def test_an_unknown_part_is_told(capsys):
    with pytest.raises(SystemExit) as stopped:
        main(["raeding"])
    assert stopped.value.code == 2
    assert "there is no part 'raeding'" in capsys.readouterr().err


def test_a_quick_run_measures_every_target_or_says_why_not(tmp_path):
    assert main(["--quick", "-o", str(tmp_path / "report"), "--work", str(tmp_path / "work")]) == 0
    rows = [Row(**row) for row in json.loads(Path(tmp_path / "report" / "results.json").read_text("utf-8"))["rows"]]
    assert [row.note for row in rows if "failed" in row.note] == []
    by_hand = {"start", "reading", "emitting", "loading", "incremental", "parallel"}
    named = {row.name for row in rows}
    assert [name for name in targets() if name.split(":")[0] in by_hand and name not in named] == []
