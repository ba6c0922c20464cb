"""Markup -> tokens that know where they stand: text, start tags and end tags, in one pass.

The HTML parsers that are well kept give a tree whose text has lost its offsets; passages need them to the character.
So the tags are found here, as the tokenizer of the HTML standard finds them (WHATWG HTML, 13.2.5), and what they
mean for the page is left to the steps after it. Comments, declarations and directives of a server (``<%@ … %>``)
are no tokens. Takes any text, in linear time.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from build_graph.tables import table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_MARKUP = re.compile(
    r"<!--.*?(?:--!?>|\Z)"
    r"|<%.*?(?:%>|\Z)"
    r"|<[!?][^>]*+(?:>|\Z)"
    r"|<(?P<slash>/?)(?P<name>[A-Za-z][^\s/>]*+)"
    r"(?P<attributes>(?>(?:[^>=]++|=\s*+(?:\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z))?)*))(?:>|\Z)",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(r"([^\s=>/\"']+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>\"']+)))?")
_FEWEST_ENCLOSING = 2  # tags with words right beside them
_FEWEST_TAGS = 5
"""So many tags of pages make a text markup; running text quotes none or one."""
_PAGE = re.compile(
    r"\s*+(?>(?:(?><%@.*?%>|<!--.*?-->|<\?.*?\?>)\s*+)*)(?:<!doctype\s+html|<html\b)", re.IGNORECASE | re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Token:
    """A stretch of text, or a tag with the name of its element in lower case."""

    kind: Literal["text", "start", "end"]
    start: int
    end: int
    name: str = ""
    attributes: str = ""
    """As written."""


def tokens(text: str) -> Iterator[Token]:
    """Yield the tokens of ``text`` in their order; the content of scripts and of other raw elements is one text."""
    at = 0
    while at < len(text):
        found = _MARKUP.search(text, at)
        if found is None:
            break
        if at < found.start():
            yield Token("text", at, found.start())
        at = found.end()
        name = (found["name"] or "").lower()
        if not name:
            continue
        yield Token("end" if found["slash"] else "start", found.start(), at, name, found["attributes"])
        if not found["slash"] and name in elements("raw"):
            close = re.compile(rf"</{re.escape(name)}(?![^\s/>])", re.IGNORECASE).search(text, at)
            end = close.start() if close else len(text)
            if at < end:
                yield Token("text", at, end, name)
            at = end
    if at < len(text):
        yield Token("text", at, len(text))


def attributes(tag: Token) -> Mapping[str, str]:
    """Return the attributes of a tag: names in lower case, references resolved; of two of one name the first."""
    found: dict[str, str] = {}
    for name, double, single, bare in _ATTRIBUTE.findall(tag.attributes):
        found.setdefault(name.lower(), html.unescape(double or single or bare))
    return found


def is_markup(text: str) -> bool:
    """Tell whether a text is the source of a page: it opens like one, or tags that only pages have enclose its words.

    Rubbish of empty tags between the lines of a text makes it no page.
    """
    if _PAGE.match(text):
        return True
    tags = touching = 0
    for found in _MARKUP.finditer(text):
        if (found["name"] or "").lower() in elements("page"):
            tags += 1
            touching += _touches_words(text, *found.span())
            if tags >= _FEWEST_TAGS and touching >= _FEWEST_ENCLOSING:
                return True
    return False


def _touches_words(text: str, start: int, end: int) -> bool:
    before, behind = text[max(0, start - 1) : start], text[end : end + 1]
    return (before.strip() not in ("", ">")) or (behind.strip() not in ("", "<"))


@cache
def elements(role: str) -> frozenset[str]:
    """Return the names of the elements of one role in the table of elements."""
    return frozenset(row["element"] for row in table(__package__, "elements") if role in row["roles"].split())
