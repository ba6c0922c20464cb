"""Graphs to draw: the small one, the shipped documents', one in which everything is crowded, and an empty one."""

from __future__ import annotations

from pathlib import Path

import pytest

import reformgraph
from exports.pictures import LANGUAGES, PICTURES
from exports.pictures.drawing import draw
from queries.store import GraphFile
from tests.exports.drawn_graphs import crowded_turtle

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="session")
def graphs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, GraphFile]:
    """Return the graphs by name."""
    folder = tmp_path_factory.mktemp("graphs")
    reformgraph.build(ROOT / "documents", out=folder / "shipped")
    (folder / "crowded.ttl").write_text(crowded_turtle(), "utf-8")
    (folder / "empty.ttl").write_text("")
    return {
        "pilots": GraphFile.at(ROOT / "tests" / "queries" / "pilots.trig"),
        "shipped": GraphFile.at(folder / "shipped"),
        "crowded": GraphFile.at(folder / "crowded.ttl"),
        "empty": GraphFile.at(folder / "empty.ttl"),
    }


@pytest.fixture(scope="session")
def drawn(graphs: dict[str, GraphFile]) -> dict[tuple[str, str, str], str]:
    """Return every picture of every graph in both languages: (picture, graph, language) -> SVG text."""
    return {
        (picture, name, language): draw(picture, graph.store, language)
        for picture in PICTURES
        for name, graph in graphs.items()
        for language in LANGUAGES
    }
