"""A process that asks a built graph while builds put others in its place."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import reformgraph
from exports.rdf.canonical import statements
from publishing.folders import put, staged
from queries import QueryError
from queries.run import run
from queries.store import BUILT_STORE, GraphFile
from tests.publishing.cutting import laid

ROOT = Path(__file__).parents[2]
DOCUMENTS = ROOT / "documents"
ALL = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
BY_GRAPH = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }"
READER = f"""
import resource
import sys
from pathlib import Path
from queries.run import run
from queries.store import GraphFile
resource.setrlimit(resource.RLIMIT_AS, (2**32, 2**32))  # a reader that has lost its files fills the memory
store = GraphFile.at(Path(sys.argv[1])).store
print("open", flush=True)
for _ in sys.stdin:
    print(run(store, "{ALL}")[0]["n"], run(store, "{BY_GRAPH}")[0]["n"], flush=True)
"""


@pytest.fixture
def out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A built folder with a store, though its graph is small."""
    monkeypatch.setattr("build_graph.publication.publisher.WORTH", 1)
    assert reformgraph.build(DOCUMENTS, tmp_path / "out", stamp=False).published
    return tmp_path / "out"


def test_a_reader_keeps_its_graph_while_two_builds_put_others_in_its_place(out: Path, tmp_path: Path) -> None:
    first, *_ = sorted(DOCUMENTS.iterdir())
    with subprocess.Popen(
        [sys.executable, "-c", READER, out], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT
    ) as reader:
        assert reader.stdin is not None
        assert reader.stdout is not None
        assert reader.stdout.readline() == "open\n"
        answers = []
        for source in (first, DOCUMENTS):
            assert reformgraph.build(source, out, stamp=False).published
            reader.stdin.write("ask\n")
            reader.stdin.flush()
            answers.append(reader.stdout.readline())
        reader.stdin.close()
        assert reader.wait(30) == 0
    store = GraphFile.at(out).store
    whole = f"{run(store, ALL)[0]['n']} {run(store, BY_GRAPH)[0]['n']}\n"
    assert answers == [whole, whole], "it was opened when the graph was whole"


def test_who_opens_the_folder_after_a_build_reads_the_new_graph(out: Path) -> None:
    before = run(GraphFile.at(out).store, ALL)[0]["n"]
    first, *_ = sorted(DOCUMENTS.iterdir())
    reformgraph.build(first, out, stamp=False)
    assert 0 < run(GraphFile.at(out).store, ALL)[0]["n"] < before


def test_a_store_that_is_opened_twice_is_one(out: Path) -> None:
    assert GraphFile.at(out).store is GraphFile.at(out).store


def test_reading_writes_nothing_into_the_folder(out: Path) -> None:
    before = {file: file.stat().st_mtime_ns for file in out.rglob("*")}
    run(GraphFile.at(out).store, ALL)
    assert {file: file.stat().st_mtime_ns for file in out.rglob("*")} == before


def test_a_store_that_is_damaged_is_told_in_one_line(out: Path) -> None:
    (out / BUILT_STORE / "CURRENT").write_text("nothing\n")
    with pytest.raises(QueryError, match=r"graph cannot be opened: .*; build the graph again") as caught:
        _ = GraphFile.at(out).store
    assert "\n" not in str(caught.value)


def test_who_reads_a_graph_in_parts_reads_the_parts_of_one_build(tmp_path: Path) -> None:
    out = tmp_path / "out"
    published(out, "first")
    for read in (GraphFile.statements, statements):
        reading = read(GraphFile.at(out))
        found = [str(next(reading))]
        for content in ("second", "third"):
            published(out, content)
        found += map(str, reading)
        assert all("first" in each for each in found)
        assert len(found) == 3
        published(out, "first")
    assert [path.name for path in tmp_path.iterdir()] == ["out"], "what nobody reads any more is removed"


def published(out: Path, content: str) -> None:
    """Publish a graph in three parts."""
    with staged(out) as work:
        laid(work / "graph.nq", *(f"<urn:{content}> <urn:p> <urn:{part}> .\n".encode() for part in range(3)))
        put(work, out)
