"""Which program of a place implements which: the national one of the same policy, or that of a place above."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_graph.extract.agencies import is_national
from build_graph.model import Issuer, Program

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from build_graph.model import DocumentFacts
    from build_graph.places import Gazetteer
    from build_graph.reconcile.programs import ProgramIdentity


def implementations(
    pairs: Sequence[tuple[ProgramIdentity, ProgramIdentity]],
    documents: Sequence[DocumentFacts],
    program_of: Mapping[tuple[str, str], str],
    gazetteer: Gazetteer,
) -> tuple[tuple[str, str], ...]:
    """Return pairs of ids: a program of a place, and the one above that it implements.

    Args:
        pairs: programs that carry out the same policy.
        documents: the facts of every document.
        program_of: (document id, program name in that document) -> id of the program.
        gazetteer: tells which place lies in which.
    """
    local = _said_to_be_local(documents, program_of)

    def is_above(upper: ProgramIdentity, lower: ProgramIdentity) -> bool:
        if lower.jurisdiction is None:
            return False
        if upper.jurisdiction is None:
            return upper.id not in local
        return gazetteer.lies_in(gazetteer.place(lower.jurisdiction), gazetteer.place(upper.jurisdiction))

    both_ways = ((lower, upper) for one, other in pairs for lower, upper in ((one, other), (other, one)))
    return tuple(sorted((lower.id, upper.id) for lower, upper in both_ways if is_above(upper, lower)))


def _said_to_be_local(documents: Sequence[DocumentFacts], program_of: Mapping[tuple[str, str], str]) -> set[str]:
    """Programs that only bodies of places issue, or, where nobody is said to, that a document gives a local tier.

    Their places are not known; that does not make them national.
    """
    issuers: dict[str, list[str]] = {}
    local: set[str] = set()
    for facts in documents:
        for fact in facts.facts:
            if isinstance(fact, Issuer) and fact.program:
                issuers.setdefault(program_of[facts.document.id, fact.program], []).append(fact.name)
            elif isinstance(fact, Program) and fact.tier not in {None, "national"}:
                local.add(program_of[facts.document.id, fact.name])
    national = {program for program, bodies in issuers.items() if any(map(is_national, bodies))}
    return (local | issuers.keys()) - national
