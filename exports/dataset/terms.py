"""Names and statements of RDF, as short as descriptions need them."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal, NamedNode, Triple

from ontology import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from exports.dataset.about import Texts

    Term = NamedNode | Literal
    Values = Term | Iterable[Term] | None

EU: Final = "http://publications.europa.eu/resource/authority/"
"""Authority tables of the EU Publications Office: data themes, file types, languages, countries."""
IANA: Final = "http://www.iana.org/assignments/media-types/"
W3C_FORMATS: Final = "http://www.w3.org/ns/formats/"

DESCRIPTION_PREFIXES: Final[Mapping[str, str]] = MappingProxyType(
    {
        **{prefix: PREFIXES[prefix] for prefix in ("rdf", "rdfs", "xsd", "skos", "dcterms", "prov", "dqv", "schema")},
        "rg": PREFIXES["rg"],
        "quality-metric": PREFIXES["quality-metric"],
        "dcat": "http://www.w3.org/ns/dcat#",
        "void": "http://rdfs.org/ns/void#",
        "foaf": "http://xmlns.com/foaf/0.1/",
        "vcard": "http://www.w3.org/2006/vcard/ns#",
        "spdx": "http://spdx.org/rdf/terms#",
        "formats": W3C_FORMATS,
    }
)
"""Prefix -> namespace, of a description's Turtle."""

_A: Final = NamedNode(PREFIXES["rdf"] + "type")
_DATES: Final = {4: "xsd:gYear", 7: "xsd:gYearMonth", 10: "xsd:date"}
"""Number of characters of a date -> its datatype: exactly as precise as it is."""


def named(name: str) -> NamedNode:
    """Return a term of a vocabulary by its short name.

    >>> named("dcat:Dataset")
    <NamedNode value=http://www.w3.org/ns/dcat#Dataset>
    """
    prefix, _, local = name.partition(":")
    return NamedNode(DESCRIPTION_PREFIXES[prefix] + local)


def thing(iri: str, classes: Iterable[str], properties: Mapping[str, Values]) -> Iterator[Triple]:
    """Yield the statements about a thing: its classes, and its properties, by short name.

    A property with None, or with no value, is left out.
    """
    subject = NamedNode(iri)
    for each in classes:
        yield Triple(subject, _A, named(each))
    for name, values in properties.items():
        for value in (values,) if isinstance(values, NamedNode | Literal) else values or ():
            yield Triple(subject, named(name), value)


def ref(iri: str | None) -> NamedNode | None:
    """Return a reference, if there is anything to refer to."""
    return NamedNode(iri) if iri else None


def text(value: str | None) -> Literal | None:
    """Return a plain text, if there is one."""
    return Literal(value) if value else None


def texts(by_language: Mapping[str, str]) -> list[Literal]:
    """Return texts with their languages."""
    return [Literal(each, language=language) for language, each in by_language.items()]


def typed(value: object, datatype: str) -> Literal:
    """Return a literal with a datatype, given by its short name."""
    return Literal(str(value), datatype=named(datatype))


def moment(value: str | None) -> Literal | None:
    """Return a year, month or day, if there is one.

    >>> moment("2021-03")
    <Literal value=2021-03 datatype=<NamedNode value=http://www.w3.org/2001/XMLSchema#gYearMonth>>
    """
    return typed(value, _DATES[len(value)]) if value else None


def row_texts(row: Mapping[str, str]) -> Texts:
    """Return the labels of a row of a table."""
    return {language: row[language] for language in ("zh", "en") if row.get(language)}
