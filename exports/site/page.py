"""A page of the site, and the links between pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from exports.site.vocabulary import anchor, label, short

if TYPE_CHECKING:
    from exports.site.source import Source
    from exports.site.statements import Passage


VOCABULARY: Final = "vocabulary/index.html"
"""Path of the reference of the vocabulary, below the folder of a language."""


@dataclass(frozen=True, slots=True)
class Page:
    """A file of the site."""

    path: str
    """Below the site's folder, with ``/``."""
    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """Words on a page, and where they lead."""

    text: str
    href: str | None = None
    """Below the folder of the language, or an absolute address; None where they lead nowhere."""
    title: str = ""
    is_outside: bool = False
    """Whether it leads out of the site."""
    note: str = ""
    """What stands small behind it: the program of a unit, say."""
    language: str = "zh-Hans"
    """The language of the words (BCP 47); empty where it is that of the page."""


def link(iri: str, source: Source, language: str) -> Link:
    """Return the link to a thing's page; to the vocabulary for its terms; words alone for what has no page."""
    thing = source.things.get(iri)
    if thing is not None:
        english = thing.english if language == "en" else ""
        title, language_tag = (thing.name, "en") if english else ("", "zh-Hans")
        return Link(english or thing.name, f"{thing.path}.html", title, language=language_tag)
    named, place = label(iri, language), anchor(iri)
    if place is not None:
        return Link(named, f"{VOCABULARY}#{place}", language="")
    if named != short(iri):
        return Link(named, language="")
    return Link(named, iri, is_outside=True, language="") if iri.startswith(("http://", "https://")) else Link(named)


def passage_link(passage: Passage, source: Source) -> Link:
    """Return the link from a quoted passage to its characters in the document."""
    document = source.things.get(passage.document)
    if document is None:
        return Link(passage.quote)
    return Link(passage.quote, f"{document.path}.html#char={passage.start},{passage.end}")
