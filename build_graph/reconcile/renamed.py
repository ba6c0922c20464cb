"""Programs that are one although documents name them differently: renamed ones, and those with several full names.

A name joins a program to the program of that name if a person gave it (the action alias), if a document says that it
is the later name, or if a document uses it as a full name in other words. A shorter form of a name joins nothing: it
may be short for another program elsewhere.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from build_graph.extract.programs.naming import is_subsequence, policy_key, program_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from build_graph.extract.mentioned import Called, Naming


class Named(NamedTuple):
    """A way in which documents name a program."""

    called: Called
    """What facts know it by."""
    naming: Naming
    """The same without the name of the division."""
    documents: int
    """How many name it so."""


Key = tuple[str | None, str]
"""Division, characters of the name written out."""
_Groups = dict[Key, list[Named]]
_SHARED = 0.5  # of the characters of a full name that another full name of the program has as well


def key_of(program: Naming, name: str) -> Key:
    """Return the key under which a name of a program is compared."""
    return program.jurisdiction, _characters(program_key(name))


def joined(groups: _Groups) -> _Groups:
    """Return the groups of programs of one name, with those joined that are one program."""
    order = {key: number for number, key in enumerate(groups)}
    above: dict[Key, Key] = {}

    def first(key: Key) -> Key:
        while key in above:
            key = above[key]
        return key

    for key, other in (*_renamed(groups), *_in_other_words(groups)):
        one, two = sorted((first(key), first(other)), key=order.__getitem__)
        if one != two:
            above[two] = one
    result: _Groups = {}
    for key, named in groups.items():
        result.setdefault(first(key), []).extend(named)
    return result


def latest(named: Sequence[Named]) -> str:
    """Return the form by which a program goes: of its latest names the one that most documents use."""
    counts: Counter[str] = Counter()
    for each in named:
        counts[program_key(each.naming.name)] += each.documents
    earlier = {_policy(each.naming.name) for each in named if each.naming.later_name}
    later = {_policy(each.naming.later_name) for each in named if each.naming.later_name}

    def rank(name: str) -> tuple[int, int, str]:
        return (_policy(name) in earlier) - (_policy(name) in later), -counts[name], name

    return min(counts, key=rank)


def _renamed(groups: _Groups) -> Iterator[tuple[Key, Key]]:
    """Pairs of groups of which a person or a document says that one has the name of the other."""
    by_policy: dict[Key, set[Key]] = defaultdict(set)
    for key, named in groups.items():
        for each in named:
            by_policy[each.naming.jurisdiction, _policy(each.naming.name)].add(key)
    for key, program in _programs(groups):
        yield from ((key, other) for name in program.given if (other := key_of(program, name)) in groups)
        if program.later_name:
            yield from ((key, other) for other in _meant(program, program.later_name, groups, by_policy))


def _meant(program: Naming, name: str, groups: _Groups, by_policy: Mapping[Key, set[Key]]) -> Iterable[Key]:
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


def _programs(groups: _Groups) -> Iterator[tuple[Key, Naming]]:
    return ((key, each.naming) for key, named in groups.items() for each in named)


def _policy(name: str) -> str:
    return _characters(policy_key(name))


def _characters(text: str) -> str:
    return "".join(sorted(text))
