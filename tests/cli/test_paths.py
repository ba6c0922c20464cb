"""Paths and addresses as people give them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from reformgraph.paths import as_sources

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("given", "sources"),
    [
        ("s3://crawl/2024", ["s3://crawl/2024"]),
        ("documents/a.txt", [Path("documents/a.txt")]),
        (Path("documents"), [Path("documents")]),
        (["memory://a", Path("b"), "c"], ["memory://a", Path("b"), Path("c")]),
    ],
)
def test_an_address_stays_as_it_is_and_all_else_is_a_path(given, sources) -> None:
    assert as_sources(given) == sources


def test_an_address_is_known_without_what_opens_it() -> None:
    code = "import sys; sys.modules['fsspec'] = None; from reformgraph.paths import as_source; print(as_source('s3://a/b'))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("s3://a/b\n", "")
