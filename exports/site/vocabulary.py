"""The labels and definitions of the vocabulary, labels of what it borrows, in the language of a reader."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal, NamedNode, RdfFormat, Store

from exports import data_files
from ontology import LIST, PREFIXES, RG, expanded, prefixed, text
from ontology.files import LISTS_FILE, ONTOLOGY_FILE
from queries.terms import lexical

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_NAMES: Final = tuple(expanded(name) for name in ("dcterms:title", "skos:prefLabel", "skos:altLabel"))
"""What a thing is called stands before everything else."""
_LABELS: Final = (PREFIXES["rdfs"] + "label", PREFIXES["skos"] + "prefLabel")
_DEFINITIONS: Final = (PREFIXES["rdfs"] + "comment", PREFIXES["skos"] + "definition")


@cache
def shipped() -> Store:
    """Return the ontology and the controlled lists."""
    store = Store()
    for name in (ONTOLOGY_FILE, LISTS_FILE):
        store.load(text(name), format=RdfFormat.TURTLE)
    return store


def label(iri: str, language: str) -> str:
    """Return the label of a term or a concept in ``zh`` or ``en``; without one, its short name."""
    return _labels(language).get(iri) or short(iri)


def definition(iri: str, language: str) -> str:
    """Return what a term or a concept means, in ``zh`` or ``en``; nothing for what is not ours."""
    return _definitions(language).get(iri, "")


def anchor(iri: str) -> str | None:
    """Return where the reference of the vocabulary tells of a term or a concept; None for what is not ours.

    >>> anchor("https://w3id.org/reformgraph/ontology#PilotUnit")
    'PilotUnit'
    >>> anchor("https://w3id.org/reformgraph/list/goal-kind/target")
    'goal-kind:target'
    """
    return short(iri).removeprefix("rg:") if iri in _ours() else None


@cache
def _ours() -> frozenset[str]:
    """Return the terms and concepts that have an entry there."""
    names = (lexical(quad.subject) for quad in shipped().quads_for_pattern(None, None, None))
    return frozenset(name for name in names if name.startswith((RG, LIST)))


def position(iri: str) -> tuple[int, str]:
    """Return where a property stands among others: names first, then our own terms as the ontology has them."""
    if iri in _NAMES:
        return _NAMES.index(iri) - len(_NAMES), iri
    return _order().get(iri, len(_order())), iri


def short(iri: str) -> str:
    """Return an IRI with its prefix, or as it is."""
    return ":".join(prefixed(iri) or (iri,))


@cache
def _order() -> Mapping[str, int]:
    """Return the place of each of our terms in the text of the ontology."""
    terms = re.findall(r"^rg:(\w+) a ", text(ONTOLOGY_FILE), re.MULTILINE)
    return {RG + term: place for place, term in enumerate(terms)}


@cache
def _labels(language: str) -> Mapping[str, str]:
    labels = {expanded(row["term"]): row[language] for row in data_files.table("site/terms.tsv")}
    return labels | _said(_LABELS, language)


@cache
def _definitions(language: str) -> Mapping[str, str]:
    return _said(_DEFINITIONS, language)


def _said(predicates: Iterable[str], language: str) -> dict[str, str]:
    """Return what the vocabulary says of each of its things, in a language."""
    found: dict[str, str] = {}
    for predicate in predicates:
        for quad in shipped().quads_for_pattern(None, NamedNode(predicate), None):
            said = quad.object
            if isinstance(said, Literal) and (said.language or "").partition("-")[0] == language:
                found[lexical(quad.subject)] = said.value
    return found
