"""What is small and unpacks to much, what is deeper or longer than anything: told in one line, in bounded memory."""

from __future__ import annotations

import gzip
import itertools
import json
import os
import struct
import subprocess
import sys
import zlib
from pathlib import Path

import pytest

from build_graph.correct.errors import CorrectionError
from build_graph.correct.files import read_corrections
from build_graph.model import Document
from build_graph.read import ReadError, read_documents
from build_graph.read.pdf_traps import LARGEST_STREAM
from build_graph.read.source import LARGEST_RECORD, LONGEST_TEXT
from tests.hostile.made import (
    CATALOGUE,
    FONT,
    PAGE,
    PAGES,
    PARAGRAPH,
    SENTENCE,
    SHOWN,
    pdf_file,
    pdf_page,
    pdf_stream,
    word_file,
)
from tests.read.formats import http, warc_record

ROOT = Path(__file__).parents[2]
MB = 2**20
DEEP = 100_000


def told(path: Path) -> list[str]:
    """Return the mistakes that are told of a file or folder, each one line; what is read is ``document``."""
    found = list(read_documents([path]))
    lines = [str(each) if isinstance(each, ReadError) else "document" for each in found]
    assert not any("\n" in line for line in lines)
    return lines


def one(path: Path, data: bytes | str) -> str:
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    (line,) = told(path)
    return line


_PEAK = """
import re
print(re.search(r"VmHWM:\\s+(\\d+)", pathlib.Path("/proc/self/status").read_text())[1])
"""
"""The peak of the program itself: what ``getrusage`` says of a child counts the process that began it, too."""


def megabytes(code: str, folder: Path) -> int:
    """Return the most memory that a program takes that is run in a process of its own, in megabytes."""
    program = f"import pathlib\nfolder = pathlib.Path({str(folder)!r})\n{code}\n{_PEAK}"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    told = subprocess.run(
        [sys.executable, "-c", program], env=environment, check=True, timeout=300, capture_output=True
    )
    return int(told.stdout) // 1024


# lines and records


def test_a_line_of_a_hundred_megabytes_is_told_in_bounded_memory_and_the_next_one_is_read(tmp_path: Path) -> None:
    with (tmp_path / "a.jsonl").open("wb") as file:
        file.write(b'{"text":"')
        for _ in range(100):
            file.write(b"a" * MB)
        file.write(b'"}\n' + json.dumps({"text": SENTENCE}).encode())
    first, second = told(tmp_path / "a.jsonl")
    assert first.endswith(f"a.jsonl, line 1 is longer than {LARGEST_RECORD // MB} MB")
    assert second == "document"
    code = "from build_graph.read import read_documents\nassert len(list(read_documents([folder]))) == 2"
    assert megabytes(code, tmp_path) < 500


def test_a_text_of_one_line_of_a_hundred_megabytes_is_told(tmp_path: Path) -> None:
    assert "is longer than 20,000,000 characters; split it into documents" in one(tmp_path / "a.txt", b"a" * 100 * MB)


def test_a_text_that_is_too_long_is_told_before_it_is_taken_apart(tmp_path: Path) -> None:
    lines = ("试点\n" * (LONGEST_TEXT // 3 + 1)).encode()
    assert "is longer than 20,000,000 characters" in one(tmp_path / "a.txt", lines)
    assert "is longer than 20,000,000 characters" in one(tmp_path / "a.html", b"<p>" + lines)
    record = json.dumps({"text": "a\n" * (LONGEST_TEXT // 2 + 1)})
    assert "its text is longer than 20,000,000 characters" in one(tmp_path / "a.json", record)
    answer = warc_record("a", http(b"a\n" * (LONGEST_TEXT // 2 + 1), "text/plain"))
    assert "byte 0 is longer than 20,000,000 characters" in one(tmp_path / "a.warc", answer)


def test_a_device_is_not_read_for_ever() -> None:
    (line,) = told(Path("/dev/zero"))
    assert line == "/dev/zero is larger than 200 MB; split it into documents"


# archives


def test_a_line_that_unpacks_to_hundreds_of_megabytes_is_passed_over(tmp_path: Path) -> None:
    piece = gzip.compress(b"a" * 64 * MB)
    (tmp_path / "a.jsonl.gz").write_bytes(piece * 5)
    (line,) = told(tmp_path / "a.jsonl.gz")
    assert line.endswith("a.jsonl.gz, line 1 is longer than 50 MB")


@pytest.mark.parametrize("encoding", ["gzip", "deflate"])
def test_an_answer_that_unpacks_to_too_much_is_told(encoding: str, tmp_path: Path) -> None:
    pack = gzip.compress if encoding == "gzip" else zlib.compress
    body = pack(b"<p>" + b"a" * (LARGEST_RECORD + 1))
    record = warc_record("a", http(body, "text/html", headers=f"Content-Encoding: {encoding}\r\n"))
    assert "byte 0: the answer is too large" in one(tmp_path / "a.warc", record)


def test_a_record_that_unpacks_to_too_much_is_passed_over_and_the_next_one_is_read(tmp_path: Path) -> None:
    head = "WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <a>\r\nContent-Type: application/http\r\n"
    length = LARGEST_RECORD + 1
    first = f"{head}Content-Length: {length}\r\n\r\n".encode() + b"a" * length + b"\r\n\r\n"
    second = warc_record("b", http(SENTENCE.encode(), "text/plain; charset=utf-8"))
    (tmp_path / "a.warc.gz").write_bytes(gzip.compress(first) + gzip.compress(second))
    larger, document = told(tmp_path / "a.warc.gz")
    assert "byte 0: the record is larger than 50 MB" in larger
    assert document == "document"


@pytest.mark.parametrize("length", ["9" * 12, "9" * 30, "-5", "0x10", "many", ""])
def test_an_absurd_length_of_a_record_is_told(length: str, tmp_path: Path) -> None:
    head = "WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <a>\r\nContent-Type: application/http\r\n"
    (tmp_path / "a.warc").write_bytes(
        f"{head}Content-Length: {length}\r\n\r\nHTTP/1.1 200 OK\r\n\r\nabc\r\n\r\n".encode()
    )
    lines = told(tmp_path / "a.warc")
    assert "document" not in lines
    assert "byte 0" in lines[0]


@pytest.mark.parametrize("inside", ["archive", "answer"])
def test_a_head_without_end_is_told(inside: str, tmp_path: Path) -> None:
    lines = b"X: " + b"a" * MB + b"\r\n"
    data = (
        b"WARC/1.1\r\n" + lines * 99 if inside == "archive" else warc_record("a", b"HTTP/1.1 200 OK\r\n" + lines * 40)
    )
    assert "Maximum header length exceeded" in one(tmp_path / "a.warc.gz", gzip.compress(data))


# DOCX


def test_a_part_of_word_that_unpacks_to_too_many_elements_is_told(tmp_path: Path) -> None:
    assert "unpacks to more than 40 MB" in one(tmp_path / "a.docx", word_file("<w:p/>" * (41 * MB // 6)))


def test_a_word_file_that_unpacks_to_too_much_is_told(tmp_path: Path) -> None:
    bomb = word_file(PARAGRAPH, **{"word/media/a.bin": b"\0" * 201 * MB})
    assert "unpacks to more than 200 MB" in one(tmp_path / "a.docx", bomb)


def test_a_word_file_that_lies_about_its_size_is_told(tmp_path: Path) -> None:
    data = bytearray(word_file(f"<w:p><w:r><w:t>{'a' * 45 * MB}</w:t></w:r></w:p>"))
    at = 0
    while (at := data.find(b"PK\x01\x02", at)) >= 0:
        length = struct.unpack("<H", data[at + 28 : at + 30])[0]
        if data[at + 46 : at + 46 + length] == b"word/document.xml":
            data[at + 24 : at + 28] = struct.pack("<I", 1000)
        at += 4
    assert "it is no DOCX, or it is damaged" in one(tmp_path / "a.docx", bytes(data))


def test_entities_in_word_do_not_multiply(tmp_path: Path) -> None:
    names = "abcdefghij"
    more = "".join(f'<!ENTITY {name} "{f"&{last};" * 10}">' for last, name in itertools.pairwise(names))
    bomb = word_file("<w:p><w:r><w:t>a&j;</w:t></w:r></w:p>", f'<!DOCTYPE x [<!ENTITY a "试点">{more}]>')
    assert "it is no DOCX, or it is damaged" in one(tmp_path / "a.docx", bomb)


def test_entities_in_word_open_neither_files_nor_connections(tmp_path: Path, listener) -> None:
    secret = tmp_path / "secret"
    secret.write_text("SECRET")
    for address in (secret.as_uri(), listener.address):
        data = word_file(
            f"<w:p><w:r><w:t>{SENTENCE}&s;</w:t></w:r></w:p>", f'<!DOCTYPE x [<!ENTITY s SYSTEM "{address}">]>'
        )
        (tmp_path / "a.docx").write_bytes(data)
        (document,) = read_documents([tmp_path / "a.docx"])
        assert isinstance(document, Document)
        assert document.text == SENTENCE


@pytest.mark.parametrize(
    ("opened", "closed"),
    [
        ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"),
        ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"),
        ("<w:p><w:ins>", "</w:ins></w:p>"),
    ],
)
@pytest.mark.parametrize("depth", [200, 2000, DEEP])
def test_what_lies_deep_in_word_ends_in_a_document_or_one_line(
    depth: int, opened: str, closed: str, tmp_path: Path
) -> None:
    assert one(tmp_path / "a.docx", word_file(opened * depth + PARAGRAPH + closed * depth))


@pytest.mark.parametrize("span", ["100000000", "9" * 30, "-1", "x"])
def test_a_cell_that_spans_millions_of_columns_spans_one(span: str, tmp_path: Path) -> None:
    cell = f'<w:tc><w:tcPr><w:gridSpan w:val="{span}"/></w:tcPr>{PARAGRAPH}</w:tc><w:tc><w:p/></w:tc>'
    (tmp_path / "a.docx").write_bytes(word_file(f"<w:tbl>{f'<w:tr>{cell}</w:tr>' * 2}</w:tbl>"))
    (document,) = read_documents([tmp_path / "a.docx"])
    assert isinstance(document, Document)
    assert document.text.count(SENTENCE) == 2


def test_cells_that_span_do_not_swell_a_text() -> None:
    from build_graph.read.html import read_page

    rows = "<tr><td>a" * 1000
    page = f"<p>{SENTENCE}</p><table><tr><td rowspan=1000 colspan=49>{'试点' * 90}<td>b{rows}</table>"
    content, _ = read_page(page)
    assert len(content.text) < 30 * len(page)


def test_honest_spans_are_written_out_as_before() -> None:
    from build_graph.read.html import read_page

    page = "<table><tr><td rowspan=3>河北省<td>滦州市<td>1<tr><td>迁安市<td>2<tr><td>遵化市<td>3</table>"
    assert read_page(page)[0].text == "河北省 | 滦州市 | 1\n河北省 | 迁安市 | 2\n河北省 | 遵化市 | 3"


# PDF


def test_a_page_of_a_pdf_that_unpacks_to_too_much_is_told_in_bounded_memory(tmp_path: Path) -> None:
    packer = zlib.compressobj(9)
    packed = packer.compress(SHOWN) + b"".join(packer.compress(b" " * MB) for _ in range(LARGEST_STREAM // MB + 1))
    stream = pdf_stream(packed + packer.flush())
    (tmp_path / "a.pdf").write_bytes(pdf_file(CATALOGUE, PAGES, PAGE, stream, FONT))
    (line,) = told(tmp_path / "a.pdf")
    assert line.endswith("a.pdf unpacks to more than 256 MB on one page; print it to a new PDF")


def test_what_is_packed_twice_is_followed_down(tmp_path: Path) -> None:
    inner = zlib.compress(b" " * (LARGEST_STREAM + 1), 1)
    stream = pdf_stream(zlib.compress(inner), b"[/FlateDecode /FlateDecode]")
    assert "unpacks to more than 256 MB" in one(tmp_path / "a.pdf", pdf_file(CATALOGUE, PAGES, PAGE, stream, FONT))


def test_an_honest_pdf_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf_page(SHOWN + b" " * MB))
    (document,) = read_documents([tmp_path / "a.pdf"])
    assert isinstance(document, Document)
    assert document.text == "a pilot county"


@pytest.mark.parametrize(
    "objects",
    [
        (CATALOGUE, b"<</Type/Pages/Kids[2 0 R]/Count 1>>"),
        (b"<</Type/Catalog/Pages 1 0 R>>",),
        (CATALOGUE, PAGES, PAGE, b"<</Length 4 0 R>>stream\nabc\nendstream", FONT),
        (b"<</Type/Catalog/Pages 2 0 R/X " + b"[" * DEEP + b"]" * DEEP + b">>", b"<</Type/Pages/Kids[]/Count 0>>"),
        (CATALOGUE, PAGES, PAGE, b"4 0 R", b"5 0 R"),
        (
            CATALOGUE,
            PAGES,
            PAGE.replace(b"/Font<</F1 5 0 R>>", b"/XObject<</X 5 0 R>>"),
            pdf_stream(zlib.compress(b"/X Do")),
            b"<</Type/XObject/Subtype/Form/BBox[0 0 1 1]/Resources<</XObject<</X 5 0 R>>>>/Length 5>>stream\n/X Do\nendstream",
        ),
    ],
    ids=[
        "pages in pages",
        "a catalogue of itself",
        "its own length",
        "deep arrays",
        "references in circles",
        "forms in forms",
    ],
)
def test_objects_that_hold_themselves_end_in_one_line(objects: tuple[bytes, ...], tmp_path: Path) -> None:
    assert "a.pdf" in one(tmp_path / "a.pdf", pdf_file(*objects))


# JSON, HTML, YAML


@pytest.mark.parametrize(
    "text",
    ["[" * DEEP + "]" * DEEP, '{"a":' * DEEP + "1" + "}" * DEEP, '{"text":"a","x":' + "[" * DEEP + "]" * DEEP + "}"],
)
@pytest.mark.parametrize("name", ["a.json", "a.jsonl"])
def test_json_a_hundred_thousand_deep_is_told(name: str, text: str, tmp_path: Path) -> None:
    assert "nested too deeply" in one(tmp_path / name, text)


@pytest.mark.parametrize("tag", ["div", "b", "table><tr><td", "ul><li", "p", "span"])
def test_pages_a_hundred_thousand_deep_are_read(tag: str, tmp_path: Path) -> None:
    assert one(tmp_path / "a.html", f"<html><body>{f'<{tag}>' * DEEP}{SENTENCE}") == "document"


ALIASES = "- &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"- &{new} [{', '.join([f'*{old}'] * 9)}]\n" for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (ALIASES, "entry 1 has no file"),
        ("[" * 20_000, "too many brackets inside each other"),
        ("- file: a.txt\n  title: " + "{a: " * 5000, "too many brackets inside each other"),
        ("- !!python/object/apply:os.system ['touch owned']", "entry 1 has no file"),
        ("- file: \x00", "not valid YAML"),
        ("- ? [a]\n  : b", "not valid YAML"),
    ],
)
def test_a_manifest_that_is_a_trap_is_told(text: str, message: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SENTENCE)
    (tmp_path / "documents.yml").write_text(text)
    (line,) = told(tmp_path)
    assert message in line
    assert not Path("owned").exists()


@pytest.mark.parametrize("text", [ALIASES, "[" * 20_000, "- document: " + "{a: " * 5000, "- *x", "- \x00"])
def test_corrections_that_are_a_trap_are_told(text: str, tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text(text)
    with pytest.raises(CorrectionError) as caught:
        read_corrections(tmp_path)
    assert all("\n" not in line and len(line) < 500 for line in caught.value.args)
