"""Hostile words in a graph: on every page, in every picture, feed, table and terminal they are words and nothing else."""

from __future__ import annotations

import csv
import io
import json
import os
import pty
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

import reformgraph
from exports import FORMATS
from exports.pictures import LANGUAGES, PICTURES
from exports.pictures.drawing import draw
from exports.site.script_data import assigned, embedded
from exports.site.write import save
from queries.footnotes.notes import footnotes
from queries.footnotes.render import render as rendered
from queries.formulas import neutral
from queries.render import render
from queries.store import GraphFile
from reformgraph.streams import complain

ROOT = Path(__file__).parents[2]
PILOTS = ROOT / "tests" / "queries" / "pilots.trig"
SCRIPT = "<script>alert(1)</script>"
HOSTILE = f"""{SCRIPT}<img src=x onerror=alert(2)>"onmouseover="alert(3)'--><!--</style></title></textarea>{{{{7*7}}}}&lt;b&gt;\u2028]]>"""
BAD_SCHEMES = re.compile(r"\s*(?:javascript|data|vbscript|file):", re.IGNORECASE)


def hostile_trig() -> str:
    """Return the small graph with a hostile end on every text, and on every thing that links out."""
    text = PILOTS.read_text("utf-8")
    return re.sub(
        r'"([^"\n]*[\u4e00-\u9fff][^"\n]*)"(?!\^\^)',
        lambda found: json.dumps(found[1] + HOSTILE, ensure_ascii=True),
        text,
    )


ADDRESSES = """
@prefix rg: <https://w3id.org/reformgraph/ontology#> . @prefix dcterms: <http://purl.org/dc/terms/> .
@prefix schema: <http://schema.org/> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
<https://w3id.org/reformgraph/document/evil> a rg:SourceDocument ; dcterms:title "<svg onload=alert(4)>"@zh-hans ;
  dcterms:identifier "evil" ; dcterms:source <javascript:alert(5)> ; schema:url <javascript:alert(6)> ; rdfs:seeAlso <data:text/html,x> .
<https://w3id.org/reformgraph/program/evil> a rg:Program ; skos:prefLabel "=1+1"@zh-hans ; skos:altLabel "@SUM(1)"@zh-hans ;
  rdfs:seeAlso <javascript:alert(7)> .
<javascript:alert(8)> a rg:Program ; skos:prefLabel "x"@zh-hans .
<data:text/html,%3Cscript%3E> a rg:PilotUnit ; rg:program <javascript:alert(8)> .
"""


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> GraphFile:
    file = tmp_path_factory.mktemp("hostile") / "graph.trig"
    file.write_text(hostile_trig() + ADDRESSES, "utf-8")
    assert file.read_text("utf-8").count("onerror") > 20
    return GraphFile.at(file)


class Page(HTMLParser):
    """A page as a browser takes it: its elements, attributes and scripts."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.wrong: list[str] = []
        self.in_script = False
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.in_script = tag == "script"
        if tag in {"iframe", "object", "embed", "base"} or any(name.startswith("on") for name in given):
            self.wrong.append(self.get_starttag_text() or tag)
        if tag == "img" and given.get("src") == "x":
            self.wrong.append("img")
        self.wrong += [
            f"{name}={value}"
            for name, value in given.items()
            if name in {"href", "src", "action", "formaction", "xlink:href"} and BAD_SCHEMES.match(value or "")
        ]

    def handle_data(self, data: str) -> None:
        if self.in_script and "alert(" in data and "<script>alert" in data:
            self.wrong.append(data[:80])

    def handle_endtag(self, tag: str) -> None:
        self.in_script = False


def test_no_page_of_the_site_holds_script_of_the_graph(hostile: GraphFile, tmp_path: Path) -> None:
    save(hostile, tmp_path / "site", "https://example.org/")
    pages = sorted((tmp_path / "site").rglob("*.html"))
    assert len(pages) > 50
    seen = 0
    for page in pages:
        text = page.read_text("utf-8")
        seen += "onerror" in text
        assert Page(text).wrong == [], page
    assert seen > 20


def test_the_files_of_data_of_the_site_are_data(hostile: GraphFile, tmp_path: Path) -> None:
    save(hostile, tmp_path / "site", "https://example.org/")
    for file in (tmp_path / "site").rglob("*.xml"):
        root = ET.fromstring(file.read_text("utf-8"))
        assert not any("script" in element.tag for element in root.iter())
        for element in root.iter():
            assert not any(BAD_SCHEMES.match(value) for value in element.attrib.values())
    scripts = list((tmp_path / "site" / "data").glob("*.js"))
    assert scripts
    for file in scripts:
        text = file.read_text("utf-8")
        assert not set("<>&\u2028\u2029") & set(text)
        json.loads(text.partition(" = ")[2].rstrip(";\n"))


@pytest.mark.parametrize("text", ["</script>", "<!--", "\u2028\u2029", "]]>", "&lt;"])
def test_data_in_a_script_cannot_end_it(text: str) -> None:
    for written in (assigned("x", text), str(embedded([text]))):
        assert not set("<>&\u2028\u2029") & set(written)


def test_every_picture_is_a_picture_and_no_script(hostile: GraphFile) -> None:
    for picture in PICTURES:
        for language in LANGUAGES:
            root = ET.fromstring(draw(picture, hostile.store, language))
            for element in root.iter():
                assert element.tag.rpartition("}")[2] not in {"script", "foreignObject", "iframe"}
                assert not any(name.rpartition("}")[2].lower().startswith("on") for name in element.attrib)
                assert not any(BAD_SCHEMES.match(value) for value in element.attrib.values())


def test_what_a_notebook_shows_is_no_script(hostile: GraphFile) -> None:
    graph = reformgraph.Graph(hostile)
    shown = [graph._repr_html_()]
    asked = ("SELECT * { ?s ?p ?o }", "CONSTRUCT WHERE { ?s ?p ?o }")
    shown += [graph.ask(sparql)._repr_html_() for sparql in asked]
    shown.append(footnotes(hostile.store, graph.ask("facts-with-passages"))._repr_html_())
    shown += [reformgraph.Graph.questions()._repr_html_()]
    for html in shown:
        assert Page(html).wrong == []
    assert sum("onerror" in html for html in shown) >= 2


def test_facts_in_a_notebook_are_no_script(tmp_path: Path) -> None:
    file = tmp_path / "a<img src=x onerror=alert(1)>.txt"
    file.write_text(f"教育部关于开展智慧校园{SCRIPT}试点工作的通知\n确定河北省滦州市为智慧校园试点市。\n", "utf-8")
    html = reformgraph.facts(file)._repr_html_()
    assert "onerror" in html
    assert Page(html).wrong == []


# tables

FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1", "'=1", "''=1", '=HYPERLINK("http://x")')
CALCULATED = re.compile(r"[=+\-@\t\r\n＝＋－＠]")


@pytest.mark.parametrize("text", FORMULAS)
def test_no_text_is_calculated_and_one_apostrophe_less_is_the_text(text: str) -> None:
    assert neutral(text) == f"'{text}"
    assert neutral(neutral(text)) != neutral(text)


@pytest.mark.parametrize("text", ["试点", "1+1", " =1", "'", "'试点'", "", "a=b"])
def test_other_texts_stay(text: str) -> None:
    assert neutral(text) == text


@pytest.fixture(scope="module")
def formulas(tmp_path_factory: pytest.TempPathFactory) -> GraphFile:
    """The small graph in which every text begins as a formula does."""
    file = tmp_path_factory.mktemp("formulas") / "graph.trig"
    changed = re.sub(r'"([^"\n]*[\u4e00-\u9fff][^"\n]*)"(?!\^\^)', r'"=\1"', PILOTS.read_text("utf-8"))
    file.write_text(changed, "utf-8")
    return GraphFile.at(file)


def cells(text: str) -> list[str]:
    return [cell for row in csv.reader(io.StringIO(text)) for cell in row]


def test_no_cell_of_any_table_is_a_formula(formulas: GraphFile, tmp_path: Path) -> None:
    graph = reformgraph.Graph(formulas)
    answer = graph.ask("SELECT ?s ?p ?o { ?s ?p ?o }")
    written = [render(answer, "csv"), rendered(footnotes(formulas.store, graph.ask("facts-with-passages")), "csv")]
    for form in FORMATS.values():
        if form.name in {"csv", "csv-tables"}:
            graph.export(form.name, tmp_path / form.name)
    files = [tmp_path / "csv", *(tmp_path / "csv-tables").glob("*.csv")]
    assert len(files) > 15
    written += [file.read_text("utf-8-sig") for file in files]
    found = [cell for text in written for cell in cells(text)]
    assert sum(cell.startswith("'=") for cell in found) > 100
    assert [cell for cell in found if CALCULATED.match(cell)] == []


def test_a_negative_number_stays_a_number(tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_text('<urn:a> <urn:b> -5, "-5" .')
    answer = reformgraph.Graph.open(tmp_path / "a.ttl").ask("SELECT ?o { ?s ?p ?o }")
    assert sorted(cells(render(answer, "csv"))[1:]) == ["'-5", "-5"]


# terminals

CONTROLS = "\x1b\x07\x9b\u202e\u2066\x7f\b"
STEERING = "\x1b[2J\x1b]0;owned\x07\x9b31m\u202e\u2066\x7f\b"


@pytest.mark.parametrize("character", [*CONTROLS, "\u2028", "\u200b"])
def test_no_complaint_steers_a_terminal(character: str, capsys) -> None:
    complain(f"甲{character}乙")
    told = capsys.readouterr().err
    assert character not in told
    assert told.count("\n") == 1


def on_a_terminal(*command: str) -> str:
    """Return what a command writes to a terminal."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "reformgraph", *command],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=theirs,
        stderr=theirs,
    )
    os.close(theirs)
    written = b""
    while True:
        try:
            piece = os.read(ours, 65536)
        except OSError:  # the other end has closed
            break
        if not piece:
            break
        written += piece
    process.wait(timeout=60)
    os.close(ours)
    return written.decode("utf-8")


def test_no_command_lets_a_graph_or_a_document_steer_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_text(f"<urn:a> <urn:b> {json.dumps(f'试点{STEERING}')} .", "utf-8")
    document = tmp_path / f"甲{STEERING.replace('/', '')}.txt"
    document.write_text(
        "教育部关于开展智慧校园试点工作的通知\n确定河北省滦州\u202e市为智慧校园试点市，到2025年建成10所学校。\n",
        "utf-8",
    )
    (tmp_path / "b.rq").write_text("SELECT ?o { ?s ?p ?o }")
    commands = [
        ("ask", str(tmp_path / "b.rq"), "--graph", str(tmp_path / "a.ttl"), "--format", form)
        for form in ("table", "csv", "json")
    ]
    commands += [
        ("facts", str(document)),
        ("facts", str(tmp_path / f"nothing{STEERING}.txt")),
        ("place", f"滦州市{STEERING}"),
    ]
    for command in commands:
        shown = on_a_terminal(*command)
        assert shown.strip()
        assert [
            character for character in shown if character in CONTROLS or ord(character) in range(0x7F, 0xA0)
        ] == [], command
        assert "\x1b" not in shown


def test_a_file_gets_the_text_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_text('<urn:a> <urn:b> "试\\u202E点" .', "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "reformgraph", "ask", "-", "--graph", str(tmp_path / "a.ttl"), "--format", "csv"],
        cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, input="SELECT ?o { ?s ?p ?o }", capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout == "o\n试\u202e点\n"
