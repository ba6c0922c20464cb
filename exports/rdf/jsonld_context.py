"""The vocabulary's JSON-LD context read backwards: from IRIs to the short keys that stand for them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from ontology import CONTEXT_FILE, text

if TYPE_CHECKING:
    from collections.abc import Mapping

_CONTAINERS: Final[tuple[list[str], ...]] = ([], ["@set"], ["@language"])
"""The containers that the writer knows; terms with others are left alone."""


@dataclass(frozen=True, slots=True)
class Term:
    """A key of the context and how values are written under it."""

    key: str
    coercion: str | None
    """``@id`` or the IRI of a datatype, if values are written without saying so themselves."""
    by_language: bool
    """Values are a mapping from language to text."""
    always_a_list: bool


@dataclass(frozen=True, slots=True)
class Context:
    """The context, by IRI."""

    document: Mapping[str, Any]
    """The context as JSON, to be put into a file: no reader has to fetch it."""
    terms: Mapping[str, Term]
    """IRI of a property -> its term."""
    classes: Mapping[str, str]
    """IRI of a class -> its key."""
    prefixes: Mapping[str, str]

    def compact(self, iri: str) -> str:
        """Return an IRI that is a property, class or datatype in its short form, if it has one."""
        for prefix, namespace in self.prefixes.items():
            if iri.startswith(namespace):
                return f"{prefix}:{iri.removeprefix(namespace)}"
        return iri


@cache
def shipped_context() -> Context:
    """Return the context of the ontology room."""
    document = json.loads(text(CONTEXT_FILE))["@context"]
    return read_context(document)


def read_context(document: Mapping[str, Any]) -> Context:
    """Return a context read backwards. Of two terms for one property, the first one is used."""
    simple = {key: value for key, value in document.items() if isinstance(value, str) and value[0] != "@"}
    prefixes = {key: value for key, value in simple.items() if value[-1] in "/#"}
    classes = {_expand(value, prefixes): key for key, value in simple.items() if key not in prefixes}
    terms: dict[str, Term] = {}
    for key, definition in document.items():
        if isinstance(definition, dict) and "@id" in definition:
            container = _listed(definition.get("@container"))
            if container in _CONTAINERS:
                terms.setdefault(
                    _expand(definition["@id"], prefixes),
                    Term(
                        key,
                        _coercion(definition.get("@type"), prefixes),
                        by_language=container == ["@language"],
                        always_a_list=container == ["@set"],
                    ),
                )
    return Context(document, terms, classes, prefixes)


def _expand(name: str, prefixes: Mapping[str, str]) -> str:
    prefix, _, local = name.partition(":")
    return prefixes[prefix] + local if prefix in prefixes else name


def _coercion(declared: str | None, prefixes: Mapping[str, str]) -> str | None:
    if declared is None or declared == "@id":
        return declared
    return _expand(declared, prefixes)


def _listed(container: str | list[str] | None) -> list[str]:
    return [container] if isinstance(container, str) else container or []
