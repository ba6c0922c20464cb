"""Statements as expanded JSON-LD: the form that JSON-LD's algorithms take in."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, Final

from pyoxigraph import Literal

from exports.errors import ExportError
from exports.rdf.jsonld_values import native, node
from ontology import PREFIXES, RG

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pyoxigraph import Triple

    from queries.terms import Term

_TYPE: Final = PREFIXES["rdf"] + "type"
_STRING: Final = PREFIXES["xsd"] + "string"
_PROGRAM: Final = RG + "program"


class Statements:
    """The statements of a graph, by what they are about."""

    def __init__(self, triples: Iterable[Triple]) -> None:
        self._of: dict[str, list[Triple]] = defaultdict(list)
        self._facts: dict[str, list[str]] = defaultdict(list)
        self._programs: dict[str, None] = {}
        for triple in triples:
            self._add(_id(triple.subject), triple.predicate.value, triple)

    def _add(self, subject: str, predicate: str, triple: Triple) -> None:
        self._of[subject].append(triple)
        if predicate == _PROGRAM:
            if isinstance(triple.object, Literal):
                raise ExportError(f"the program of {subject} is the text {triple.object} and not a thing: give its IRI")
            self._facts[_id(triple.object)].append(subject)
        elif predicate == _TYPE and _id(triple.object) == RG + "Program":
            self._programs[subject] = None

    def programs(self) -> list[str]:
        """Return the IRIs of the programs, sorted."""
        return sorted(self._programs)

    def about(self, program: str) -> list[dict[str, Any]]:
        """Return a program, its facts and what they lead to, but no other program, as expanded JSON-LD."""
        found: dict[str, None] = {}
        ahead = [program, *self._facts[program]]
        while ahead:
            subject = ahead.pop()
            if subject in found or subject not in self._of or (subject in self._programs and subject != program):
                continue
            found[subject] = None
            objects = (triple.object for triple in self._of[subject])
            ahead += [_id(term) for term in objects if not isinstance(term, Literal)]
        return [self._node(subject) for subject in sorted(found)]

    def _node(self, subject: str) -> dict[str, Any]:
        node: dict[str, Any] = {"@id": subject}
        for triple in self._of[subject]:
            predicate = triple.predicate.value
            if predicate == _TYPE:
                node.setdefault("@type", []).append(_id(triple.object))
            else:
                node.setdefault(predicate, []).append(_value(triple.object))
        return node


def _id(term: Term) -> str:
    return node(str(term).encode()).decode()


def _value(term: Term) -> dict[str, Any]:
    if not isinstance(term, Literal):
        return {"@id": _id(term)}
    if term.language:
        return {"@value": term.value, "@language": term.language}
    datatype = term.datatype.value
    if datatype == _STRING:
        return {"@value": term.value}
    plain = native(term.value, datatype)
    return {"@value": term.value if plain is None else plain, "@type": datatype}
