import gzip
from pathlib import Path

import pytest

from build_graph.model import Document
from build_graph.read import ReadError, Skipped, read_documents
from tests.read.formats import as_html, as_warc, http, warc_record

SENTENCE = "教育部决定开展智慧校园建设试点，各地要认真落实。"
PAGE = as_html(SENTENCE)
HTML = "text/html; charset=utf-8"


def read(path: Path, data: bytes) -> tuple[list[Document], list[str], list[Skipped]]:
    path.write_bytes(data)
    skipped: list[Skipped] = []
    found = list(read_documents([path], on_skipped=skipped.append))
    documents = [each for each in found if isinstance(each, Document)]
    errors = [str(each) for each in found if isinstance(each, ReadError)]
    assert not any("\n" in error for error in errors)
    return documents, errors, skipped


def members(*ids: str) -> list[bytes]:
    return [gzip.compress(warc_record(id_, http(PAGE, HTML)), mtime=0) for id_ in ids]


@pytest.mark.parametrize(("name", "packed"), [("a.warc", False), ("a.warc.gz", True)])
def test_an_answer_is_a_document_named_by_its_record(tmp_path: Path, name: str, *, packed: bool) -> None:
    documents, errors, _ = read(tmp_path / name, as_warc({"urn:a": PAGE, "urn:b": PAGE}, packed=packed))
    assert errors == []
    assert [document.name for document in documents] == ["urn:a", "urn:b"]
    first = documents[0]
    assert first.text == PAGE.decode()
    assert first.said(0, len(first.text)) == SENTENCE
    assert (first.url, first.title, first.published) == ("https://example.org/urn:a", "网页", None)
    assert first.where.endswith(f"{name}, byte 0")


def test_an_archive_packed_as_a_whole_is_read(tmp_path: Path) -> None:
    documents, errors, _ = read(tmp_path / "a.warc.gz", gzip.compress(as_warc({"a": PAGE, "b": PAGE}, packed=False)))
    assert (len(documents), errors) == (2, [])


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        ("Content-Encoding: gzip\r\n", gzip.compress(PAGE)),
        ("Transfer-Encoding: chunked\r\n", f"{len(PAGE):x}\r\n".encode() + PAGE + b"\r\n0\r\n\r\n"),
    ],
)
def test_an_encoded_answer_is_decoded(tmp_path: Path, headers: str, body: bytes) -> None:
    documents, _, _ = read(tmp_path / "a.warc", warc_record("a", http(body, HTML, headers=headers)))
    assert documents[0].text == PAGE.decode()


def test_the_encoding_that_the_server_states_is_heard(tmp_path: Path) -> None:
    page = "<p>試點名單</p>"
    documents, _, _ = read(tmp_path / "a.warc", as_warc({"a": page.encode("big5")}, "text/html; charset=Big5"))
    assert documents[0].text == page


def test_plain_text_and_resources_are_read(tmp_path: Path) -> None:
    records = warc_record("a", http(SENTENCE.encode(), "text/plain")) + warc_record("b", PAGE, "resource", HTML)
    documents, errors, _ = read(tmp_path / "a.warc", records)
    assert [document.said(0, len(document.text)) for document in documents] == [SENTENCE, SENTENCE]
    assert errors == []


def test_other_records_are_passed_over_with_what_they_are(tmp_path: Path) -> None:
    records = (
        warc_record("a", b"software: x\r\n", "warcinfo", "application/warc-fields")
        + warc_record("b", b"GET / HTTP/1.1\r\n\r\n", "request", "application/http; msgtype=request")
        + warc_record("c", http(b"\x89PNG", "image/png"))
        + warc_record("d", http(PAGE, HTML, "404 Not Found"))
        + warc_record("e", http(PAGE, ""))
    )
    documents, errors, skipped = read(tmp_path / "a.warc", records)
    assert (documents, errors) == ([], [])
    assert [each.reason.removeprefix("record: ") for each in skipped] == [
        "warcinfo", "request", "image/png", "status 404", "no type",
    ]  # fmt: skip


def test_a_damaged_member_is_told_with_its_byte_and_the_rest_is_read(tmp_path: Path) -> None:
    first, second, third = members("a", "b", "c")
    damaged = second[:40] + b"\x00" * 20 + second[60:]
    documents, errors, _ = read(tmp_path / "a.warc.gz", first + damaged + third)
    assert [document.name for document in documents] == ["a", "c"]
    assert len(errors) == 1
    assert f"byte {len(first)}: it cannot be unpacked" in errors[0]


def test_a_member_that_is_no_record_is_told_with_its_byte_and_the_rest_is_read(tmp_path: Path) -> None:
    first, second = members("a", "b")
    documents, errors, _ = read(tmp_path / "a.warc.gz", first + gzip.compress(b"garbage") + second)
    assert [document.name for document in documents] == ["a", "b"]
    assert len(errors) == 1
    assert f"byte {len(first)}: no record" in errors[0]


@pytest.mark.parametrize("lost", [30, 200, "head"])
def test_an_archive_that_is_cut_off_gives_what_came_before_and_one_error(tmp_path: Path, lost: int | str) -> None:
    first, second = members("a", "b")
    data = first + (second[:15] if lost == "head" else second[: -int(lost)])
    documents, errors, _ = read(tmp_path / "a.warc.gz", data)
    assert [document.name for document in documents] == ["a"]
    assert len(errors) == 1
    assert f"byte {len(first)}: it is cut off" in errors[0]


def test_a_plain_archive_that_is_cut_off_is_told(tmp_path: Path) -> None:
    first, second = (warc_record(id_, http(PAGE, HTML)) for id_ in "ab")
    documents, errors, _ = read(tmp_path / "a.warc", first + second[:-100])
    assert [document.name for document in documents] == ["a"]
    assert [error.partition(", ")[2] for error in errors] == [f"byte {len(first)}: the record is cut off"]


def test_a_broken_head_is_told_with_its_byte_and_the_rest_is_read(tmp_path: Path) -> None:
    first, second, third = (warc_record(id_, http(PAGE, HTML)) for id_ in "abc")
    documents, errors, _ = read(tmp_path / "a.warc", first + second.replace(b"WARC/1.1", b"WORK/1.1") + third)
    assert [document.name for document in documents] == ["a", "c"]
    assert len(errors) == 1
    assert f"byte {len(first)}: no record of an archive" in errors[0]


def test_a_record_that_swallows_the_next_one_is_told_and_the_next_one_is_read(tmp_path: Path) -> None:
    first, second, third = (warc_record(id_, http(PAGE, HTML)) for id_ in "abc")
    length = str(len(http(PAGE, HTML))).encode()
    longer = first.replace(b"Content-Length: " + length, b"Content-Length: " + str(int(length) + 400).encode())
    documents, errors, _ = read(tmp_path / "a.warc", longer + second + third)
    assert [document.name for document in documents] == ["b", "c"]
    assert len(errors) == 1
    assert "byte 0: the length of the record is wrong" in errors[0]


@pytest.mark.parametrize(
    ("block", "message"),
    [
        (http(b"no gzip", HTML, headers="Content-Encoding: gzip\r\n"), "the answer cannot be decoded"),
        (http(b"Z\r\n", HTML, headers="Transfer-Encoding: chunked\r\n"), "the answer cannot be decoded"),
        (b"nothing", "the answer"),
        (http(b"\x00\x01\x02\xff", HTML), "binary"),
        (http(b"<p></p>", HTML), "is empty"),
    ],
)
def test_a_broken_answer_is_told_and_the_rest_is_read(tmp_path: Path, block: bytes, message: str) -> None:
    documents, errors, _ = read(tmp_path / "a.warc", warc_record("a", block) + warc_record("b", http(PAGE, HTML)))
    assert [document.name for document in documents] == ["b"]
    assert len(errors) == 1
    assert "byte 0" in errors[0]
    assert message in errors[0]


def test_a_record_that_is_too_large_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("build_graph.read.warc.LARGEST_RECORD", len(PAGE))
    big = warc_record("a", http(gzip.compress(b"a" * 9999), HTML, headers="Content-Encoding: gzip\r\n"))
    documents, errors, _ = read(tmp_path / "a.warc", warc_record("c", http(PAGE, HTML)) + big)
    assert documents == []
    assert "the record is larger than" in errors[0]
    assert "the answer is too large" in errors[1]


@pytest.mark.parametrize(("data", "message"), [(b"", "is empty"), (b"no archive\n" * 9, "byte 0: no record")])
def test_what_is_no_archive_is_told(tmp_path: Path, data: bytes, message: str) -> None:
    documents, errors, _ = read(tmp_path / "a.warc", data)
    assert documents == []
    assert len(errors) == 1
    assert message in errors[0]
