"""RDF terms as text and as plain Python values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from ontology import prefixed

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Term = NamedNode | BlankNode | Literal | Triple
Value = str | int | float | bool | None

_XSD: Final = "http://www.w3.org/2001/XMLSchema#"
_NUMBERS: Final[Mapping[str, Callable[[str], Value]]] = {
    _XSD + "integer": int,
    _XSD + "nonNegativeInteger": int,
    _XSD + "positiveInteger": int,
    _XSD + "int": int,
    _XSD + "long": int,
    _XSD + "decimal": float,
    _XSD + "double": float,
    _XSD + "float": float,
    _XSD + "boolean": lambda lexical: lexical in {"true", "1"},
}


def lexical(term: Term | None) -> str:
    """Return a term as text: the IRI, the lexical form of a literal, or nothing where there is no term."""
    if isinstance(term, NamedNode | Literal):
        return term.value
    return "" if term is None else str(term)


def compact(term: Term | None) -> str:
    """Return a term as text; an IRI of the vocabulary by its prefix."""
    named = prefixed(term.value) if isinstance(term, NamedNode) else None
    return ":".join(named) if named else lexical(term)


def value(term: Term | None) -> Value:
    """Return a term as a Python value: numbers and booleans by their datatype, everything else as text."""
    if term is None:
        return None
    if isinstance(term, Literal):
        read = _NUMBERS.get(term.datatype.value)
        if read is not None:
            try:
                return read(term.value)
            except ValueError:  # "many"^^xsd:integer: RDF allows it, so it stays the text it is
                return term.value
    return lexical(term)


def is_number(term: Term | None) -> bool:
    """Return whether a term reads as a number."""
    return isinstance(value(term), int | float) and not isinstance(value(term), bool)
