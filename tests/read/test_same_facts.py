"""The same documents in all formats give the same facts."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from build_graph.model import Document
from build_graph.pipeline import facts_of, json_lines
from build_graph.read import read_documents
from tests.read.formats import as_docx, as_html, as_json, as_json_lines, as_pdf, as_warc

DOCUMENTS = sorted((Path(__file__).parents[2] / "documents").glob("*.txt"))
FORMATS = {
    "a.html": as_html,
    "a.htm.txt": as_html,
    "a.json": as_json,
    "a.jsonl": lambda text: as_json_lines({"a": text}),
    "a.warc": lambda text: as_warc({"a": as_html(text)}, packed=False),
    "a.warc.gz": lambda text: as_warc({"a": as_html(text)}),
    "a.docx": as_docx,
    "a.pdf": as_pdf,
}


def facts(path: Path, published: str | None) -> list[dict[str, object]]:
    """Return what is read from a file, without where it stands, in an order of its own."""
    (document,) = read_documents([path])
    assert isinstance(document, Document)
    known = [json.loads(line) for line in json_lines(facts_of(_dated(document, published)))]
    for fact in known:
        for passage in fact["passages"]:
            assert document.text[passage["start"] : passage["end"]] == passage["exact"]
    shown = [{key: _shown(key, value) for key, value in fact.items() if key not in _PLACES} for fact in known]
    return sorted(shown, key=lambda fact: json.dumps(fact, sort_keys=True))


_PLACES = {"document", "passages", "counter_passages"}


def _dated(document: Document, published: str | None) -> Document:
    return replace(document, published=published)


def _shown(key: str, value: object) -> object:
    return "".join(str(value).split()) if key == "as_written" else value


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("source", DOCUMENTS, ids=[path.stem[:3] for path in DOCUMENTS])
def test_a_document_says_the_same_in_every_format(source: Path, name: str, tmp_path: Path) -> None:
    text = source.read_text("utf-8")
    (tmp_path / name).write_bytes(FORMATS[name](text))
    (tmp_path / "b.txt").write_bytes(source.read_bytes())
    expected = facts(tmp_path / "b.txt", "2022-05-09")
    assert expected
    assert facts(tmp_path / name, "2022-05-09") == expected


def test_what_a_page_states_about_itself_counts_as_what_the_manifest_states(tmp_path: Path) -> None:
    text = "河北省智慧校园建设试点\n今年底前，试点学校达到60%以上。"
    (tmp_path / "a.html").write_bytes(as_html(text, PubDate="2031-05-09"))
    (document,) = read_documents([tmp_path / "a.html"])
    assert isinstance(document, Document)
    assert {
        fact["deadline"] for line in json_lines(facts_of(document)) if "deadline" in (fact := json.loads(line))
    } == {"2031-12"}
