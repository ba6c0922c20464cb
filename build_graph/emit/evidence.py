"""The evidence of a fact: its passages with their selectors, its document and its rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_graph.emit.terms import A, Statement, boolean, rg, string, term, typed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_graph.emit.iris import Iris
    from build_graph.model import Fact, Passage


def evidence(iris: Iris, document: str, subject: str, fact: Fact) -> Iterator[Statement]:
    """Yield what every fact has: where it is said, and which rule read it."""
    yield subject, rg("statedIn"), iris.document(document)
    yield subject, rg("rule"), string(fact.rule)
    for passage in fact.passages:
        yield from cited(iris, document, subject, rg("passage"), passage)


def cited(iris: Iris, document: str, subject: str, predicate: str, passage: Passage) -> Iterator[Statement]:
    """Yield the link from a subject to a passage, and the passage itself."""
    yield subject, predicate, iris.passage(document, passage.start, passage.end)
    yield from _passage(iris, document, passage)


def _passage(iris: Iris, document: str, passage: Passage) -> Iterator[Statement]:
    bounds = passage.start, passage.end
    here = iris.passage(document, *bounds)
    position = iris.selector(document, *bounds, "position")
    quote = iris.selector(document, *bounds, "quote")
    yield here, A, rg("Passage")
    yield here, term("oa:hasSource"), iris.document(document)
    yield here, term("oa:hasSelector"), position
    yield here, term("oa:hasSelector"), quote
    if passage.guessed:
        yield here, rg("repairedByGuess"), boolean(True)
    yield position, A, term("oa:TextPositionSelector")
    yield position, term("oa:start"), typed(str(passage.start), "nonNegativeInteger")
    yield position, term("oa:end"), typed(str(passage.end), "nonNegativeInteger")
    yield quote, A, term("oa:TextQuoteSelector")
    yield quote, term("oa:exact"), string(passage.exact)
