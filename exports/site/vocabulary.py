"""The labels of the vocabulary and of what it borrows, in the language of a reader."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal, NamedNode, RdfFormat, Store

from exports import data_files
from ontology import PREFIXES, RG, text
from ontology.files import LISTS_FILE, ONTOLOGY_FILE
from queries.table import lexical

if TYPE_CHECKING:
    from collections.abc import Mapping

_NAMES: Final = frozenset(
    PREFIXES[p] + n for p, n in (("skos", "prefLabel"), ("skos", "altLabel"), ("dcterms", "title"))
)
_LABELS: Final = (PREFIXES["rdfs"] + "label", PREFIXES["skos"] + "prefLabel")


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


def position(iri: str) -> tuple[int, str]:
    """Return where a property stands among others: names first, then our own terms as the ontology has them."""
    if iri in _NAMES:
        return -1, iri
    return _order().get(iri, len(_order())), iri


def short(iri: str) -> str:
    """Return an IRI with its prefix, or as it is."""
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri


@cache
def _order() -> Mapping[str, int]:
    """Return the place of each of our terms in the text of the ontology."""
    terms = re.findall(r"^rg:(\w+) a ", text(ONTOLOGY_FILE), re.MULTILINE)
    return {RG + term: place for place, term in enumerate(terms)}


@cache
def _labels(language: str) -> Mapping[str, str]:
    labels = {_expanded(row["term"]): row[language] for row in data_files.table("site/terms.tsv")}
    for predicate in _LABELS:
        for quad in shipped().quads_for_pattern(None, NamedNode(predicate), None):
            said = quad.object
            if isinstance(said, Literal) and (said.language or "").partition("-")[0] == language:
                labels[lexical(quad.subject)] = said.value
    return labels


def _expanded(name: str) -> str:
    prefix, _, local = name.partition(":")
    return PREFIXES[prefix] + local
