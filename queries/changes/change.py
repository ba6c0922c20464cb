"""One change: a fact that came, went or became another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, cast, get_args

from queries.changes.facts import NOTHING, carried

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from queries.changes.facts import Fact, Renamed, Values
    from queries.changes.kinds import Kind
    from queries.terms import Term

How = Literal["added", "removed", "changed"]
HOW: Final[tuple[How, ...]] = get_args(How)


@dataclass(frozen=True, slots=True)
class Difference:
    """An attribute in which the old and the new form of a fact differ."""

    attribute: str
    before: Values
    after: Values
    gone: Values
    """What of ``before`` is not in ``after``, also under another IRI."""
    come: Values
    """What of ``after`` was not in ``before``."""


@dataclass(frozen=True, slots=True)
class Change:
    """A fact that came, went, or became another."""

    old: Fact | None
    new: Fact | None
    program: Term | None
    """The program that it belongs to, as the new graph names it."""
    differences: tuple[Difference, ...] = ()

    @property
    def how(self) -> How:
        """Whether the fact was added, removed or changed."""
        if self.old is None:
            return "added"
        return "removed" if self.new is None else "changed"

    @property
    def fact(self) -> Fact:
        """The fact: its new form, if it has one."""
        return cast("Fact", self.new or self.old)

    @property
    def kind(self) -> Kind:
        """The kind of the fact."""
        return self.fact.kind


def change(old: Fact | None, new: Fact | None, renamed: Renamed) -> Change:
    """Return the change from one form of a fact to the other; None stands for a graph that does not hold it."""
    differences = tuple(_differences(old, new, renamed)) if old and new else ()
    return Change(old, new, _program(old, new, renamed), differences)


def _program(old: Fact | None, new: Fact | None, renamed: Renamed) -> Term | None:
    """Return the program; of several, the first by name."""
    now = new.attributes.get("program", NOTHING) if new else NOTHING
    then = carried(old.attributes.get("program", NOTHING), renamed) if old else NOTHING
    return min(now or then, key=str, default=None)


def _differences(old: Fact, new: Fact, renamed: Renamed) -> Iterator[Difference]:
    for attribute in old.kind.attributes:
        before, after = (fact.attributes.get(attribute, NOTHING) for fact in (old, new))
        gone = _without(before, after, renamed)
        come = after - carried(before, renamed)
        if gone or come:
            yield Difference(attribute, before, after, gone, come)


def _without(before: Iterable[Term], after: Values, renamed: Renamed) -> Values:
    return frozenset(term for term in before if renamed.get(term, term) not in after)
