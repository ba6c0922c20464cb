"""The notebooks run from a clone, offline, without a warning, and show what their texts promise.

A cell goes by its id. Outputs are not stored: they would rot, and every run would change the file.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import nbformat
import pytest
from nbclient import NotebookClient
from traitlets.config import Config

from tests.notebooks import pages

if TYPE_CHECKING:
    from collections.abc import Callable

    from nbformat import NotebookNode

ROOT = Path(__file__).parents[2]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
names = pytest.mark.parametrize("file", NOTEBOOKS, ids=[file.stem for file in NOTEBOOKS])

OFFLINE = """
import socket as _socket

def _refuse(*_):
    raise OSError("a notebook asks for the network")

_socket.socket.connect = _refuse
_socket.getaddrinfo = _refuse
"""
"""Run in the kernel before the notebook; kernel and test speak over sockets of files, which ZeroMQ opens itself."""


@pytest.fixture(scope="module")
def notebooks(tmp_path_factory: pytest.TempPathFactory) -> dict[str, NotebookNode]:
    """Return the notebooks by name, each after it was run in a copy of its folder."""
    clone = tmp_path_factory.mktemp("clone")
    shutil.copytree(ROOT / "notebooks", clone / "notebooks")
    (clone / "documents").symlink_to(ROOT / "documents")
    with TemporaryDirectory(prefix="nb") as home, pytest.MonkeyPatch.context() as environment:
        for variable in ("IPYTHONDIR", "JUPYTER_RUNTIME_DIR", "JUPYTER_CONFIG_DIR", "TMPDIR"):
            (Path(home) / variable).mkdir()
            environment.setenv(variable, f"{home}/{variable}")
        environment.setenv("PYTHONPATH", str(ROOT))
        done = {
            file.stem: executed(nbformat.read(file, 4), clone / "notebooks", f"{home}/kernel") for file in NOTEBOOKS
        }
        assert _files(Path(home, "TMPDIR")) == [], "a notebook leaves something behind"
    assert _files(clone / "notebooks") == _files(ROOT / "notebooks"), "a notebook writes into the clone"
    return done


def executed(notebook: NotebookNode, folder: Path, sockets: str) -> NotebookNode:
    """Return a notebook after all its cells were run in a folder; raises CellExecutionError where one fails.

    The kernel speaks to the test through files whose names begin with ``sockets``: no port is opened.
    """
    notebook.cells.insert(0, nbformat.v4.new_code_cell(OFFLINE, id="offline"))
    kernel = Config(KernelManager={"transport": "ipc", "ip": sockets})
    NotebookClient(notebook, config=kernel, timeout=120, resources={"metadata": {"path": str(folder)}}).execute()
    return notebook


def _files(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


@names
def test_a_notebook_is_stored_clean(file: Path) -> None:
    notebook = nbformat.read(file, nbformat.NO_CONVERT)
    nbformat.validate(notebook)
    assert (notebook.nbformat, notebook.nbformat_minor) == (4, 5)
    assert all(not cell.outputs and cell.execution_count is None for cell in notebook.cells if cell.cell_type == "code")
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", cell.id) for cell in notebook.cells), "ids are names, not numbers"
    assert file.read_text("utf-8") == nbformat.writes(notebook) + "\n"


@names
def test_a_notebook_runs_offline_without_a_warning(file: Path, notebooks: dict[str, NotebookNode]) -> None:
    for cell in notebooks[file.stem].cells:
        for output in cell.get("outputs", ()):
            assert output.output_type != "error", cell.id
            assert output.get("name") != "stderr", output.text


@pytest.fixture
def html(notebooks: dict[str, NotebookNode]) -> Callable[[str], str]:
    """Return the HTML that a cell of the tour shows."""
    return lambda name: output(notebooks["tour"], name).data["text/html"]


@pytest.fixture
def text(notebooks: dict[str, NotebookNode]) -> Callable[[str], str]:
    """Return the text that a cell of the tour shows or prints."""

    def said(name: str) -> str:
        found = output(notebooks["tour"], name)
        return found.text if found.output_type == "stream" else found.data["text/plain"]

    return said


def output(notebook: NotebookNode, name: str) -> NotebookNode:
    (found,) = (cell for cell in notebook.cells if cell.id == name)
    (only,) = found.outputs
    return only


def test_the_tour_builds_and_opens_a_graph(html: Callable[[str], str], text: Callable[[str], str]) -> None:
    assert text("build").startswith("(True,")
    assert ["PilotUnit", "96", "3"] in pages.rows(html("open"))


def test_the_tour_finds_and_asks_questions(html: Callable[[str], str]) -> None:
    assert "provinces-with-county-and-city-pilots" in [row[0] for row in pages.rows(html("questions"))]
    assert pages.rows(html("ask")) == [["北京市", "1", "3"], ["河北省", "12", "3"]]
    assert {row[0] for row in pages.rows(html("parameter"))} == {"河北省"}


def test_the_tour_shows_what_is_near_a_mistake(text: Callable[[str], str]) -> None:
    assert "河北市" in text("near")
    assert "did you mean 河北" in text("near")


def test_the_tour_counts_with_pandas_and_polars(html: Callable[[str], str], text: Callable[[str], str]) -> None:
    assert "Name: count" in text("pandas")
    assert "紧密型城市医疗集团建设试点" in html("polars")
    assert "81" in html("polars")


def test_the_tour_quotes(html: Callable[[str], str], text: Callable[[str], str]) -> None:
    assert len(pages.page(html("footnotes")).findall(".//li")) >= len(pages.rows(html("footnotes")))
    assert text("bibtex").startswith("@online{")


def test_the_tour_doubts(html: Callable[[str], str]) -> None:
    assert {row[1] for row in pages.rows(html("discrepancies"))} == {"wrong-province"}
    assert "the number" in {row[0] for row in pages.rows(html("unknown"))}


def test_the_tour_draws(html: Callable[[str], str]) -> None:
    for name in ("map", "network"):
        assert pages.page(html(name)).find("svg") is not None


def test_the_tour_hands_the_graph_to_other_libraries(html: Callable[[str], str], text: Callable[[str], str]) -> None:
    assert "国家卫生健康委员会" in text("networkx")
    assert text("rdflib").count("URIRef(") == 5
    assert ["试点县", "13"] in pages.rows(html("sparql"))


def test_the_tour_reads_documents_of_ones_own(html: Callable[[str], str]) -> None:
    kinds = [row[1] for row in pages.rows(html("facts"))]
    assert kinds.count("pilot_unit") == 3
    assert [row[7] for row in pages.rows(html("own-build"))].count("news.txt") == 1
    assert pages.rows(html("own-count"))[0][-2:] == ["3", "differs"]
    assert [row[0] for row in pages.rows(html("own-several"))] == ["PilotUnit", "Program"]
