"""JSON-LD: every graph by its name, compact with the vocabulary's own context, one thing a line.

Written as a stream and not by compacting expanded JSON-LD (section 5.6 of the JSON-LD 1.1 algorithms):
rdflib's serializer gives other bytes with every hash seed. The result is valid JSON-LD 1.1 that expands to
the same statements.
"""

from __future__ import annotations

import json
from itertools import groupby
from typing import TYPE_CHECKING, BinaryIO, Final

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode

from exports.errors import ExportError
from exports.rdf.jsonld_context import Context, Term, shipped_context
from exports.rdf.order import sorted_quads
from ontology import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from pyoxigraph import Quad, Triple

    from queries.store import GraphFile
    from queries.terms import Term as RdfTerm

    Json = str | int | bool | Sequence["Json"] | Mapping[str, "Json"]

_TYPE: Final = PREFIXES["rdf"] + "type"
_XSD: Final = PREFIXES["xsd"]
_INTEGERS: Final = frozenset({_XSD + "integer", _XSD + "nonNegativeInteger"})
_UNDERSTOOD: Final = frozenset({_XSD + "integer", _XSD + "boolean"})
"""Datatypes that a JSON number or truth value has of itself. (A decimal would come back as a double.)"""
_SAFE_DIGITS: Final = 15
"""Digits that every JSON reader keeps, also one that reads numbers as doubles."""


def write(graph: GraphFile, file: BinaryIO) -> None:
    """Write every graph by its name as JSON-LD 1.1, with the context inside."""
    context = shipped_context()
    head = json.dumps(context.document, ensure_ascii=False, indent=2).replace("\n", "\n  ")
    file.write(f'{{\n  "@context": {head},\n  "@graph": ['.encode())
    separator = "\n"
    for line in _lines(sorted_quads(graph), context):
        file.write(f"{separator}{line}".encode())
        separator = ",\n"
    file.write(b"\n  ]\n}\n")


def _lines(quads: Sequence[Quad], context: Context) -> Iterator[str]:
    """Yield what stands in the file's graph: the things of the default graph, and each named graph."""
    for graph, statements in groupby(quads, key=lambda quad: quad.graph_name):
        things = (_dumped(thing) for thing in things_of((quad.triple for quad in statements), context))
        if isinstance(graph, DefaultGraph):
            yield from (f"    {thing}" for thing in things)
        else:
            inside = ",\n".join(f"      {thing}" for thing in things)
            yield f'    {{"@id": {_dumped(reference(graph))}, "@graph": [\n{inside}\n    ]}}'


def things_of(triples: Iterable[Triple], context: Context) -> Iterator[dict[str, Json]]:
    """Yield each subject of statements, which are sorted by subject and property, as a compact JSON-LD object."""
    for subject, about in groupby(triples, key=lambda triple: triple.subject):
        thing: dict[str, Json] = {"@id": reference(subject)}
        for predicate, statements in groupby(about, key=lambda triple: triple.predicate):
            objects = [triple.object for triple in statements]
            if predicate.value == _TYPE:
                thing["@type"] = _one_or_all([_class(each, context) for each in objects])
            else:
                thing.update(_property(predicate.value, objects, context))
        yield thing


def _property(iri: str, objects: Sequence[RdfTerm], context: Context) -> dict[str, Json]:
    """Return the values of a property under its key, or under its IRI where the key cannot hold them."""
    plain = Term(context.compact(iri), None, by_language=False, always_a_list=False)
    term = context.terms.get(iri, plain)
    if term.by_language:
        texts = [each for each in objects if isinstance(each, Literal) and each.language]
        others = [each for each in objects if each not in texts]
        rest = _property_values(plain, others, context) if others else {}
        return _by_language(term, texts) | rest
    return _property_values(term, objects, context)


def _property_values(term: Term, objects: Sequence[RdfTerm], context: Context) -> dict[str, Json]:
    values = [_value(each, term.coercion, context) for each in objects]
    return {term.key: values if term.always_a_list else _one_or_all(values)}


def _by_language(term: Term, texts: Sequence[Literal]) -> dict[str, Json]:
    found: dict[str, list[Json]] = {}
    for each in texts:
        found.setdefault(each.language or "", []).append(each.value)
    return {term.key: {language: _one_or_all(found[language]) for language in sorted(found)}} if found else {}


def _value(term: RdfTerm, coercion: str | None, context: Context) -> Json:
    if not isinstance(term, Literal):
        return reference(term) if coercion == "@id" else {"@id": reference(term)}
    if term.language:
        return {"@language": term.language, "@value": term.value}
    datatype = term.datatype.value
    if datatype == coercion or (coercion is None and datatype in _UNDERSTOOD):
        own = native(term.value, datatype)
        if own is not None:
            return own
    if datatype == (coercion or _XSD + "string"):
        return term.value
    return {"@type": context.compact(datatype), "@value": term.value}


def native(lexical: str, datatype: str) -> bool | int | None:
    """Return a literal as JSON's own value; None where the way back would change it."""
    if datatype == _XSD + "boolean":
        return {"true": True, "false": False}.get(lexical)
    if datatype in _INTEGERS and lexical.isascii() and lexical.isdigit() and len(lexical) <= _SAFE_DIGITS:
        return int(lexical) if str(int(lexical)) == lexical else None
    return None


def _class(term: RdfTerm, context: Context) -> str:
    iri = reference(term)
    return context.classes.get(iri) or context.compact(iri)


def reference(term: RdfTerm) -> str:
    """Return the IRI of a node, or ``_:`` and the label of a blank one; raises ExportError for a triple term."""
    if isinstance(term, NamedNode):
        return term.value
    if isinstance(term, BlankNode):
        return f"_:{term.value}"
    raise ExportError(f"JSON-LD 1.1 has no way to write {term}: choose trig or nquads")


def _one_or_all(values: list[Json]) -> Json:
    return values[0] if len(values) == 1 else values


def _dumped(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False)
