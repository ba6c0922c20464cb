"""What documents say more, less, or at other places, of facts that are the same in both graphs."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, get_args

from queries.changes.stored import stored_query
from queries.run import select

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pyoxigraph import Store

    from queries.changes.change import Change
    from queries.changes.facts import Renamed
    from queries.terms import Term

    Places = Mapping[Term, frozenset[tuple[Term | None, ...]]]
    """Document -> where in it a fact is said: first code point, and the one after the last."""

What = Literal["also_states", "no_longer_states", "passages_moved"]
WHAT: Final[tuple[What, ...]] = get_args(What)


@dataclass(frozen=True, slots=True)
class Shift:
    """What became of the evidence of a document, without the facts being others."""

    document: Term
    what: What
    facts: int
    """Number of facts."""


def evidence_of(store: Store) -> dict[Term, Places]:
    """Return where each fact of a graph is said."""
    found: defaultdict[Term, defaultdict[Term, set[tuple[Term | None, ...]]]]
    found = defaultdict(lambda: defaultdict(set))
    for fact, document, *position in select(store, stored_query("evidence")).terms:
        if fact is not None and document is not None:
            found[fact][document].add(tuple(position))
    return {
        fact: {document: frozenset(places) for document, places in documents.items()}
        for fact, documents in found.items()
    }


def shifts(
    pairs: Iterable[Change], old: Mapping[Term, Places], new: Mapping[Term, Places], renamed: Renamed
) -> list[Shift]:
    """Return what became of the evidence of facts that both graphs hold, document by document.

    Passages of a fact that itself changed are not counted as moved: other words stand elsewhere.
    """
    counts: Counter[tuple[Term, What]] = Counter()
    for pair in pairs:
        if pair.old is not None and pair.new is not None:
            before = {renamed.get(document, document): at for document, at in old.get(pair.old.subject, {}).items()}
            after = new.get(pair.new.subject, {})
            counts.update((document, "also_states") for document in after.keys() - before.keys())
            counts.update((document, "no_longer_states") for document in before.keys() - after.keys())
            if not pair.differences:
                both = before.keys() & after.keys()
                counts.update((document, "passages_moved") for document in both if before[document] != after[document])
    ranked = sorted(counts.items(), key=lambda item: (str(item[0][0]), WHAT.index(item[0][1])))
    return [Shift(document, what, number) for (document, what), number in ranked]
