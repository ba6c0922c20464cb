import hashlib
from pathlib import Path

import pytest

from build_graph.model import Document
from build_graph.read import PartError, ReadError, Skipped, read_documents
from build_graph.read.source import LARGEST, LONGEST_LINE


def write(path: Path, text: str = "开展试点。") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def one_error(*paths: Path, encoding: str | None = None) -> str:
    (error,) = read_documents(paths, encoding)
    assert isinstance(error, ReadError)
    assert "\n" not in str(error)
    return str(error)


def names(paths: list[Path]) -> list[str]:
    return [found.name for found in read_documents(paths) if isinstance(found, Document)]


def test_a_document_knows_its_file_and_its_digest(tmp_path: Path) -> None:
    (document,) = read_documents([write(tmp_path / "甲.txt", "试点")])
    assert isinstance(document, Document)
    assert (document.id, document.name, document.text, document.encoding) == ("甲", "甲.txt", "试点", "utf-8")
    assert document.sha256 == hashlib.sha256("试点".encode()).hexdigest()


def test_folders_are_searched_in_the_order_of_names_and_hidden_files_skipped(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "sub/c.TXT", ".hidden.txt", ".git/d.txt", "page.html"):
        write(tmp_path / name)
    assert names([tmp_path]) == ["a.txt", "b.txt", "page.html", "c.TXT"]


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    file = write(tmp_path / "a.txt")
    assert names([file, tmp_path, file]) == ["a.txt"]


def test_arguments_keep_their_order(tmp_path: Path) -> None:
    assert names([write(tmp_path / "b.txt"), write(tmp_path / "a.txt")]) == ["b.txt", "a.txt"]


def test_a_broken_file_is_told_and_the_rest_goes_on(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\x00\x01\x02")
    write(tmp_path / "b.txt")
    first, second = read_documents([tmp_path])
    assert isinstance(first, ReadError)
    assert isinstance(second, Document)


def test_a_path_that_does_not_exist(tmp_path: Path) -> None:
    assert "does not exist" in one_error(tmp_path / "none.txt")


def test_a_folder_without_documents(tmp_path: Path) -> None:
    assert "holds no documents" in one_error(tmp_path)


@pytest.mark.parametrize("text", ["", " \n\u3000\n"])
def test_an_empty_file(tmp_path: Path, text: str) -> None:
    assert "is empty" in one_error(write(tmp_path / "a.txt", text))


def test_a_wrong_encoding(tmp_path: Path) -> None:
    assert "not valid big5 at byte" in one_error(write(tmp_path / "a.txt"), encoding="big5")


def test_a_pdf_by_another_name_is_told(tmp_path: Path) -> None:
    assert one_error(write(tmp_path / "a.html", "%PDF-1.4 …")).endswith(
        "a.html is a PDF; give it a name that ends in .pdf"
    )


def test_an_encoding_that_nobody_knows_is_told_once(tmp_path: Path) -> None:
    files = write(tmp_path / "a.txt"), write(tmp_path / "b.txt")
    assert "there is no encoding 'utf99'; try utf-8" in one_error(*files, encoding="utf99")


def test_a_line_longer_than_any_page_has(tmp_path: Path) -> None:
    assert "split it" in one_error(write(tmp_path / "a.txt", "a" * (LONGEST_LINE + 1)))


def test_a_file_larger_than_any_page_is(tmp_path: Path) -> None:
    with (tmp_path / "a.txt").open("wb") as file:
        file.truncate(LARGEST + 1)
    assert "larger than" in one_error(tmp_path / "a.txt")


def test_two_files_of_one_name(tmp_path: Path) -> None:
    found = list(read_documents([write(tmp_path / "x" / "a.txt"), write(tmp_path / "y" / "a.txt")]))
    assert isinstance(found[0], Document)
    assert str(found[1]) == (
        f"{tmp_path}/y/a.txt would be called a, as {tmp_path}/x/a.txt is; give it another name, or an id in documents.yml"
    )


def test_a_manifest_tells_what_is_known_of_a_file(tmp_path: Path) -> None:
    write(tmp_path / "a.txt")
    write(tmp_path / "documents.yml", "- file: a.txt\n  id: 甲-1\n  title: 试点名单\n  date: 2020-03\n  kind: news\n")
    (document,) = read_documents([tmp_path])
    assert isinstance(document, Document)
    assert (document.id, document.title, document.published, document.kind) == ("甲-1", "试点名单", "2020-03", "news")


def test_a_file_that_the_manifest_does_not_name_is_read_all_the_same(tmp_path: Path) -> None:
    write(tmp_path / "a.txt")
    write(tmp_path / "documents.yml", "- file: b.txt\n")
    assert names([tmp_path]) == ["a.txt"]


@pytest.mark.parametrize(
    ("manifest", "message"),
    [
        ("- file: [a", "line 1: not valid YAML"),
        ("file: a.txt", "give a list"),
        ("- title: x", "entry 1 has no file"),
        ("- file: a.txt\n  author: x", "unknown key author"),
        ("- file: a.txt\n  title: [x]", "title of entry 1 is no text"),
        ("- file: a.txt\n  date: 3.5.2020", "date of entry 1 is '3.5.2020'"),
    ],
)
def test_a_broken_manifest_is_told(tmp_path: Path, manifest: str, message: str) -> None:
    write(tmp_path / "a.txt")
    write(tmp_path / "documents.yml", manifest)
    assert message in one_error(tmp_path)


def test_a_part_is_told_as_one_where_other_parts_of_its_file_are_read(tmp_path: Path) -> None:
    file = write(tmp_path / "a.jsonl", '{"text": 1}\n{"text": "开展试点。"}\n{"text": 2}\n')
    assert [type(found) for found in read_documents([file])] == [PartError, Document, PartError]
    assert "a.jsonl, line 1: its text is no text" in str(next(read_documents([file])))


def test_a_file_that_gives_no_document_at_all_cannot_be_read(tmp_path: Path) -> None:
    file = write(tmp_path / "a.jsonl", '{"text": 1}\n{"text": 2}\n')
    assert [type(found) for found in read_documents([file])] == [PartError, ReadError]


def test_files_of_other_kinds_in_a_folder_are_told_apart_from_what_cannot_be_read(tmp_path: Path) -> None:
    for name in ("a.txt", "b.xlsx", "README", ".hidden.doc"):
        write(tmp_path / name)
    skipped: list[Skipped] = []
    assert len(list(read_documents([tmp_path], on_skipped=skipped.append))) == 1
    assert [each.reason for each in skipped] == ["file: no suffix", "file: .xlsx"]


def test_the_name_of_a_file_can_always_be_written(tmp_path: Path) -> None:
    """A file system takes any bytes for a name."""
    (document,) = read_documents([write(tmp_path / "甲\udcff.txt")])
    assert isinstance(document, Document)
    assert (document.id, document.name) == ("甲\ufffd", "甲\ufffd.txt")
