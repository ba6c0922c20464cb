"""Programs that are one although documents name them differently: renamed ones, and those with several full names.

A name joins a program to the program of that name if a person gave it (the action alias), if a document says that it
is the later name, or if a document uses it as a full name in other words. A shorter form of a name joins nothing: it
may be short for another program elsewhere.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from build_graph.extract.programs.naming import is_subsequence, policy_key, program_key
from build_graph.model import Program

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

Named = tuple[str, Program]
"""Document id, program as that document names it."""
Key = tuple[str | None, str]
"""Division, characters of the name written out."""
_Groups = dict[Key, list[Named]]
_SHARED = 0.5  # of the characters of a full name that another full name of the program has as well


def key_of(program: Program, name: str) -> Key:
    """Return the key under which a name of a program is compared."""
    return program.jurisdiction, _characters(program_key(name))


def joined(groups: _Groups) -> _Groups:
    """Return the groups of programs of one name, with those joined that are one program."""
    order = {key: number for number, key in enumerate(groups)}
    home = {key: key for key in groups}
    for key, other in (*_renamed(groups), *_in_other_words(groups)):
        first, second = sorted((home[key], home[other]), key=order.__getitem__)
        home = {each: first if at == second else at for each, at in home.items()}
    result: _Groups = {}
    for key, named in groups.items():
        result.setdefault(home[key], []).extend(named)
    return result


def latest(named: Sequence[Named]) -> str:
    """Return the form by which a program goes: of its latest names the one that most documents use."""
    counts = Counter(program_key(program.name) for _, program in named)
    earlier = {_policy(program.name) for _, program in named if program.later_name}
    later = {_policy(program.later_name) for _, program in named if program.later_name}

    def rank(name: str) -> tuple[int, int, str]:
        return (_policy(name) in earlier) - (_policy(name) in later), -counts[name], name

    return min(counts, key=rank)


def _renamed(groups: _Groups) -> Iterator[tuple[Key, Key]]:
    """Pairs of groups of which a person or a document says that one has the name of the other."""
    by_policy: dict[Key, set[Key]] = defaultdict(set)
    for key, named in groups.items():
        for _, program in named:
            by_policy[program.jurisdiction, _policy(program.name)].add(key)
    for key, program in _programs(groups):
        yield from ((key, other) for name in _given(program) if (other := key_of(program, name)) in groups)
        if program.later_name:
            yield from ((key, other) for other in _meant(program, program.later_name, groups, by_policy))


def _given(program: Program) -> Iterator[str]:
    aliases = (each for each in program.corrections if each.action == "alias")
    return (change.after for each in aliases for change in each.changes if change.after)


def _meant(program: Program, name: str, groups: _Groups, by_policy: Mapping[Key, set[Key]]) -> Iterable[Key]:
    """The group of a name; else the only one of its policy, because a new name in quotation marks lacks 试点."""
    exact = key_of(program, name)
    alike = by_policy.get((program.jurisdiction, _policy(name)), set())
    if exact in groups:
        return [exact]
    return alike if len(alike) == 1 else []


def _in_other_words(groups: _Groups) -> Iterator[tuple[Key, Key]]:
    """Pairs of pilots of which one document uses the name of the other; a name that two claim joins neither."""
    claimed: dict[Key, set[Key]] = defaultdict(set)
    for key, program in _programs(groups):
        for alias in program.aliases:
            other = key_of(program, alias)
            if other in groups and other != key and _is_full_name(alias, program.name):
                claimed[other].add(key)
    for other, keys in claimed.items():
        if len(keys) == 1:
            yield next(iter(keys)), other


def _is_full_name(alias: str, name: str) -> bool:
    """农业生产数字托管试点 is another full name of 农业社会化服务数字托管试点, 数字托管试点 a short one."""
    one, other = policy_key(alias), policy_key(name)
    shared = (Counter(one) & Counter(other)).total()
    both_pilots = alias.endswith("试点") and name.endswith("试点")
    return both_pilots and not is_subsequence(one, other) and shared >= _SHARED * len(one)


def _programs(groups: _Groups) -> Iterator[tuple[Key, Program]]:
    return ((key, program) for key, named in groups.items() for _, program in named)


def _policy(name: str) -> str:
    return _characters(policy_key(name))


def _characters(text: str) -> str:
    return "".join(sorted(text))
