"""Scores as text for a person: a table of kinds, a card of rules, and what was wrong or missed."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from build_graph.evaluate.forms import KINDS
from build_graph.evaluate.identity import words
from build_graph.evaluate.scores import NO_RULE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from build_graph.evaluate.forms import Fact
    from build_graph.evaluate.judging import Judgement
    from build_graph.evaluate.scores import Scores, Tally

_SHOWN: Final = ("wrong", "forbidden", "missed")
_KIND_WIDTH: Final = 1 + max(map(len, (*KINDS, "all kinds")))


def kinds_table(scores: Scores) -> str:
    """Return the figures per kind and over all, as lines of text."""
    head = ("kind".ljust(_KIND_WIDTH), *("TP", "FP", "FN"), *("P", "R", "F1"), " attributes")
    lines = ["{}{:>5}{:>5}{:>5}{:>7}{:>7}{:>7} {}".format(*head)]
    for kind, tally in scores.kinds.items():
        if tally.made + tally.missed + tally.optional.of:
            lines.append(f"{_row(kind, tally)}  {_notes(tally)}".rstrip())
    lines.append(_row("all kinds", scores.micro))
    lines.append(
        f"mean F1 of {_counted(len(scores.documents), 'document')} {scores.macro_documents_f1:.3f}, "
        f"of the kinds {scores.macro_kinds_f1:.3f}"
    )
    if scores.passages:
        lines.append(
            f"passages {scores.passages.valid} of {scores.passages.of} valid, "
            f"{_counted(scores.passages.facts_without, 'fact')} without one"
        )
    if scores.duplicates:
        lines.append(f"{_counted(scores.duplicates, 'fact')} said twice, counted once")
    if scores.unknown:
        lines.append(f"no gold for {', '.join(scores.unknown)}")
    return "\n".join(lines) + "\n"


def _row(name: str, tally: Tally) -> str:
    counts = f"{tally.right:>5}{tally.wrong:>5}{tally.missed:>5}"
    return f"{name:{_KIND_WIDTH}}{counts}{tally.precision:>7.3f}{tally.recall:>7.3f}{tally.f1:>7.3f}"


def _notes(tally: Tally) -> str:
    """How often the attributes are right, and what was scored neither way."""
    notes = [f"{name} {share.share:.2f}/{share.of}" for name, share in tally.attributes.items()]
    if tally.forbidden:
        notes.append(f"forbidden {tally.forbidden}")
    if tally.optional.of:
        notes.append(f"optional {tally.optional.right:g}/{tally.optional.of}")
    notes += [f"{name}s {share.right:g}/{share.of}" for name, share in tally.goal_kinds.items()]
    return "  ".join(notes)


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def rules_table(scores: Scores) -> str:
    """Return how often each rule was right, the rules with the most mistakes first."""
    if not scores.rules:
        return "no facts, so there are no rules to judge\n"
    width = 2 + max(len("rule"), *(len(rule) for rule, _ in scores.rules))
    head = f"{'rule':{width}}{'kind':{_KIND_WIDTH}}{'facts':>6}{'right':>6}{'wrong':>6}{'ignored':>8}{'precision':>10}"
    ranked = sorted(scores.rules.items(), key=lambda item: (-item[1].wrong, item[1].precision, item[0]))
    rows = [
        f"{rule:{width}}{kind:{_KIND_WIDTH}}{tally.made:>6}{tally.right:>6}{tally.wrong:>6}{tally.ignored:>8}"
        f"{f'{tally.precision:.3f}' if tally.right + tally.wrong else '-':>10}"
        for (rule, kind), tally in ranked
    ]
    return "\n".join([head, *rows]) + "\n"


def shown(scores: Scores, kind: str) -> str:
    """Return the wrong and missed facts of a kind, or of ``all``, document by document, with their words."""
    chosen = [one for one in scores.judgements if kind in ("all", one.kind)]
    lines: list[str] = []
    for document, its in groupby(chosen, key=lambda one: one.document):
        told = [line for one in its for line in _told(one)]
        if told:
            lines += [document, *told]
    return "\n".join(lines) + "\n" if lines else "nothing was wrong or missed\n"


def _told(one: Judgement) -> Iterator[str]:
    if one.outcome in _SHOWN:
        fact = one.fact if one.fact is not None else one.gold or {}
        rule = f"  [{one.fact.get('rule') or NO_RULE}]" if one.fact is not None else ""
        yield f"  {one.outcome:10}{one.kind:{_KIND_WIDTH}}{_words(fact)}{_places(fact)}{rule}"
    for name, right in one.attributes.items():
        if right < 1 and one.fact is not None and one.gold is not None:
            got, wanted = one.fact.get(name), one.gold.get(name)
            yield f"  {'attribute':10}{one.kind:{_KIND_WIDTH}}{_words(one.fact)}: {name} {got!r} instead of {wanted!r}"


def _words(fact: Fact) -> str:
    """The words of a fact, on one line."""
    value = f" {fact['value']}" if fact["kind"] == "declared_count" else ""
    return " ".join(" / ".join(dict.fromkeys(words(fact))).split()) + value


def _places(fact: Fact) -> str:
    passages: Sequence[Fact] = fact.get("passages") or fact.get("quotes") or ()
    return "  " + ", ".join("{start}-{end}".format(**passage) for passage in passages) if passages else ""
