"""The harness: what a process cost, what is kept of a run, what the report says, and a quick run of everything."""

import json
import os
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from pyoxigraph import RdfFormat, Store

from benchmarks import __main__ as program
from benchmarks.__main__ import main
from benchmarks.jobs.damaging import damaged
from benchmarks.jobs.differing import differing
from benchmarks.jobs.profile import shares
from benchmarks.parts.growth import expected, exponent
from benchmarks.report.paper import paper
from benchmarks.report.report import write
from benchmarks.report.targets import targets, verdict
from benchmarks.run import measured
from benchmarks.run.bench import ROOT, Bench, NotMeasuredError
from benchmarks.run.builds import Built, built, no_room, on_disk
from benchmarks.run.measured import Memory
from benchmarks.run.process import Cost, run
from benchmarks.run.results import OURS, Row

RUN = {"machine": {"cores": "2"}, "quick": True, "sizes": {"corpus": 5}}
QUAD = '<urn:s{0}> <urn:p> "{1}" <urn:g> .\n'


def python(code: str, limit: float = 60):
    return run([sys.executable, "-c", code], limit=limit)


def report(folder: Path, *rows: Row, whole: bool = True) -> str:
    memory = Memory(folder / "measured")
    for part in {row.part for row in rows}:
        memory.keep(part, [row for row in rows if row.part == part], 1.0, whole=whole)
    write(memory, RUN, folder)
    return (folder / "RESULTS.md").read_text("utf-8")


# --- processes


def test_the_time_of_children_counts():
    cost = python("import subprocess, sys; subprocess.run([sys.executable, '-c', 'for _ in range(3*10**6): pass'])")
    alone = python("pass")
    assert cost.cpu > alone.cpu


SERVED = """
import multiprocessing
def work(n):
    for _ in range(n): pass
if __name__ == "__main__":
    child = multiprocessing.get_context("forkserver").Process(target=work, args=({},))
    child.start()
    child.join()
"""


def test_the_time_of_processes_that_a_server_forks_counts(tmp_path):
    costs = []
    for loops in (0, 2 * 10**7):
        file = tmp_path / f"served{loops}.py"
        file.write_text(SERVED.format(loops))
        costs.append(run([sys.executable, str(file)], limit=60).cpu)
    assert costs[1] > costs[0] + 0.1


def test_memory_is_that_of_the_process():
    assert python("x = bytearray(200_000_000)").peak > 200


@pytest.mark.skipif(not Path("/proc/self/smaps_rollup").exists(), reason="the system does not tell")
def test_memory_together_is_that_of_all_processes():
    child = "import time; x = bytearray(400_000_000); time.sleep(3)"  # more than this process, whose peak a child takes over
    cost = python(
        f"import subprocess, sys; [p.wait() for p in [subprocess.Popen([sys.executable, '-c', '{child}']) for _ in '12']]"
    )
    assert cost.peak < 790 < cost.together


def test_what_takes_too_long_is_stopped_with_all_that_it_started():
    cost = python("import subprocess; subprocess.run(['sleep', '60'])", limit=0.5)
    assert cost.stopped
    assert cost.wall < 30


def test_a_failure_is_told_by_its_last_line():
    cost = python("raise ValueError('no such thing')")
    assert (cost.status, cost.complaint) == (1, "ValueError: no such thing")


def test_a_job_that_fails_is_not_measured(tmp_path):
    with pytest.raises(NotMeasuredError, match="there is no"):
        Bench.of("quick", tmp_path).job("loading", tmp_path / "nowhere", "memory")


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
    assert exponent([(1000, 2.0), (10_000, 20.0)]).value == pytest.approx(1)


def test_few_documents_say_nothing_about_growth():
    assert exponent([(2, 1.0), (4, 1.1)]).value is None


def test_what_a_size_would_take_is_told_by_the_two_before():
    assert expected([(100, 1.0), (1000, 100.0)], 10_000) == pytest.approx(10_000)


def test_a_build_that_does_not_fit_on_the_disk_is_left_out(tmp_path):
    cost = Cost(1, 1, 1, 1, 0, "", "", stopped=False)
    bench = Bench.of("quick", tmp_path)
    assert no_room(bench, Built(10, cost, 1, 1000, tmp_path), 100) == ""
    assert "left out: it needs about 1,200,000,000 GB" in no_room(bench, Built(10, cost, 1, 10**17, tmp_path), 100)


def test_a_file_with_two_names_is_on_the_disk_once(tmp_path):
    (tmp_path / "one").write_bytes(bytes(8192))
    once = on_disk(tmp_path)
    os.link(tmp_path / "one", tmp_path / "other")
    assert on_disk(tmp_path) == once > 0


# --- folders


def folder(at: Path, *quads: str, name: str = "a") -> Path:
    (at / "graph.nq").mkdir(parents=True)
    (at / "graph.nq" / "part-00000.nq").write_text("".join(quads))
    (at / name).write_text("same")
    store = Store(str(at / "graph"))
    for quad in quads:  # in their order: the files of the store hang on it
        store.load(quad, RdfFormat.N_QUADS)
        store.flush()
    return at


def test_equal_folders_differ_in_nothing_whatever_the_files_of_their_stores(tmp_path):
    quads = [QUAD.format(n, n) for n in range(3)]
    one, other = folder(tmp_path / "one", *quads), folder(tmp_path / "other", *quads[::-1])
    (other / "graph.nq" / "part-00000.nq").write_text("".join(quads))
    assert differing(one, other) == (3, [])


def test_folders_differ_by_names_by_bytes_in_folders_and_by_what_stores_say(tmp_path):
    one, other = folder(tmp_path / "one", QUAD.format(1, 1)), folder(tmp_path / "other", QUAD.format(1, 2), name="b")
    assert differing(one, other) == (4, ["a", "b", "graph", "graph.nq/part-00000.nq"])


def test_a_store_in_one_folder_only_is_a_difference(tmp_path):
    one = folder(tmp_path / "one", QUAD.format(1, 1))
    (tmp_path / "other" / "graph.nq").mkdir(parents=True)
    for name in ("a", "graph.nq/part-00000.nq"):
        (tmp_path / "other" / name).write_bytes((one / name).read_bytes())
    assert differing(one, tmp_path / "other") == (3, ["graph"])


def test_damage_leaves_out_changes_and_doubles_and_keeps_the_kind_of_values():
    lines = [QUAD.format(n, n) for n in range(1000)]
    lines += [f"<urn:s{n}> <urn:q> <urn:o{n}> <urn:g> .\n" for n in range(1000)]
    found = damaged(lines)
    assert damaged(lines) == found
    assert 0 < len(set(lines) - set(found)) < 100
    new = set(found) - set(lines)
    assert 0 < len(new) < 100
    assert all(("<urn:p>" in line) == ('"' in line) for line in new)


# --- a run that goes on


@pytest.fixture
def parts(monkeypatch):
    """Parts that tell how often they were measured; the second fails at first."""
    asked = {"start": 0, "reading": 0}

    def start(_):
        asked["start"] += 1
        yield Row("start", "reformgraph --help", OURS, "s", 0.1)

    def reading(_):
        asked["reading"] += 1
        yield Row("reading", "made-up corpus", OURS, "MB/s", 1.5)
        if asked["reading"] == 1:
            raise ZeroDivisionError("a mistake")

    monkeypatch.setattr(program, "PARTS", {"start": start, "reading": reading})
    return asked


def again(folder: Path, *words: str) -> str:
    assert main(["--quick", "-o", str(folder / "report"), "--work", str(folder / "work"), *words]) == 0
    return (folder / "report" / "RESULTS.md").read_text("utf-8")


def test_a_part_that_fails_keeps_its_figures_and_costs_no_other(parts, tmp_path, capsys):
    page = again(tmp_path)
    assert "ZeroDivisionError" in capsys.readouterr().err
    assert "2 met, 0 missed" in page
    assert "**The run was stopped within this part.**" in page
    assert "| reading: the rest of it | reformgraph | failed: ZeroDivisionError: a mistake |" in page


def test_the_next_run_measures_what_is_not_done_and_nothing_else(parts, tmp_path):
    again(tmp_path)
    page = again(tmp_path)
    assert parts == {"start": 1, "reading": 2}
    assert "stopped within" not in page
    again(tmp_path, "start")
    assert parts == {"start": 2, "reading": 2}


def test_another_program_is_measured_anew(parts, tmp_path, monkeypatch):
    again(tmp_path)
    monkeypatch.setattr(measured, "program", lambda: "another")
    again(tmp_path)
    assert parts == {"start": 2, "reading": 2}


def test_a_build_is_made_once(tmp_path):
    bench = Bench.of("quick", tmp_path)
    first = built(bench, 2, kept=True)
    assert first.quads > 100
    assert first.bytes > 100_000
    first.remove()
    assert built(bench, 2) == first
    assert not first.out.exists()
    assert built(bench, 2, kept=True).out.exists()


def test_a_build_for_which_no_time_is_left_is_not_measured(tmp_path):
    bench = Bench.of("quick", tmp_path)
    bench.corpus(2)
    with pytest.raises(NotMeasuredError, match="was stopped after"):
        built(Bench(bench.sizes, bench.work, until=0.0), 2)


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
    page = report(tmp_path, Row("loading", "on disk", OURS, "s per million", note="there is none | yet"))
    assert "0 met, 0 missed, 1 not measured" in page
    assert "| loading: on disk | reformgraph | there is none \\| yet |" in page


def test_peers_are_told_as_ratios_and_beside_the_target(tmp_path):
    page = report(
        tmp_path,
        Row("loading", "in memory", OURS, "s per million", 2.0),
        Row("loading", "in memory", "rdflib", "s per million", 30.0),
    )
    assert "| in memory | rdflib | 30 | s per million | 15 |" in page
    assert "| loading: in memory | ≤ 4 s per million | 2 | met |  | rdflib 30 |" in page


def test_a_part_that_is_not_whole_says_so(tmp_path):
    assert "stopped within this part" in report(tmp_path, Row("start", "x", OURS, "s", 1.0), whole=False)


def test_charts_are_well_formed_and_escape_names(tmp_path):
    report(
        tmp_path,
        Row("reading", "made-up <corpus>", OURS, "MB/s", 0.2), Row("reading", "made-up <corpus>", "floor", "MB/s", 40.0),
        Row("growth", "100 documents", OURS, "s", 3.0), Row("growth", "1,000 documents", OURS, "s", 30.0),
        Row("growth", "100 documents, memory", OURS, "MB", 90.0), Row("growth", "1,000 documents, memory", OURS, "MB", 95.0),
    )  # fmt: skip
    drawn = sorted(file.name for file in (tmp_path / "results").iterdir())
    assert drawn == ["growth.svg", "reading.svg"]
    for name in drawn:
        ElementTree.fromstring((tmp_path / "results" / name).read_text("utf-8"))


def test_a_single_round_figure_has_a_bar(tmp_path):
    report(tmp_path, Row("loading", "in memory", OURS, "s per million", 1.0))
    assert "in memory: reformgraph" in (tmp_path / "results" / "loading.svg").read_text("utf-8")


def test_figures_of_a_run_are_read_back(tmp_path):
    rows = (Row("start", "reformgraph --help", OURS, "s", 0.1, 26.0, 3, "so"),)
    Memory(tmp_path).keep("start", rows, 2.0, whole=True)
    found = Memory(tmp_path).of("start")
    assert found.rows == rows
    assert found.done


RATES = (
    Row("reading", "web pages of 60 KB", OURS, "MB/s", 6.0),
    Row("emitting", "reconciling", OURS, "s per million", 1.0),
    Row("emitting", "facts to N-Quads", OURS, "s per million", 1.0),
    Row("validating", "all shapes, 1 million", OURS, "s", 1.0),
    Row("emitting", "N-Quads to Turtle", OURS, "s per million", 1.0),
    Row("emitting", "N-Quads to TriG", OURS, "s per million", 1.0),
    Row("emitting", "N-Quads to JSON-LD", OURS, "s per million", 1.0),
    Row("loading", "on disk", OURS, "s per million", 11.0),
    Row("growth", "statements a document", OURS, "", 500.0),
)


def test_costs_on_paper_are_the_rates_times_the_pages():
    stages = {line["name"]: line["figures"] for line in paper(RATES)["stages"]}
    assert stages["read, as HTML of 60 KB a page"] == ["28", "2,800"]  # 10 ms a page
    assert stages["load the store"] == ["15", "1,500"]  # 500 statements at 11 µs
    assert stages["all stages"] == ["51", "5,100"]


def test_there_are_no_costs_on_paper_without_their_rates():
    assert paper(RATES[1:]) is None


def test_an_unknown_part_is_told(capsys):
    with pytest.raises(SystemExit) as stopped:
        main(["raeding"])
    assert stopped.value.code == 2
    assert "there is no part 'raeding'" in capsys.readouterr().err


def test_a_quick_run_measures_every_target_or_says_why_not(tmp_path):
    assert main(["--quick", "-o", str(tmp_path / "report"), "--work", str(tmp_path / "work")]) == 0
    told = json.loads((tmp_path / "report" / "results.json").read_text("utf-8"))
    rows = [Row(**row) for part in told["parts"].values() for row in part["rows"]]
    assert [row.note for row in rows if "failed" in row.note] == []
    by_hand = {"start", "reading", "emitting", "loading", "incremental", "parallel"}
    named = {row.name for row in rows}
    assert [name for name in targets() if name.split(":")[0] in by_hand and name not in named] == []
