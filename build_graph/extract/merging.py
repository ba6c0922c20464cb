"""A fact said twice is one fact with two passages."""

from __future__ import annotations

from dataclasses import fields, replace
from operator import attrgetter
from typing import TYPE_CHECKING, TypeVar

from build_graph.model import KINDS, PilotUnit, Program
from build_graph.places import Gazetteer

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Sequence

    from build_graph.model import Fact, Passage

F = TypeVar("F", bound="Fact")
_HOW_SAID = {"passages", "rule", "as_written"}
_SAID = {kind: attrgetter(*(f.name for f in fields(kind) if f.name not in _HOW_SAID)) for kind in KINDS}
"""What takes from a fact, by its kind, all that is not about how and where it is said."""


def merged(facts: Iterable[F]) -> list[F]:
    """Join facts that differ only in how and where they are said; the first one's words stay.

    A place is one unit of a program, whatever the document calls it and wherever it says that it lies.
    """
    found: dict[Hashable, list[F]] = {}
    for fact in facts:
        found.setdefault((type(fact), *_identity(fact)), []).append(fact)
    return [_joined(same) for same in found.values()]


def united(some: tuple[Passage, ...], more: tuple[Passage, ...]) -> tuple[Passage, ...]:
    """Return the passages of both, each once, in order. What stands behind is put behind: nothing is sorted again."""
    return (*some, *more) if some[-1] < more[0] else tuple(sorted({*some, *more}))


def _identity(fact: Fact) -> tuple[Hashable, ...]:
    if isinstance(fact, PilotUnit):
        return fact.program, fact.name, fact.code
    said: tuple[Hashable, ...] = _SAID[type(fact)](fact)
    return said


def _joined(same: Sequence[F]) -> F:
    first = same[0]
    if len(same) == 1:
        return first
    first = replace(first, passages=tuple(sorted({passage for fact in same for passage in fact.passages})))
    if not isinstance(first, PilotUnit):
        return first
    units = [fact for fact in same if isinstance(fact, PilotUnit)]
    return replace(
        first,
        stated_province=next((unit.stated_province for unit in units if unit.stated_province), None),
        designation=_strongest([unit.designation for unit in units]),
    )


def _strongest(designations: Sequence[str]) -> str:
    """What is made says more than what is only proposed (拟试点县)."""
    said = [each for each in designations if each]
    made = [each for each in said if not each.startswith("拟")]
    if made or "" in designations:
        return next(iter(made), "")
    return next(iter(said), "")


def one_per_program(facts: Sequence[Fact]) -> list[Fact]:
    """Join the programs of one name and division that several stories of a page speak of.

    Programs of one name but of different divisions are two: those of a known division are named with it, and so are
    the programs of the facts of their stories.

    Args:
        facts: the facts of all stories, those of each story behind its programs.
    """
    shared = _of_many_divisions(facts)
    found: dict[Hashable, Fact] = {}
    named: dict[str | None, str] = {}
    for number, fact in enumerate(facts):
        if not isinstance(fact, Program):
            name = named.get(fact.program, fact.program)
            found[number] = fact if name == fact.program else replace(fact, program=name)
            continue
        program = _with_division(fact) if fact.name in shared else fact
        named[fact.name] = program.name
        first = found.get(program.name)
        found[program.name] = _both(first, program) if isinstance(first, Program) else program
    return list(found.values())


def _of_many_divisions(facts: Iterable[Fact]) -> set[str]:
    divisions: dict[str, set[str | None]] = {}
    for fact in facts:
        if isinstance(fact, Program):
            divisions.setdefault(fact.name, set()).add(fact.jurisdiction)
    return {name for name, keys in divisions.items() if len(keys) > 1}


def _with_division(program: Program) -> Program:
    """数字乡村试点 of 安徽省 is 安徽省数字乡村试点 beside that of 四川省."""
    if program.jurisdiction is None:
        return program
    gazetteer = Gazetteer.shipped()
    name = gazetteer.full_name(gazetteer.place(program.jurisdiction)) + program.name
    return replace(program, name=name, aliases=tuple(dict.fromkeys([program.name, *program.aliases])))


def _both(first: Program, other: Program) -> Program:
    """The first story's word counts where two stories differ; what only one of them says holds."""
    return replace(
        first,
        aliases=tuple(dict.fromkeys([*first.aliases, *other.aliases])),
        passages=tuple(sorted({*first.passages, *other.passages})),
        batches=tuple(dict.fromkeys([*first.batches, *other.batches])),
        areas=tuple(dict.fromkeys([*first.areas, *other.areas])),
        tier=first.tier or other.tier,
        later_name=first.later_name or other.later_name,
        event=first.event or other.event,
    )
