"""Many documents -> one identity for each program and body, links between programs, suggestions for gaps.

This is the only step that sees more than one document. It changes no fact: it says which facts speak of
the same thing, and what one document offers where another has lost something.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from build_graph.reconcile.agencies import AgencyIdentity, agencies
from build_graph.reconcile.implementations import implementations
from build_graph.reconcile.programs import ProgramIdentity, programs, same_policies
from build_graph.reconcile.suggestions import Suggestion, suggestions

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from build_graph.model import DocumentFacts
    from build_graph.places import Gazetteer

__all__ = ["AgencyIdentity", "ProgramIdentity", "Reconciled", "Suggestion", "reconcile"]


@dataclass(frozen=True, slots=True)
class Reconciled:
    """What many documents say together."""

    programs: tuple[ProgramIdentity, ...]
    program_of: Mapping[tuple[str, str], str]
    """(document id, program name in that document) -> id of the program."""
    same_policies: tuple[tuple[str, str], ...]
    """Pairs of ids of programs that carry out the same policy; each pair once."""
    implementations: tuple[tuple[str, str], ...]
    """Pairs of ids: the program of a place, and the one above that it implements."""
    agencies: tuple[AgencyIdentity, ...]
    suggestions: tuple[Suggestion, ...]


def reconcile(documents: Sequence[DocumentFacts], gazetteer: Gazetteer) -> Reconciled:
    """Reconcile the facts of documents, whatever their order."""
    ordered = sorted(documents, key=lambda facts: facts.document.id)
    found, program_of = programs(ordered, gazetteer)
    related = same_policies(found)
    return Reconciled(
        programs=found,
        program_of=program_of,
        same_policies=tuple((one.id, other.id) for one, other in related),
        implementations=implementations(related, ordered, program_of, gazetteer),
        agencies=agencies(ordered, gazetteer),
        suggestions=suggestions(ordered, program_of),
    )
