"""What a person can do about a fact: correct it, name its program, confirm it, reject it, add it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, cast

from build_graph.correct.adding import added, set_by
from build_graph.correct.attributes import words_of, written
from build_graph.correct.errors import Mistaken, Unneeded
from build_graph.correct.matching import matching, short
from build_graph.correct.setting import with_settings
from build_graph.extract.concerns import concerned
from build_graph.extract.units import NOT_RESOLVED
from build_graph.model import KINDS, Change, Correction, Discrepancy, PilotUnit, Program, Task

if TYPE_CHECKING:
    from collections.abc import Sequence

    from build_graph.correct.bench import Bench, Slot
    from build_graph.correct.entry import Entry
    from build_graph.model import Fact, Ignored, Passage

_FOLLOWING: Final = ("name", "code", "level", "province", "comparator")
"""Attributes that follow from others; their changes are told too."""
_DECIDING: Final = ("correct", "reject")


class Actions:
    """Applies one entry after the other to the facts on a bench."""

    def __init__(self, bench: Bench, ignored: Sequence[Ignored]) -> None:
        """Take the bench, and what was left out of the document."""
        self._bench = bench
        self._unresolved = [left for left in ignored if left.reason == NOT_RESOLVED]
        self._decided: list[Slot] = []
        """Facts that were corrected or rejected."""

    def do(self, entry: Entry) -> str:
        """Apply an entry and return what was done; raises NotApplied."""
        return {
            "add": self._add,
            "correct": self._correct,
            "alias": self._alias,
            "confirm": self._confirm,
            "reject": self._reject,
        }[entry.action](entry)

    def settle_doubts(self) -> None:
        """Let a discrepancy go with the last fact that it concerned, or when its unit's provinces agree.

        One that a person confirmed or corrected stays.
        """
        for slot in self._bench.slots:
            doubt = slot.original
            if isinstance(doubt, Discrepancy) and slot.now is not None and not slot.settled:
                in_doubt = list(concerned(doubt, self._bench.originals))
                decided = [each for each in self._decided if any(each.original is fact for fact in in_doubt)]
                if decided and not any(map(self._in_doubt, in_doubt)):
                    _with_it(decided[0], _gone([slot]))

    def _found(self, entry: Entry) -> tuple[Slot, Fact]:
        """The slot of the fact that an entry means, and the fact as it was read."""
        index = matching(entry, self._bench.originals, self._bench.page)
        return self._bench.slots[index], self._bench.originals[index]

    def _correct(self, entry: Entry) -> str:
        slot, original = self._found(entry)
        before = slot.now or original
        _agree(slot, entry)
        slot.now = with_settings(before, entry.settings, self._bench.around)
        changes = _changes(before, slot.now, entry)
        if not changes:
            raise Unneeded(f"the {entry.kind} {words_of(before)} is read so by now")
        slot.settled |= dict.fromkeys(entry.settings, entry)
        slot.corrections.append(self._said(entry, original, changes))
        self._decided.append(slot)
        told = ", ".join(f"{each.attribute} {each.before or 'nothing'} → {each.after or 'nothing'}" for each in changes)
        return f"{entry.kind} {words_of(original)}: {told}"

    def _alias(self, entry: Entry) -> str:
        slot, original = self._found(entry)
        program = cast("Program", slot.now or original)
        names = cast("tuple[str, ...]", entry.settings["alias"])
        new = [name for name in names if name not in {program.name, *program.aliases}]
        if not new:
            raise Unneeded(f"the program {program.name} has this name by now")
        slot.now = replace(program, aliases=(*program.aliases, *new))
        slot.settled["alias"] = entry
        slot.corrections.append(self._said(entry, original, tuple(Change("alias", None, name) for name in new)))
        return f"program {words_of(original)}: alias {', '.join(new)}"

    def _confirm(self, entry: Entry) -> str:
        slot, original = self._found(entry)
        _once(slot, entry)
        slot.corrections.append(self._said(entry, original))
        return f"{entry.kind} {words_of(original)}: confirmed"

    def _reject(self, entry: Entry) -> str:
        try:
            slot, original = self._found(entry)
        except Unneeded:
            return self._reject_name(entry)
        others = {other.where for name, other in slot.settled.items() if name != "reject"}
        if others:
            raise Mistaken(f"it rejects what {min(others)} corrects or confirms; keep one of the two")
        _once(slot, entry)
        taken = _gone(self._belonging(slot.now)) if isinstance(slot.now, Program) else ()
        slot.corrections.append(self._said(entry, original, taken))
        slot.now = None
        self._decided.append(slot)
        with_it = f", and what belongs to it ({len(taken)})" if taken else ""
        return f"{entry.kind} {words_of(original)}: rejected{with_it}"

    def _belonging(self, program: Program) -> list[Slot]:
        """What goes with a rejected program; nothing if another one took its name: the facts are of that one."""
        named = [slot for slot in self._bench.slots if isinstance(slot.now, Program) and slot.now.name == program.name]
        if len(named) > 1:
            return []
        return [slot for slot in self._bench.slots if slot.now is not None and slot.now.program == program.name]

    def _in_doubt(self, fact: Fact) -> bool:
        now = next(slot.now for slot in self._bench.slots if slot.original is fact)
        if isinstance(now, PilotUnit):
            return now.stated_province not in {None, now.province}
        return now is not None

    def _reject_name(self, entry: Entry) -> str:
        """A name that was resolved to no place, and that a person says is no unit: nothing to take away, but said."""
        words, page = entry.quote.exact, self._bench.page
        for left in self._unresolved:
            if page.document.text[left.start : left.end] == words and page.start(entry.quote) in {None, left.start}:
                self._bench.apart.append(_made(entry, entry.fact or words, page.passage(left.start, words)))
                return f"{entry.kind} {short(words)}: rejected, as it was read"
        raise Unneeded(f"no {entry.kind} stands on {short(words)} any more")

    def _add(self, entry: Entry) -> str:
        fact = added(entry, self._bench.around)
        same = set_by(entry, fact)
        for slot in self._bench.slots:
            if slot.now is None or type(slot.now) is not type(fact) or not _meet(slot.now, fact):
                continue
            if all(getattr(slot.now, name) == value for name, value in same.items()):
                raise Unneeded(f"the {entry.kind} {words_of(fact)} is read there by now")
            if words_of(slot.now) == words_of(fact) and slot.now.program == fact.program:
                told = f"the {entry.kind} {words_of(fact)} stands there with other values"
                raise Mistaken(f"{told}: write action: correct")
        self._bench.add(fact, entry).corrections.append(_made(entry, words_of(fact), fact.passages[0]))
        return f"{entry.kind} {words_of(fact)}: added"

    def _said(self, entry: Entry, fact: Fact, changes: tuple[Change, ...] = ()) -> Correction:
        """The correction of a fact: it rests on the passage that the entry quotes."""
        quoted = [passage for passage in fact.passages if passage.exact == entry.quote.exact]
        start = self._bench.page.start(entry.quote)
        passage = next((each for each in quoted if each.start == start), quoted[0])
        return _made(entry, words_of(fact), passage, changes)


def _made(entry: Entry, fact: str, passage: Passage, changes: tuple[Change, ...] = ()) -> Correction:
    return Correction(
        action=entry.action,
        kind=entry.kind,
        fact=fact,
        passage=passage,
        who=entry.who,
        why=entry.why,
        date=entry.date,
        changes=changes,
    )


def _changes(before: Fact, after: Fact, entry: Entry) -> tuple[Change, ...]:
    """What differs: the attributes that were set, then those that follow from them."""
    names = dict.fromkeys((*entry.settings, *_FOLLOWING))
    pairs = ((name, getattr(before, name, None), getattr(after, name, None)) for name in names)
    return tuple(Change(name, written(old), written(new)) for name, old, new in pairs if old != new)


def _gone(slots: Sequence[Slot]) -> tuple[Change, ...]:
    """Take facts away that go with another one; return what is told of it: their kinds, and the words they went by."""
    found = [slot.now for slot in slots if slot.now is not None]
    for slot in slots:
        slot.now = None
    listed = (fact for fact in found if not (isinstance(fact, Task) and fact.is_heading))
    return tuple(Change(KINDS[type(fact)], words_of(fact), None) for fact in listed)


def _with_it(slot: Slot, gone: tuple[Change, ...]) -> None:
    """Tell in the correction of a fact what went with it: no person decided about that."""
    at = next(i for i, each in enumerate(slot.corrections) if each.action in _DECIDING)
    slot.corrections[at] = replace(slot.corrections[at], changes=(*slot.corrections[at].changes, *gone))


def _agree(slot: Slot, entry: Entry) -> None:
    """Two entries may correct one fact, but not the same attribute in two ways."""
    for name, value in entry.settings.items():
        other = slot.settled.get(name)
        if other is not None and other.settings[name] != value:
            raise Mistaken(f"{other.where} sets {name} to {written(other.settings[name])}; keep one of the two")


def _once(slot: Slot, entry: Entry) -> None:
    if entry.action in slot.settled:
        raise Unneeded(f"{slot.settled[entry.action].where} says the same")
    slot.settled[entry.action] = entry


def _meet(one: Fact, other: Fact) -> bool:
    return any(a.start < b.end and b.start < a.end for a in one.passages for b in other.passages)
