"""A page for each source document: its text as it stood, with the passages lit and each fact beside it."""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from pyoxigraph import NamedNode

from exports import data_files
from exports.site.document_facts import doubts, groups, passages, said
from exports.site.document_text import document_text, quoted_text
from exports.site.page import Link, link
from exports.site.render import render
from exports.site.repaired_spots import repaired_spots
from exports.site.source_text import source_text
from exports.site.vocabulary import label
from exports.site.words import words
from ontology import PREFIXES, RG
from queries.terms import lexical

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from exports.site.document_facts import Group
    from exports.site.page import Page
    from exports.site.source import Source
    from exports.site.source_text import SourceText
    from exports.site.statements import Passage
    from exports.site.things import Thing
    from queries.terms import Term

_ABOUT: Final = (
    PREFIXES["dcterms"] + "publisher",
    PREFIXES["dcterms"] + "date",
    RG + "documentKind",
    PREFIXES["schema"] + "url",
    PREFIXES["dcterms"] + "identifier",
    RG + "encoding",
    RG + "characterCount",
    RG + "sha256",
)
"""What is told of a document, in this order."""


_FEW: Final = 8
"""So many discrepancies are listed at once; the others are folded away."""


def pages(source: Source, language: str) -> Iterator[Page]:
    """Yield the pages of the documents."""
    for thing in source.things.values():
        if thing.class_name == "SourceDocument":
            yield _page(thing, source, language)


def _page(thing: Thing, source: Source, language: str) -> Page:
    its = passages(thing.iri, source)
    found = source.text_of(thing.iri)
    text = None if found is None else source_text(found)
    spans = list(_quotes(its))
    facts = groups(said(thing.iri, source), source, language)
    return render(
        "document.html.j2",
        f"{thing.path}.html",
        language,
        thing=thing,
        kind_label=label(RG + thing.class_name, language),
        about=_about(thing.iri, source, language),
        doubts=doubts(thing.iri, source, language),
        groups=facts,
        opens=_opens(facts),
        has_text=text is not None,
        shown=quoted_text(_quotes(its)) if text is None else document_text(text, spans),
        few=_FEW,
        legend_rows=[] if text is None else _legend(text, len(spans), words(language)),
        has_markup=text is not None and bool(text.markup),
        repaired=[] if text is None else repaired_spots(text),
        reasons=_names("site/reasons.tsv", "reason", language),
        repair_kinds=_names("site/repairs.tsv", "kind", language),
    )


def _about(iri: str, source: Source, language: str) -> list[tuple[str, Link]]:
    """Return what is known of a document: labels and values."""
    properties = source.statements.about(iri)
    return [
        (label(name, language), _value(value, source, language))
        for name in _ABOUT
        for value in properties.get(name, ())
    ]


def _value(value: Term, source: Source, language: str) -> Link:
    return link(value.value, source, language) if isinstance(value, NamedNode) else Link(lexical(value))


def _quotes(its: Sequence[Passage]) -> dict[tuple[int, int], str]:
    return {(each.start, each.end): each.quote for each in its}


def _opens(facts: Sequence[Group]) -> dict[tuple[int, int], str]:
    """Return for each passage the first fact that it says: start and end -> path of the fact."""
    found: dict[tuple[int, int], str] = {}
    for fact in (fact for group in facts for fact in group.facts):
        for passage in fact.passages:
            found.setdefault((passage.start, passage.end), fact.path)
    return found


def _legend(text: SourceText, lit: int, said: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return the sorts of marks that stand in a text: how they look, and what they are with their number."""
    guessed = sum(repair.guessed for repair in text.repairs)
    numbers = {
        "lit": lit,
        "sure": len(text.repairs) - guessed,
        "guessed": guessed,
        "lost": len(text.lost_digits),
        "unreadable": len(text.unreadable),
        "masked": len(text.masked),
        "folded": sum(each.end - each.start for each in text.ignored),
        "markup": sum(each.end - each.start for each in text.markup),
    }
    return [(look, said[f"look_{look}"].format(n=f"{number:,}")) for look, number in numbers.items() if number]


@cache
def _names(table: str, key: str, language: str) -> Mapping[str, str]:
    """Return how pages of a language say what a build says, by a table."""
    return MappingProxyType({row[key]: row[language] for row in data_files.table(table)})
