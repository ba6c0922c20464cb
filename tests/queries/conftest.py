"""Graphs to ask: a small one written by hand, and that of the shipped documents; on every kind of engine."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from pyoxigraph import RdfFormat, Store, serialize

import reformgraph
from queries.endpoint import Endpoint
from queries.store import GraphFile

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
PILOTS = (HERE / "pilots.trig", HERE / "report.trig")


@dataclass(frozen=True)
class Asked:
    """A graph in a file, and a server that answers for it."""

    file: Path
    endpoint: Endpoint

    @property
    def store(self) -> Store:
        return GraphFile.at(self.file).store


@pytest.fixture(scope="session")
def pilots(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Asked]:
    """Three invented documents: pilots.trig and report.trig as one graph."""
    folder = tmp_path_factory.mktemp("pilots")
    store = Store()
    for file in PILOTS:
        store.load(path=file)
    serialize(sorted(store, key=str), folder / "pilots.nq", RdfFormat.N_QUADS)
    with served(folder / "pilots.nq", folder / "store") as endpoint:
        yield Asked(folder / "pilots.nq", endpoint)


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Asked]:
    """The graph of the documents that come with the program."""
    folder = tmp_path_factory.mktemp("shipped")
    assert reformgraph.build(ROOT / "documents", folder / "out", stamp=False).published
    with served(folder / "out" / "graph.nq", folder / "store") as endpoint:
        yield Asked(folder / "out" / "graph.nq", endpoint)


@contextmanager
def served(file: Path, location: Path) -> Iterator[Endpoint]:
    """Serve a file of quads with the oxigraph server, as a portal would."""
    server = Path(sys.executable).with_name("oxigraph")
    subprocess.run([server, "load", "-l", location, "-f", file], check=True, capture_output=True, timeout=60)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [server, "serve-read-only", "-l", location, "-b", f"127.0.0.1:{port}", "--union-default-graph"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            _wait_for(f"http://127.0.0.1:{port}/")
            yield Endpoint(f"http://127.0.0.1:{port}/query")
        finally:
            process.terminate()


def _wait_for(address: str) -> None:
    for _ in range(200):
        try:
            with urlopen(address, timeout=5):
                return
        except URLError:
            time.sleep(0.05)
    raise TimeoutError(address)
