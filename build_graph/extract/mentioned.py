"""What one document mentions that only all together can settle.

How it names programs, which bodies it names, what it has lost.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from build_graph.extract.programs.naming import unique
from build_graph.model import DeclaredCount, Discrepancy, Issuer, Passage, Program, Task, Tier

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

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


@dataclass(frozen=True, slots=True)
class Mentioned:
    """What a document mentions."""

    programs: tuple[Naming, ...] = ()
    """In the order of its facts."""
    bodies: tuple[str, ...] = ()
    """Names of bodies that issue programs or answer for tasks, as written."""
    issuers: tuple[tuple[Called, str], ...] = ()
    """Programs with the names of those who issue them."""
    gaps: tuple[Gap, ...] = ()

    @property
    def called(self) -> dict[str, Called]:
        """What each name of a program in it stands for: of two places' programs of one name, the last."""
        return _called(self.programs)


def mentioned(facts: DocumentFacts) -> Mentioned:
    """Return what a document mentions."""
    programs = tuple(_naming(fact) for fact in facts.facts if isinstance(fact, Program))
    called = _called(programs)
    issuers = (fact for fact in facts.facts if isinstance(fact, Issuer))
    return Mentioned(
        programs=programs,
        bodies=unique(name for fact in facts.facts for name in _bodies(fact)),
        issuers=tuple(dict.fromkeys((called[fact.program], fact.name) for fact in issuers if fact.program is not None)),
        gaps=tuple(_gaps(facts, called)),
    )


def _called(programs: Iterable[Naming]) -> dict[str, Called]:
    return {naming.name: naming.called for naming in programs}


def _naming(program: Program) -> Naming:
    aliases = (each for each in program.corrections if each.action == "alias")
    given = unique(change.after for each in aliases for change in each.changes if change.after)
    return Naming(program.jurisdiction, program.name, program.aliases, program.later_name, given, program.tier)


def _bodies(fact: Fact) -> tuple[str, ...]:
    if isinstance(fact, Issuer):
        return (fact.name,)
    return fact.responsible if isinstance(fact, Task) else ()


def _gaps(facts: DocumentFacts, called: Mapping[str, Called]) -> Iterator[Gap]:
    lost = [fact for fact in facts.facts if isinstance(fact, DeclaredCount) and fact.rule == "count-lost"]
    told = [fact for fact in facts.facts if isinstance(fact, Discrepancy) and fact.type == "lost_digits"]
    for count in lost:
        found = next((each for each in told if set(each.passages) & set(count.passages)), None)
        if found and count.program is not None and count.program in called:
            yield Gap(facts.document.id, called[count.program], count.of, found.passages)
