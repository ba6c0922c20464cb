"""The checks: what is wrong or lost in the documents, and what nobody says."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Final

from exports.site.answers import answer, answered
from exports.site.page import Link, link, passage_link
from exports.site.render import render
from exports.site.vocabulary import definition, label, short
from exports.site.words import words
from ontology import RG
from queries.catalogue import find
from queries.terms import lexical

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from exports.site.page import Page
    from exports.site.source import Source
    from exports.site.statements import Properties
    from exports.site.things import Thing
    from queries.table import Row

_UNKNOWN: Final = "what-we-do-not-know"
_NO_PILOTS: Final = "provinces-without-pilots"
_SIDES: Final = ("passage", "counterPassage", "suggestionPassage")
"""Passages of a discrepancy: where it is said, what speaks against it, what another document offers."""


@dataclass(frozen=True, slots=True)
class Side:
    """Passages on one side of a discrepancy, each with its document."""

    label: str
    passages: tuple[tuple[Link, Link], ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A discrepancy."""

    page: Link
    values: tuple[tuple[str, str], ...]
    """What is stated, expected and suggested: label and value of those that there are."""
    sides: tuple[Side, ...]
    concerns: tuple[Link, ...]
    """The facts that it is about."""


@dataclass(frozen=True, slots=True)
class Group:
    """The discrepancies of one type."""

    anchor: str
    name: str
    definition: str
    found: tuple[Found, ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """What is not known of some things."""

    name: str
    kind: str
    rows: tuple[tuple[Link, str], ...]
    """The thing, and the program that it belongs to, if any."""


def pages(source: Source, language: str) -> Iterator[Page]:
    """Yield the page of the discrepancies and that of what is not known."""
    groups = list(_groups(source, language))
    yield render(
        "discrepancies.html.j2",
        "checks/discrepancies.html",
        language,
        groups=groups,
        number=sum(len(group.found) for group in groups),
    )
    gaps = _gaps(source, language)
    yield render(
        "unknown.html.j2",
        "checks/unknown.html",
        language,
        gaps=gaps,
        number=sum(len(gap.rows) for gap in gaps),
        question=find(_UNKNOWN),
        provinces=answer(find(_NO_PILOTS), source, language),
        provinces_question=find(_NO_PILOTS),
    )


def _groups(source: Source, language: str) -> Iterator[Group]:
    """Yield the discrepancies by type."""
    by_type: dict[str, list[Thing]] = {}
    for thing in source.things.values():
        if thing.class_name == "Discrepancy":
            types = source.statements.about(thing.iri).get(RG + "discrepancyType", ())
            by_type.setdefault(lexical(types[0]) if types else "", []).append(thing)
    for iri, things in sorted(by_type.items()):
        yield Group(
            short(iri).rpartition(":")[2] or "untyped",
            label(iri, language) if iri else words(language)["untyped"],
            definition(iri, language),
            tuple(_found(thing, source, language) for thing in sorted(things, key=lambda one: _order(one, source))),
        )


def _order(thing: Thing, source: Source) -> tuple[str, int, str]:
    """Return where a discrepancy stands among those of its type: by document and characters."""
    passages = source.statements.passages(thing.iri)
    return (passages[0].document, passages[0].start, thing.iri) if passages else ("", 0, thing.iri)


def _found(thing: Thing, source: Source, language: str) -> Found:
    said = source.statements.about(thing.iri)
    sides = (Side(label(RG + name, language), _passages(thing, name, source, language)) for name in _SIDES)
    return Found(
        link(thing.iri, source, language),
        tuple(_values(said, language)),
        tuple(side for side in sides if side.passages),
        tuple(link(lexical(fact), source, language) for fact in said.get(RG + "concerns", ())),
    )


def _values(said: Properties, language: str) -> Iterator[tuple[str, str]]:
    for name in ("stated", "expected", "suggestedValue"):
        for value in said.get(RG + name, ()):
            yield label(RG + name, language), lexical(value)


def _passages(thing: Thing, name: str, source: Source, language: str) -> tuple[tuple[Link, Link], ...]:
    passages = source.statements.passages(thing.iri, name)
    return tuple((passage_link(each, source), link(each.document, source, language)) for each in passages)


def _gaps(source: Source, language: str) -> list[Gap]:
    """Return what the stored question finds missing, by what it is and of what kind of thing."""
    rows = list(answered(find(_UNKNOWN), source))
    return [
        Gap(
            words(language).get(f"gap_{gap}", str(gap)),
            label(f"{RG}{kind}", language),
            tuple(_things(group, source, language)),
        )
        for (gap, kind), group in groupby(rows, key=lambda row: (row["gap"], row["kind"]))
    ]


def _things(rows: Iterable[Row], source: Source, language: str) -> Iterator[tuple[Link, str]]:
    """Yield each thing once, though it may have several names."""
    by_fact = {str(row["fact"]): row for row in rows}
    for fact, row in by_fact.items():
        shown = link(fact, source, language) if fact in source.things else Link(str(row["about"]))
        yield shown, str(row["program"] or "")
