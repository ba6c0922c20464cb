"""What the graph says about a document's text: things, each with the passages of the document that say it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from exports.site.page import Link, link, passage_link
from exports.site.vocabulary import label
from ontology import PREFIXES, RG
from queries.terms import lexical

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from exports.site.source import Source
    from exports.site.statements import Passage
    from exports.site.things import Thing

_HAS_SOURCE: Final = PREFIXES["oa"] + "hasSource"
_HAS_TARGET: Final = PREFIXES["oa"] + "hasTarget"
_SHOWN: Final = 40
"""Of what is longer, a discrepancy shows so many characters."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A thing, as the page of a document lists it."""

    path: str
    """Of its own page, without suffix."""
    name: Link
    note: str
    """What sort of discrepancy it is."""
    passages: tuple[Passage, ...]
    """The passages of this document that say it, in the order of the text."""

    @property
    def places(self) -> str:
        """The characters of its passages: ``0,8 20,29``."""
        return " ".join(dict.fromkeys(f"{each.start},{each.end}" for each in self.passages))


@dataclass(frozen=True, slots=True)
class Group:
    """The facts of one kind, in the order of the text."""

    folder: str
    title: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Doubt:
    """A discrepancy of the document."""

    name: Link
    kind: str
    rows: tuple[tuple[str, tuple[Link, ...]], ...]
    """Label of a property, and its values: what is stated, what was expected, the passages."""


def passages(document: str, source: Source) -> list[Passage]:
    """Return the passages of a document, in the order of the text."""
    names = source.statements.pointing_at(document).get(_HAS_SOURCE, ())
    return sorted(found for name in names if (found := source.statements.passage(name)))


def said(document: str, source: Source) -> Mapping[str, Sequence[Passage]]:
    """Return the things that a document says something of, with its passages that say so, in the order of the text.

    Things that are stated in the document without a passage stand at the end.
    """
    found: dict[str, set[Passage]] = {}
    for name in source.statements.pointing_at(document).get(_HAS_SOURCE, ()):
        passage = source.statements.passage(name)
        for subject in (each for subjects in source.statements.pointing_at(name).values() for each in subjects):
            if passage and subject in source.things:
                found.setdefault(subject, set()).add(passage)
    for subject in source.statements.pointing_at(document).get(RG + "statedIn", ()):
        if subject in source.things:
            found.setdefault(subject, set())
    first = {iri: min((each.start for each in its), default=float("inf")) for iri, its in found.items()}
    return {iri: sorted(found[iri]) for iri in sorted(found, key=lambda iri: (first[iri], iri))}


def groups(things: Mapping[str, Sequence[Passage]], source: Source, language: str) -> list[Group]:
    """Return the facts of a document by kind, in the order of the kinds."""
    by_kind: dict[str, list[Thing]] = {}
    for iri in things:
        by_kind.setdefault(source.things[iri].kind.folder, []).append(source.things[iri])
    order = dict.fromkeys(thing.kind.folder for thing in source.things.values())
    return [
        Group(
            folder,
            by_kind[folder][0].kind.title[language],
            tuple(_fact(thing, things[thing.iri], source, language) for thing in by_kind[folder]),
        )
        for folder in order
        if folder in by_kind
    ]


def _fact(thing: Thing, its: Sequence[Passage], source: Source, language: str) -> Fact:
    return Fact(thing.path, link(thing.iri, source, language), _sort(thing.iri, source, language), tuple(its))


def _sort(iri: str, source: Source, language: str) -> str:
    kinds = source.statements.about(iri).get(RG + "discrepancyType", ())
    return "、".join(label(lexical(kind), language) for kind in kinds)


def doubts(document: str, source: Source, language: str) -> list[Doubt]:
    """Return the discrepancies of a document, in the order of the text."""
    found = {
        iri: source.statements.passages(iri)
        for iri in source.statements.pointing_at(document).get(_HAS_TARGET, ())
        if iri in source.things and source.things[iri].class_name == "Discrepancy"
    }
    return [_doubt(iri, source, language) for iri in sorted(found, key=lambda iri: (found[iri][:1], iri))]


def _doubt(iri: str, source: Source, language: str) -> Doubt:
    properties = source.statements.about(iri)
    rows = [
        (label(RG + name, language), tuple(_value(lexical(value), source, language) for value in properties[RG + name]))
        for name in ("stated", "expected", "suggestedValue", "concerns")
        if RG + name in properties
    ]
    rows += [
        (label(RG + name, language), _quoted(its, source))
        for name in ("passage", "counterPassage", "suggestionPassage")
        if (its := source.statements.passages(iri, name))
    ]
    return Doubt(link(iri, source, language), _sort(iri, source, language), tuple(rows))


def _value(text: str, source: Source, language: str) -> Link:
    return _cut(link(text, source, language) if text in source.things else Link(text))


def _quoted(passages: Iterable[Passage], source: Source) -> tuple[Link, ...]:
    """Return links to passages."""
    return tuple(_cut(passage_link(each, source)) for each in passages)


def _cut(whole: Link) -> Link:
    line = " ".join(whole.text.split())
    return whole if len(line) <= _SHOWN else replace(whole, text=f"{line[:_SHOWN]}…", title=whole.text)
