"""Which fact of the old graph is which fact of the new one.

By IRI first. IRIs of facts hang on their words, so what is then left over on both sides is paired, one to one:
facts that say the same under another IRI, then facts whose decisive attribute is the same, then those in which
it is near, the nearest pair first.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal, NamedNode

from queries.changes.facts import carried
from queries.changes.likeness import Texts
from queries.changes.stored import stored_query
from queries.run import select

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence

    from pyoxigraph import Store

    from queries.changes.facts import Fact, Renamed, Subject, Values
    from queries.terms import Term

    Successions = Mapping[Term, Sequence[Term]]
    """Place -> the places that took its place and those whose place it took."""
    Pair = tuple[Fact, Fact]

_SUCCEEDED: Final = 0.9
"""Likeness of a place and one that took its place: less than the same place, more than near words."""


def pairs(
    old: Mapping[Subject, Fact], new: Mapping[Subject, Fact], renamed: Renamed, successions: Successions
) -> list[Pair]:
    """Return the facts of a kind that both graphs hold, as pairs of old and new.

    Args:
        old: facts of the old graph, by subject.
        new: facts of the new graph, by subject.
        renamed: what of the kinds before goes by another IRI in the new graph.
        successions: which places took the place of which.
    """
    found = [(fact, new[subject]) for subject, fact in old.items() if subject in new and _is_identified(fact)]
    paired = {fact.subject for fact, _ in found}
    left = sorted((fact for subject, fact in old.items() if subject not in paired), key=_order)
    come = sorted((fact for subject, fact in new.items() if subject not in paired), key=_order)
    for stage in (_same_in_all, _same_in_words):
        more = list(stage(left, come, renamed))
        left, come = _without(left, come, more)
        found += more
    return found + _near(left, come, renamed, successions)


def successions(*stores: Store) -> Successions:
    """Return which places took the place of which, from both graphs together."""
    sparql = stored_query("successions")
    found: defaultdict[Term, set[Term]] = defaultdict(set)
    for store in stores:
        for before, after in select(store, sparql).terms:
            if before is not None and after is not None:
                found[before].add(after)
                found[after].add(before)
    return {place: sorted(places, key=str) for place, places in found.items()}


def _is_identified(fact: Fact) -> bool:
    """Whether a fact has a name that means the same in both graphs: no blank node, and none that a position gives."""
    return isinstance(fact.subject, NamedNode) and not fact.kind.positional


def _order(fact: Fact) -> str:
    return str(fact.subject)


def _without(left: list[Fact], come: list[Fact], taken: list[Pair]) -> tuple[list[Fact], list[Fact]]:
    gone = {id(fact) for pair in taken for fact in pair}
    return [fact for fact in left if id(fact) not in gone], [fact for fact in come if id(fact) not in gone]


def _same_in_all(left: list[Fact], come: list[Fact], renamed: Renamed) -> Iterator[Pair]:
    """Pair facts of which every attribute is the same."""
    return _zipped(left, come, lambda fact: tuple(fact.kind.attributes), renamed)


def _same_in_words(left: list[Fact], come: list[Fact], renamed: Renamed) -> Iterator[Pair]:
    """Pair facts of one context whose decisive attributes are the same, in the order of their IRIs."""
    deciding = (fact for fact in left if any(fact.values(fact.kind.alike)))
    return _zipped(deciding, come, lambda fact: (*fact.kind.within, *fact.kind.alike), renamed)


def _zipped(
    left: Iterable[Fact], come: list[Fact], columns: Callable[[Fact], tuple[str, ...]], renamed: Renamed
) -> Iterator[Pair]:
    waiting: defaultdict[Hashable, list[Fact]] = defaultdict(list)
    for fact in reversed(come):
        waiting[fact.values(columns(fact))].append(fact)
    for fact in left:
        same = waiting.get(_carried(fact, columns(fact), renamed))
        if same:
            yield fact, same.pop()


def _carried(fact: Fact, columns: Iterable[str], renamed: Renamed) -> tuple[Values, ...]:
    return tuple(carried(values, renamed) for values in fact.values(columns))


def _near(left: list[Fact], come: list[Fact], renamed: Renamed, successions: Successions) -> list[Pair]:
    """Pair facts of one context whose decisive attribute is near, the nearest first."""
    groups: defaultdict[Hashable, list[Fact]] = defaultdict(list)
    for fact in come:
        groups[fact.values(fact.kind.within)].append(fact)
    lookups = {context: _Lookup(facts, successions) for context, facts in groups.items()}
    scored: list[tuple[float, int, str, str, Pair]] = []
    for fact in left:
        context = _carried(fact, fact.kind.within, renamed)
        if context in lookups:
            scored += [
                (-likeness, -_agreeing(fact, other, renamed), _order(fact), _order(other), (fact, other))
                for other, likeness in lookups[context].near(fact, renamed)
            ]
    return list(_one_to_one(pair for *_, pair in sorted(scored, key=lambda row: row[:4])))


def _one_to_one(ranked: Iterator[Pair]) -> Iterator[Pair]:
    taken: set[int] = set()
    for old, new in ranked:
        if id(old) not in taken and id(new) not in taken:
            taken |= {id(old), id(new)}
            yield old, new


def _agreeing(old: Fact, new: Fact, renamed: Renamed) -> int:
    """Return the number of attributes in which two facts agree: of two equally near, the better match."""
    return sum(carried(values, renamed) == new.attributes.get(column) for column, values in old.attributes.items())


class _Lookup:
    """Facts of one context, to be looked up by what is decisive in them."""

    def __init__(self, facts: list[Fact], successions: Successions) -> None:
        self._successions = successions
        self._by_thing: defaultdict[Term, list[Fact]] = defaultdict(list)
        self._by_text: list[Fact] = []
        texts: list[str] = []
        for fact in facts:
            for term in _decisive(fact.values(fact.kind.alike)):
                if isinstance(term, Literal):
                    self._by_text.append(fact)
                    texts.append(term.value)
                else:
                    self._by_thing[term].append(fact)
        self._texts = Texts(texts)

    def near(self, fact: Fact, renamed: Renamed) -> Iterator[tuple[Fact, float]]:
        """Yield the facts that are near to one of the old graph, with their likeness."""
        for term in _decisive(_carried(fact, fact.kind.alike, renamed)):
            if isinstance(term, Literal):
                for number, likeness in self._texts.near(term.value, fact.kind.at_least):
                    yield self._by_text[number], likeness
            else:
                for other in self._by_thing.get(term, ()):
                    yield other, 1.0
                for place in self._successions.get(term, ()) if fact.kind.at_least <= _SUCCEEDED else ():
                    for other in self._by_thing.get(place, ()):
                        yield other, _SUCCEEDED


def _decisive(columns: Iterable[Values]) -> list[Term]:
    return sorted({term for values in columns for term in values}, key=str)
