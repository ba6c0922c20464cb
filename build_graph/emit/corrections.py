"""What people decided, beside what it changed: who, why, where it is said, and what the machine had read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_graph.emit.evidence import cited
from build_graph.emit.facts import statements
from build_graph.emit.iris import slug
from build_graph.emit.terms import A, Statement, concept, date, rg, string, term
from build_graph.iri import iri

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_graph.emit.facts import Context
    from build_graph.emit.iris import Iris
    from build_graph.model import Correction, DocumentFacts


def corrections(facts: DocumentFacts, context: Context) -> Iterator[Statement]:
    """Yield the corrections of a document's facts, also of those that are no longer there."""
    for fact in facts.facts:
        for correction in fact.corrections:
            subject, *_ = next(statements(fact, context))
            yield subject, rg("correction"), correction_iri(context.iris, context.document, correction)
    for correction in facts.corrections:
        yield from _correction(context.iris, context.document, correction)


def correction_iri(iris: Iris, document: str, correction: Correction) -> str:
    """Return the name of a correction: its document, its action, where it stands, and what it says."""
    passage = correction.passage
    said = [correction.kind, correction.who, correction.why, correction.date or ""]
    said += [part or "" for change in correction.changes for part in (change.attribute, change.before, change.after)]
    name = slug(correction.fact, *said)
    here = f"{correction.action}-{passage.start}-{passage.end}-{name}"
    return iris.below(iris.document(document), "correction", here)


def _correction(iris: Iris, document: str, correction: Correction) -> Iterator[Statement]:
    subject = correction_iri(iris, document, correction)
    person = iris.agent(correction.who)
    yield subject, A, rg("Correction")
    yield subject, rg("correctionAction"), concept("correction-action", correction.action)
    yield subject, rg("correctedKind"), string(correction.kind)
    yield subject, rg("correctedFact"), string(correction.fact)
    yield subject, term("prov:wasAssociatedWith"), person
    yield person, A, term("prov:Agent")
    yield person, term("schema:name"), string(correction.who)
    yield subject, term("dcterms:description"), string(correction.why)
    if correction.date:
        yield subject, term("dcterms:date"), date(correction.date)
    yield from cited(iris, document, subject, term("prov:used"), correction.passage)
    for number, change in enumerate(correction.changes, 1):
        node = iri(f"{subject[1:-1]}/change/{number}")
        yield subject, rg("change"), node
        yield node, A, rg("Change")
        yield node, rg("attribute"), string(change.attribute)
        if change.before is not None:
            yield node, rg("valueBefore"), string(change.before)
        if change.after is not None:
            yield node, rg("valueAfter"), string(change.after)
