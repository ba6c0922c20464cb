"""RDF Patch: applied to the old graph, it gives the new one."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from rdflib import Dataset

from exports import ExportError
from exports.rdf.rdf_patch import write
from queries import QueryError
from queries.store import GraphFile

ROOT = Path(__file__).parent.parent.parent
GRAPH = ROOT / "tests" / "queries" / "pilots.trig"
HEAD = re.compile(r"H id <uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}> \.")
INTEGER = "^^<http://www.w3.org/2001/XMLSchema#integer>"


def patch(old: Path, new: Path) -> str:
    file = io.BytesIO()
    write(GraphFile.at(old), GraphFile.at(new), file)
    return file.getvalue().decode()


def rows(old: Path, new: Path) -> list[str]:
    return [row for row in patch(old, new).splitlines() if row[:2] in {"A ", "D "}]


@pytest.fixture
def changed(tmp_path: Path) -> Path:
    """Return a copy of the small graph in which a unit is gone, a text has other words and a graph is new."""
    text = GRAPH.read_text("utf-8")
    text = re.sub(
        r"    <program/社区养老服务试点/unit/pilot-county/330122> a .*?\.\n", "", text, count=1, flags=re.DOTALL
    )
    text = text.replace("经费列入预算", r"经费 \"列入\" \\ 预算\n")
    text += '\n<graph/new> { <place/330122> rg:validFrom "1958"^^xsd:gYear }\n<place/1> rg:divisionCode "1" .\n'
    (tmp_path / "changed.trig").write_text(text, "utf-8")
    return tmp_path / "changed.trig"


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # rdflib warns about itself
@pytest.mark.parametrize("back", [False, True])
def test_the_patch_applied_by_rdflib_makes_the_old_graph_the_new_one(back: bool, changed: Path) -> None:
    old, new = (changed, GRAPH) if back else (GRAPH, changed)
    dataset, wanted = Dataset(), Dataset()
    dataset.parse(old, format="trig")
    wanted.parse(new, format="trig")
    assert set(dataset.quads()) != set(wanted.quads())
    dataset.parse(data=patch(old, new), format="patch")
    assert set(dataset.quads()) == set(wanted.quads())


def test_applied_row_by_row_it_gives_the_statements_as_they_are_written(changed: Path) -> None:
    statements = {f"{quad}" for quad in GraphFile.at(GRAPH).statements()}
    for row in rows(GRAPH, changed):
        statement = row[2:].removesuffix(" .")
        assert (statement in statements) == (row[0] == "D")
        (statements.remove if row[0] == "D" else statements.add)(statement)
    assert statements == {f"{quad}" for quad in GraphFile.at(changed).statements()}


def test_deletions_come_before_additions_and_each_is_sorted_within_one_transaction(changed: Path) -> None:
    lines = patch(GRAPH, changed).splitlines()
    assert HEAD.fullmatch(lines[0])
    assert lines[1] == "TX ."
    assert lines[-1] == "TC ."
    operations = [line[0] for line in lines[2:-1]]
    assert set(operations) == {"A", "D"}
    assert operations == sorted(operations, reverse=True)
    for operation in "AD":
        of_one = [line for line in lines if line.startswith(f"{operation} ")]
        assert of_one == sorted(set(of_one))


def test_the_graph_of_a_statement_is_named_and_that_of_the_default_graph_is_not(tmp_path: Path) -> None:
    (tmp_path / "old.nq").write_text("<urn:a> <urn:p> <urn:b> <urn:g> .\n")
    (tmp_path / "new.nq").write_text("<urn:a> <urn:p> <urn:b> .\n")
    assert rows(tmp_path / "old.nq", tmp_path / "new.nq") == [
        "D <urn:a> <urn:p> <urn:b> <urn:g> .",
        "A <urn:a> <urn:p> <urn:b> .",
    ]


def test_another_way_to_write_a_number_is_another_statement(tmp_path: Path) -> None:
    (tmp_path / "old.nq").write_text(f'<urn:a> <urn:p> "07"{INTEGER} .\n')
    (tmp_path / "new.nq").write_text(f'<urn:a> <urn:p> "7"{INTEGER} .\n' * 2)
    assert rows(tmp_path / "old.nq", tmp_path / "new.nq") == [
        f'D <urn:a> <urn:p> "07"{INTEGER} .',
        f'A <urn:a> <urn:p> "7"{INTEGER} .',
    ]


def test_equal_graphs_in_two_syntaxes_give_a_patch_without_rows(tmp_path: Path) -> None:
    quads = sorted({f"{quad} .\n" for quad in GraphFile.at(GRAPH).statements()}, reverse=True)
    (tmp_path / "graph.nq").write_text("".join(quads), "utf-8")
    lines = patch(GRAPH, tmp_path / "graph.nq").splitlines()
    assert HEAD.fullmatch(lines[0])
    assert lines[1:] == ["TX .", "TC ."]


def test_the_same_graphs_give_the_same_bytes_and_others_another_identifier(changed: Path) -> None:
    code = "import sys; from pathlib import Path; from exports.rdf.rdf_patch import write\n\
from queries.store import GraphFile\n\
write(GraphFile.at(Path(sys.argv[1])), GraphFile.at(Path(sys.argv[2])), sys.stdout.buffer)"
    written = {
        subprocess.run(
            [sys.executable, "-c", code, GRAPH, changed],
            capture_output=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
        ).stdout
        for seed in ("1", "77")
    }
    assert written == {patch(GRAPH, changed).encode()}
    assert patch(changed, GRAPH).splitlines()[0] != patch(GRAPH, changed).splitlines()[0]


@pytest.mark.parametrize(
    "statement", ["_:b <urn:p> <urn:o> .", "<urn:s> <urn:p> _:b .", "<urn:s> <urn:p> <urn:o> _:b ."]
)
def test_blank_nodes_cannot_be_patched(statement: str, tmp_path: Path) -> None:
    (tmp_path / "blank.nq").write_text(f"{statement}\n")
    for old, new in ((GRAPH, tmp_path / "blank.nq"), (tmp_path / "blank.nq", GRAPH)):
        with pytest.raises(ExportError, match=r"blank\.nq has blank nodes, which no patch can name: give them IRIs"):
            patch(old, new)


def test_a_graph_that_is_malformed_gives_no_rows(tmp_path: Path) -> None:
    (tmp_path / "bad.nq").write_text("<urn:a> <urn:b> <urn:c> .\n<urn:a>\n")
    file = io.BytesIO()
    with pytest.raises(QueryError, match=r"bad\.nq is not well-formed"):
        write(GraphFile.at(GRAPH), GraphFile.at(tmp_path / "bad.nq"), file)
    assert file.getvalue() == b""
