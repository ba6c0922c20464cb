"""Every link inside a site leads to a file that is there, and to an anchor that is in it."""

from __future__ import annotations

import posixpath
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

import reformgraph
from exports.site.write import save
from tests.exports.site.sites import PILOTS, Read

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module", params=["pilots", "shipped"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the site of a graph."""
    folder, graph = tmp_path_factory.mktemp("site"), PILOTS
    if request.param == "shipped":
        graph = folder / "out"
        assert reformgraph.build(ROOT / "documents", out=graph, stamp=False).published
        reformgraph.describe(graph)
    save(graph, folder / "site")
    return folder / "site"


def test_every_link_leads_somewhere(site: Path) -> None:
    pages = {file.relative_to(site).as_posix(): Read(file.read_text("utf-8")) for file in site.rglob("*.html")}
    pages["feed.xml"] = Read((site / "feed.xml").read_text("utf-8"))
    files = {file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file()}
    assert len(pages) > 150
    lost = {
        f"{path} -> {target}"
        for path, page in pages.items()
        for target in page.links
        if not leads_somewhere(path, target, files, pages)
    }
    assert sorted(lost) == []


def leads_somewhere(path: str, target: str, files: set[str], pages: dict[str, Read]) -> bool:
    """Return whether a link of a page leads to a file, and to an anchor in it.

    Nodes of the network are found by its script, and left to the tests in a browser.
    """
    parts = urlsplit(target)
    if parts.scheme or parts.netloc:
        return False
    found = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(parts.path))) if parts.path else path
    if found not in files:
        return False
    fragment = unquote(parts.fragment)
    return not fragment or fragment.startswith("node=") or fragment in pages[found].anchors
