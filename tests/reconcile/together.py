"""Documents reconciled for tests, as a build does it: mentions added up, then settled, then offers collected."""

from collections.abc import Iterable

from build_graph.extract.mentioned import mentioned
from build_graph.model import DocumentFacts
from build_graph.places import Gazetteer
from build_graph.reconcile import Mentions, Reconciled, Suggestion, offers, reconcile


def together(documents: Iterable[DocumentFacts]) -> Reconciled:
    """Return what documents say together."""
    total = Mentions()
    for facts in documents:
        total.add(mentioned(facts))
    return reconcile(total, Gazetteer.shipped())


def suggested(*documents: DocumentFacts) -> list[Suggestion]:
    """Return what documents offer for the gaps of each other."""
    found = together(documents)
    return [
        offer for facts in documents for offer in offers(facts, found.programs_in(mentioned(facts).called), found.gaps)
    ]
