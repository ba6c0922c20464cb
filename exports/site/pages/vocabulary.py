"""The reference of the vocabulary: its terms by section, the controlled lists, prefixes, and the files to work with."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from pyoxigraph import NamedNode

from exports import data_files
from exports.site.page import VOCABULARY, Link, Page, link
from exports.site.render import render
from exports.site.vocabulary import anchor, definition, label, shipped, short
from ontology import LIST, PREFIXES, RG, text
from ontology.files import LISTS_FILE, ONTOLOGY_FILE, shape_files
from queries.run import select
from queries.terms import lexical

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from exports.site.source import Source

_FOLDER: Final = "data/vocabulary"
_SECTION: Final = re.compile(r"^#### (\d+) ", re.MULTILINE)
_TERM: Final = re.compile(r"^rg:(\w+) a ", re.MULTILINE)
_RELATIONS: Final = (
    ("rdfs:subClassOf", "subclass_of"),
    ("rdfs:subPropertyOf", "subproperty_of"),
    ("rdfs:domain", "domain"),
    ("schema:domainIncludes", "domain"),
    ("rdfs:range", "range"),
    ("schema:rangeIncludes", "range"),
    ("owl:inverseOf", "inverse_of"),
    ("owl:disjointWith", "disjoint_with"),
)
"""Relations of a term that the page shows, each with the key of its words."""
_INVERSES: Final = (
    ("rdfs:subClassOf", "subclasses"),
    ("rdfs:subPropertyOf", "subproperties"),
    ("rdfs:domain", "properties"),
    ("schema:domainIncludes", "properties"),
)
"""Relations that are shown at their object, too."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A term of the vocabulary, or a concept or scheme of a controlled list."""

    anchor: str
    name: str
    """Its IRI with its prefix."""
    label: Mapping[str, str]
    is_class: bool
    comment: str
    example: str
    relations: Mapping[str, Sequence[Link]]
    """Key of the words of a relation -> what it leads to."""
    used: int
    """How often this graph uses it: instances of a class, statements of a property or with a concept."""


def pages(source: Source, language: str) -> Iterator[Page]:
    """Yield the reference: one page."""
    used = _uses(source)
    yield render(
        "vocabulary.html.j2",
        VOCABULARY,
        language,
        sections={
            number: [_entry(RG + name, source, language, used) for name in names] for number, names in sections()
        },
        lists=[
            (_entry(scheme, source, language, used), [_entry(each, source, language, used) for each in concepts])
            for scheme, concepts in lists()
        ],
        prefixes=PREFIXES,
        files=[file for file, _ in _files()],
    )


def data(_: Source) -> Iterator[Page]:
    """Yield the files of the vocabulary: ontology, lists, shapes."""
    for name, content in _files():
        yield Page(f"{_FOLDER}/{name}", content)


def _files() -> list[tuple[str, str]]:
    return [(name, text(name)) for name in (ONTOLOGY_FILE, LISTS_FILE, *shape_files())]


def sections() -> list[tuple[str, list[str]]]:
    """Return the sections of the ontology's file, in its order: number, and local names of the terms."""
    _, *parts = _SECTION.split(text(ONTOLOGY_FILE))
    return [(number, _TERM.findall(body)) for number, body in zip(parts[::2], parts[1::2], strict=True)]


def lists() -> list[tuple[str, list[str]]]:
    """Return the controlled lists: IRI of the scheme and of its concepts."""
    return [
        (scheme, list(_values("skos:inScheme", is_inverse=True).get(scheme, ())))
        for scheme in sorted(_values("rdf:type", is_inverse=True)[PREFIXES["skos"] + "ConceptScheme"])
    ]


def _uses(source: Source) -> Mapping[str, int]:
    """Return how often the graph uses each class and property."""
    counts: dict[str, int] = {}
    for query in ("void_properties.rq", "void_classes.rq"):
        counts |= {str(row["term"]): int(str(row["number"])) for row in select(source.store, data_files.text(query))}
    return counts


def _entry(iri: str, source: Source, language: str, used: Mapping[str, int]) -> Entry:
    is_concept = iri.startswith(LIST)
    pointing = source.statements.pointing_at(iri) if is_concept else {}
    return Entry(
        anchor=anchor(iri) or "",
        name=short(iri),
        label={each: label(iri, each) for each in ("zh", "en")},
        is_class=PREFIXES["owl"] + "Class" in _values("rdf:type").get(iri, ()),
        comment=definition(iri, language),
        example=" · ".join(_values("skos:example").get(iri, ())),
        relations=_relations(iri, source, language),
        used=sum(map(len, pointing.values())) if is_concept else used.get(iri, 0),
    )


def _relations(iri: str, source: Source, language: str) -> Mapping[str, Sequence[Link]]:
    found: dict[str, list[Link]] = {}
    for pairs, is_inverse in ((_RELATIONS, False), (_INVERSES, True)):
        for name, key in pairs:
            for other in _values(name, is_inverse=is_inverse).get(iri, ()):
                found.setdefault(key, []).append(_term_link(other, source, language))
    return found


def _term_link(iri: str, source: Source, language: str) -> Link:
    """Return the link to a term on this page; that to the outside for a borrowed one, by its short name."""
    return link(iri, source, language) if anchor(iri) else Link(short(iri), iri, is_outside=True, language="")


@cache
def _values(name: str, *, is_inverse: bool = False) -> Mapping[str, Sequence[str]]:
    """Return what a property says of each thing of the vocabulary; turned around, of which things it says each."""
    prefix, _, local = name.partition(":")
    quads = shipped().quads_for_pattern(None, NamedNode(PREFIXES[prefix] + local), None)
    found: dict[str, list[str]] = {}
    for subject, value in sorted((lexical(quad.subject), lexical(quad.object)) for quad in quads):
        key, other = (value, subject) if is_inverse else (subject, value)
        found.setdefault(key, []).append(other)
    return found
