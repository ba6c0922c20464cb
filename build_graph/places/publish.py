"""The gazetteer as RDF: statements in N-Triples syntax."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_graph.iri import iri
from build_graph.places.index import shorts_of
from build_graph.places.names import common_names
from ontology import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from build_graph.places.gazetteer import Gazetteer
    from build_graph.places.place import Place

_CLASSES = {"province": "Province", "city": "Prefecture", "county": "County", "township": "Township"}


def triples(gazetteer: Gazetteer, places: Iterable[Place], base: str) -> Iterator[str]:
    """Yield the description of places, one N-Triples statement at a time without a line end, sorted by place.

    Args:
        gazetteer: where the places come from.
        places: what to describe; their parents and successors are referred to, not described.
        base: IRI under which the data live, ending in a slash.

    """
    for place in sorted(set(places), key=lambda each: each.key):
        subject = _iri(base, place.key)
        statements = {f"{subject} <{_term(name)}> {value} ." for name, value in _properties(gazetteer, place, base)}
        yield from sorted(statements)


def _properties(gazetteer: Gazetteer, place: Place, base: str) -> Iterator[tuple[str, str]]:
    yield "rdf:type", f"<{_term('rg:' + _class(place))}>"
    yield from _labels(gazetteer, place)
    if place.code:
        yield "rg:divisionCode", _string(place.code)
    if place.parent:
        yield "rg:partOf", _iri(base, place.parent)
    if province := gazetteer.province_of(place):
        yield "rg:province", _iri(base, province.key)
    if place.valid_from:
        yield "rg:validFrom", _year(place.valid_from)
    if place.valid_to:
        yield "rg:validTo", _year(place.valid_to)
    for key in place.replaced_by:
        yield "rg:replacedBy", _iri(base, key)


def _labels(gazetteer: Gazetteer, place: Place) -> Iterator[tuple[str, str]]:
    yield "skos:prefLabel", _chinese(place.name)
    yield "rg:fullName", _chinese(gazetteer.full_name(place))
    if english := gazetteer.english_name(place):
        yield "skos:prefLabel", f"{_string(english)}@en"
    former = [old.name for old in place.former_names] + [old.name for old in _earlier(gazetteer, place)]
    for name in {*former, *shorts_of(place), *common_names(place.name)} - {place.name}:
        yield "skos:altLabel", _chinese(name)


def _earlier(gazetteer: Gazetteer, place: Place) -> Iterator[Place]:
    """Yield the former divisions that live on in it."""
    for old in gazetteer.predecessors(place):
        if old.continued:
            yield old
            yield from _earlier(gazetteer, old)


def _class(place: Place) -> str:
    if place.kind == "collective":
        return "PlaceCollective"
    if place.kind == "body":  # a town that no table lists, too: nobody knows its code
        return "SpecialArea"
    return _CLASSES.get(place.level, "SpecialArea")


def _term(prefixed: str) -> str:
    prefix, name = prefixed.split(":")
    return PREFIXES[prefix] + name


def _iri(base: str, key: str) -> str:
    return iri(f"{base}place/{key}")


def _string(value: str) -> str:
    return f'"{value}"'  # names and codes are letters and figures: nothing to escape, a test says so


def _chinese(value: str) -> str:
    return f"{_string(value)}@zh-hans"


def _year(value: int) -> str:
    return f'"{value}"^^<{_term("xsd:gYear")}>'
