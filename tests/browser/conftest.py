"""The site of the shipped documents in a real browser, opened from the disk.

A page that writes an error to the console, throws, or asks for anything but a file fails the test.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import reformgraph
from tests.browser.chromium import ADVICE, NEEDED, find_chromium

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).parents[2]
QUIET = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
"""Chromium's own requests are off: what is left is the page's."""


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the site of the shipped documents."""
    folder = tmp_path_factory.mktemp("browser")
    assert reformgraph.build(ROOT / "documents", folder / "out", stamp=False).published
    reformgraph.Graph.open(folder / "out").export("site", folder / "site")
    return folder / "site"


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Return a running Chromium."""
    executable = find_chromium()
    if executable is None:
        missing = f"no Chromium: {ADVICE}"
        pytest.fail(missing) if os.environ.get(NEEDED) else pytest.skip(missing)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=list(QUIET))
        yield browser
        browser.close()


@pytest.fixture
def browser_page(chromium: Browser) -> Iterator[Page]:
    """Return a page that complains of every error and of every request that leaves the disk."""
    complaints: list[str] = []
    context = chromium.new_context(viewport={"width": 1200, "height": 900})
    page = context.new_page()
    page.on("console", lambda said: complaints.append(said.text) if said.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda asked: None if asked.url.startswith(LOCAL) else complaints.append(asked.url))
    yield page
    context.close()
    assert complaints == []


LOCAL = ("file://", "data:", "blob:", "about:")
