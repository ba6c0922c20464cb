"""Exports appear whole or not at all, with the same bytes every time."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from exports import FORMATS, ExportError
from exports.publish import export, whole_file
from queries import QueryError
from queries.store import GraphFile
from tests.publishing.cutting import cut

GRAPH = Path(__file__).parent.parent / "queries" / "pilots.trig"
ROOT = Path(__file__).parent.parent.parent
ALL_FORMATS = "import sys; from pathlib import Path; from exports import FORMATS\n\
from exports.publish import export\n\
for f in FORMATS: export(f, Path(sys.argv[1]), Path(sys.argv[2]) / f)"
FILES = [name for name, form in FORMATS.items() if not form.is_folder]
FOLDERS = [name for name, form in FORMATS.items() if form.is_folder]


def contents(path: Path) -> dict[str, bytes]:
    """Return the files of an export, by name."""
    files = [file for file in path.rglob("*") if file.is_file()] if path.is_dir() else [path]
    return {file.relative_to(path.parent).as_posix(): file.read_bytes() for file in files}


@pytest.mark.parametrize("name", FILES)
def test_every_format_writes_something(name: str, tmp_path: Path) -> None:
    export(name, GraphFile.at(GRAPH), tmp_path / "out")
    assert (tmp_path / "out").stat().st_size > 500
    assert (tmp_path / "out").read_bytes().endswith((b"\n", b">"))


@pytest.mark.parametrize("name", FOLDERS)
def test_a_format_that_is_a_folder_writes_its_files_and_nothing_beside_it(name: str, tmp_path: Path) -> None:
    export(name, GraphFile.at(GRAPH), tmp_path / "out")
    assert [file.name for file in tmp_path.iterdir()] == ["out"]
    assert len(contents(tmp_path / "out")) > 20
    assert all(content for name, content in contents(tmp_path / "out").items() if not name.endswith("site.js"))


def test_the_bytes_depend_neither_on_hash_seed_nor_locale_nor_order_of_the_input(tmp_path: Path) -> None:
    results = []
    for seed, reverse, locale in (("1", False, "C"), ("77", True, "en_US.UTF-8")):
        folder = tmp_path / seed
        folder.mkdir()
        export("nquads", GRAPH, folder / "in.nq")
        rows = (folder / "in.nq").read_text("utf-8").splitlines(keepends=True)
        (folder / "in.nq").write_text("".join(reversed(rows) if reverse else rows), "utf-8")
        (folder / "out").mkdir()
        environment = {**os.environ, "PYTHONHASHSEED": seed, "LC_ALL": locale, "PYTHONPATH": str(ROOT)}
        arguments = [sys.executable, "-c", ALL_FORMATS, str(folder / "in.nq"), str(folder / "out")]
        subprocess.run(arguments, check=True, env=environment)
        results.append({name: contents(folder / "out" / name) for name in FORMATS})
    for name in FORMATS:
        assert results[0][name] == results[1][name], name


def test_a_graph_may_be_a_folder_a_file_or_an_open_store(tmp_path: Path) -> None:
    export("nquads", GRAPH, tmp_path / "graph.nq")
    for number, source in enumerate((tmp_path, tmp_path / "graph.nq", GraphFile.at(GRAPH))):
        export("nquads", source, tmp_path / f"again{number}")
        assert (tmp_path / f"again{number}").read_bytes() == (tmp_path / "graph.nq").read_bytes()


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_the_same_from_a_graph_in_parts(name: str, tmp_path: Path) -> None:
    export("nquads", GRAPH, tmp_path / "graph.nq")
    export(name, tmp_path, tmp_path / "target")
    from_one_file = contents(tmp_path / "target")
    export(name, cut(tmp_path / "graph.nq", 100), tmp_path / "target")
    assert len(list((tmp_path / "graph.nq").iterdir())) > 3
    assert contents(tmp_path / "target") == from_one_file


def test_an_unknown_format_is_answered_with_near_matches(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="no format 'turtel': did you mean turtle"):
        export("turtel", GRAPH, tmp_path / "x")
    with pytest.raises(ExportError, match="there are turtle, trig"):
        export("docx", GRAPH, tmp_path / "x")


def test_a_missing_graph_is_told_before_anything_is_written(tmp_path: Path) -> None:
    with pytest.raises(QueryError, match="there is no"):
        export("turtle", tmp_path / "nowhere", tmp_path / "x.ttl")
    assert list(tmp_path.iterdir()) == []


def test_a_failing_export_leaves_the_earlier_file_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "bad.nq").write_text("<urn:a> <urn:b> <urn:c> .\n<urn:a>\n")
    target = tmp_path / "graph.jsonld"
    target.write_text("earlier")
    with pytest.raises(QueryError, match="not well-formed"):
        export("jsonld", tmp_path / "bad.nq", target)
    assert target.read_text() == "earlier"
    assert {file.name for file in tmp_path.iterdir()} == {"bad.nq", "graph.jsonld"}


def test_an_interrupted_export_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt), whole_file(tmp_path / "x") as file:
        file.write(b"half")
        raise KeyboardInterrupt
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_does_not_exist_is_named(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"cannot write .*no/x\.ttl: No such file or directory"):
        export("turtle", GRAPH, tmp_path / "no" / "x.ttl")


def test_a_folder_is_no_file_to_write(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="Is a directory"):
        export("turtle", GRAPH, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_the_system_cuts_off_is_told_and_leaves_the_earlier_one(tmp_path: Path) -> None:
    target = tmp_path / "graph.ttl"
    target.write_text("earlier")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2000, hard))  # as on a full disk, but within this process
    try:
        with pytest.raises(ExportError, match=r"cannot write .*graph\.ttl: File too large"):
            export("turtle", GRAPH, target)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert target.read_text() == "earlier"
    assert list(tmp_path.iterdir()) == [target]


def test_a_pipe_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    received: list[bytes] = []
    reader = threading.Thread(target=lambda: received.append(pipe.read_bytes()), daemon=True)
    reader.start()
    export("ntriples", GRAPH, pipe)
    reader.join(10)
    assert pipe.is_fifo()
    assert received[0].count(b"\n") > 100


def test_a_link_is_followed_and_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "real")
    export("ntriples", GRAPH, tmp_path / "link")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").is_file()


def test_a_new_file_has_the_permissions_of_any_new_file(tmp_path: Path) -> None:
    export("ntriples", GRAPH, tmp_path / "x")
    (tmp_path / "other").touch()
    assert (tmp_path / "x").stat().st_mode == (tmp_path / "other").stat().st_mode
