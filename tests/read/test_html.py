import html
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_graph.model import Content, Document
from build_graph.read import ReadError, read_documents
from build_graph.read.encodings import decode_page
from build_graph.read.html import read_page
from build_graph.read.markup import is_markup
from build_graph.read.stated import Stated, iso_date
from tests.read.formats import as_html

SENTENCE = "教育部决定开展智慧校园建设试点，各地要认真落实。"


def lines(page: str) -> list[str]:
    return read_page(page)[0].text.split("\n")


def stated(head: str) -> Stated:
    return read_page(f"<html><head>{head}</head><body><p>{SENTENCE}</p></body></html>")[1]


def read(path: Path, data: bytes) -> Document:
    path.write_bytes(data)
    (document,) = read_documents([path])
    assert isinstance(document, Document)
    return document


# What a reader sees


@pytest.mark.parametrize(
    ("page", "shown"),
    [
        ("<p>甲</p><p>乙</p>", ["甲", "乙"]),
        ("<div>甲<div>乙</div>丙</div>", ["甲", "乙", "丙"]),
        ("甲<b>乙</b><span>丙</span>", ["甲乙丙"]),
        ("甲<br>乙<br/>丙", ["甲", "乙", "丙"]),
        ("甲<br><br>乙", ["甲", "", "乙"]),
        ("<ul><li>甲</li><li>乙</li></ul>", ["甲", "乙"]),
        ("<p></p><div> \n</div><p>甲</p>", ["甲"]),
        ("<p>甲\n  乙</p>", ["甲乙"]),
        ("<p>a\n  b  c</p>", ["a b c"]),
        ("<p>甲　　乙&nbsp;丙</p>", ["甲　　乙\xa0丙"]),
        ("<p>甲&#20057;&#x4e19;&lt;&amp;&ldquo;&unknown; &</p>", ["甲乙丙<&“&unknown; &"]),
        ("<p>甲&copyright &copy;</p>", ["甲©right ©"]),
        ("<!-- 注 --><p>甲<!-- 注 -->乙</p>", ["甲乙"]),
        ("<script>var a = '<p>不</p>';</script><style>p{}</style><p>甲</p>", ["甲"]),
        ('<%@ page pageEncoding="UTF-8"%><p>甲<%= title %></p>', ["甲"]),
        ('<p title="a>b" class=x>甲</p>', ["甲"]),
        ("<textarea><p>不</p></textarea><select><option>不</option></select><p>甲</p>", ["甲"]),
        ("<p>甲<p>乙", ["甲", "乙"]),
        ("<p>3 < 5 且 <3</p>", ["3 < 5 且 <3"]),
    ],
)
def test_blocks_are_lines_and_what_is_not_shown_is_left_out(page: str, shown: list[str]) -> None:
    assert lines(page) == shown


@pytest.mark.parametrize(
    ("rows", "shown"),
    [
        ("<tr><th>省</th><th>市</th></tr><tr><td>甲</td><td>乙</td></tr>", ["省 | 市", "甲 | 乙"]),
        (
            "<tr><td>省</td><td>市</td></tr><tr><td rowspan=2>甲</td><td>乙</td></tr><tr><td>丙</td></tr>",
            ["省 | 市", "甲 | 乙", "甲 | 丙"],
        ),
        (
            "<tr><td>乙</td><td rowspan='2'>甲</td></tr><tr><td>丙</td></tr><tr><td>丁</td><td></td></tr>",
            ["乙 | 甲", "丙 | 甲", "丁 |"],
        ),
        ("<tr><td colspan=2>甲</td><td>乙</td></tr><tr><td>a<td>b<td>c", None),
        ("<tr><td colspan=2>甲</td><td>乙</td></tr><tr><td>1<td>2<td>3</tr>", ["甲 | 甲 | 乙", "1 | 2 | 3"]),
        (
            "<caption>名单</caption><tr><td colspan=2>一批</td></tr><tr><td>省<td>市<tr><td>甲<td>乙<tr><td colspan=2>二批</tr>",
            ["名单", "一批", "省 | 市", "甲 | 乙", "二批 |"],
        ),
        ("<tr><td><p>甲</p><p>乙</p></td><td>丙</td></tr><tr><td>丁</td><td>戊</td></tr>", ["甲 乙 | 丙", "丁 | 戊"]),
        ("<tr><td>只有</td></tr><tr><td>一列</td></tr>", ["只有", "一列"]),
        (
            "<tr><td rowspan=x colspan=-1>甲<td>乙<tr><td rowspan=0>丙<td>丁<tr><td>戊</tr>",
            ["甲 | 乙", "丙 | 丁", "丙 | 戊"],
        ),
    ],
)
def test_a_table_gives_a_line_for_each_row_with_spanning_cells_written_out(rows: str, shown: list[str] | None) -> None:
    page = f"<table>{rows}</table>" if shown else f"<table>{rows}"
    assert [line.rstrip() for line in lines(page)] == (shown or ["甲", "乙", "a", "b", "c"])


def test_a_table_that_only_lays_out_the_page_is_none() -> None:
    cell = "".join(f"<p>{SENTENCE}</p>" for _ in range(20))
    page = f"<table><tr><td>栏目</td><td>标题</td></tr><tr><td>左</td><td>{cell}</td></tr></table>"
    assert not any("|" in line for line in lines(page))
    assert lines("<table><tr><td>甲<td><table><tr><td>1<td>2<tr><td>3<td>4</table></td></tr><tr><td>a<td>b</table>") == [
        "甲", "1 | 2", "3 | 4", "a", "b",
    ]  # fmt: skip


# The main content


def test_navigation_and_footer_are_ignored_with_a_reason() -> None:
    page = as_html(f"关于开展试点的通知\n{SENTENCE}").decode()
    content, _ = read_page(page)
    assert content.text.split("\n") == ["关于开展试点的通知", SENTENCE]
    assert {left.reason for left in content.ignored} == {"outside the main content"}
    left = "".join(page[left.start : left.end] for left in content.ignored)
    assert "政务公开" in left
    assert "网站地图" in left


def test_a_list_without_links_is_no_menu() -> None:
    units = "<ul><li>北京市朝阳区</li><li>河北省邢台市</li></ul>"
    assert "北京市朝阳区" in lines(f"<div class='article'><p>{SENTENCE}</p>{units}</div>")


def test_a_heading_belongs_to_the_page_wherever_it_stands() -> None:
    assert "关于试点的通知" in lines(f"<div class='header'><h1>关于试点的通知</h1></div><p>{SENTENCE}</p>")


def test_a_table_of_the_main_content_is_kept_whole() -> None:
    rows = "".join(f"<tr><td>{n}</td><td>地区{n}</td></tr>" for n in range(9))
    shown = lines(f"<div class='nav'><a href='/'>首页</a></div><p>{SENTENCE}</p><table>{rows}</table>")
    assert [line for line in shown if "|" in line] == [f"{n} | 地区{n}" for n in range(9)]


@pytest.mark.parametrize("wrapper", ["<div class='sidebar'>", "<div>" * 600])
def test_all_of_a_page_is_kept_if_no_main_content_is_found(wrapper: str) -> None:
    assert SENTENCE in lines(f"{wrapper}<p>{SENTENCE}</p>")


# Where it stands


def check_way_back(raw: str, content: Content) -> None:
    assert len(content.text) == len(content.starts) == len(content.ends)
    assert list(content.starts) == sorted(content.starts)
    assert list(content.ends) == sorted(content.ends)
    for character, start, end in zip(content.text, content.starts, content.ends, strict=True):
        assert start < end <= len(raw)
        if character not in " \n|":
            assert character in html.unescape(raw[start:end])


TEXT = st.text(
    st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("试点 <>&'\"\u3000\xa0|\n"), max_size=40
)


@given(st.lists(TEXT, max_size=6), st.sampled_from(["p", "div", "td", "li", "span", "h1"]))
def test_every_character_of_a_page_leads_to_those_that_spell_it(texts: list[str], element: str) -> None:
    spelled = "".join(f"<{element}>{html.escape(text)}</{element}>" for text in texts)
    raw = f"<html><body><table><tr>{spelled}</tr></table></body></html>"
    content, _ = read_page(raw)
    check_way_back(raw, content)
    said = "".join(content.text.split()).replace("|", "")
    assert said == "".join("".join(texts).split()).replace("|", "")


@given(
    st.lists(
        st.sampled_from(
            [*"<>/!-=\"' &;#%", "table", "tr", "td", "rowspan=3", "li", "script", "br", "试", "&nbsp", "h1", "a"]
        ),
        max_size=60,
    )
)
def test_any_text_can_be_read_as_a_page(pieces: list[str]) -> None:
    raw = "".join(pieces)
    check_way_back(raw, read_page(raw)[0])


def test_a_passage_counts_in_the_file_as_decoded(tmp_path: Path) -> None:
    document = read(tmp_path / "a.html", f"<html><p>试&#28857;名单</p><p>{SENTENCE}</p></html>".encode())
    assert document.content is not None
    assert document.content.text.startswith("试点名单\n")
    start, end = document.content.starts[0], document.content.ends[1]
    assert document.text[start:end] == "试&#28857;"
    assert document.said(start, end) == "试点"


# What it states about itself


@pytest.mark.parametrize(
    ("head", "found"),
    [
        ('<meta name="ArticleTitle" content="通知"><title>别的</title>', Stated(title="通知")),
        ("<title> 关于试点的\n通知 </title>", Stated(title="关于试点的 通知")),
        ('<meta name="SiteName" content="某市政府"><title>通知_某市政府</title>', Stated("通知", publisher="某市政府")),
        (
            '<meta property="og:site_name" content="某报"><meta name="SiteName" content="某网">',
            Stated(publisher="某网"),
        ),
        ('<meta name="PubDate" content="2022-05-09 09:22">', Stated(published="2022-05-09")),
        ('<META CONTENT="2022年5月" NAME="publishdate">', Stated(published="2022-05")),
        ('<link rel="canonical" href="https://example.org/a">', Stated(url="https://example.org/a")),
        ('<link rel="canonical" href="/a"><meta name="url" content="javascript:x">', Stated()),
        ('<meta name="PubDate" content=""><meta name="date" content="昨天">', Stated()),
    ],
)
def test_title_address_publisher_and_date_are_those_that_the_page_states(head: str, found: Stated) -> None:
    assert stated(head) == found


def test_the_title_is_the_heading_if_the_window_says_more() -> None:
    page = f"<title>关于试点的通知 - 某网</title><h1>关于试点的通知</h1><p>{SENTENCE}</p>"
    assert read_page(page)[1].title == "关于试点的通知"


@pytest.mark.parametrize(
    ("written", "date"),
    [("2022-13-01", None), ("2022-02-30", None), ("20220509", "2022-05-09"), ("2022", "2022"), ("1652059363", None)],
)
def test_a_date_is_as_precise_as_it_is_stated(written: str, date: str | None) -> None:
    assert iso_date(written) == date


def test_the_manifest_goes_before_what_the_page_states(tmp_path: Path) -> None:
    (tmp_path / "documents.yml").write_text("- file: a.html\n  title: 名单\n", "utf-8")
    document = read(tmp_path / "a.html", as_html(SENTENCE, title="网页", PubDate="2022-05-09"))
    assert (document.title, document.published) == ("名单", "2022-05-09")


# Bytes


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "big5"])
def test_the_declared_encoding_is_heard(encoding: str) -> None:
    page = f'<meta charset="{encoding}"><p>試點</p>'
    assert decode_page(page.encode(encoding))[0] == page


def test_a_wrong_declaration_is_not_believed() -> None:
    page = f'<meta charset="gb2312"><p>{SENTENCE}</p>'
    assert decode_page(page.encode("utf-8")) == (page, "utf-8")
    assert decode_page(page.encode("gb18030"), declared="utf-8") == (page, "gb18030")
    assert decode_page(page.encode("gb18030"), declared="no-such")[0] == page


def test_a_broken_byte_costs_one_character_of_a_page_that_declares_its_encoding() -> None:
    data = f'<meta charset="gb2312"><p>{SENTENCE * 9}</p>'.encode("gb18030").replace(
        "智".encode("gb18030"), b"\xff\xff", 1
    )
    text, encoding = decode_page(data)
    assert encoding == "gb18030"
    assert text.count("\ufffd") in {1, 2}


@pytest.mark.parametrize(
    ("text", "markup"),
    [
        ("<!DOCTYPE html><p>试点", True),
        ('<%@ page pageEncoding="UTF-8"%>\n<html>', True),
        ("<p>甲</p><p>乙</p><br>", True),
        ("若 a<b 且 c>d，则<试点>。", False),
        ("见<a href=x>附件</a>。", False),
        ('<p id="x"></p>\n<td id="x"></td>\n  1. <p id="x"><br></p>\n' + SENTENCE, False),
        (SENTENCE, False),
        ("<!-- 页头 -->\n<!-- 菜单 -->\n<html>", True),
        ("<!---->" * 1_000 + SENTENCE, False),
        ("<%@%>" * 1_000 + SENTENCE, False),
    ],
)
def test_a_text_that_is_the_source_of_a_page_is_known_by_its_tags(text: str, markup: bool) -> None:
    assert is_markup(text) is markup


def test_the_source_of_a_page_saved_as_text_is_read_as_a_page(tmp_path: Path) -> None:
    document = read(tmp_path / "a.txt", as_html(SENTENCE))
    assert document.content is not None
    assert document.content.text == SENTENCE
    assert read(tmp_path / "b.txt", "若 a<b，则开展试点。".encode()).content is None


def test_a_page_without_text_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(b"<html><script>x</script></html>")
    (error,) = read_documents([tmp_path])
    assert isinstance(error, ReadError)
    assert "is empty" in str(error)


def test_a_page_with_a_million_tags_is_read_in_time() -> None:
    for hostile in (
        "<!--" * 50_000,
        '<a b="' * 50_000,
        "<table>" * 2_000,
        "<div>" * 50_000,
        "&" * 100_000,
        "<script>" * 9_000,
    ):
        read_page(hostile)
