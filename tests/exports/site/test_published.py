"""The files of a built graph in its site, and the whole site as a folder."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

import reformgraph
from exports.errors import ExportError
from exports.publish import export
from exports.site.pages import home
from exports.site.source import Source
from exports.site.write import save
from queries.errors import QueryError
from queries.store import GraphFile
from tests.exports.site.sites import PILOTS, Read
from tests.publishing.cutting import laid

ROOT = Path(__file__).parents[3]
GRAPHS = ("graph.ttl", "graph.trig", "graph.jsonld")
DESCRIBED = ("dataset.ttl", "dataset.jsonld")
DESCRIPTION = re.compile(r'<script type="application/ld\+json">\n(.*?)</script>', re.DOTALL)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a built folder without a description."""
    folder = tmp_path_factory.mktemp("built") / "out"
    assert reformgraph.build(ROOT / "documents", out=folder, stamp=False).published
    return folder


@pytest.fixture
def described(built: Path):
    """Return the same folder with one."""
    reformgraph.describe(built)
    yield built
    for name in DESCRIBED:
        (built / name).unlink()


def home_of(graph: Path, language: str = "en") -> str:
    (page,) = home.pages(Source(GraphFile.at(graph)), language)
    return page.text


def everything(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_the_files_of_the_graph_are_offered_as_they_are(described: Path, tmp_path: Path) -> None:
    save(described, tmp_path / "site")
    links = Read((tmp_path / "site" / "zh" / "index.html").read_text("utf-8")).links
    for name in (*GRAPHS, *DESCRIBED):
        assert (tmp_path / "site" / "data" / name).read_bytes() == (described / name).read_bytes()
        assert f"../data/{name}" in links


def test_their_sizes_are_told(described: Path) -> None:
    size = (described / "graph.trig").stat().st_size
    assert f"graph.trig {size / 1e3:.1f} kB" in Read(home_of(described)).text


def test_parts_are_offered_one_by_one_below_the_name_of_the_file(described: Path, tmp_path: Path) -> None:
    shutil.copytree(described, tmp_path / "out")
    pieces = (b"<urn:a> <urn:b> <urn:c> .\n", b"<urn:a> <urn:b> <urn:d> .\n")
    laid(tmp_path / "out" / "graph.ttl", *pieces)
    save(tmp_path / "out", tmp_path / "site")
    page = Read((tmp_path / "site" / "en" / "index.html").read_text("utf-8"))
    assert "graph.ttl 0.1 kB, 2 files" in page.text
    for number, piece in enumerate(pieces):
        path = f"data/graph.ttl/part-0000{number}.ttl"
        assert f"../{path}" in page.links
        assert (tmp_path / "site" / path).read_bytes() == piece


def test_no_site_offers_a_file_that_lacks_a_part(described: Path, tmp_path: Path) -> None:
    shutil.copytree(described, tmp_path / "out")
    laid(tmp_path / "out" / "graph.ttl", b"", b"")
    (tmp_path / "out" / "graph.ttl" / "part-00000.ttl").unlink()
    with pytest.raises(ExportError, match=r"graph\.ttl cannot be read: it has no part-00000\.ttl"):
        home_of(tmp_path / "out")


def test_the_description_stands_in_the_first_page(described: Path) -> None:
    told = json.loads((described / "dataset.jsonld").read_text("utf-8"))
    for language in ("zh", "en"):
        (inside,) = DESCRIPTION.findall(home_of(described, language))
        assert json.loads(inside) == told


def test_no_description_can_end_its_script(described: Path) -> None:
    (described / "dataset.jsonld").write_text('{"name": "</script><img src=x>"}')
    (inside,) = DESCRIPTION.findall(home_of(described))
    assert json.loads(inside) == {"name": "</script><img src=x>"}


def test_what_is_not_there_is_left_out(built: Path) -> None:
    page = home_of(built)
    assert "application/ld+json" not in page
    assert "../data/dataset.ttl" not in Read(page).links
    assert "../data/graph.ttl" in Read(page).links


def test_files_beside_ones_own_rdf_are_not_offered(described: Path, tmp_path: Path) -> None:
    for name in DESCRIBED:
        (tmp_path / name).write_bytes((described / name).read_bytes())
    (tmp_path / "own.trig").write_bytes(PILOTS.read_bytes())
    page = home_of(tmp_path / "own.trig")
    assert "application/ld+json" not in page
    assert "<h2>Data</h2>" not in page


# the site as a folder


def test_the_same_graph_gives_the_same_bytes(tmp_path: Path) -> None:
    save(PILOTS, tmp_path / "one", "https://example.org/")
    save(PILOTS, tmp_path / "two", "https://example.org")
    assert everything(tmp_path / "one") == everything(tmp_path / "two")


def test_an_address_adds_a_sitemap_of_all_pages_and_changes_the_feed_alone(tmp_path: Path) -> None:
    save(PILOTS, tmp_path / "with", "https://example.org/p")
    save(PILOTS, tmp_path / "without")
    there, missing = everything(tmp_path / "with"), everything(tmp_path / "without")
    assert there.keys() - missing.keys() == {"sitemap.xml", "zh/sitemap-1.xml", "en/sitemap-1.xml"}
    assert [name for name in missing if missing[name] != there[name]] == ["feed.xml"]
    listed = re.findall(
        "<loc>https://example.org/p/(.*?)</loc>", (there["zh/sitemap-1.xml"] + there["en/sitemap-1.xml"]).decode()
    )
    assert sorted(listed) == sorted(name for name in there if name.endswith(".html") and "/" in name)


def test_a_site_with_an_address_takes_the_place_of_one_without_and_the_other_way_round(tmp_path: Path) -> None:
    for url in (None, "https://example.org/", None):
        save(PILOTS, tmp_path / "site", url)
        assert (tmp_path / "site" / "sitemap.xml").exists() == (url is not None)
    save(PILOTS, tmp_path / "site", "https://example.org/")
    export("site", PILOTS, tmp_path / "site")
    assert not (tmp_path / "site" / "sitemap.xml").exists()


def test_a_sitemap_of_somebody_else_is_no_earlier_site(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "sitemap.xml").write_text("mine")
    (tmp_path / "site" / "notes.txt").write_text("mine")
    with pytest.raises(ExportError, match=r"holds notes\.txt, which is no part of this export"):
        save(PILOTS, tmp_path / "site")
    assert (tmp_path / "site" / "sitemap.xml").read_text() == "mine"


def test_nothing_is_written_for_a_mistake(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="no address of a site"):
        save(PILOTS, tmp_path / "site", "example.org")
    with pytest.raises(QueryError, match="there is no"):
        save(tmp_path / "none", tmp_path / "site")
    assert list(tmp_path.iterdir()) == []
