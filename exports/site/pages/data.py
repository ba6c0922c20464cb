"""Turtle and JSON-LD beside each page: what the graph says of the thing."""

from __future__ import annotations

import json
from io import BytesIO
from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal, NamedNode, RdfFormat, serialize

from exports.rdf.jsonld import things_of
from exports.rdf.jsonld_context import shipped_context
from exports.rdf.jsonld_values import Properties
from exports.rdf.order import row
from exports.site.page import Page
from ontology import CONTEXT_FILE, PREFIXES, text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pyoxigraph import Triple

    from exports.site.source import Source

FOLDER: Final = "data"
_CONTEXT: Final = "../context.jsonld"


def pages(source: Source) -> Iterator[Page]:
    """Yield the data of every thing, and the context that its JSON-LD refers to."""
    yield Page(f"{FOLDER}/context.jsonld", text(CONTEXT_FILE))
    properties = Properties(shipped_context())
    for iri, thing in source.things.items():
        triples = source.statements.triples(iri)
        yield Page(f"{FOLDER}/{thing.path}.ttl", _turtle(triples))
        yield Page(f"{FOLDER}/{thing.path}.jsonld", _json_ld(triples, properties))


def _turtle(triples: Sequence[Triple]) -> str:
    written = BytesIO()
    serialize(triples, written, RdfFormat.TURTLE, prefixes=dict(_used(triples)))
    return written.getvalue().decode()


def _used(triples: Sequence[Triple]) -> Mapping[str, str]:
    """Return the prefixes that the statements need."""
    names = {str(each.predicate.value) for each in triples}
    for each in triples:
        if isinstance(each.object, NamedNode):
            names.add(each.object.value)
        elif isinstance(each.object, Literal):
            names.add(each.object.datatype.value)
    return {prefix: space for prefix, space in PREFIXES.items() if any(name.startswith(space) for name in names)}


def _json_ld(triples: Sequence[Triple], properties: Properties) -> str:
    found = [json.loads(thing) for thing in things_of(map(row, triples), properties)]
    document = {"@context": _CONTEXT, **found[0]} if len(found) == 1 else {"@context": _CONTEXT, "@graph": found}
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")) + "\n"
