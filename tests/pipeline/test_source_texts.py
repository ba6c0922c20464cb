"""The texts in a built folder against the graph beside them: all that a reader needs to look a fact up."""

import json
import re
from collections.abc import Iterator
from importlib.resources import files
from itertools import pairwise
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import RdfFormat, Store

from build_graph.emit.texts import text_object
from build_graph.extract.privacy import holds_personal_data
from build_graph.model import Document
from build_graph.pipeline import build, facts_of
from tests.read.formats import as_docx, as_html, as_json, as_json_lines, as_pdf, as_warc

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads(files("build_graph.emit").joinpath("text.schema.json").read_text("utf-8"))
NOTICE = """关于开展社区助餐服务改革试点工作的通知
经研究,决定在江苏省南京市江宁区、浙江省杭州市桐庐县开展社区助餐服务改革试点。
到2024年，试点县（市、区）助餐点覆盖率达到90%以上。
联系人：张小明，电话13800001111
联系电话：0571-12345678
"""
PASSAGES = """
PREFIX oa: <http://www.w3.org/ns/oa#>
SELECT ?document ?start ?end ?exact {
  ?passage oa:hasSource ?document ; oa:hasSelector [ oa:start ?start ; oa:end ?end ] , [ oa:exact ?exact ]
}
"""


def texts(folder: Path) -> dict[str, dict]:
    """Return the texts of a built folder by the IRIs of their documents, each as its schema wants it."""
    index = json.loads((folder / "texts" / "index.json").read_text("utf-8"))
    found = {iri: json.loads((folder / "texts" / name).read_text("utf-8")) for iri, name in index.items()}
    for each in found.values():
        jsonschema.validate(each, SCHEMA)
    return found


def passages(folder: Path) -> Iterator[tuple[str, int, int, str]]:
    store = Store()
    store.bulk_load(path=folder / "graph.nq", format=RdfFormat.N_QUADS)
    for document, start, end, exact in store.query(PASSAGES, use_default_graph_as_union=True):
        yield document.value, int(start.value), int(end.value), exact.value


@pytest.fixture(scope="module")
def shipped(tmp_path_factory) -> Path:
    return build([ROOT / "documents"], tmp_path_factory.mktemp("built") / "out", stamp=False).folder


@pytest.fixture(scope="module")
def mixed(tmp_path_factory) -> Path:
    """Return a folder built from one notice in each format, some of them many documents in a file."""
    folder = tmp_path_factory.mktemp("mixed")
    (folder / "page.html").write_bytes(as_html(NOTICE))
    (folder / "record.json").write_bytes(as_json(NOTICE, contact="10086@example.org"))
    (folder / "lines.jsonl").write_bytes(as_json_lines({"a/b": NOTICE, "a:b": NOTICE}))
    (folder / "crawl.warc.gz").write_bytes(as_warc({"urn:uuid:1": as_html(NOTICE)}))
    (folder / "notice.docx").write_bytes(as_docx(NOTICE))
    (folder / "notice.pdf").write_bytes(as_pdf(NOTICE))
    return build([folder], folder / "out", stamp=False).folder


@pytest.fixture(params=["shipped", "mixed"])
def built(request) -> Path:
    return request.getfixturevalue(request.param)


def test_every_document_of_the_graph_has_a_text(built: Path) -> None:
    found = texts(built)
    assert {document for document, *_ in passages(built)} <= set(found)
    graph = (built / "graph.nq").read_text("utf-8")
    sources = set(re.findall(r"<(\S+)> <\S+type> <\S+#SourceDocument> ", graph))
    assert set(found) == sources
    assert len(list((built / "texts").iterdir())) == len(sources) + 1


def test_every_passage_of_the_graph_reads_back_in_the_text(built: Path) -> None:
    found = texts(built)
    quoted = list(passages(built))
    assert len(quoted) > 20
    for document, start, end, exact in quoted:
        assert not any(a < end and start < b for a, b in found[document]["masked"])
        assert found[document]["text"][start:end] == exact


def test_no_text_holds_personal_data(built: Path) -> None:
    for file in (built / "texts").glob("*-*.json"):
        written = file.read_text("utf-8")
        for personal in ("13800001111", "12345678", "10086@", "张小明", "18664679034", "0313-2051987", "麦老师"):
            assert personal not in written
        found = json.loads(written)
        said = [piece[2] for piece in found["content"] or () if len(piece) > 2]
        for text in (found["text"], "".join(said), *(repair["read"] for repair in found["repairs"])):
            assert not holds_personal_data(text)


def test_stretches_lie_in_the_text_in_order_and_apart(built: Path) -> None:
    for found in texts(built).values():
        repairs, ignored = ([(each["start"], each["end"]) for each in found[key]] for key in ("repairs", "ignored"))
        content = [piece[:2] for piece in found["content"] or ()]
        for spans in (repairs, ignored, content, found["masked"], found["lost_digits"], found["unreadable"]):
            assert all(0 <= start < end <= len(found["text"]) for start, end in spans)
            assert all(left[1] <= right[0] for left, right in pairwise(spans))


def test_a_page_says_its_text_without_its_markup(mixed: Path) -> None:
    pages = [found for found in texts(mixed).values() if found["content"]]
    assert len(pages) == 5
    for page in pages:
        said = "".join(piece[2] if len(piece) > 2 else page["text"][piece[0] : piece[1]] for piece in page["content"])
        assert "经研究,决定在江苏省南京市江宁区、浙江省杭州市桐庐县开展社区助餐服务改革试点。" in said
        assert "<p>" not in said


def test_what_the_shipped_pages_lost_is_told(shipped: Path) -> None:
    found = {iri.rsplit("/", 1)[1][:3]: each for iri, each in texts(shipped).items()}
    assert next(found["000"]["text"][a:b] for a, b in found["000"]["lost_digits"]) == "等个县"
    restored = [repair for repair in found["001"]["repairs"] if "mojibake" in repair["kinds"]]
    assert len(restored) == 4
    assert all(repair.get("guessed") for repair in restored)
    masked = [(found["003"]["text"][a - 3 : a], b - a) for a, b in found["003"]["masked"]]
    assert masked == [("系人:", 3), ("手机:", 11), ("邮箱:", 19)]


def test_two_builds_write_the_same_bytes(shipped: Path, tmp_path: Path) -> None:
    again = build(sorted((ROOT / "documents").glob("*.txt"))[::-1], tmp_path / "out", stamp=False).folder
    written = {file.name: file.read_bytes() for file in (again / "texts").iterdir()}
    assert written == {file.name: file.read_bytes() for file in (shipped / "texts").iterdir()}


def test_without_texts_there_is_no_folder_of_texts(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(NOTICE, "utf-8")
    assert texts(build([tmp_path / "a.txt"], tmp_path / "out").folder)
    assert not (build([tmp_path / "a.txt"], tmp_path / "out", texts=False).folder / "texts").exists()


def test_a_rejected_graph_has_its_texts_beside_it(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(NOTICE, "utf-8")
    (tmp_path / "documents.yml").write_text("- file: a.txt\n  kind: rumour\n", "utf-8")
    summary = build([tmp_path / "a.txt"], tmp_path / "out")
    assert not summary.published
    assert len(texts(tmp_path / "out-rejected")) == 1
    assert not (tmp_path / "out").exists()


NOISE = ["試點", "醫(yī)", "？", "|", "個縣", "《", "\n", "\r\n", "联系人：", "张三", "138", "0000", "1111", "０571-", "12345678",
         "电话", "(huà)", "a@b.cn", "　", ",", "责任编辑：", "确定滦州市为试点县。", "<b>", "&#49;"]  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(NOISE), max_size=30))
def test_whatever_the_text_nothing_moves_and_nothing_personal_is_shown(parts: list[str]) -> None:
    text = "".join(parts)
    facts = facts_of(Document("a", "a.txt", text))
    found = json.loads(json.dumps(text_object(facts, "urn:a")))
    jsonschema.validate(found, SCHEMA)
    assert len(found["text"]) == len(text)
    assert [len(line) for line in found["text"].splitlines()] == [len(line) for line in text.splitlines()]
    assert not holds_personal_data(found["text"])
    assert not any(holds_personal_data(repair["read"]) for repair in found["repairs"])
    visible = set(range(len(text))) - {at for a, b in found["masked"] for at in range(a, b)}
    assert all(found["text"][at] == text[at] for at in visible)
