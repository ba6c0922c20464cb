"""What a person should look at: facts, and names that became none, with the reasons for doubt."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from build_graph.correct.attributes import words_of
from build_graph.correct.page import Page
from build_graph.extract.concerns import concerned
from build_graph.extract.units import NOT_RESOLVED
from build_graph.model import KINDS, Discrepancy, Goal, PilotUnit
from build_graph.tables import table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from build_graph.model import Document, DocumentFacts, Fact, Ignored, Passage
    from build_graph.places import Gazetteer


@dataclass(frozen=True, slots=True)
class Doubt:
    """A fact to look at, or a name that became none."""

    document: Document
    kind: str
    words: str
    """By which the fact goes; the name as repaired where there is no fact."""
    passage: Passage
    reasons: tuple[str, ...]
    weight: int
    """The sum of the weights of its reasons: more is more doubtful."""
    fact: Fact | None = field(default=None, repr=False)
    """None for a name of a place that was resolved to no one place."""


def doubts(documents: Iterable[DocumentFacts], gazetteer: Gazetteer) -> tuple[Doubt, ...]:
    """Return what is doubtful in documents, the most doubtful first, then in the order of documents and passages.

    What a person has corrected, confirmed or rejected is not listed again.
    """
    found = [doubt for facts in documents for doubt in _of_document(facts, gazetteer)]
    return tuple(
        sorted(found, key=lambda doubt: (-doubt.weight, doubt.document.id, doubt.passage, doubt.kind, doubt.words))
    )


def _of_document(facts: DocumentFacts, gazetteer: Gazetteer) -> Iterator[Doubt]:
    page = Page(facts.document, gazetteer)
    noticed = _discrepancies(facts)
    for fact in facts.listed:
        if fact.corrections:
            continue
        reasons = [*noticed.get(id(fact), ()), *_of_fact(fact, page)]
        if reasons:
            yield Doubt(
                document=facts.document,
                kind=KINDS[type(fact)],
                words=words_of(fact),
                passage=next((passage for passage in fact.passages if passage.guessed), fact.passages[0]),
                reasons=tuple(dict.fromkeys(_told(key, detail) for key, detail in reasons)),
                weight=sum(_weight(key) for key in dict.fromkeys(key for key, _ in reasons)),
                fact=fact,
            )
    settled = {(each.passage.start, each.passage.end) for each in facts.corrections}
    for left in facts.ignored:
        if left.reason == NOT_RESOLVED and (left.start, left.end) not in settled:
            yield _unresolved(left, page)


_Reason = tuple[str, str]
"""What was noticed (a row of one of the tables), and the case in words."""


def _discrepancies(facts: DocumentFacts) -> dict[int, list[_Reason]]:
    """The reasons that discrepancies give, by the identity of the fact: what they concern, else themselves."""
    found: dict[int, list[_Reason]] = defaultdict(list)
    for doubt in (fact for fact in facts.facts if isinstance(fact, Discrepancy) and not fact.corrections):
        detail = f"it states {doubt.stated or 'nothing'}"
        detail += f", but {doubt.expected} is to be expected" if doubt.expected else ""
        facts_in_doubt = list(concerned(doubt, facts.facts)) or [doubt]
        for fact in facts_in_doubt:
            found[id(fact)].append((doubt.type.replace("_", "-"), detail))
    return found


def _of_fact(fact: Fact, page: Page) -> Iterator[_Reason]:
    if any(passage.guessed for passage in fact.passages):
        yield "repaired-by-guess", ""
    if isinstance(fact, PilotUnit) and fact.stated_province is None:
        yield from _ambiguous(fact, page)
    if isinstance(fact, Goal) and fact.deadline_inferred:
        yield "deadline-inferred", ""
    if any(row["rule"] == fact.rule for row in table(__package__, "doubtful_rules")):
        yield fact.rule, ""


def _ambiguous(unit: PilotUnit, page: Page) -> Iterator[_Reason]:
    """A name that several places have today, and that only the date or the level of the list decides."""
    written = page.clean(unit.passages[0])
    alone = page.names.resolution(written)
    if alone.place is None or alone.place.key != unit.place:
        yield (
            "place-ambiguous",
            f"{written} was read as {unit.name}, but the name alone does not say so: {alone.reason}",
        )


def _unresolved(left: Ignored, page: Page) -> Doubt:
    words = page.document.text[left.start : left.end]
    passage = page.passage(left.start, words)
    name = page.clean(passage)
    detail = page.names.resolution(name).reason
    return Doubt(
        document=page.document,
        kind=KINDS[PilotUnit],
        words=name or words,
        passage=passage,
        reasons=(_told("name-not-resolved", detail),),
        weight=_weight("name-not-resolved"),
    )


def _told(key: str, detail: str) -> str:
    return _row(key)["reason"].replace("{detail}", detail)


def _weight(key: str) -> int:
    return int(_row(key)["weight"])


def _row(key: str) -> dict[str, str]:
    """The row of what was noticed: in general, or by a doubtful rule."""
    rows = {row["doubt"]: row for row in table(__package__, "doubts")}
    rows |= {row["rule"]: row for row in table(__package__, "doubtful_rules")}
    return dict(rows[key])
