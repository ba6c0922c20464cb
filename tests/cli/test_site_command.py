"""``reformgraph export site``."""

from __future__ import annotations

from pathlib import Path

import pytest

NOTE = "reformgraph: note: no sitemap.xml: give the address at which the site will lie with --url https://…/\n"


def test_without_an_address_one_line_says_what_the_site_lacks(reformgraph, graph: Path, tmp_path: Path) -> None:
    assert reformgraph("export", "site", "--graph", graph, "-o", tmp_path / "site") == (0, "", NOTE)
    assert not (tmp_path / "site" / "sitemap.xml").exists()
    assert (tmp_path / "site" / "feed.xml").is_file()


def test_with_an_address_it_has_a_sitemap(reformgraph, graph: Path, tmp_path: Path) -> None:
    options = ("--graph", graph, "-o", tmp_path / "site", "--url", "https://example.org/pilots")
    assert reformgraph("export", "site", *options) == (0, "", "")
    assert "https://example.org/pilots/zh/sitemap-1.xml" in (tmp_path / "site" / "sitemap.xml").read_text("utf-8")
    assert "https://example.org/pilots/zh/document/" in (tmp_path / "site" / "feed.xml").read_text("utf-8")


def test_an_address_that_is_none_is_told_in_one_line(reformgraph, graph: Path, tmp_path: Path) -> None:
    outcome = reformgraph("export", "site", "--graph", graph, "-o", tmp_path / "site", "--url", "example.org")
    assert (outcome.status, outcome.out) == (2, "")
    assert outcome.err == (
        "reformgraph: error: 'example.org' is no address of a site: write it as https://example.org/pilots/\n"
    )
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("form", ["turtle", "picture", "csv-tables"])
def test_an_address_is_for_the_site_alone(form: str, reformgraph, graph: Path, tmp_path: Path) -> None:
    outcome = reformgraph("export", form, "--graph", graph, "-o", tmp_path / "file", "--url", "https://example.org/")
    assert (outcome.status, outcome.out) == (2, "")
    assert outcome.err.startswith(f"reformgraph: error: --url: only for `export site`, not for {form}")
    assert list(tmp_path.iterdir()) == []


def test_a_site_cannot_go_to_a_stream_and_has_no_options_of_pictures(reformgraph, graph: Path) -> None:
    outcome = reformgraph("export", "site", "--graph", graph, "-o", "-")
    assert (outcome.status, outcome.out) == (2, "")
    assert "site is a folder and cannot go to a stream: name a folder with -o" in outcome.err
    assert reformgraph("export", "site", "--graph", graph, "--lang", "en").status == 2
