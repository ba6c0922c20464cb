"""The stored questions as RDF: executables in the vocabulary of SHACL, for catalogues that collect queries."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, serialize

from ontology import BASE, PREFIXES, expanded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from queries.catalogue import Question
    from queries.catalogue.parameters import Parameter

_DATATYPES = {"text": "string", "integer": "integer", "year": "gYear", "date": "date"}


def turtle(questions: Iterable[Question], base: str = BASE) -> str:
    """Return the questions as Turtle; ``base`` is the IRI below which they are named."""
    triples = [triple for question in questions for triple in _question(question, base)]
    written = BytesIO()
    serialize(triples, written, RdfFormat.TURTLE, prefixes=dict(PREFIXES))
    return written.getvalue().decode()


def _question(question: Question, base: str) -> Iterator[Triple]:
    """Yield a question as a ``sh:SPARQLSelectExecutable`` of SHACL."""
    subject = NamedNode(f"{base}question/{question.name}")
    yield Triple(subject, _term("rdf:type"), _term("sh:SPARQLExecutable"))
    yield Triple(subject, _term("rdf:type"), _term("sh:SPARQLSelectExecutable"))
    for language, said in question.question.items():
        yield Triple(subject, _term("rdfs:label"), Literal(said, language=language))
    yield Triple(subject, _term("rdfs:comment"), Literal(question.description, language="en"))
    yield Triple(subject, _term("dcterms:identifier"), Literal(question.name))
    for tag in question.tags:
        yield Triple(subject, _term("schema:keywords"), Literal(tag, language="en"))
    for parameter in question.parameters.values():
        yield from _parameter(parameter, subject)
    yield Triple(subject, _term("sh:select"), Literal(question.sparql))


def _parameter(parameter: Parameter, question: NamedNode) -> Iterator[Triple]:
    """Yield a parameter; the local name of its path is the variable that it binds, as SHACL has it."""
    subject = NamedNode(f"{question.value}/parameter/{parameter.name}")
    yield Triple(question, _term("sh:parameter"), subject)
    yield Triple(subject, _term("rdf:type"), _term("sh:Parameter"))
    yield Triple(subject, _term("sh:path"), NamedNode(f"{question.value}#_{parameter.name}"))
    yield Triple(subject, _term("sh:name"), Literal(parameter.name))
    for language, said in parameter.label.items():
        yield Triple(subject, _term("sh:description"), Literal(said, language=language))
    if parameter.kind == "name":
        yield Triple(subject, _term("sh:nodeKind"), _term("sh:Literal"))
    elif parameter.kind in _DATATYPES:
        yield Triple(subject, _term("sh:datatype"), _term(f"xsd:{_DATATYPES[parameter.kind]}"))
    else:
        yield Triple(subject, _term("sh:nodeKind"), _term("sh:IRI"))
    yield Triple(subject, _term("sh:optional"), Literal(not parameter.is_required))
    if parameter.default is not None:
        yield Triple(subject, _term("sh:defaultValue"), parameter.term(parameter.default))


def _term(name: str) -> NamedNode:
    return NamedNode(expanded(name))
