"""Readers that have a published folder open keep it as it was, whatever is published meanwhile."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Quad, Store

from publishing import readers
from publishing.exchange import exchange
from publishing.folders import put, staged
from publishing.readers import held
from tests.crash.killing import contents, environment

READ = """
import sys
from contextlib import nullcontext
from pathlib import Path
from pyoxigraph import Store, NamedNode
from publishing.readers import held
with held(Path(sys.argv[1])) as folder:
    store = Store.read_only(str(folder / "graph"))
    print("open", flush=True)
    sys.stdin.readline()
    one = NamedNode("urn:s0-1"), NamedNode("urn:p"), NamedNode("urn:o0-1"), NamedNode("urn:g")
    for place in range(4):
        print(sum(1 for _ in store.quads_for_pattern(*(one[k] if k == place else None for k in range(4)))))
    print(*sorted({row[0].value for row in store.query("SELECT ?t { GRAPH ?g { ?s <urn:title> ?t } }")}))
"""


def publish_store(folder: Path, title: str, parts: int = 3) -> None:
    """Publish a disk store of more files than RocksDB opens at the beginning, which are 16."""
    with staged(folder) as work:
        store = Store(str(work / "graph"))
        for part in range(parts):
            for graph in (NamedNode("urn:g"), None):
                names = ((NamedNode(f"urn:s{part}-{n}"), NamedNode(f"urn:o{part}-{n}")) for n in range(500))
                store.bulk_extend([Quad(s, NamedNode("urn:p"), o, graph) for s, o in names])
        store.update(f'INSERT DATA {{ GRAPH <urn:g> {{ <urn:s> <urn:title> "{title}" }} }}')
        store.flush()
        del store
        put(work, folder)


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="only Linux shows what a process has open")
def test_a_store_that_is_open_stays_whole_while_another_takes_its_place(tmp_path: Path) -> None:
    publish_store(tmp_path / "out", "old")
    assert len(list((tmp_path / "out" / "graph").glob("*.sst"))) > 16
    command = [sys.executable, "-c", READ, str(tmp_path / "out")]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen(command, env=environment(), text=True, **pipes) as reader:
        assert reader.stdout
        assert reader.stdout.readline() == "open\n"
        publish_store(tmp_path / "out", "new")
        assert sorted(path.name for path in tmp_path.iterdir()) == [".out.part", "out"]  # kept for the reader
        answer, _ = reader.communicate("go\n", timeout=60)
    assert answer.split("\n")[:5] == ["2", "3000", "2", "1501", "old"]
    publish_store(tmp_path / "out", "newest", parts=1)
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_reading_a_store_changes_no_file_of_it(tmp_path: Path) -> None:
    publish_store(tmp_path / "out", "old", parts=1)
    before = contents(tmp_path / "out")
    with held(tmp_path / "out") as folder:
        assert len(Store.read_only(str(folder / "graph"))) == 1001
    assert contents(tmp_path / "out") == before


def test_a_file_that_is_open_is_read_to_its_end(tmp_path: Path) -> None:
    write(tmp_path / "out", "old" * 100_000)
    with (tmp_path / "out" / "file").open() as file:
        start = file.read(3)
        write(tmp_path / "out", "new")
        assert start + file.read() == "old" * 100_000
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_files_opened_one_after_the_other_are_of_one_publication(tmp_path: Path) -> None:
    write(tmp_path / "out", "old")
    with held(tmp_path / "out") as folder:
        write(tmp_path / "out", "new")
        write(tmp_path / "out", "newer")
        assert (folder / "file").read_text() == "old"
    assert (tmp_path / "out" / "file").read_text() == "newer"


def test_a_path_leads_to_the_old_or_the_new_at_every_moment(tmp_path: Path) -> None:
    write(tmp_path / "out", "0")
    if not exchange(tmp_path / "out", tmp_path / "out"):
        pytest.skip("this file system cannot exchange two folders")
    missing, seen, done = [], set(), threading.Event()

    def look() -> None:
        while not done.is_set():
            try:
                with held(tmp_path / "out") as folder:
                    seen.add((folder / "file").read_text())
            except FileNotFoundError as error:
                missing.append(error)

    reader = threading.Thread(target=look)
    reader.start()
    for number in range(1, 100):
        write(tmp_path / "out", str(number))
    done.set()
    reader.join()
    assert missing == []
    assert len(seen) > 1


def test_a_system_that_shows_nothing_open_reads_the_folder_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(readers, "_DESCRIPTORS", tmp_path / "none")
    write(tmp_path / "out", "old")
    with held(tmp_path / "out") as folder:
        assert folder == tmp_path / "out"
        write(tmp_path / "out", "new")
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_folder_that_is_missing_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), held(tmp_path / "none"):
        pass


def write(folder: Path, text: str) -> None:
    with staged(folder) as work:
        (work / "file").write_text(text)
        put(work, folder)
