"""The network to look through: a picture that answers to the mouse, and the same as a list for the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from exports.data_files import table
from exports.site.network_data import kinds, network_data, relations
from exports.site.page import Page
from exports.site.render import render
from exports.site.script_data import assigned, embedded
from exports.site.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from exports.site.source import Source

_PATH: Final = "pictures/network.html"
_MOST_AT_ONCE: Final = 5000
"""Nodes that a page begins with; of a larger network it begins with programs and agencies."""
_WORDS: Final = "network_"
"""How the keys of this page's words begin."""


def data(source: Source) -> Page:
    """Return the network as a script, for the pages of both languages."""
    return Page("data/network.js", assigned("reformgraphNetwork", network_data(source)))


def pages(source: Source, language: str) -> Iterator[Page]:
    """Yield the page of the network."""
    said = embedded(_said(language))
    yield render("network.html.j2", _PATH, language, kinds=kinds(), relations=relations(), said=said)


def _said(language: str) -> dict[str, Any]:
    """Return what the script needs beside the network: words and looks, in the language of the page."""
    return {
        "language": language,
        "most": _MOST_AT_ONCE,
        "words": {key.removeprefix(_WORDS): said for key, said in words(language).items() if key.startswith(_WORDS)},
        "kinds": [
            {
                "name": row["kind"],
                "shape": row["shape"],
                "colour": row["colour"],
                "title": row[language],
                "one": row[f"{language}_one"],
            }
            for row in kinds()
        ],
        "relations": [
            {"line": row["line"], "wide": int(row["wide"]), "colour": row["colour"], "says": _both(row, language)}
            for row in relations()
        ],
        "relationNames": [row["relation"] for row in relations()],
        "programColours": [row["colour"] for row in table("program_colours.tsv")],
    }


def _both(row: Mapping[str, str], language: str) -> list[str]:
    """Return what a relation is called from its beginning and from its end."""
    return [row[language], row[f"{language}_back"]]
