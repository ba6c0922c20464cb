"""Every command that reads a graph says of one in parts what it says of the same graph in one file."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import reformgraph as library
from exports.publish import export
from tests.crash.machine import without_privileges
from tests.publishing.cutting import cut


@pytest.fixture
def graphs(graph: Path, tmp_path: Path) -> dict[str, Path]:
    """Return one graph as it may lie: built folder and file, in one piece and in parts."""
    (tmp_path / "whole").mkdir()
    export("nquads", graph, tmp_path / "whole" / "graph.nq")
    shutil.copytree(tmp_path / "whole", tmp_path / "cut")
    parts = cut(tmp_path / "cut" / "graph.nq", 50)
    return {"whole": tmp_path / "whole", "file": tmp_path / "whole" / "graph.nq", "cut": parts.parent, "parts": parts}


@pytest.mark.parametrize(
    "command",
    [
        "ask facts-by-kind --graph GRAPH",
        "ask provinces-with-county-and-city-pilots --graph GRAPH --footnotes markdown",
        "export turtle --graph GRAPH -o -",
        "export csv --graph GRAPH -o -",
        "validate GRAPH",
        "diff GRAPH WHOLE --exit-code",
        "diff WHOLE GRAPH --patch -",
    ],
)
def test_a_command_answers_the_same(command: str, reformgraph, graphs: dict[str, Path]) -> None:
    told = {
        name: reformgraph(*command.replace("GRAPH", str(path)).replace("WHOLE", str(graphs["whole"])).split())
        for name, path in graphs.items()
    }
    assert told["whole"].out
    assert all(outcome == told["whole"] for outcome in told.values())


def test_a_missing_part_ends_a_command_with_one_line(reformgraph, graphs: dict[str, Path]) -> None:
    (graphs["parts"] / "part-00002.nq").unlink()
    for command in (("ask", "facts-by-kind", "--graph"), ("export", "csv", "-o", "-", "--graph"), ("validate",)):
        outcome = reformgraph(*command, graphs["cut"])
        assert (outcome.status, outcome.out) == (2, "")
        assert "it has no part-00002.nq: copy the folder whole, or build it again" in outcome.err
        assert outcome.err.count("\n") == 1


def test_the_library_reads_parts(graphs: dict[str, Path]) -> None:
    whole, parts = (library.Graph.open(graphs[name]) for name in ("whole", "cut"))
    assert parts.ask("facts-by-kind") == whole.ask("facts-by-kind")
    assert set(parts.to_rdflib().quads()) == set(whole.to_rdflib().quads())
    assert set(parts.to_networkx().nodes) == set(whole.to_networkx().nodes)


def test_a_folder_that_may_not_be_looked_into_is_told(graphs: dict[str, Path]) -> None:
    graphs["parts"].chmod(0o100)
    command = without_privileges((sys.executable, "-m", "reformgraph", "ask", "facts-by-kind", "--graph"))
    done = subprocess.run([*command, graphs["cut"]], capture_output=True, text=True, check=False)
    graphs["parts"].chmod(0o700)
    assert done.returncode == 2
    assert done.stderr == f"reformgraph: error: {graphs['cut']} cannot be read: Permission denied\n"
