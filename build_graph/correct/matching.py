"""Which fact an entry means: the one of its kind that stands on its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_graph.correct.attributes import words_of
from build_graph.correct.errors import Mistaken, Stale, Unneeded
from build_graph.model import KINDS, PilotUnit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from build_graph.correct.entry import Entry, Quote, Setting
    from build_graph.correct.page import Page
    from build_graph.model import Fact, Passage


def matching(entry: Entry, facts: Sequence[Fact], page: Page) -> int:
    """Return the index of the fact that an entry means.

    Raises:
        Stale: if the words no longer stand in the document, or nothing of the kind stands on them.
        Unneeded: if the reading is by now what the entry asks for.
        Mistaken: if several facts may be meant.
    """
    if not page.positions(entry.quote.exact):
        raise passage_changed(entry.quote, page)
    of_kind = [i for i, fact in enumerate(facts) if KINDS[type(fact)] == entry.kind]
    here = [i for i in of_kind if _stands_on(facts[i], entry.quote.exact)]
    found = _narrowed(entry, here, facts, page)
    if not found:
        raise _not_found(entry, here, of_kind, facts, page)
    if len(found) > 1:
        raise Mistaken(_ambiguous(entry, [facts[i] for i in found]))
    return found[0]


def passage_changed(quote: Quote, page: Page) -> Stale:
    """Return what is told of words that do not stand in the document."""
    bare = quote.exact.strip()
    advice = "; it does without the blanks at its ends" if bare != quote.exact and page.positions(bare) else ""
    return Stale(f"the passage has changed: {short(quote.exact)} does not stand in {page.document.name}{advice}")


def _stands_on(fact: Fact, words: str) -> bool:
    return any(passage.exact == words for passage in fact.passages)


def _narrowed(entry: Entry, here: list[int], facts: Sequence[Fact], page: Page) -> list[int]:
    """The words of the fact must agree; its program and its position decide only where they leave several."""
    found = here
    if entry.fact is not None:
        wanted = entry.fact
        found = [i for i in found if words_of(facts[i]) == wanted] or [i for i in found if wanted in words_of(facts[i])]
    if len(found) > 1 and entry.program is not None:
        found = [i for i in found if facts[i].program == entry.program] or found
    start = page.start(entry.quote)
    if start is not None:
        found = [i for i in found if any(passage.start == start for passage in facts[i].passages)] or found
    return found


def _not_found(
    entry: Entry, here: list[int], of_kind: list[int], facts: Sequence[Fact], page: Page
) -> Stale | Unneeded:
    overlapping = [p.exact for i in of_kind for p in facts[i].passages if _overlaps(p, entry.quote.exact, page)]
    if entry.action == "reject" and (here or not overlapping):
        return Unneeded(f"no {entry.kind}{_called(entry)} stands on {short(entry.quote.exact)} any more")
    if entry.action == "correct" and any(has(facts[i], entry) for i in here):
        return Unneeded(f"the {entry.kind} on {short(entry.quote.exact)} is read so by now")
    if here:
        there = "; ".join(_shown(facts[i]) for i in here)
        return Stale(f"no {entry.kind}{_called(entry)} stands on {short(entry.quote.exact)} any more, but {there}")
    advice = f"; one stands on {short(overlapping[0])}: copy its words" if overlapping else ""
    return Stale(f"no {entry.kind} stands on {short(entry.quote.exact)}{advice}")


def _overlaps(passage: Passage, words: str, page: Page) -> bool:
    return any(start < passage.end and passage.start < start + len(words) for start in page.positions(words))


def has(fact: Fact, entry: Entry) -> bool:
    """Tell whether a fact has all the values that an entry sets."""
    return all(_equal(fact, name, value) for name, value in entry.settings.items())


def _equal(fact: Fact, name: str, value: Setting) -> bool:
    """The name of a unit may be given without the divisions above it."""
    read = getattr(fact, name)
    return bool(read == value or (isinstance(fact, PilotUnit) and name == "name" and read.endswith(str(value))))


def _ambiguous(entry: Entry, candidates: Sequence[Fact]) -> str:
    several = "; ".join(_shown(fact) for fact in candidates)
    if len({words_of(fact) for fact in candidates}) > 1:
        advice = "say which with fact: and its words"
    elif len({fact.program for fact in candidates}) > 1:
        advice = "say which with program:"
    else:
        advice = "say which with start: in passage, as passage: {exact: …, start: …}"
    return f"{len(candidates)} facts of the kind {entry.kind} stand on {short(entry.quote.exact)}: {several}. {advice}"


def _shown(fact: Fact) -> str:
    at = ", ".join(f"{passage.start}-{passage.end}" for passage in fact.passages[:3])
    program = f", program {fact.program}" if fact.program else ""
    return f"{words_of(fact)} (at {at}{program})"


def _called(entry: Entry) -> str:
    return f" {entry.fact}" if entry.fact else ""


def short(words: str, length: int = 40) -> str:
    """Return words in quotation marks, on one line and not too long."""
    line = " ".join(words.split())
    return f"“{line if len(line) <= length else line[:length] + '…'}”"
