"""A build on a cluster of two worker processes of this machine."""

import json
import os
import signal
import threading
import time
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any

import polars
import pytest

pytest.importorskip("distributed")

from distributed import Client, LocalCluster

from build_graph.cluster.run import ClusterError, client
from build_graph.pipeline import How, build
from build_graph.read import ReadError
from tests.read.formats import as_html, as_json_lines, as_warc
from tests.work.notices import folder_of, notice

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning")


@pytest.fixture(scope="module")
def scheduler() -> Iterator[str]:
    """Return the address of a scheduler with two workers."""
    import dask

    with (
        dask.config.set({"distributed.worker.daemon": False}),
        LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=":0") as cluster,  # type: ignore[no-untyped-call]
    ):
        yield cluster.scheduler_address


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Files of all sorts, in two folders, some of them not readable, two of one name."""
    folder = tmp_path_factory.mktemp("corpus")
    folder_of(folder / "a", 4)
    (folder / "a" / "documents.yml").write_text("- file: n01.txt\n  date: 2001\n", "utf-8")
    (folder / "a" / "lines.jsonl").write_bytes(as_json_lines({"r1": notice(5), "r2": notice(6)}) + b"{broken\n")
    (folder / "a" / "pages.warc").write_bytes(as_warc({"page": as_html(notice(7))}, packed=False))
    (folder / "a" / "picture.png").write_bytes(b"x")
    (folder / "b").mkdir()
    (folder / "b" / "n02.txt").write_text(notice(9), "utf-8")
    (folder / "b" / "empty.txt").write_bytes(b"")
    polars.DataFrame({"id": ["p1", "p2"], "text": [notice(10), notice(11)]}).write_parquet(
        folder / "b" / "rows.parquet"
    )
    return folder


def files_of(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def built(out: Path, *paths: Path | str, **how: Any) -> tuple[dict[str, bytes], Any]:
    summary = build(list(paths), out, stamp=False, how=How(**how))
    assert summary.published
    return files_of(out), summary


def test_the_bytes_are_those_of_one_machine(scheduler: str, corpus: Path, tmp_path: Path) -> None:
    one, told = built(tmp_path / "one", corpus)
    many, told_too = built(tmp_path / "many", corpus, dask=scheduler)
    assert many == one
    assert told_too.failed == told.failed
    assert len(told.failed) == 2  # the empty file, and the second one of a name


def test_addresses_are_read_wherever_they_lie(scheduler: str, corpus: Path, tmp_path: Path) -> None:
    one, _ = built(tmp_path / "one", corpus)
    many, told = built(tmp_path / "many", f"file://{corpus}", dask=scheduler)
    assert {name for name in one if name != "summary.json"} == {name for name in many if name != "summary.json"}
    assert many["graph.nq"] == one["graph.nq"]
    assert all(str(corpus) in line for line in (*told.failed, *told.damaged))


def test_the_quads_of_the_shards_stay_where_they_were_asked_for(scheduler: str, corpus: Path, tmp_path: Path) -> None:
    _, _ = built(tmp_path / "out", corpus, dask=scheduler, shards=f"file://{tmp_path / 'shards'}")
    lines = [path.read_text("utf-8").splitlines() for path in sorted((tmp_path / "shards").glob("*.nq"))]
    assert len(lines) > 3
    assert sorted(chain(*lines)) == sorted((tmp_path / "out" / "graph.nq").read_text("utf-8").splitlines())


def test_corrections_are_applied_and_told(scheduler: str, tmp_path: Path) -> None:
    pages = folder_of(tmp_path / "pages", 3)
    (tmp_path / "corrections.yml").write_text(
        "- document: n01\n  action: reject\n  kind: goal\n  passage: 到2021年底，试点县覆盖率达到80%\n  who: 甲\n  why: 不是目标\n"
        "- document: other\n  action: reject\n  kind: goal\n  passage: 到2021年底\n  who: 甲\n  why: 不是目标\n",
        "utf-8",
    )
    summaries = [
        build([pages], tmp_path / name, stamp=False, corrections=tmp_path / "corrections.yml", how=how)
        for name, how in (("one", How()), ("many", How(dask=scheduler)))
    ]
    assert summaries[0].corrections == summaries[1].corrections
    assert set(summaries[0].corrections) == {"applied", "not in the build"}
    assert files_of(tmp_path / "one") == files_of(tmp_path / "many")


def test_a_worker_that_is_killed_half_way_costs_no_fact(scheduler: str, tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    for shard in range(12):
        records = {f"s{shard}-{number}": notice(number) for number in range(20)}
        (pages / f"s{shard:02}.jsonl").write_bytes(as_json_lines(records))
    one, _ = built(tmp_path / "one", pages)
    with Client(scheduler) as found:  # type: ignore[no-untyped-call]
        victims = [worker["pid"] for worker in _workers(found)]
        killer = threading.Thread(target=_kill_when_busy, args=(scheduler, victims[0]))
        killer.start()
        many, _ = built(tmp_path / "many", pages, dask=scheduler)
        killer.join()
        assert victims[0] not in [worker["pid"] for worker in _workers(found)]
    assert many == one


def _workers(found: Client) -> list[dict[str, int]]:
    return [{"pid": pid} for pid in found.run(os.getpid).values()]


def _kill_when_busy(scheduler: str, pid: int) -> None:
    with Client(scheduler) as watcher:  # type: ignore[no-untyped-call]
        while not any(watcher.processing().values()):
            time.sleep(0.01)
    os.kill(pid, signal.SIGKILL)


def test_nothing_to_read_is_told_and_nothing_is_written(scheduler: str, tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    with pytest.raises(ReadError, match="holds no documents"):
        build([tmp_path / "pages"], tmp_path / "out", how=How(dask=scheduler))
    with pytest.raises(ReadError, match="does not exist"):
        build([f"file://{tmp_path}/nowhere"], tmp_path / "out", how=How(dask=scheduler))
    assert [path.name for path in tmp_path.iterdir()] == ["pages"]


def test_an_address_is_not_read_without_a_cluster(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="s3://bucket/pages is an address, which only a cluster reads: add --dask"):
        build(["s3://bucket/pages"], tmp_path / "out")


def test_a_scheduler_that_does_not_answer_is_one_clear_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("build_graph.cluster.run._PATIENCE", "300ms")
    with (
        pytest.raises(ClusterError, match=r"no Dask scheduler answers at tcp://127\.0\.0\.1:9"),
        client("tcp://127.0.0.1:9"),
    ):
        pass


def test_the_summary_in_the_folder_is_the_same(scheduler: str, corpus: Path, tmp_path: Path) -> None:
    one, _ = built(tmp_path / "one", corpus)
    many, _ = built(tmp_path / "many", corpus, dask=scheduler)
    assert json.loads(many["summary.json"]) == json.loads(one["summary.json"])
