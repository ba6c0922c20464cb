"""The Atom feed, held against the rules of RFC 4287, and the sitemap."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest

from exports.errors import ExportError
from exports.site import sitemap
from exports.site.pages import feed
from exports.site.source import Source
from tests.exports.site.sites import pilots, source_of

ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
URL = "https://example.org/pilots/"
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
DOCUMENT = '<document/{0}> a rg:SourceDocument ; dcterms:title "{0}" {1} .\n'


def parsed(source: Source, url: str | None = None) -> ElementTree.Element:
    return ElementTree.fromstring(feed.page(source, url).text)


def said(element: ElementTree.Element, name: str) -> str:
    (found,) = element.findall(ATOM + name)
    return found.text or ""


def entries(root: ElementTree.Element) -> list[str]:
    return [said(entry, "title") for entry in root.findall(f"{ATOM}entry")]


def links(element: ElementTree.Element, rel: str) -> list[tuple[str | None, str]]:
    return [
        (link.get("hreflang"), link.get("href", ""))
        for link in element.findall(f"{ATOM}link")
        if link.get("rel") == rel
    ]


@pytest.mark.parametrize("url", [URL, None])
def test_the_feed_keeps_the_rules(url: str | None) -> None:
    """Section 4.1.1 and 4.1.2: one id, title and updated each; an author; one alternate for each language."""
    root = parsed(pilots(), url)
    assert root.tag == f"{ATOM}feed"
    assert root.findall(f"{ATOM}author/{ATOM}name")[0].text
    for element in (root, *root.findall(f"{ATOM}entry")):
        assert urlsplit(said(element, "id")).scheme in {"https", "tag", "urn"}
        assert said(element, "title")
        assert TIME.fullmatch(said(element, "updated"))
        languages = [language for language, _ in links(element, "alternate")]
        assert languages == ["zh-Hans", "en"]
    ids = [said(entry, "id") for entry in root.findall(f"{ATOM}entry")]
    assert len(set(ids)) == len(ids) == 2
    assert all(said(entry, "summary") for entry in root.findall(f"{ATOM}entry"))


def test_with_the_address_of_the_site_every_link_is_absolute() -> None:
    root = parsed(pilots(), URL)
    assert links(root, "self") == [(None, f"{URL}feed.xml")]
    assert said(root, "id") == URL
    for element in root.iter(f"{ATOM}link"):
        assert element.get("href", "").startswith(URL)


def test_without_it_links_start_at_the_feed_and_names_are_those_of_the_graph() -> None:
    root = parsed(pilots())
    assert links(root, "self") == []
    assert said(root, "id") == "https://w3id.org/reformgraph/document/"
    assert links(root, "alternate")[1] == ("en", "en/index.html")
    assert links(root.findall(f"{ATOM}entry")[0], "alternate")[0] == ("zh-Hans", "zh/document/notice.html")


def test_the_newest_document_stands_first_and_those_without_a_date_last(tmp_path: Path) -> None:
    dates = {"a": "2021-05", "b": "2023-01-01", "c": None, "d": "2022"}
    turtle = "".join(DOCUMENT.format(name, f'; dcterms:date "{day}"' if day else "") for name, day in dates.items())
    assert entries(parsed(source_of(turtle, tmp_path))) == ["b", "d", "a", "c"]


def test_an_entry_says_the_date_as_stated_and_what_the_document_gave() -> None:
    notice, news = parsed(pilots()).findall(f"{ATOM}entry")
    assert said(notice, "title") == "关于社区养老的通知"
    assert "文中日期：2021-03。" in said(notice, "summary")
    assert "Date as stated: 2021-03." in said(notice, "summary")
    assert "The document states no date." in said(news, "summary")


def test_discrepancies_are_counted_apart(tmp_path: Path) -> None:
    facts = "".join(f"<g/{n}> a rg:Goal ; rg:statedIn <document/x> .\n" for n in range(3))
    wrong = "<d/1> a rg:Discrepancy ; rg:statedIn <document/x> .\n"
    (entry,) = parsed(source_of(DOCUMENT.format("x", "") + facts + wrong, tmp_path)).findall(f"{ATOM}entry")
    assert "Facts: 3. Discrepancies: 1." in said(entry, "summary")
    assert "3 条事实，1 处矛盾或缺失。" in said(entry, "summary")


@pytest.mark.parametrize(
    ("turtle", "updated"),
    [
        ('<run/a> a prov:Activity ; prov:endedAtTime "2026-11-28T02:26:18Z"^^xsd:dateTime .', "2026-11-28T02:26:18Z"),
        (
            '<run/a> a prov:Activity ; prov:endedAtTime "2026-11-28T02:26:18+08:00"^^xsd:dateTime .',
            "2026-11-27T18:26:18Z",
        ),
        ('<run/a> a prov:Activity ; prov:endedAtTime "2026-11-28T02:26:18"^^xsd:dateTime .', "2026-11-28T02:26:18Z"),
        ('<run/a> a prov:Activity ; prov:endedAtTime "yesterday" .', "2023-05-01T00:00:00Z"),
        ("", "2023-05-01T00:00:00Z"),
    ],
)
def test_the_feed_is_as_new_as_the_run_else_as_the_newest_document(turtle: str, updated: str, tmp_path: Path) -> None:
    documents = DOCUMENT.format("a", '; dcterms:date "2023-05"') + DOCUMENT.format("b", '; dcterms:date "2023"')
    assert said(parsed(source_of(documents + turtle, tmp_path)), "updated") == updated


@pytest.mark.parametrize("day", ["2023-02-30", "0000", "spring", "-0044"])
def test_a_date_of_no_calendar_is_no_time(day: str, tmp_path: Path) -> None:
    root = parsed(source_of(DOCUMENT.format("a", f'; dcterms:date "{day}"'), tmp_path))
    assert said(root, "updated") == "1970-01-01T00:00:00Z"
    assert f"Date as stated: {day}." in said(root.findall(f"{ATOM}entry")[0], "summary")


def test_a_publisher_is_the_author_of_the_entry(tmp_path: Path) -> None:
    (entry,) = parsed(source_of(DOCUMENT.format("a", '; dcterms:publisher "河北日报"'), tmp_path)).findall(
        f"{ATOM}entry"
    )
    assert [name.text for name in entry.findall(f"{ATOM}author/{ATOM}name")] == ["河北日报"]


def test_any_title_can_be_written(tmp_path: Path) -> None:
    title = r"<b>&\u0001\u2028 'x' \"y\""
    (entry,) = parsed(source_of(f'<document/a> a rg:SourceDocument ; dcterms:title "{title}" .', tmp_path)).findall(
        f"{ATOM}entry"
    )
    assert said(entry, "title") == "<b>&\ufffd\u2028 'x' \"y\""


def test_a_graph_without_documents_has_an_empty_feed(tmp_path: Path) -> None:
    root = parsed(source_of("", tmp_path))
    assert entries(root) == []
    assert said(root, "id").startswith("https://")


# the sitemap


def addresses(text: str) -> list[str]:
    return [loc.text or "" for loc in ElementTree.fromstring(text).iter(f"{SITEMAP}loc")]


def test_each_language_has_sitemaps_of_its_pages_and_one_file_lists_them() -> None:
    paths = ["index.html", "zh/index.html", "zh/goal/a b.html", "en/index.html", "zh/pictures/bars.svg", "data/x.ttl"]
    chinese, english, every = sitemap.pages(paths, URL)
    assert (chinese.path, addresses(chinese.text)) == (
        "zh/sitemap-1.xml",
        [f"{URL}zh/goal/a%20b.html", f"{URL}zh/index.html"],
    )
    assert addresses(english.text) == [f"{URL}en/index.html"]
    assert (every.path, addresses(every.text)) == ("sitemap.xml", [f"{URL}zh/sitemap-1.xml", f"{URL}en/sitemap-1.xml"])


def test_a_sitemap_that_would_be_too_long_is_cut() -> None:
    pages = list(sitemap.pages([f"zh/{n}.html" for n in range(5)], URL, most=2))
    assert [page.path for page in pages] == ["zh/sitemap-1.xml", "zh/sitemap-2.xml", "zh/sitemap-3.xml", "sitemap.xml"]
    assert sum(len(addresses(page.text)) for page in pages[:-1]) == 5


@pytest.mark.parametrize("url", ["https://example.org", "https://example.org/"])
def test_an_address_ends_in_a_slash(url: str) -> None:
    assert sitemap.checked_url(url) == "https://example.org/"


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("example.org/pilots", "is no address of a site: write it as https://example.org/pilots/"),
        ("file:///srv/site", "is no address of a site"),
        ("https://", "is no address of a site"),
        ("https://example.org/?page=1", "is no address of a site"),
        ("https://example.org/#x", "is no address of a site"),
        ("https://[::1", "is no address of a site"),
        ("https://example.org/?", "is no address of a site"),
        ("", "is no address of a site"),
        ("https://例子.cn/", "has characters that an address cannot have: write it as a browser copies it"),
        ("https://example.org/my site/", "has characters that an address cannot have"),
    ],
)
def test_what_is_no_address_is_refused(url: str, message: str) -> None:
    with pytest.raises(ExportError, match=re.escape(message)):
        sitemap.checked_url(url)
