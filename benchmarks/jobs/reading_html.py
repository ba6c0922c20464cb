"""Read documents as web pages of about 60 KB, bytes to facts: FOLDER. Most of a page is what stands around the text."""

import sys
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from benchmarks.clock import seconds, tell
from build_graph.pipeline import read_facts

_BEFORE: Final = 20
"""Pages that are read first, so that all is loaded."""
_SCRIPT: Final = f"<script>{'var shown = shown || {}; shown.page = 1; ' * 500}</script>"
_STYLE: Final = f"<style>{'.list li a { color: #333; text-decoration: none } ' * 300}</style>"
_LINKS: Final = (
    "<ul>" + "".join(f'<li><a href="/col/{number}/index.html">栏目{number}</a></li>' for number in range(300)) + "</ul>"
)


def _page(text: str) -> str:
    paragraphs = "".join(f"<p>{escape(line)}</p>" for line in text.splitlines() if line.strip())
    head = f'<head><meta charset="utf-8"><title>{escape(text[:30].strip())}</title>{_STYLE}{_SCRIPT}</head>'
    return f"<!DOCTYPE html><html>{head}<body><nav>{_LINKS}</nav><article>{paragraphs}</article></body></html>"


def _fail(error: Exception) -> None:
    raise error


def _read(paths: list[Path]) -> int:
    return sum(1 for _ in read_facts(paths, on_error=_fail))


if __name__ == "__main__":
    with TemporaryDirectory() as work:
        pages = []
        for file in sorted(Path(sys.argv[1]).glob("*.txt")):
            pages.append(Path(work) / f"{file.stem}.html")
            pages[-1].write_text(_page(file.read_text("utf-8")), "utf-8", newline="\n")
        _read(pages[:_BEFORE])
        pages = pages[_BEFORE:] or pages
        took = seconds(lambda: _read(pages))
        tell(seconds=took, bytes=sum(page.stat().st_size for page in pages), documents=len(pages))
