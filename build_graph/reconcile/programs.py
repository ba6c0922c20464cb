"""One identity for a program that documents name in many ways.

Two documents speak of one program if its names, written out, are equal or hold the same characters in
another order, and if it belongs to the same division. A name that a person gave a program joins it to the
program of that name. A national pilot and a county that carries out the
same policy without being a pilot are two programs that are related; they never share units.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from build_graph.extract.naming import expanded, policy_key, program_key, unique
from build_graph.model import Program

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from build_graph.model import DocumentFacts
    from build_graph.places import Gazetteer


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


_Named = tuple[str, Program]  # document id, program as that document names it
_Key = tuple[str | None, str]  # division, characters of the name written out


def programs(
    documents: Sequence[DocumentFacts], gazetteer: Gazetteer
) -> tuple[tuple[ProgramIdentity, ...], dict[tuple[str, str], str]]:
    """Return the programs of all documents, and which program each document means by which name."""
    groups: dict[_Key, list[_Named]] = {}
    for facts in documents:
        for fact in facts.facts:
            if isinstance(fact, Program):
                groups.setdefault(_key(fact, fact.name), []).append((facts.document.id, fact))
    identities: list[ProgramIdentity] = []
    program_of: dict[tuple[str, str], str] = {}
    for (jurisdiction, _), named in _renamed(groups).items():
        identity = _identity(jurisdiction, named, gazetteer)
        identities.append(identity)
        program_of |= {(document, program.name): identity.id for document, program in named}
    return tuple(sorted(identities, key=lambda identity: identity.id)), program_of


def _key(program: Program, name: str) -> _Key:
    return program.jurisdiction, "".join(sorted(program_key(name)))


def _renamed(groups: dict[_Key, list[_Named]]) -> dict[_Key, list[_Named]]:
    """Join the groups that are one by a name that a person gave a program (the action alias)."""
    home = {key: key for key in groups}
    for key, named in groups.items():
        for other in (_key(program, name) for _, program in named for name in _given(program)):
            if other in home:
                first, second = sorted((home[key], home[other]), key=list(groups).index)
                home = {each: first if at == second else at for each, at in home.items()}
    joined: dict[_Key, list[_Named]] = {}
    for key, named in groups.items():
        joined.setdefault(home[key], []).extend(named)
    return joined


def _given(program: Program) -> Iterator[str]:
    aliases = (each for each in program.corrections if each.action == "alias")
    return (change.after for each in aliases for change in each.changes if change.after)


def _identity(jurisdiction: str | None, named: Sequence[_Named], gazetteer: Gazetteer) -> ProgramIdentity:
    counts = Counter(program_key(program.name) for _, program in named)
    key = min(counts, key=lambda key: (-counts[key], key))
    names = unique(n for _, program in named for n in (program.name, *program.aliases))
    label = max(names, key=lambda name: (program_key(name) == key, name == expanded(name), len(name), name))
    place = gazetteer.full_name(gazetteer.place(jurisdiction)) if jurisdiction else ""
    return ProgramIdentity(
        id=f"{place}-{key}" if place else key,
        label=f"{place}{label}" if place else label,
        names=tuple(sorted(name for name in names if name != label)),
        policy=policy_key(key),
    )


def same_policies(identities: Sequence[ProgramIdentity]) -> tuple[tuple[str, str], ...]:
    """Return the pairs of programs that share their policy."""
    pairs = combinations(identities, 2)
    return tuple((one.id, other.id) for one, other in pairs if one.policy == other.policy)
