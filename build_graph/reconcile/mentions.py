"""What documents say that only all of them together can settle: small, and the same in whatever order it is added up.

The mentions of one document can be added to those of others, and those sums to one another, so a corpus is reconciled
in a tree, wherever its parts were read. What a thousand documents say in the same words takes the room of one.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from build_graph.extract.programs.naming import unique
from build_graph.model import DeclaredCount, Discrepancy, Issuer, Passage, Program, Task, Tier

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from build_graph.model import DocumentFacts, Fact

Called = tuple[str | None, str]
"""Key of the division whose program it is, or None; and the name that a document gives it."""


@dataclass(frozen=True, slots=True)
class Naming:
    """How a document names a program."""

    jurisdiction: str | None
    name: str
    aliases: tuple[str, ...] = ()
    later_name: str | None = None
    given: tuple[str, ...] = ()
    """Names that people gave it (the action alias)."""
    tier: Tier | None = None

    @property
    def called(self) -> Called:
        """What facts of the document know it by."""
        return self.jurisdiction, self.name

    @property
    def names(self) -> tuple[str, ...]:
        """All its names."""
        return unique((self.name, *self.aliases, *([self.later_name] if self.later_name else [])))


@dataclass(frozen=True, slots=True)
class Gap:
    """A number that a document has lost."""

    document: str
    called: Called
    of: str
    """What was counted."""
    passages: tuple[Passage, ...]
    """Those of the discrepancy that tells it."""


@dataclass(slots=True)
class Mentions:
    """What a number of documents mention."""

    programs: Counter[Naming] = field(default_factory=Counter)
    """How often each naming of a program stands in a document."""
    bodies: set[str] = field(default_factory=set)
    """Names of bodies that issue programs or answer for tasks, as written."""
    issuers: set[tuple[Called, str]] = field(default_factory=set)
    """Programs with the names of those who issue them."""
    gaps: set[Gap] = field(default_factory=set)

    def add(self, other: Mentions) -> None:
        """Add what other documents mention."""
        self.programs.update(other.programs)
        self.bodies |= other.bodies
        self.issuers |= other.issuers
        self.gaps |= other.gaps


def mentions(facts: DocumentFacts) -> Mentions:
    """Return what one document mentions."""
    called = programs_called(facts.facts)
    return Mentions(
        programs=Counter(_naming(fact) for fact in facts.facts if isinstance(fact, Program)),
        bodies={name for fact in facts.facts for name in _bodies(fact)},
        issuers={
            (called[fact.program], fact.name)
            for fact in facts.facts
            if isinstance(fact, Issuer) and fact.program is not None
        },
        gaps=set(_gaps(facts)),
    )


def programs_called(facts: Iterable[Fact]) -> dict[str, Called]:
    """Return what each name of a program in a document stands for: of two places' programs of one name, the last."""
    return {fact.name: (fact.jurisdiction, fact.name) for fact in facts if isinstance(fact, Program)}


def _naming(program: Program) -> Naming:
    aliases = (each for each in program.corrections if each.action == "alias")
    given = unique(change.after for each in aliases for change in each.changes if change.after)
    return Naming(program.jurisdiction, program.name, program.aliases, program.later_name, given, program.tier)


def _bodies(fact: Fact) -> tuple[str, ...]:
    if isinstance(fact, Issuer):
        return (fact.name,)
    return fact.responsible if isinstance(fact, Task) else ()


def _gaps(facts: DocumentFacts) -> Iterator[Gap]:
    lost = [fact for fact in facts.facts if isinstance(fact, DeclaredCount) and fact.rule == "count-lost"]
    told = [fact for fact in facts.facts if isinstance(fact, Discrepancy) and fact.type == "lost_digits"]
    called = programs_called(facts.facts)
    for count in lost:
        found = next((each for each in told if set(each.passages) & set(count.passages)), None)
        if found and count.program in called:
            yield Gap(facts.document.id, called[count.program], count.of, found.passages)
