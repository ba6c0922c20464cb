"""Whatever bytes a file holds, and whatever its name ends in: documents, or errors of one line, and nothing else."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from build_graph.correct.errors import CorrectionError
from build_graph.correct.files import read_corrections
from build_graph.model import Document
from build_graph.read import ReadError, read_documents
from build_graph.read.documents import READERS
from build_graph.validate.rdf import RdfError, read_files
from queries import QueryError
from queries.store import GraphFile
from tests.hostile.made import PARAGRAPH, SENTENCE, SHOWN, pdf_page, word_file
from tests.read.formats import as_html, as_json, as_json_lines, as_parquet, as_warc

if TYPE_CHECKING:
    from pathlib import Path

SEEDS: dict[str, bytes] = {
    ".txt": SENTENCE.encode("gb18030"),
    ".html": as_html(f"{SENTENCE}\n\n河北省 | 滦州市\n山西省 | 怀仁市\n"),
    ".json": as_json(SENTENCE, title="通知", date="2020-01-01", url="https://example.org/a"),
    ".jsonl": as_json_lines({"a": SENTENCE, "b": SENTENCE}),
    ".warc": as_warc({"a": as_html(SENTENCE)}, packed=False),
    ".pdf": pdf_page(SHOWN),
    ".docx": word_file(PARAGRAPH),
    ".parquet": as_parquet(SENTENCE),
}
SEEDS |= {".jsonl.gz": gzip.compress(SEEDS[".jsonl"], mtime=0), ".warc.gz": gzip.compress(SEEDS[".warc"], mtime=0)}
PIECES = [b"\x00", b"\xff\xfe", b"\x1f\x8b\x08", b"<!--", b"<table><tr><td>", b"{", b"[", b'"', b"\\ud800", b"&#x", b"%PDF-", b"\r\n\r\n", b"9" * 25, b"-1", "试点".encode(), "試點".encode("big5")]  # fmt: skip


@st.composite
def damaged(draw: st.DrawFn, data: bytes) -> bytes:
    """Bytes of a whole file of which some are lost, doubled, or others: what fuzzers do."""
    for _ in range(draw(st.integers(0, 4))):
        start = draw(st.integers(0, len(data)))
        end = draw(st.integers(start, min(len(data), start + 40)))
        put = draw(st.one_of(st.sampled_from(PIECES), st.binary(max_size=6), st.just(data[start:end] * 3)))
        data = data[:start] + put + data[end:]
    return data


def check(folder: Path, name: str, data: bytes) -> None:
    path = folder / name
    path.write_bytes(data)
    for found in read_documents([path]):
        if isinstance(found, ReadError):
            assert "\n" not in str(found)
            assert str(folder) in str(found)
        else:
            assert isinstance(found, Document)
            assert found.text.encode()
            assert found.id.encode()
            if found.content:
                starts, ends = found.content.starts, found.content.ends
                assert len(found.content.text) == len(starts) == len(ends)
                assert list(starts) == sorted(starts)
                assert list(ends) == sorted(ends)
                assert all(0 <= start < end <= len(found.text) + 1 for start, end in zip(starts, ends, strict=True))


def test_every_suffix_has_a_seed() -> None:
    like = {".htm": ".html", ".xhtml": ".html", ".shtml": ".html", ".jsp": ".html", ".ndjson": ".jsonl"}
    assert {like.get(suffix, suffix) for suffix in READERS} == set(SEEDS)


quick = settings(
    max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.mark.parametrize("suffix", SEEDS)
@quick
@given(data=st.data())
def test_a_damaged_file_gives_documents_or_one_line(suffix: str, data: st.DataObject, tmp_path: Path) -> None:
    check(tmp_path, f"a{suffix}", data.draw(damaged(SEEDS[suffix])))


@pytest.mark.parametrize("suffix", SEEDS)
@quick
@given(data=st.lists(st.one_of(st.binary(max_size=20), st.sampled_from(PIECES)), max_size=12).map(b"".join))
def test_any_bytes_give_documents_or_one_line(suffix: str, data: bytes, tmp_path: Path) -> None:
    check(tmp_path, f"a{suffix}", data)


def remade(part: str, data: bytes) -> bytes:
    source, target = zipfile.ZipFile(io.BytesIO(SEEDS[".docx"])), io.BytesIO()
    with zipfile.ZipFile(target, "w") as packed:
        for name in source.namelist():
            packed.writestr(name, data if name == part else source.read(name))
    return target.getvalue()


@pytest.mark.parametrize("part", ["word/document.xml", "word/styles.xml", "word/numbering.xml", "[Content_Types].xml"])
@quick
@given(data=st.data())
def test_a_damaged_part_of_word_gives_a_document_or_one_line(part: str, data: st.DataObject, tmp_path: Path) -> None:
    whole = zipfile.ZipFile(io.BytesIO(SEEDS[".docx"])).read(part)
    check(tmp_path, "a.docx", remade(part, data.draw(damaged(whole))))


@pytest.mark.parametrize("packed", [".jsonl.gz", ".warc.gz"])
@quick
@given(data=st.data())
def test_what_is_damaged_before_it_is_packed_gives_documents_or_one_line(
    packed: str, data: st.DataObject, tmp_path: Path
) -> None:
    inside = data.draw(damaged(SEEDS[packed.removesuffix(".gz")]))
    check(tmp_path, f"a{packed}", gzip.compress(inside, 1, mtime=0))


KEYS = st.one_of(
    st.sampled_from(["text", "content", "html", "title", "url", "date", "id", "publisher", "TEXT"]), st.text(max_size=4)
)
json_values = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(),
        st.floats(),
        st.text(max_size=9),
        st.sampled_from([SENTENCE, "<p>试</p>"]),
    ),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(KEYS, inner, max_size=5)),
    max_leaves=12,
)


@quick
@given(value=json_values, ascii_only=st.booleans())
def test_any_json_gives_documents_or_one_line(value: object, ascii_only: bool, tmp_path: Path) -> None:
    text = json.dumps(value, ensure_ascii=ascii_only)
    data = text.encode("utf-8", "surrogatepass")
    check(tmp_path, "a.json", data)
    check(tmp_path, "a.jsonl", data)


YAML = b"""- document: a
  kind: goal
  fact: "x"
  passage: {exact: x, start: 3, occurrence: 1}
  action: correct
  set: {deadline: 2024-06, value: [60, 70.5]}
  who: x
  why: y
  date: 2024-01-01
"""


@quick
@given(data=damaged(YAML))
def test_damaged_corrections_are_read_or_told(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_bytes(data)
    try:
        read_corrections(tmp_path)
    except CorrectionError as error:
        assert all("\n" not in line for line in error.args)


@quick
@given(data=damaged(b"- file: a.txt\n  id: x\n  title: t\n  url: https://example.org\n  date: 2020-01\n"))
def test_a_damaged_manifest_is_read_or_told(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "documents.yml").write_bytes(data)
    check(tmp_path, "a.txt", SENTENCE.encode())


RDF = {
    ".ttl": b'@prefix x: <urn:x:> .\nx:a x:b "c"@zh, 3, [ x:d ( 1 2 ) ] .\n',
    ".trig": b'<urn:g> { <urn:a> <urn:b> "c"^^<urn:d> . }\n',
    ".nq": b'<urn:a> <urn:b> "c\\u8bd5"@zh <urn:g> .\n',
    ".rdf": b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:x="urn:"><rdf:Description rdf:about="urn:a"><x:b>c</x:b></rdf:Description></rdf:RDF>',
    ".jsonld": b'{"@context": {"n": {"@id": "urn:n", "@container": "@language"}}, "@id": "urn:a", "n": {"zh": "c"}, "@graph": [{"@id": "urn:b", "@type": "urn:T"}]}',
}


@pytest.mark.parametrize("suffix", RDF)
@quick
@given(data=st.data())
def test_damaged_rdf_is_read_or_told(suffix: str, data: st.DataObject, tmp_path: Path) -> None:
    path = tmp_path / f"a{suffix}"
    path.write_bytes(data.draw(damaged(RDF[suffix])))
    for reader in (
        lambda: list(read_files([path])),
        lambda: GraphFile.at(path).store,
        lambda: list(GraphFile.at(path).statements()),
    ):
        try:
            reader()
        except (RdfError, QueryError) as error:
            assert "\n" not in str(error)


@quick
@given(value=json_values)
def test_any_json_as_json_ld_is_read_or_told(value: object, tmp_path: Path) -> None:
    (tmp_path / "a.jsonld").write_text(json.dumps(value).replace('"text"', '"@context"').replace('"title"', '"@id"'))
    try:
        list(read_files([tmp_path / "a.jsonld"]))
    except RdfError as error:
        assert "\n" not in str(error)
