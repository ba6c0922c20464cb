"""A page for each thing: what is said of it, the words that say so, and what says something of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal, NamedNode

from exports.site.page import Link, link, passage_link
from exports.site.render import render
from exports.site.statements import PARTS
from exports.site.vocabulary import label, position
from exports.site.words import words
from ontology import PREFIXES, RG
from queries.terms import lexical

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from exports.site.page import Page
    from exports.site.source import Source
    from exports.site.things import Thing
    from queries.terms import Term

_NOT_SHOWN: Final = frozenset(
    {RG + name for name in ("passage", "counterPassage", "suggestionPassage", "sha256", "encoding", "characterCount")}
    | {PREFIXES["oa"] + "motivatedBy", PREFIXES["rdf"] + "type"}
)
"""Properties that a page shows elsewhere or that only machines need."""
_PASSAGES: Final = ("passage", "counterPassage", "suggestionPassage")
_IN_NETWORK: Final = frozenset({"program", "unit", "place", "agency", "consortium", "institution"})
"""Folders of what the network of the site shows."""
_FIRST: Final = 40
"""So many of the things that point here are listed at once; the others are folded away."""


@dataclass(frozen=True, slots=True)
class Row:
    """A property with its values."""

    label: str
    values: tuple[Link, ...]
    parts: tuple[Row, ...] = ()
    """Rows of a value that has no page of its own, such as the target of a goal."""


@dataclass(frozen=True, slots=True)
class Group:
    """Things of one kind that say something of this one, by one property."""

    label: str
    kind: str
    links: tuple[Link, ...]
    more: tuple[Link, ...]


def pages(source: Source, language: str) -> Iterator[Page]:
    """Yield the pages of all things but documents, which show their texts."""
    for thing in source.things.values():
        if thing.class_name != "SourceDocument":
            yield _page(thing, source, language)


def _page(thing: Thing, source: Source, language: str) -> Page:
    return render(
        "thing.html.j2",
        f"{thing.path}.html",
        language,
        thing=thing,
        kind_label=label(RG + thing.class_name, language),
        rows=rows(thing.iri, source, language),
        passages=_passages(thing, source, language),
        groups=groups(thing, source, language),
        in_network=thing.kind.folder in _IN_NETWORK,
    )


def rows(iri: str, source: Source, language: str) -> tuple[Row, ...]:
    """Return the properties of a thing with their values, in the order in which the vocabulary defines them.

    What a thing says of itself alone, as that a province lies in itself, is left out.
    """
    said = {
        name: [value for value in values if lexical(value) != iri]
        for name, values in source.statements.about(iri).items()
        if name not in _NOT_SHOWN
    }
    shown = sorted((name for name, values in said.items() if values), key=position)
    return tuple(_row(name, said[name], source, language) for name in shown)


def _row(name: str, values: Sequence[Term], source: Source, language: str) -> Row:
    said = label(name, language)
    if name in PARTS:
        return Row(said, (), tuple(row for part in values for row in rows(lexical(part), source, language)))
    return Row(said, tuple(_value(value, source, language) for value in values))


def _value(value: Term, source: Source, language: str) -> Link:
    if isinstance(value, NamedNode):
        return link(value.value, source, language)
    if isinstance(value, Literal) and value.value in {"true", "false"}:
        return Link(words(language)["yes" if value.value == "true" else "no"], language="")
    if isinstance(value, Literal):
        return Link(value.value, language=_tag(value))
    return Link(str(value))


def _tag(value: Literal) -> str:
    tag = value.language or ""
    return "zh-Hans" if tag.startswith("zh") or not tag else tag


def _passages(thing: Thing, source: Source, language: str) -> list[tuple[str, list[tuple[Link, Link, bool]]]]:
    """Return the passages of a thing by what they are to it: links to the words and to the document, and if guessed."""
    found = []
    for name in _PASSAGES:
        passages = source.statements.passages(thing.iri, name)
        links = [(passage_link(each, source), link(each.document, source, language), each.guessed) for each in passages]
        if links:
            found.append((label(RG + name, language), links))
    return found


def groups(thing: Thing, source: Source, language: str) -> list[Group]:
    """Return what says something of a thing, by property and kind; not what the thing says back."""
    found: dict[tuple[str, str], list[str]] = {}
    properties = source.statements.about(thing.iri)
    for name, subjects in source.statements.pointing_at(thing.iri).items():
        said_here = {lexical(value) for value in properties.get(name, ())}
        for subject in dict.fromkeys(subjects):
            other = source.things.get(subject)
            if other is not None and subject != thing.iri and subject not in said_here:
                found.setdefault((label(name, language), other.kind.title[language]), []).append(subject)
    for unit in source.units_in.get(thing.iri, ()):
        kind = source.things[unit].kind.title[language]
        found.setdefault((words(language)["lies_here"], kind), []).append(unit)
    return [
        _group(name, kind, sorted(subjects, key=source.order.__getitem__), source, language)
        for (name, kind), subjects in sorted(found.items(), key=lambda each: source.order[each[1][0]])
    ]


def _program(iri: str, source: Source) -> str:
    """Return the program of a unit: places have several, and their names are the same."""
    if source.things[iri].class_name != "PilotUnit":
        return ""
    programs = (source.things.get(lexical(each)) for each in source.statements.about(iri).get(RG + "program", ()))
    return next((program.name for program in programs if program), "")


def _group(name: str, kind: str, subjects: Sequence[str], source: Source, language: str) -> Group:
    links = tuple(replace(link(each, source, language), note=_program(each, source)) for each in subjects)
    return Group(name, kind, links[:_FIRST], links[_FIRST:])
