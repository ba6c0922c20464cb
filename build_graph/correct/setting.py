"""Setting attributes of a fact, with what follows from them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, cast

from build_graph.correct.errors import Mistaken
from build_graph.correct.unit_places import placed
from build_graph.correct.values import near
from build_graph.model import Consortium, DeclaredCount, Discrepancy, Goal, PilotUnit, Program, Task

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from build_graph.correct.entry import Setting
    from build_graph.correct.page import Page
    from build_graph.model import Fact


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a corrected fact can refer to in its document."""

    page: Page
    programs: Mapping[str, str]
    """Every name of a program of the document -> its canonical name."""
    tasks: Mapping[tuple[str | None, str], str | None]
    """Program and text of each task -> the text of its parent."""

    def program(self, name: str) -> str:
        """Return the canonical name of a program; raises Mistaken if the document has none of this name."""
        if name in self.programs:
            return self.programs[name]
        if not self.programs:
            raise Mistaken(f"the document has no program {name!r}: add it first, with kind: program and action: add")
        raise Mistaken(f"the document has no program {name!r}: {near(name, sorted(set(self.programs.values())))}")


def with_settings(fact: Fact, settings: Mapping[str, Setting], around: Surroundings) -> Fact:
    """Return a fact with attributes set, and with what follows from them.

    Raises:
        Mistaken: if the values contradict each other, or name what the document or the gazetteer does not have.
    """
    known = {name: value for name, value in settings.items() if name != "program"}
    if isinstance(settings.get("program"), str):
        known["program"] = around.program(cast("str", settings["program"]))
    elif "program" in settings:
        known["program"] = None
    found = _set(fact, known, around)
    _check(found, known, around)
    if isinstance(fact, Task) and isinstance(found, Task) and found.parent is not None and "parent" in known:
        _check_parent(found, found.parent, around, {fact.text, found.text})
    return found


def _set(fact: Fact, settings: dict[str, Setting], around: Surroundings) -> Fact:
    if isinstance(fact, PilotUnit):
        return placed(fact, settings, around.page)
    values: dict[str, Any] = dict(settings)
    if isinstance(fact, Goal) and "deadline" in values:
        values["deadline_inferred"] = False
    if isinstance(fact, Goal | DeclaredCount):
        values |= _comparator(values)
    return replace(fact, **values)


def _comparator(values: Mapping[str, Any]) -> dict[str, Any]:
    """A range is compared as one, and what has no value is not compared."""
    if "value" not in values or "comparator" in values:
        return {}
    if values["value"] is None:
        return {"comparator": None}
    return {"comparator": "range"} if isinstance(values["value"], tuple) else {}


def _check(fact: Fact, settings: Collection[str], around: Surroundings) -> None:
    """What a person sets must agree; what the rules read is not questioned here."""
    if isinstance(fact, Goal | DeclaredCount) and not {"value", "comparator"}.isdisjoint(settings):
        _check_amount(fact)
    if isinstance(fact, Discrepancy):
        _check_discrepancy(fact)
    code = fact.jurisdiction if isinstance(fact, Program) else fact.county if isinstance(fact, Consortium) else None
    if code is not None:
        _check_code(code, around)


def _check_amount(fact: Goal | DeclaredCount) -> None:
    if fact.value is None and fact.comparator is not None:
        raise Mistaken(f"comparator {fact.comparator} compares nothing: set value too, or comparator: null")
    if (fact.comparator == "range") != isinstance(fact.value, tuple):
        raise Mistaken("a range has two ends and the comparator range: set value: [60, 70], or comparator too")
    if isinstance(fact, Goal) and fact.value is not None and fact.comparator is None:
        raise Mistaken("a goal with a value needs a comparator: set one of >=, <=, =, >, <")


def _check_parent(fact: Task, parent: str, around: Surroundings, called: Collection[str]) -> None:
    """A task stands below another one, and never below itself, by what it was or is called."""
    siblings = [text for program, text in around.tasks if program == fact.program and text not in called]
    if parent not in siblings:
        advice = near(parent, sorted(siblings)) if siblings else "add it first"
        raise Mistaken(f"its program has no task {parent!r} to be the parent: {advice}")
    above: str | None = parent
    for _ in siblings:
        above = around.tasks.get((fact.program, above or ""))
        if above in called:
            raise Mistaken(f"the task {parent} stands below {fact.text} itself")


def _check_discrepancy(fact: Discrepancy) -> None:
    if fact.type == "lost_digits" and fact.expected is not None:
        raise Mistaken("what was lost stays lost: leave expected out, and correct the count or goal instead")
    if fact.stated is not None and fact.stated == fact.expected:
        raise Mistaken("stated and expected are the same: where they agree there is no discrepancy")


def _check_code(code: str, around: Surroundings) -> None:
    try:
        around.page.gazetteer.place(code)
    except KeyError as error:
        raise Mistaken(f"no place has the code {code}; `reformgraph place NAME` shows codes") from error
