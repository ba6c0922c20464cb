"""How right the facts are: per kind, per document, per rule and over all."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from build_graph.evaluate.forms import KINDS
from build_graph.evaluate.identity import distinct
from build_graph.evaluate.judging import Judgement, judgements

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from build_graph.evaluate.forms import Fact
    from build_graph.evaluate.gold import Gold

NO_RULE: Final = "-"
"""The rule of a fact that names none."""


@dataclass(frozen=True, slots=True)
class Share:
    """So much of so many: ``right`` can have a fraction, where members are partly right."""

    right: float
    of: int

    @property
    def share(self) -> float:
        """From 0 to 1; 1 of nothing."""
        return self.right / self.of if self.of else 1.0


@dataclass(frozen=True, slots=True)
class Tally:
    """What became of the facts of a kind, a document, a rule or of all."""

    right: int
    """True positives: facts that match required gold."""
    wrong: int
    """False positives, forbidden ones included."""
    missed: int
    """False negatives: required facts of gold that were not found."""
    ignored: int
    """Facts scored neither way: they match optional gold only, or lie in a neutral stretch."""
    forbidden: int
    """Facts that break a rule of ``must_not``."""
    located: int
    """Right facts with a passage where the gold has a quote."""
    optional: Share
    """Facts of gold that are optional, and how many of them were found."""
    attributes: Mapping[str, Share]
    """Of the right facts: how often each attribute was right, where the gold judges it."""
    goal_kinds: Mapping[str, Share]
    """Goals of gold, optional ones too, by their kind, and how many were found."""

    @property
    def made(self) -> int:
        """How many distinct facts were judged or ignored."""
        return self.right + self.wrong + self.ignored

    @property
    def precision(self) -> float:
        """The share of right facts among those that count; without any, 1 if none was asked for."""
        made = self.right + self.wrong
        return self.right / made if made else float(not self.missed)

    @property
    def recall(self) -> float:
        """The share of required facts that were found; without any, 1 if none was made up."""
        asked = self.right + self.missed
        return self.right / asked if asked else float(not self.wrong)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 1 if there is nothing to find and nothing was found."""
        whole = 2 * self.right + self.wrong + self.missed
        return 2 * self.right / whole if whole else 1.0


@dataclass(frozen=True, slots=True)
class Passages:
    """Whether the passages of the facts stand where they say."""

    valid: int
    of: int
    facts_without: int
    """Facts that have no passage at all."""


@dataclass(frozen=True, slots=True)
class Scores:
    """The figures of an evaluation, and every judgement that they count."""

    kinds: Mapping[str, Tally]
    micro: Tally
    documents: Mapping[str, Tally]
    rules: Mapping[tuple[str, str], Tally]
    """By rule and kind, for the rules that made facts."""
    macro_documents_f1: float
    """Mean of the documents' F1."""
    macro_kinds_f1: float
    """Mean of the F1 of the kinds that the gold asks for."""
    duplicates: int
    """Facts that repeat another one of their document; they are counted once."""
    unknown: tuple[str, ...]
    """Documents of facts for which there is no gold."""
    passages: Passages | None
    """None if the texts are not at hand."""
    judgements: tuple[Judgement, ...]


def score(gold: Mapping[str, Gold], facts: Iterable[Fact], texts: Mapping[str, str] | None = None) -> Scores:
    """Judge facts in their JSON form by gold.

    Args:
        gold: the gold of each document, by its name without extension, as ``read_gold`` returns it.
        facts: of any of these documents; those of others are not judged.
        texts: the decoded documents by the same names, to check the passages.
    """
    offered = list(facts)
    by_document: dict[str, list[Fact]] = defaultdict(list)
    for fact in offered:
        by_document[document_name(fact["document"], gold)].append(fact)
    kept = {name: distinct(by_document.get(name, [])) for name in gold}
    found = tuple(one for name, its in gold.items() for one in judgements(kept[name], its))
    kinds = _tallies(found, lambda one: one.kind, KINDS)
    documents = _tallies(found, lambda one: one.document, gold)
    return Scores(
        kinds=kinds,
        micro=_tally(found),
        documents=documents,
        rules=_rules(found),
        macro_documents_f1=_mean([tally.f1 for tally in documents.values()]),
        macro_kinds_f1=_mean([tally.f1 for tally in kinds.values() if tally.right + tally.missed]),
        duplicates=sum(len(by_document.get(name, ())) - len(kept[name]) for name in gold),
        unknown=tuple(sorted(set(by_document) - set(gold))),
        passages=_passages(offered, texts) if texts is not None else None,
        judgements=found,
    )


def document_name(written: str, known: Mapping[str, object]) -> str:
    """Return the name under which a document is known: of ``a/02.txt`` it is ``02``, unless ``02.txt`` is known."""
    name = written.replace("\\", "/").rsplit("/", 1)[-1]
    while name not in known and "." in name:
        name = name.rpartition(".")[0]
    return name


def _rules(found: Sequence[Judgement]) -> dict[tuple[str, str], Tally]:
    made = [(one, (one.fact.get("rule") or NO_RULE, one.kind)) for one in found if one.fact is not None]
    parts: dict[tuple[str, str], list[Judgement]] = {key: [] for key in sorted({key for _, key in made})}
    for one, key in made:
        parts[key].append(one)
    return {key: _tally(part) for key, part in parts.items()}


def _tallies(found: Sequence[Judgement], key: Callable[[Judgement], str], keys: Iterable[str]) -> dict[str, Tally]:
    parts: dict[str, list[Judgement]] = {one: [] for one in keys}
    for one in found:
        parts[key(one)].append(one)
    return {name: _tally(part) for name, part in parts.items()}


def _tally(found: Sequence[Judgement]) -> Tally:
    number: dict[str, int] = defaultdict(int)
    for one in found:
        number[one.outcome] += 1
    return Tally(
        right=number["right"],
        wrong=number["wrong"] + number["forbidden"],
        missed=number["missed"],
        ignored=number["ignored"],
        forbidden=number["forbidden"],
        located=sum(one.located for one in found),
        optional=Share(number["optional found"], number["optional found"] + number["optional missed"]),
        attributes=_shares((name, right) for one in found for name, right in one.attributes.items()),
        goal_kinds=_shares(
            (one.gold["goal_kind"], float(one.found))
            for one in found
            if one.gold is not None and one.outcome != "ignored" and one.gold.get("goal_kind")
        ),
    )


def _shares(parts: Iterable[tuple[str, float]]) -> dict[str, Share]:
    rights: dict[str, list[float]] = defaultdict(list)
    for name, right in parts:
        rights[name].append(right)
    return {name: Share(sum(each), len(each)) for name, each in sorted(rights.items())}


def _mean(numbers: Sequence[float]) -> float:
    return sum(numbers) / len(numbers) if numbers else 0.0


def stands(passage: Mapping[str, Any], text: str) -> bool:
    """Return whether a passage or a quote stands in a text where it says."""
    start, end = passage["start"], passage["end"]
    return bool(0 <= start < end <= len(text) and text[start:end] == passage["exact"])


def _passages(facts: Iterable[Fact], texts: Mapping[str, str]) -> Passages:
    known = [(fact, texts[name]) for fact in facts if (name := document_name(fact["document"], texts)) in texts]
    cited: list[tuple[Mapping[str, Any], str]] = [(p, text) for fact, text in known for p in fact.get("passages") or ()]
    return Passages(
        valid=sum(stands(passage, text) for passage, text in cited),
        of=len(cited),
        facts_without=sum(not fact.get("passages") for fact, _ in known),
    )
