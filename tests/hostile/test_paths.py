"""Names that lead elsewhere: nothing outside of the folders that a person named is read or written."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

import reformgraph
from build_graph.emit.texts import file_name
from build_graph.model import Document
from build_graph.read import ReadError, Skipped, read_documents
from exports.site.source import Source
from exports.site.write import save
from queries.store import GraphFile
from tests.read.formats import http, warc_record

TEXT = "教育部关于开展智慧校园试点工作的通知\n确定河北省滦州市为智慧校园试点市，到2025年建成10所学校。\n"


def told(folder: Path) -> list[str]:
    return [str(each) if isinstance(each, ReadError) else each.name for each in read_documents([folder])]


def test_a_link_out_of_a_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text(TEXT)
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "a.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "b.txt").symlink_to("../secret.txt")
    (folder / "c").symlink_to(tmp_path)
    assert told(folder) == [
        f"{folder}/{name}.txt is a link out of the folder; name the file that it leads to if it is to be read"
        for name in "ab"
    ]


def test_a_link_inside_of_a_folder_is_the_file_that_it_leads_to(tmp_path: Path) -> None:
    (tmp_path / "store").mkdir()
    (tmp_path / "store" / "1").write_text(TEXT)
    (tmp_path / "a.txt").symlink_to("store/1")
    assert told(tmp_path) == ["a.txt"]


def test_a_link_that_a_person_names_is_followed(tmp_path: Path) -> None:
    (tmp_path / "far").mkdir()
    (tmp_path / "far" / "a.txt").write_text(TEXT)
    (tmp_path / "near").symlink_to("far")
    assert told(tmp_path / "near") == ["a.txt"]
    (tmp_path / "b.txt").symlink_to("far/a.txt")
    assert told(tmp_path / "b.txt") == ["b.txt"]


def test_circles_of_links_and_links_to_nothing_are_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to("b.txt")
    (tmp_path / "b.txt").symlink_to("a.txt")
    (tmp_path / "c.txt").symlink_to("nothing")
    (tmp_path / "folder").symlink_to(".")
    lines = told(tmp_path)
    assert lines == [f"{tmp_path}/{name}.txt is a link that leads nowhere; take it out of the folder" for name in "abc"]
    assert told(tmp_path / "a.txt") == [f"{tmp_path}/a.txt does not exist; name a file or a folder that holds some"]


def test_a_pipe_in_a_folder_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    os.mkfifo(tmp_path / "b.warc.gz")
    (tmp_path / "c.txt").write_text(TEXT)
    pipe, archive, document = told(tmp_path)
    assert pipe == f"{tmp_path}/a.txt is a pipe or a device and no file; take it out of the folder"
    assert "b.warc.gz is a pipe" in archive
    assert document == "c.txt"


def test_a_name_with_nul_or_that_is_not_utf_8_is_one_line_or_a_document(tmp_path: Path) -> None:
    assert told(tmp_path / "a\0b.txt")[0].endswith("does not exist; name a file or a folder that holds some")
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff\xfe.txt")).write_text(TEXT)
    (document,) = read_documents([tmp_path])
    assert isinstance(document, Document)
    assert document.name == "\ufffd\ufffd.txt"


IDS = (
    "../../escaped",
    "/etc/passwd",
    "a\0b",
    "..",
    ".",
    "..\\..\\windows",
    "a/../../b",
    "CON",
    "a" * 5000,
    "-o",
    "~root",
    "甲\n乙",
)


def test_no_id_of_a_record_leads_a_file_out_of_the_built_folder(tmp_path: Path) -> None:
    """Neither the texts nor the pages of the site nor any table."""
    source = tmp_path / "in"
    source.mkdir()
    records = [json.dumps({"id": each, "title": each, "text": TEXT}) for each in IDS]
    (source / "a.jsonl").write_text("\n".join(records))
    archive = [warc_record(f"../{number}/..", http(TEXT.encode(), "text/plain")) for number in range(2)]
    (source / "b.warc").write_bytes(b"".join(archive))
    (source / "c.txt").write_text(TEXT)
    (source / "documents.yml").write_text("- file: c.txt\n  id: ../../../from-the-manifest\n")
    out = tmp_path / "out"
    summary = reformgraph.build(source, out / "graph", stamp=False)
    assert summary.documents == len(IDS) + 3
    assert summary.published
    save(out / "graph", out / "site")
    graph = reformgraph.Graph.open(out / "graph")
    for form in ("csv-tables", "parquet"):
        graph.export(form, out / form)
    assert {entry.name for entry in tmp_path.iterdir()} == {"in", "out"}
    assert {entry.name for entry in out.iterdir()} == {"graph", "site", "csv-tables", "parquet"}
    written = [file for file in out.rglob("*") if file.is_file()]
    assert not any(set(file.relative_to(out).as_posix()) & set('\\:*?"<>|\n\0') for file in written)
    assert max(len(file.name.encode()) for file in written) < 255
    assert len(list((out / "graph" / "texts").iterdir())) == len(IDS) + 3 + 1


@pytest.mark.parametrize("name", IDS)
def test_the_file_of_a_text_has_a_plain_name(name: str) -> None:
    assert Path(file_name(name)).name == file_name(name)
    assert not file_name(name).startswith((".", "~"))


def test_an_index_of_texts_that_leads_out_of_its_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.json").write_text("{}")
    (tmp_path / "out" / "texts").mkdir(parents=True)
    (tmp_path / "out" / "graph.nq").write_text("")
    index = {"urn:a": "../../secret.json", "urn:b": str(tmp_path / "secret.json"), "urn:c": "c.json"}
    (tmp_path / "out" / "texts" / "index.json").write_text(json.dumps(index))
    assert list(Source(GraphFile.at(tmp_path / "out")).text_files) == ["urn:c"]


def test_what_is_passed_over_is_said_with_its_reason(tmp_path: Path) -> None:
    (tmp_path / "a.exe").write_bytes(b"MZ")
    (tmp_path / "b.txt").write_text(TEXT)
    skipped: list[Skipped] = []
    assert len(list(read_documents([tmp_path], on_skipped=skipped.append))) == 1
    assert [each.reason for each in skipped] == ["file: .exe"]
