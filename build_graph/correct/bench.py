"""The workbench: the facts of one document while entries are applied to them."""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from typing import TYPE_CHECKING

from build_graph.correct.setting import Surroundings
from build_graph.model import Fact, Program, Task

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping, Sequence

    from build_graph.correct.entry import Entry
    from build_graph.correct.page import Page
    from build_graph.model import Correction, Passage

_HOW_SAID = {"passages", "rule", "as_written", "corrections"}


@dataclass
class Slot:
    """One fact on the bench."""

    original: Fact | None
    """As the rules read it; None for one that a person added."""
    now: Fact | None
    """As it stands; None for one that was rejected."""
    corrections: list[Correction] = field(default_factory=list)
    settled: dict[str, Entry] = field(default_factory=dict)
    """Attribute -> the entry that set it. Rejecting, confirming and adding count as attributes too."""


class Bench:
    """The facts of one document; entries find them as they were read, whatever was changed before."""

    def __init__(self, facts: Sequence[Fact], page: Page) -> None:
        self.page = page
        self.originals = tuple(facts)
        self.slots = [Slot(fact, fact) for fact in facts]
        self.apart: list[Correction] = []
        """Corrections that concern no fact: a name that was read as none, and rightly so."""

    @property
    def around(self) -> Surroundings:
        """What facts can refer to as things stand."""
        programs: dict[str, str] = {}
        for slot in self.slots:
            if isinstance(slot.now, Program):
                for name in (*slot.now.aliases, *([slot.original.name] if isinstance(slot.original, Program) else [])):
                    programs.setdefault(name, slot.now.name)
        programs |= {slot.now.name: slot.now.name for slot in self.slots if isinstance(slot.now, Program)}
        tasks: dict[tuple[str | None, str], str | None] = {}
        for slot in self.slots:
            if isinstance(slot.now, Task):
                names = {slot.now.text, slot.original.text if isinstance(slot.original, Task) else slot.now.text}
                tasks |= {(slot.now.program, name): slot.now.parent for name in names}
        return Surroundings(self.page, programs, tasks)

    def add(self, fact: Fact, entry: Entry) -> Slot:
        """Put a fact on the bench that a person added."""
        slot = Slot(None, fact, settled={"add": entry})
        self.slots.append(slot)
        return slot

    def follow_programs(self) -> None:
        """Let facts follow the new names of their programs."""
        renamed = {
            slot.original.name: slot.now.name
            for slot in self.slots
            if isinstance(slot.original, Program) and isinstance(slot.now, Program)
        }
        for slot in self.slots:
            if slot.now and slot.now.program in renamed:
                slot.now = replace(slot.now, program=renamed[slot.now.program])

    def follow_parents(self) -> None:
        """Let tasks follow the new texts of their parents; what loses its parent goes to the one above it."""
        tasks = {
            (slot.original.program, slot.original.text): slot for slot in self.slots if isinstance(slot.original, Task)
        }
        present = {(slot.now.program, slot.now.text) for slot in self.slots if isinstance(slot.now, Task)}
        for slot in self.slots:
            if isinstance(slot.now, Task) and slot.now.parent is not None:
                program = slot.original.program if slot.original else slot.now.program
                parent = _surviving(tasks, program, slot.now.parent)
                slot.now = replace(slot.now, parent=parent if (slot.now.program, parent) in present else None)

    def facts(self) -> tuple[Fact, ...]:
        """Return the facts in the order of their first passages; what became the same fact is joined."""
        joined: dict[Hashable, Fact] = {}
        for number, slot in enumerate(self.slots):
            if slot.now is None:
                continue
            fact = replace(slot.now, corrections=tuple(slot.corrections)) if slot.corrections else slot.now
            key = _content(fact)
            if key in joined and (fact.corrections or joined[key].corrections):
                joined[key] = _join(joined[key], fact)
            else:
                joined[key if key not in joined else (key, number)] = fact
        return tuple(sorted(joined.values(), key=lambda fact: (fact.passages[0], type(fact).__name__)))


def _surviving(tasks: Mapping[tuple[str | None, str], Slot], program: str | None, parent: str) -> str | None:
    """The text of a parent as it stands; of the nearest task above it that was not rejected, if it was."""
    found: str | None = parent
    unseen = dict(tasks)
    while slot := unseen.pop((program, found or ""), None):
        if isinstance(slot.now, Task):
            return slot.now.text
        found = slot.original.parent if isinstance(slot.original, Task) else None
    return found


def _content(fact: Fact) -> Hashable:
    if isinstance(fact, Program):
        return Program, fact.name
    return (type(fact), *(getattr(fact, f.name) for f in fields(fact) if f.name not in _HOW_SAID))


def _join(one: Fact, other: Fact) -> Fact:
    passages: tuple[Passage, ...] = tuple(sorted({*one.passages, *other.passages}))
    both = replace(one, passages=passages, corrections=one.corrections + other.corrections)
    if isinstance(both, Program) and isinstance(other, Program):
        names = dict.fromkeys((*both.aliases, *other.aliases))
        return replace(both, aliases=tuple(name for name in names if name != both.name))
    return both
