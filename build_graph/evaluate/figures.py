"""Scores as figures: plain JSON, and the measurements that are published with a graph."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from build_graph.emit.quality import Measurement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_graph.evaluate.judging import Judgement
    from build_graph.evaluate.scores import Scores, Share, Tally

_DECIMALS: Final = 4
"""More would promise more than a gold of some hundred facts can tell."""


def measurements(scores: Scores) -> Iterator[Measurement]:
    """Yield the accuracy of all facts, of each kind and of each rule, wherever something was judged."""
    yield from _accuracy(scores.micro, None)
    yield Measurement("judged-documents", len(scores.documents))
    for kind, tally in scores.kinds.items():
        if tally.right + tally.wrong + tally.missed:
            yield from _accuracy(tally, kind)
    for (rule, kind), tally in scores.rules.items():
        if tally.right + tally.wrong:
            yield Measurement("precision", _rounded(tally.precision), kind, rule)
            yield Measurement("judged-facts", tally.right + tally.wrong, kind, rule)


def _accuracy(tally: Tally, kind: str | None) -> Iterator[Measurement]:
    yield Measurement("precision", _rounded(tally.precision), kind)
    yield Measurement("recall", _rounded(tally.recall), kind)
    yield Measurement("f1", _rounded(tally.f1), kind)
    yield Measurement("judged-facts", tally.right + tally.wrong, kind)
    yield Measurement("required-facts", tally.right + tally.missed, kind)


def as_json(scores: Scores) -> dict[str, Any]:
    """Return all figures, and the judgements that are not right, as JSON."""
    passages = scores.passages
    return {
        "micro": _tally(scores.micro),
        "macro_documents_f1": _rounded(scores.macro_documents_f1),
        "macro_kinds_f1": _rounded(scores.macro_kinds_f1),
        "kinds": {kind: _tally(tally) for kind, tally in scores.kinds.items()},
        "documents": {name: _counts(tally) for name, tally in scores.documents.items()},
        "rules": [
            {"rule": rule, "kind": kind, "facts": tally.made, **_counts(tally)}
            for (rule, kind), tally in scores.rules.items()
        ],
        "passages": passages and {"valid": passages.valid, "of": passages.of, "facts_without": passages.facts_without},
        "duplicates": scores.duplicates,
        "unknown_documents": list(scores.unknown),
        "mistakes": [_mistake(one) for one in scores.judgements if _is_mistake(one)],
    }


def _counts(tally: Tally) -> dict[str, Any]:
    return {
        "right": tally.right,
        "wrong": tally.wrong,
        "missed": tally.missed,
        "ignored": tally.ignored,
        "forbidden": tally.forbidden,
        "precision": _rounded(tally.precision),
        "recall": _rounded(tally.recall),
        "f1": _rounded(tally.f1),
    }


def _tally(tally: Tally) -> dict[str, Any]:
    return {
        **_counts(tally),
        "located": tally.located,
        "optional": _share(tally.optional),
        "attributes": {name: _share(share) for name, share in tally.attributes.items()},
        "goal_kinds": {name: _share(share) for name, share in tally.goal_kinds.items()},
    }


def _share(share: Share) -> dict[str, float]:
    return {"right": _rounded(share.right), "of": share.of}


def _is_mistake(one: Judgement) -> bool:
    return one.outcome in {"wrong", "forbidden", "missed"} or any(right < 1 for right in one.attributes.values())


def _mistake(one: Judgement) -> dict[str, Any]:
    wrong = sorted(name for name, right in one.attributes.items() if right < 1)
    told = {"document": one.document, "kind": one.kind, "outcome": one.outcome, "attributes": wrong}
    return {**told, "fact": one.fact, "gold": one.gold}


def _rounded(number: float) -> float:
    return round(number, _DECIMALS)
