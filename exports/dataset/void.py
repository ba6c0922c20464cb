"""The graph's statistics as statements of VoID, the Vocabulary of Interlinked Datasets."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from pyoxigraph import NamedNode

from exports.dataset.terms import W3C_FORMATS, text, thing, typed
from exports.dataset.vocabulary import namespaces
from ontology import prefixed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pyoxigraph import Triple

    from exports.dataset.description import Description


def statements(described: Description) -> Iterator[Triple]:
    """Yield the statistics of the dataset, of its classes, its properties and its named graphs."""
    counted = described.counted
    dumps = [file for file in described.files if file.is_dump]
    addresses = [address for file in dumps for address in described.addresses(file)]
    yield from thing(
        described.iri,
        ["void:Dataset"],
        {
            **{f"void:{name}": typed(number, "xsd:integer") for name, number in counted.numbers.items()},
            "void:uriSpace": text(counted.run.base),
            "void:vocabulary": [NamedNode(each) for each in namespaces([*counted.classes, *counted.properties])],
            "void:dataDump": [NamedNode(each) for each in addresses],
            "void:feature": [
                NamedNode(W3C_FORMATS + each) for each in sorted({dump.type.w3c_format for dump in dumps})
            ],
            "void:subset": [NamedNode(graph) for graph in counted.graphs],
        },
    )
    yield from _partitions(described, "class", "void:entities", counted.classes)
    yield from _partitions(described, "property", "void:triples", counted.properties)
    for graph, number in counted.graphs.items():
        yield from thing(graph, ["void:Dataset"], {"void:triples": typed(number, "xsd:integer")})


def _partitions(described: Description, of: str, counts: str, numbers: Mapping[str, int]) -> Iterator[Triple]:
    """Yield a part of the dataset for each class, or for each property, with how much it holds."""
    for term, number in numbers.items():
        part = f"{described.below(of)}/{_short(term)}"
        yield from thing(described.iri, [], {f"void:{of}Partition": NamedNode(part)})
        yield from thing(part, ["void:Dataset"], {f"void:{of}": NamedNode(term), counts: typed(number, "xsd:integer")})


def _short(term: str) -> str:
    """Return a term as a name that can stand in a path: ``rg/Goal``; a term of no known vocabulary as a whole.

    >>> print(_short("https://w3id.org/reformgraph/ontology#Goal"), _short("urn:x-mine:round"))
    rg/Goal urn%3Ax-mine%3Around
    """
    return "/".join(quote(part, safe="") for part in prefixed(term) or (term,))
