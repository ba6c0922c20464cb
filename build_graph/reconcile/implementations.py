"""Which program of a place implements which: the national one of the same policy, or that of a place above."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_graph.extract.agencies import is_national

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from build_graph.extract.mentioned import Called
    from build_graph.places import Gazetteer
    from build_graph.reconcile.mentions import Mentions
    from build_graph.reconcile.programs import ProgramIdentity


def implementations(
    pairs: Sequence[tuple[ProgramIdentity, ProgramIdentity]],
    mentioned: Mentions,
    program_of: Mapping[Called, str],
    gazetteer: Gazetteer,
) -> tuple[tuple[str, str], ...]:
    """Return pairs of ids: a program of a place, and the one above that it implements.

    Args:
        pairs: programs that carry out the same policy.
        mentioned: what all documents mention.
        program_of: what documents call a program -> its id.
        gazetteer: tells which place lies in which.
    """
    local = _said_to_be_local(mentioned, program_of)

    def is_above(upper: ProgramIdentity, lower: ProgramIdentity) -> bool:
        if lower.jurisdiction is None:
            return False
        if upper.jurisdiction is None:
            return upper.id not in local
        return gazetteer.lies_in(gazetteer.place(lower.jurisdiction), gazetteer.place(upper.jurisdiction))

    both_ways = ((lower, upper) for one, other in pairs for lower, upper in ((one, other), (other, one)))
    return tuple(sorted((lower.id, upper.id) for lower, upper in both_ways if is_above(upper, lower)))


def _said_to_be_local(mentioned: Mentions, program_of: Mapping[Called, str]) -> set[str]:
    """Programs that only bodies of places issue, or, where nobody is said to, that a document gives a local tier.

    Their places are not known; that does not make them national.
    """
    issued = {program_of[called] for called, _ in mentioned.issuers}
    national = {program_of[called] for called, body in mentioned.issuers if is_national(body)}
    local = {program_of[each.called] for each in mentioned.programs if each.tier not in {None, "national"}}
    return (local | issued) - national
