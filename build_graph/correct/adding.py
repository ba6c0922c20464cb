"""A missing fact: what a person says stands on the words of a passage."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from build_graph.correct.attributes import NAMED_BY
from build_graph.correct.errors import Mistaken, Stale
from build_graph.correct.matching import passage_changed, short
from build_graph.correct.setting import with_settings
from build_graph.extract.privacy import holds_personal_data
from build_graph.model import (
    KINDS,
    Condition,
    Consortium,
    DeclaredCount,
    Discrepancy,
    Fact,
    Goal,
    Issuer,
    PilotUnit,
    PolicyDocument,
    Program,
    Task,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from build_graph.correct.entry import Entry, Setting
    from build_graph.correct.page import Page
    from build_graph.correct.setting import Surroundings
    from build_graph.model import Passage

RULE: Final = "added-by-hand"
_CLASSES: Final = {kind: fact for fact, kind in KINDS.items()}
_QUOTATION: Final = "“”‘’《》〈〉「」\"' "


def added(entry: Entry, around: Surroundings) -> Fact:
    """Return the fact that an entry adds.

    Its name or text is the passage, repaired, unless the entry sets it; its program is the document's only one,
    unless the entry names one.

    Raises:
        Stale: if the words do not stand in the document.
        Mistaken: if they stand in it more than once, or the entry does not say enough.
    """
    passage = _passage(entry, around.page)
    kind = _CLASSES[entry.kind]
    words = around.page.clean(passage).strip(_QUOTATION)
    settings = dict(entry.settings)
    if kind is not Program and "program" not in settings:
        settings["program"] = _only_program(entry, around)
    if not words and NAMED_BY[kind] not in settings:
        raise Mistaken(f"nothing of {short(passage.exact)} can be read: write {NAMED_BY[kind]} into set")
    if kind is Goal and "goal_kind" not in settings:
        dated = settings.get("deadline") is not None or settings.get("value") is not None
        settings["goal_kind"] = "target" if dated else "qualitative"
    return with_settings(_BLANK[kind](" ".join(words.split()), passage), settings, around)


def _passage(entry: Entry, page: Page) -> Passage:
    quote = entry.quote
    positions = page.positions(quote.exact)
    if not positions:
        raise passage_changed(quote, page)
    if holds_personal_data(quote.exact):
        raise Mistaken("the passage holds a telephone number or an address, which is never published; quote less")
    start = page.start(quote)
    if quote.occurrence is not None and start is None:
        raise Stale(f"{short(quote.exact)} stands in {page.document.name} only {len(positions)} times")
    if len(positions) == 1:
        start = positions[0]
    if start not in positions:
        at = ", ".join(map(str, positions[:5])) + (" …" if len(positions) > 5 else "")
        raise Mistaken(
            f"{short(quote.exact)} stands in {page.document.name} {len(positions)} times (at {at}): "
            "say which with occurrence: 1, 2 … in passage"
        )
    return page.passage(start, quote.exact)


def _only_program(entry: Entry, around: Surroundings) -> str:
    names = sorted(set(around.programs.values()))
    if len(names) == 1:
        return names[0]
    if not names:
        raise Mistaken(f"the document has no program that the {entry.kind} can belong to: add one, with kind: program")
    raise Mistaken(f"the document has {len(names)} programs: set program to one of {', '.join(names)}")


def _unit(words: str, passage: Passage) -> Fact:
    return PilotUnit(
        as_written=passage.exact, name=words, code=None, level="other", province=None, stated_province=None,
        passages=(passage,), rule=RULE,
    )  # fmt: skip


_BLANK: Final[Mapping[type[Fact], Callable[[str, Passage], Fact]]] = {
    Program: lambda words, passage: Program(name=words, passages=(passage,), rule=RULE),
    Issuer: lambda words, passage: Issuer(name=words, as_written=passage.exact, passages=(passage,), rule=RULE),
    PilotUnit: _unit,
    Goal: lambda words, passage: Goal(text=words, passages=(passage,), rule=RULE),
    Condition: lambda words, passage: Condition(text=words, passages=(passage,), rule=RULE),
    Task: lambda words, passage: Task(text=words, passages=(passage,), rule=RULE),
    DeclaredCount: lambda words, passage: DeclaredCount(of=words, value=None, passages=(passage,), rule=RULE),
    Consortium: lambda words, passage: Consortium(name=words, passages=(passage,), rule=RULE),
    PolicyDocument: lambda words, passage: PolicyDocument(title=words, passages=(passage,), rule=RULE),
    Discrepancy: lambda words, passage: Discrepancy(type="other", stated=words, passages=(passage,), rule=RULE),
}
"""Class -> a fact of it that says nothing but its words."""


def set_by(entry: Entry, fact: Fact) -> Mapping[str, Setting]:
    """Return what an added fact must agree in with one that is there already: what was set, and its words."""
    name = NAMED_BY[type(fact)]
    return {attribute: getattr(fact, attribute) for attribute in {*entry.settings, name, "program"}}
