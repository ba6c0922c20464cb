"""One identity for a program that documents name in many ways.

Two documents speak of one program if its names, written out, are equal or hold the same characters in
another order, and if it belongs to the same division; or if one has a name of the other (see ``renamed``). A
national pilot and a county that carries out the same policy without being a pilot are two programs that are
related; they never share units.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from itertools import combinations
from typing import TYPE_CHECKING

from build_graph.extract.programs.naming import expanded, policy_key, program_key, unique
from build_graph.reconcile.renamed import Named, joined, key_of, latest

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from build_graph.extract.mentioned import Called, Naming
    from build_graph.places import Gazetteer
    from build_graph.reconcile.renamed import Key

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
    namings: Mapping[Naming, int], gazetteer: Gazetteer
) -> tuple[tuple[ProgramIdentity, ...], dict[Called, str]]:
    """Return the programs that documents name, and which program is meant by which name.

    Args:
        namings: how documents name programs, and how many name one so.
        gazetteer: knows the divisions whose programs they are.
    """
    groups: dict[Key, list[Named]] = {}
    for naming in sorted(namings, key=_order):
        bare = _without_division(naming, gazetteer)
        groups.setdefault(key_of(bare, bare.name), []).append(Named(naming.called, bare, namings[naming]))
    identities: list[ProgramIdentity] = []
    program_of: dict[Called, str] = {}
    for (jurisdiction, _), named in joined(groups).items():
        identity = _identity(jurisdiction, named, gazetteer)
        identities.append(identity)
        program_of |= {each.called: identity.id for each in named}
    return tuple(sorted(identities, key=lambda identity: identity.id)), program_of


def _order(naming: Naming) -> tuple[str, ...]:
    return naming.jurisdiction or "", naming.name, repr(naming)


def _without_division(naming: Naming, gazetteer: Gazetteer) -> Naming:
    """某省X试点 of that province is its X试点."""
    if naming.jurisdiction is None:
        return naming
    place = gazetteer.place(naming.jurisdiction)
    heads = (gazetteer.full_name(place), place.name)

    def bare(name: str) -> str:
        rests = (name.removeprefix(head) for head in heads)
        return next((rest for rest in rests if rest != name and len(rest) >= _SHORTEST), name)

    return replace(naming, name=bare(naming.name), aliases=unique(map(bare, naming.aliases)))


def _identity(jurisdiction: str | None, named: Sequence[Named], gazetteer: Gazetteer) -> ProgramIdentity:
    key = latest(named)
    names = unique(name for each in named for name in each.naming.names)
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


def same_policies(identities: Sequence[ProgramIdentity]) -> tuple[tuple[ProgramIdentity, ProgramIdentity], ...]:
    """Return the pairs of programs that share their policy, in the order of their ids."""
    by_policy: dict[str, list[ProgramIdentity]] = defaultdict(list)
    for identity in identities:
        by_policy[identity.policy].append(identity)
    pairs = (pair for alike in by_policy.values() for pair in combinations(alike, 2))
    return tuple(sorted(pairs, key=lambda pair: (pair[0].id, pair[1].id)))
