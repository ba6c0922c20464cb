"""Many documents -> one identity for each program and body, links between programs, suggestions for gaps.

This is the only step that sees more than one document, and of each it sees only what it mentions. It changes no fact:
it says which facts speak of the same thing, and what one document offers where another has lost something.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from build_graph.reconcile.agencies import AgencyIdentity, agencies
from build_graph.reconcile.implementations import implementations
from build_graph.reconcile.mentions import Mentions
from build_graph.reconcile.programs import ProgramIdentity, programs, same_policies
from build_graph.reconcile.suggestions import Suggestion, gaps_by_program, offers

if TYPE_CHECKING:
    from collections.abc import Mapping

    from build_graph.extract.mentioned import Called, Gap
    from build_graph.places import Gazetteer

__all__ = [
    "AgencyIdentity",
    "Mentions",
    "ProgramIdentity",
    "Reconciled",
    "Suggestion",
    "offers",
    "reconcile",
]


@dataclass(frozen=True, slots=True)
class Reconciled:
    """What many documents say together."""

    programs: tuple[ProgramIdentity, ...]
    program_of: Mapping[Called, str]
    """What documents call a program -> its id."""
    same_policies: tuple[tuple[str, str], ...]
    """Pairs of ids of programs that carry out the same policy; each pair once."""
    implementations: tuple[tuple[str, str], ...]
    """Pairs of ids: the program of a place, and the one above that it implements."""
    agencies: tuple[AgencyIdentity, ...]
    gaps: Mapping[str, tuple[Gap, ...]]
    """Id of a program -> the numbers that documents have lost about it."""

    def programs_in(self, called: Mapping[str, Called]) -> dict[str, str]:
        """Return the ids of the programs of a document by the names that it gives them."""
        return {name: self.program_of[each] for name, each in called.items()}


def reconcile(mentioned: Mentions, gazetteer: Gazetteer) -> Reconciled:
    """Reconcile what documents mention, in whatever order it was added up."""
    found, program_of = programs(mentioned.programs, gazetteer)
    related = same_policies(found)
    return Reconciled(
        programs=found,
        program_of=program_of,
        same_policies=tuple((one.id, other.id) for one, other in related),
        implementations=implementations(related, mentioned, program_of, gazetteer),
        agencies=agencies(mentioned.bodies, gazetteer),
        gaps=gaps_by_program(mentioned.gaps, program_of),
    )
