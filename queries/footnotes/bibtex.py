"""Footnotes as BibTeX: an ``@online`` entry (biblatex) for each document, with the words that are quoted."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from queries.footnotes.sources import cited

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from queries.footnotes.notes import Footnotes
    from queries.footnotes.sources import Cited

_SPECIAL: Final[Mapping[str, str]] = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{mark: f"\\{mark}" for mark in "{}$&%#_"},
}
_SPECIALS: Final = re.compile("[" + re.escape("".join(_SPECIAL)) + "]")


def bibtex(notes: Footnotes) -> str:
    """Return the documents behind an answer as BibTeX in UTF-8."""
    return "\n".join(_entry(source) for source in cited(notes))


def _entry(source: Cited) -> str:
    fields = "".join(f"  {name} = {{{value}}},\n" for name, value in _fields(source))
    return f"@online{{{source.key},\n{fields}}}\n"


def _fields(source: Cited) -> Iterator[tuple[str, str]]:
    about = source.about
    yield "title", _escaped(about.title or about.document)
    if about.publisher:
        yield "author", f"{{{_escaped(about.publisher)}}}"
    if about.date:
        yield "date", about.date
    if about.url:
        yield "url", about.url.replace("{", "%7B").replace("}", "%7D")
    yield "note", _escaped(source.version)
    yield "annotation", _escaped(source.quoted)


def _escaped(text: str) -> str:
    return _SPECIALS.sub(lambda mark: _SPECIAL[mark[0]], " ".join(text.split()))
