"""``reformgraph cache``: what is kept, by which versions of the program, and how it goes."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_graph.work import cache as module
from build_graph.work.cache import VARIABLE, Cache


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "cache"))
    return tmp_path / "cache"


def test_an_empty_cache_is_shown(reformgraph, folder: Path) -> None:
    outcome = reformgraph("cache")
    assert (outcome.status, outcome.err) == (0, "")
    assert outcome.out.splitlines() == [
        f"file       {folder}/facts.sqlite",
        "size       0.0 MB",
        "kept       0 results of this program (0.0 MB)",
    ]


def test_what_other_versions_have_kept_is_shown_with_what_becomes_of_it(
    reformgraph, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for version in ("older", "old"):
        with monkeypatch.context() as patch:
            patch.setattr(module, "fingerprint", lambda version=version: version)
            with Cache(folder) as cache:
                cache.put("a", bytes(2**20))
    with Cache(folder) as cache:
        cache.put("a", bytes(2**19))
    lines = reformgraph("cache").out.splitlines()
    assert lines[2] == "kept       1 results of this program (0.5 MB)"
    assert lines[3] == "           2 of 2 other versions of it (2.0 MB); only the 3 versions used last stay"


def test_a_cleared_cache_is_empty(reformgraph, folder: Path) -> None:
    with Cache(folder) as cache:
        cache.put("a", b"1")
    assert "kept       0 results" in reformgraph("cache", "clear").out
    assert list(folder.iterdir()) == []
