"""Comparing two graphs: the same questions, put to both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from queries.changes.change import Change, change
from queries.changes.changes import Changes
from queries.changes.evidence import evidence_of, shifts
from queries.changes.facts import facts_of
from queries.changes.kinds import kinds
from queries.changes.matching import pairs, successions
from queries.changes.names import Names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pyoxigraph import Store

    from queries.changes.evidence import Shift
    from queries.changes.facts import Fact, Renamed
    from queries.store import GraphFile
    from queries.terms import Term


def compare(old: GraphFile, new: GraphFile) -> Changes:
    """Return what changed from one graph to another, in terms of the domain.

    What documents say is compared, and by whom it was corrected; how the graph was made (the run, the rules that
    read a fact, measurements of accuracy) is not. Raises QueryError for a graph that cannot be read.
    """
    forms, renamed = _forms(old.store, new.store)
    all_changes = [change(before, after, renamed) for before, after in forms]
    found = tuple(one for one in all_changes if one.how != "changed" or one.differences)
    moved = tuple(shifts(all_changes, evidence_of(old.store), evidence_of(new.store), renamed))
    return Changes(found, moved, Names.of(_told(found, moved), (new.store, old.store)))


def _forms(old: Store, new: Store) -> tuple[list[tuple[Fact | None, Fact | None]], Renamed]:
    """Return each fact of either graph in its old and its new form, and what goes by another IRI in the new graph."""
    places = successions(old, new)
    renamed: dict[Term, Term] = {}
    forms: list[tuple[Fact | None, Fact | None]] = []
    for kind in kinds():
        before, after = facts_of(old, kind), facts_of(new, kind)
        both = pairs(before, after, renamed, places)
        renamed |= {one.subject: other.subject for one, other in both if one.subject != other.subject}
        forms += both
        forms += [(fact, None) for fact in _others(before.values(), (one for one, _ in both))]
        forms += [(None, fact) for fact in _others(after.values(), (other for _, other in both))]
    return forms, renamed


def _others(facts: Iterable[Fact], taken: Iterable[Fact]) -> Iterator[Fact]:
    known = {fact.subject for fact in taken}
    return (fact for fact in facts if fact.subject not in known)


def _told(changes: Iterable[Change], moved: Iterable[Shift]) -> set[Term]:
    """Return everything that the changes speak of."""
    told: set[Term] = {shift.document for shift in moved}
    for one in changes:
        told |= {one.fact.subject} | ({one.program} if one.program is not None else set())
        told |= {term for values in one.fact.values(one.kind.name) for term in values}
        told |= {term for difference in one.differences for term in difference.before | difference.after}
    return told
