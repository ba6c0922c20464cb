"""One identity for a program that documents name in many ways.

Two documents speak of one program if its names, written out, are equal or hold the same characters in
another order, and if it belongs to the same division; or if one has a name of the other (see ``renamed``). A
national pilot and a county that carries out the same policy without being a pilot are two programs that are
related; they never share units.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import combinations
from typing import TYPE_CHECKING

from build_graph.extract.programs.naming import expanded, policy_key, program_key, unique
from build_graph.model import Program
from build_graph.reconcile.renamed import Key, Named, joined, key_of, latest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from build_graph.model import DocumentFacts
    from build_graph.places import Gazetteer

_SHORTEST = 4  # code points of a name that means something without its division


@dataclass(frozen=True, slots=True)
class ProgramIdentity:
    """One program."""

    id: str
    """Readable and stable: its name written out, behind the division whose program it is."""
    label: str
    names: tuple[str, ...]
    """All other names that documents give it."""
    policy: str
    """The policy that it tries out or carries out."""
    jurisdiction: str | None
    """Key of the division whose program it is; None for a national one, or if it is not known."""


def programs(
    documents: Sequence[DocumentFacts], gazetteer: Gazetteer
) -> tuple[tuple[ProgramIdentity, ...], dict[tuple[str, str], str]]:
    """Return the programs of all documents, and which program each document means by which name."""
    groups: dict[Key, list[Named]] = {}
    written: dict[tuple[str, str | None, str], list[str]] = {}
    for facts in documents:
        for fact in facts.facts:
            if isinstance(fact, Program):
                program = _without_division(fact, gazetteer)
                groups.setdefault(key_of(program, program.name), []).append((facts.document.id, program))
                written.setdefault((facts.document.id, fact.jurisdiction, program.name), []).append(fact.name)
    identities: list[ProgramIdentity] = []
    program_of: dict[tuple[str, str], str] = {}
    for (jurisdiction, _), named in joined(groups).items():
        identity = _identity(jurisdiction, named, gazetteer)
        identities.append(identity)
        for document, program in named:
            names = written[document, jurisdiction, program.name]
            program_of |= {(document, name): identity.id for name in names}
    return tuple(sorted(identities, key=lambda identity: identity.id)), program_of


def _without_division(program: Program, gazetteer: Gazetteer) -> Program:
    """某省X试点 of that province is its X试点."""
    if program.jurisdiction is None:
        return program
    place = gazetteer.place(program.jurisdiction)
    heads = (gazetteer.full_name(place), place.name)

    def bare(name: str) -> str:
        rests = (name.removeprefix(head) for head in heads)
        return next((rest for rest in rests if rest != name and len(rest) >= _SHORTEST), name)

    return replace(program, name=bare(program.name), aliases=unique(map(bare, program.aliases)))


def _identity(jurisdiction: str | None, named: Sequence[Named], gazetteer: Gazetteer) -> ProgramIdentity:
    key = latest(named)
    names = unique(name for _, program in named for name in _names(program))
    label = max(names, key=lambda name: (program_key(name) == key, name == expanded(name), len(name), name))
    place = gazetteer.full_name(gazetteer.place(jurisdiction)) if jurisdiction else ""
    full = f"{place}{label}" if place else label
    return ProgramIdentity(
        id=f"{place}-{key}" if place else key,
        label=full,
        names=tuple(sorted({*names} - {label, full})),
        policy=policy_key(key),
        jurisdiction=jurisdiction,
    )


def _names(program: Program) -> tuple[str, ...]:
    return (program.name, *program.aliases, *([program.later_name] if program.later_name else []))


def same_policies(identities: Sequence[ProgramIdentity]) -> tuple[tuple[ProgramIdentity, ProgramIdentity], ...]:
    """Return the pairs of programs that share their policy."""
    return tuple((one, other) for one, other in combinations(identities, 2) if one.policy == other.policy)
