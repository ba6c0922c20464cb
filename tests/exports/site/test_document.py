"""The page of a document: the text as it stood, its passages lit, its repairs visible, its boilerplate folded away."""

from __future__ import annotations

import json
import re
import shutil
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from resiliparse.parse.html import HTMLTree

import reformgraph
from build_graph.repair import (
    broken_lines,
    cells,
    doubled,
    forms,
    lost_breaks,
    markup,
    misread_digits,
    mojibake,
    punctuation,
    readings,
    recurring,
    run_together,
    scattered,
    spacing,
    traditional,
    wrapped_lines,
)
from build_graph.tables import table
from exports import data_files
from exports.site.document_text import Lit, document_text, visible
from exports.site.pages import document
from exports.site.readings import shares
from exports.site.segments import Stretch, segments
from exports.site.source import Source
from exports.site.source_text import Ignored, Markup, Masked, Repair, SourceText, Spelled, source_text
from queries.store import GraphFile

ROOT = Path(__file__).parents[3]
PILOTS = ROOT / "tests" / "queries" / "pilots.trig"
NOTICE = "https://w3id.org/reformgraph/document/notice"
NOTHING: dict[str, Any] = {
    "content": None,
    "ignored": [],
    "repairs": [],
    "lost_digits": [],
    "unreadable": [],
    "masked": [],
}


class Other(Stretch):
    """Stretches of another sort."""


def source(folder: Path, text: str | None, **found: object) -> Source:
    """Return the small graph, with this text of its notice."""
    shutil.copy(PILOTS, folder / "graph.trig")
    if text is not None:
        (folder / "texts").mkdir()
        (folder / "texts" / "index.json").write_text(json.dumps({NOTICE: "notice.json"}))
        published = {"document": NOTICE, "id": "notice", "text": text, **NOTHING, **found}
        (folder / "texts" / "notice.json").write_text(json.dumps(published, ensure_ascii=False), "utf-8")
    return Source(GraphFile.at(folder / "graph.trig"))


def page(of: Source, name: str = "document/notice", language: str = "zh") -> str:
    return next(page.text for page in document.pages(of, language) if page.path == f"{language}/{name}.html")


def shown(html: str) -> str:
    """Return what the text of a page shows: as it stood, with the markup hidden."""
    for hidden in ("read", "markup"):
        html = re.sub(rf'<span class="{hidden}[^"]*">[^<]*</span>', "", html)
    return "".join(each.text for each in HTMLTree.parse(html).document.query_selector_all(".text"))


def ids(html: str) -> list[str]:
    return [each.getattr("id") for each in HTMLTree.parse(html).document.query_selector_all("[id]")]


spans = st.lists(st.tuples(st.integers(0, 25), st.integers(0, 25)).map(sorted).map(tuple), max_size=12)


@given(st.integers(0, 20), spans, spans)
def test_segments_meet_and_lie_in_the_stretches_that_hold_them(
    length: int, one: list[tuple[int, int]], other: list[tuple[int, int]]
) -> None:
    stretches = [*(Lit(*each) for each in one), *(Other(*each) for each in other)]
    found = list(segments(length, stretches))
    assert [at for each in found for at in range(each.start, each.end)] == list(range(length))
    for each in found:
        for kind in (Lit, Other):
            around = [s for s in stretches if type(s) is kind and s.start <= each.start and each.end <= s.end]
            inner = min(around, key=lambda s: (-s.start, s.end), default=None)
            assert each.within(kind) == inner
        assert not any(each.start < cut < each.end for s in stretches for cut in (s.start, s.end))


@given(st.text("縣县(市)abc \n\x00<&", max_size=25), spans, spans, spans, spans, spans)
def test_the_pieces_of_a_text_joined_are_the_text(text: str, lit, ignored, repairs, markup, masked) -> None:
    found = SourceText(
        text,
        tuple(Repair(*each, ("x",), "县，", False) for each in repairs if each[1] <= len(text)),
        tuple(Ignored(*each, "advert") for each in ignored),
        tuple(Markup(*each) for each in markup),
        (),
        (),
        (),
        tuple(Masked(*each) for each in masked),
    )
    cut = document_text(found, lit)
    runs = [run for block in cut.blocks for run in block.runs]
    assert "".join(piece.raw for run in runs for part in run.parts for piece in part.pieces) == text
    assert [(each.start, each.end) for run in runs for each in run.beginning] + [
        (each.start, each.end) for each in cut.beyond
    ] == sorted(set(lit))
    for start, end in set(lit):
        within = [run for run in runs if start <= run.start and run.end <= end]
        assert sum(run.end - run.start for run in within) == max(min(end, len(text)) - min(start, len(text)), 0)
        assert all(run.passage for run in within)


@given(st.text("縣市(xian),", min_size=1, max_size=12), st.text("县市，", max_size=8))
def test_the_shares_of_a_reading_are_the_reading(stood: str, read: str) -> None:
    found = shares(stood, read)
    assert found[0] == 0
    assert found[-1] == len(read)
    assert len(found) == len(stood) + 1
    assert found == sorted(found)


@pytest.mark.parametrize(
    ("stood", "read", "parts"),
    [
        ("設|(shè),進(jìn)", "设，进", ["设", "，进"]),
        ("區(qū))|,", "区），", ["区）", "，"]),
        ("縣(xian)|(市", "县（市", ["县", "（市"]),
        ("??啤|VС质?", "专科。支持市", ["专科。", "支持市"]),
        ("(gu)|固", "固", ["", "固"]),
    ],
)
def test_a_reading_is_cut_where_a_passage_cuts_what_stood(stood: str, read: str, parts: list[str]) -> None:
    cut = stood.index("|")
    text = stood.replace("|", "")
    found = document_text(
        source_text(
            {**NOTHING, "text": text, "repairs": [{"start": 0, "end": len(text), "kinds": ["x"], "read": read}]}
        ),
        [(0, cut)],
    )
    assert [part.read for run in found.blocks[0].runs for part in run.parts] == parts


def test_every_passage_has_its_element_and_no_name_is_given_twice(tmp_path: Path) -> None:
    html = page(source(tmp_path, "社区养老服务试点，民政部确定以下县市为试点：江宁、太仓、桐庐县"))
    names = Counter(ids(html))
    assert names["char=0,8"] == names["char=20,29"] == 1
    assert set(names.values()) == {1}


def test_a_passage_is_tiled_by_its_marks(tmp_path: Path) -> None:
    repair = {"start": 6, "end": 10, "kinds": ["mojibake"], "read": "试点"}
    html = page(source(tmp_path, "社区养老服务试点" + "，" * 12 + "江宁、太仓、桐庐县。", repairs=[repair]))
    marks = HTMLTree.parse(html).document.query_selector_all("mark")
    assert [each.getattr("data-at") for each in marks] == ["0,8", "20,29"]
    assert marks[1].text == "江宁、太仓、桐庐县"


def test_passages_beyond_the_text_have_their_elements_too(tmp_path: Path) -> None:
    assert {"char=0,8", "char=20,29"} <= set(ids(page(source(tmp_path, "社区"))))


def test_a_lit_passage_leads_to_a_fact_and_the_fact_to_the_passage(tmp_path: Path) -> None:
    tree = HTMLTree.parse(page(source(tmp_path, "社区养老服务试点" + "，" * 30))).document
    target = tree.query_selector("mark a").getattr("href").removeprefix("#")
    fact = next(each for each in tree.query_selector_all(".fact") if each.getattr("id") == target)
    assert fact.query_selector(".opens").getattr("href") == "#char=0,8"
    assert fact.query_selector(".page").getattr("href") == f"../{target.removeprefix('fact=')}.html"


def test_facts_stand_by_kind_in_the_order_of_the_text(tmp_path: Path) -> None:
    tree = HTMLTree.parse(page(source(tmp_path, "，" * 30))).document
    groups = tree.query_selector_all("#column section h3")
    assert [each.getattr("id") for each in groups][1:5] == ["kind=program", "kind=unit", "kind=goal", "kind=condition"]
    for group in tree.query_selector_all("#column .facts"):
        starts = [int(each.getattr("data-passages").split(",")[0]) for each in group.query_selector_all(".fact")]
        assert starts == sorted(starts)


def test_discrepancies_stand_at_the_top_with_both_passages(tmp_path: Path) -> None:
    tree = HTMLTree.parse(page(source(tmp_path, None), "document/news", "en")).document
    doubts = tree.query_selector(".doubts")
    hrefs = [each.getattr("href") for each in doubts.query_selector_all("a")]
    assert "../document/news.html#char=5,12" in hrefs
    assert "../document/news.html#char=40,47" in hrefs
    assert "江苏省" in doubts.text
    assert "山东省" in doubts.text


def test_what_is_masked_is_nowhere_on_the_page(tmp_path: Path) -> None:
    file = tmp_path / "in" / "a.txt"
    file.parent.mkdir()
    file.write_text(
        "关于开展养老试点的通知\n民政部决定在杭州市开展养老试点。\n联系人：王小明，电话：13812345678。\n", "utf-8"
    )
    reformgraph.build(file, out=tmp_path / "out")
    html = page(Source(GraphFile.at(tmp_path / "out")), "document/a")
    assert "13812345678" not in html
    assert "王小明" not in html
    masked = HTMLTree.parse(html).document.query_selector_all(".masked[role=img]")
    assert {"aria-label"} <= set(masked[0].attrs)
    assert set("".join(each.text for each in masked)) <= {"█", "\n"}


HOSTILE = "<script>alert(1)</script> ]]> <!-- \u2028 \ue000 &amp; \"' {{ 7*7 }} <a id=text> \u202e \x00\x1b"


def test_hostile_text_is_only_text(tmp_path: Path) -> None:
    repair = {"start": 0, "end": 8, "kinds": ["<b>"], "read": "<i onclick='x'>"}
    ignored = {"start": 30, "end": 40, "reason": "<u>unknown</u>"}
    html = page(source(tmp_path, HOSTILE, repairs=[repair], ignored=[ignored]))
    tree = HTMLTree.parse(html).document
    assert not tree.query_selector_all(".source script, .source b, .source i, .source u, .text a[id]")
    assert shown(html) == visible(HOSTILE)
    assert "<u>unknown</u>" in tree.query_selector(".folded summary").text
    assert not re.search("[\x00-\x08\x0b-\x1f]", html)


def test_without_source_texts_the_page_says_so_and_quotes_the_passages_in_order(tmp_path: Path) -> None:
    html = page(source(tmp_path, None))
    tree = HTMLTree.parse(html).document
    assert "未附来源文本" in tree.query_selector(".source .note").text
    assert [each.text for each in tree.query_selector_all(".text")] == ["社区养老服务试点", "江宁、太仓、桐庐县"]
    assert {"char=0,8", "char=20,29"} <= set(ids(html))


def test_a_document_that_nothing_quotes_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_text(
        "<https://example.org/d> a <https://w3id.org/reformgraph/ontology#SourceDocument> ."
    )
    (found,) = document.pages(Source(GraphFile.at(tmp_path / "a.ttl")), "en")
    assert "No fact quotes this document." in found.text


def test_boilerplate_is_folded_with_its_reasons_and_the_empty_lines_around_it(tmp_path: Path) -> None:
    text = "首页\n\n正文。\n\n编辑：甲\n\n版权所有\n\n  尾"
    ignored = [
        {"start": 0, "end": 3, "reason": "navigation"},
        {"start": 9, "end": 14, "reason": "editor"},
        {"start": 15, "end": 20, "reason": "copyright notice"},
    ]
    blocks = document_text(source_text({**NOTHING, "text": text, "ignored": ignored}), ()).blocks
    stands = ["".join(p.raw for run in block.runs for part in run.parts for p in part.pieces) for block in blocks]
    assert stands == ["首页\n\n", "正文。", "\n\n编辑：甲\n\n版权所有\n\n", "  尾"]
    assert [dict(block.folded) for block in blocks] == [{"navigation": 3}, {}, {"editor": 5, "copyright notice": 5}, {}]
    html = page(source(tmp_path, text, ignored=ignored), language="en")
    summaries = [each.text for each in HTMLTree.parse(html).document.query_selector_all(".folded summary")]
    assert summaries == [
        "Folded away:navigation 3 characters",
        "Folded away:names of editors · copyright notice 10 characters",
    ]


def test_markup_is_hidden_and_references_say_what_they_mean(tmp_path: Path) -> None:
    text = "<p>&ldquo;甲&rdquo;</p>\\u4e59"
    content = [[3, 10, "“"], [10, 11], [11, 18, "”"], [22, 28, "乙"]]
    html = page(source(tmp_path, text, content=content))
    assert shown(html) == "“甲”乙"
    assert ".markup" not in html
    assert 'id="markup"' in html
    assert 'id="markup"' not in page(Source(GraphFile.at(PILOTS)))


def test_what_a_piece_says_is_shared_out_where_a_passage_cuts_it() -> None:
    found = SourceText("\\u4e59\\u4e59&;", (), (), (), (Spelled(0, 12, "乙丙"), Spelled(12, 14, "丁戊己")), (), (), ())
    runs = document_text(found, [(0, 6), (12, 13)]).blocks[0].runs
    assert [piece.says for run in runs for part in run.parts for piece in part.pieces] == ["乙", "丙", "丁戊己", ""]


def test_a_lost_number_has_its_mark_once_and_guessed_repairs_another_than_sure_ones(tmp_path: Path) -> None:
    repairs = [
        {"start": 11, "end": 12, "kinds": ["mojibake"], "read": "试", "guessed": True},
        {"start": 13, "end": 14, "kinds": ["traditional characters"], "read": "点"},
    ]
    html = page(
        source(tmp_path, "在等个县开展社区养老服?務點", repairs=repairs, lost_digits=[[6, 9]], unreadable=[[11, 12]])
    )
    tree = HTMLTree.parse(html).document
    assert len(tree.query_selector_all(".text .lost.begins")) == 1
    assert [each.text for each in tree.query_selector_all(".text .guessed .read")] == ["试"]
    assert [each.text for each in tree.query_selector_all(".text .sure .read")] == ["点"]
    assert "推断修复：1 处" in html
    assert tree.query_selector('.spots a[href="#repair=11,12"]')


def test_every_reason_and_every_kind_of_repair_has_its_words() -> None:
    reasons = {row["reason"] for row in data_files.table("site/reasons.tsv")}
    assert {row["reason"] for row in table("build_graph.repair", "boilerplate")} <= reasons
    kinds = {row["kind"] for row in data_files.table("site/repairs.tsv")}
    rooms = (
        broken_lines,
        cells,
        doubled,
        lost_breaks,
        misread_digits,
        mojibake,
        punctuation,
        readings,
        recurring,
        run_together,
        scattered,
        spacing,
        traditional,
        wrapped_lines,
    )
    named = {room.KIND for room in rooms} | {punctuation.STUTTER}
    named |= {
        broken_lines.LISTS,
        forms.LINE_BREAKS,
        forms.INVISIBLE,
        forms.EMOJI,
        forms.RADICALS,
        forms.WIDTHS,
        markup.ESCAPES,
        markup.MARKDOWN,
        markup.NOTES,
        markup.TAGS,
    }
    assert named == kinds


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_shipped_documents_are_shown_as_they_stood(graphs: dict[str, GraphFile], language: str) -> None:
    of = Source(graphs["shipped"])
    pages = {each.path: each.text for each in document.pages(of, language)}
    assert len(pages) == 5
    for iri in of.text_files:
        html = pages[f"{language}/{of.things[iri].path}.html"]
        assert shown(html) == of.text_of(iri)["text"]
        names = Counter(ids(html))
        assert set(names.values()) == {1}
        quoted = {f"char={each.start},{each.end}" for each in document.passages(iri, of)}
        assert quoted
        assert quoted <= set(names)
        targets = re.findall(r'href="#((?:char|fact|kind|repair)=[^"]*)"', html)
        assert set(targets) <= set(names)


def test_the_same_graph_gives_the_same_page(graphs: dict[str, GraphFile]) -> None:
    one, other = (list(document.pages(Source(graphs["shipped"]), "en")) for _ in range(2))
    assert one == other
