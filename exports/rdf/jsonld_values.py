"""Properties and values in compact JSON-LD, from terms as canonical N-Quads write them.

A string of canonical N-Quads is a string of JSON already, unless it has a character that is written as a number.
"""

from __future__ import annotations

import json
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from exports.errors import ExportError
from exports.rdf.jsonld_context import Term
from ontology import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from exports.rdf.jsonld_context import Context

_XSD: Final = PREFIXES["xsd"]
_STRING: Final = _XSD + "string"
_INTEGERS: Final = frozenset({_XSD + "integer", _XSD + "nonNegativeInteger"})
_UNDERSTOOD: Final = frozenset({_XSD + "integer", _XSD + "boolean"})
"""Datatypes that a JSON number or truth value has of itself. (A decimal would come back as a double.)"""
_REMEMBERED: Final = 1 << 12
"""So many values of a property with a datatype are kept: small numbers and dates come again and again."""
_IRI: Final = ord("<")
_QUOTE: Final = ord('"')
_DATATYPE_END: Final = ord(">")
_NUMBERED: Final = b"\\u"
"""A character of a string that is written as a number."""
_SAFE_DIGITS: Final = 15
"""Digits that every JSON reader keeps, also one that reads numbers as doubles."""


def dumped(value: object, indent: int | None = None) -> bytes:
    """Return a value as JSON."""
    return json.dumps(value, ensure_ascii=False, indent=indent).encode()


def node(term: bytes) -> bytes:
    """Return the IRI of a node, or ``_:`` and the label of a blank one; raises ExportError for another term."""
    if term[0] == _IRI and term[1] != _IRI:
        return term[1:-1]
    if term.startswith(b"_:"):
        return term
    raise _unwritable(term)


def _unwritable(term: bytes) -> ExportError:
    return ExportError(f"JSON-LD 1.1 has no way to write {term.decode()}: choose trig or nquads")


def native(lexical: str, datatype: str) -> bool | int | None:
    """Return a literal as JSON's own value; None where the way back would change it."""
    if datatype == _XSD + "boolean":
        return {"true": True, "false": False}.get(lexical)
    if datatype in _INTEGERS and lexical.isascii() and lexical.isdigit() and len(lexical) <= _SAFE_DIGITS:
        return int(lexical) if str(int(lexical)) == lexical else None
    return None


class Properties(dict[bytes, "Property | Classes"]):
    """The properties of a graph, by the predicate of their rows. There are few, so each is looked up once."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context

    def __missing__(self, predicate: bytes) -> Property | Classes:
        self[predicate] = Property(predicate.decode(), self._context) if predicate else Classes(self._context)
        return self[predicate]


class Classes(dict[bytes, bytes]):
    """The classes of things, by the objects of their rows."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context

    def __missing__(self, term: bytes) -> bytes:
        iri = node(term).decode()
        self[term] = dumped(self._context.classes.get(iri) or self._context.compact(iri))
        return self[term]

    def text(self, terms: Sequence[bytes]) -> bytes:
        """Return the classes of a thing with their key."""
        if len(terms) == 1:
            return b'"@type": ' + self[terms[0]]
        return b'"@type": ' + _all([self[term] for term in terms])


class Property:
    """A key of JSON-LD objects and how values are written under it, or under the IRI where the key cannot hold them."""

    def __init__(self, iri: str, context: Context) -> None:
        plain = Term(context.compact(iri), None, by_language=False, always_a_list=False)
        term = context.terms.get(iri, plain)
        self._context = context
        self._is_by_language, self._always_a_list = term.by_language, term.always_a_list
        self._coercion = None if term.by_language else term.coercion
        self._key = dumped(term.key) + b": "
        self._plain_key = dumped(plain.key) + b": "
        self._node = b'"%b"' if self._coercion == "@id" else b'{"@id": "%b"}'
        self._takes_strings = self._coercion in {None, _STRING}
        self._typed = lru_cache(_REMEMBERED)(self._literal)

    def text(self, terms: Sequence[bytes]) -> bytes:
        """Return the values of a thing with their key. Raises ExportError for what JSON-LD cannot say."""
        if self._is_by_language:
            return self._by_language(terms)
        if len(terms) == 1 and not self._always_a_list:
            return self._key + self._value(terms[0])
        values = [self._value(term) for term in terms]
        return self._key + (_all(values) if self._always_a_list else _one_or_all(values))

    def _by_language(self, terms: Sequence[bytes]) -> bytes:
        texts: dict[bytes, list[bytes]] = {}
        others = []
        for term in terms:
            string, mark = _parts(term) if term[0] == _QUOTE else (b"", b"")
            if mark.startswith(b"@"):
                texts.setdefault(mark[1:], []).append(string)
            else:
                others.append(self._value(term))
        inside = b", ".join([b'"%b": %b' % (language, _one_or_all(texts[language])) for language in sorted(texts)])
        found = [b"%b{%b}" % (self._key, inside)] if texts else []
        return b", ".join([*found, self._plain_key + _one_or_all(others)] if others else found)

    def _value(self, term: bytes) -> bytes:
        if term[0] != _QUOTE:
            return self._node % node(term)
        if term[-1] == _QUOTE and self._takes_strings and _NUMBERED not in term:
            return term
        return self._typed(term) if term[-1] == _DATATYPE_END else self._literal(term)

    def _literal(self, term: bytes) -> bytes:
        string, mark = _parts(term)
        if mark.startswith(b"@"):
            return b'{"@language": "%b", "@value": %b}' % (mark[1:], string)
        datatype = mark[3:-1].decode() or _STRING
        is_own = datatype == self._coercion or (self._coercion is None and datatype in _UNDERSTOOD)
        if is_own and native(string[1:-1].decode(), datatype) is not None:
            return string[1:-1]
        if datatype == (self._coercion or _STRING):
            return string
        return b'{"@type": %b, "@value": %b}' % (dumped(self._context.compact(datatype)), string)


def _parts(term: bytes) -> tuple[bytes, bytes]:
    """Return the text of a literal as a JSON string, and what stands behind it.

    Raises ExportError for a text with a direction, which would be lost.
    """
    end = term.rindex(b'"') + 1
    string, mark = term[:end], term[end:]
    if mark.startswith(b"@") and b"--" in mark:
        raise _unwritable(term)
    return dumped(json.loads(string)) if _NUMBERED in string else string, mark


def _one_or_all(values: Sequence[bytes]) -> bytes:
    return values[0] if len(values) == 1 else _all(values)


def _all(values: Sequence[bytes]) -> bytes:
    return b"[%b]" % b", ".join(values)
