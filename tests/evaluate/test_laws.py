"""What holds for all facts and all gold."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from build_graph.evaluate import Gold, score
from build_graph.evaluate.forms import KINDS

WORDS = st.text("雨水花园试点管网建设普查地块云县柳区养护6080%", min_size=1, max_size=12)
SPANS = st.tuples(st.integers(0, 60), st.integers(1, 20)).map(lambda pair: (pair[0], pair[0] + pair[1]))
FORMS: dict[str, dict[str, st.SearchStrategy[Any]]] = {
    "program": {"name": WORDS, "aliases": st.lists(WORDS, max_size=2), "is_pilot": st.booleans()},
    "issuer": {"name": WORDS, "as_written": WORDS},
    "pilot_unit": {"name": WORDS, "as_written": WORDS, "code": st.sampled_from([None, "990121", "990122"])},
    "goal": {"text": WORDS, "value": st.sampled_from([None, 60, [60, 80]]), "unit": st.sampled_from([None, "%", "万元"])},
    "condition": {"text": WORDS, "ordinal": st.sampled_from([None, 1, 2])},
    "task": {"text": WORDS, "parent": st.none() | WORDS},
    "declared_count": {"of": WORDS, "value": st.sampled_from([None, 2, 3])},
    "consortium": {"name": st.none() | WORDS, "lead": st.none() | WORDS, "members": st.lists(WORDS, max_size=3)},
    "policy_document": {"title": WORDS, "number": st.sampled_from([None, "青水发〔2020〕3号"])},
    "discrepancy": {"type": st.sampled_from(["lost_digits", "other"]), "stated": st.none() | WORDS},
}  # fmt: skip
FACT = st.sampled_from(KINDS).flatmap(
    lambda kind: st.fixed_dictionaries(
        {"kind": st.just(kind), "program": st.none() | WORDS, **FORMS[kind], "at": SPANS}
    )
)
FACTS = st.lists(FACT, max_size=8)


def made(facts: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{"document": "a", "passages": [place(fact)], **fact} for fact in facts]


def gold_of(facts: list[dict[str, Any]]) -> dict[str, Gold]:
    return {"a": Gold("a", tuple({**fact, "quotes": [place(fact)]} for fact in facts))}


def place(fact: dict[str, Any]) -> dict[str, Any]:
    start, end = fact["at"]
    return {"start": start, "end": end, "exact": "雨" * (end - start)}


def distinct(facts: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The facts that are not merged with an earlier one."""
    kept: list[dict[str, Any]] = []
    for fact in facts:
        if not score({"a": Gold("a", ())}, made([*kept, fact])).duplicates:
            kept.append(fact)
    return kept


def figures(facts: list[dict[str, Any]], gold: list[dict[str, Any]]) -> dict[str, tuple[int, int, int]]:
    tallies = score(gold_of(gold), made(facts)).kinds
    return {kind: (tally.right, tally.wrong, tally.missed) for kind, tally in tallies.items()}


def speaks(fact: dict[str, Any]) -> bool:
    """A consortium without name, lead and members cannot be told from any other."""
    return fact["kind"] != "consortium" or bool(fact["name"] or fact["lead"] or fact["members"])


@given(FACTS)
def test_facts_judged_by_themselves_are_all_right(facts: list[dict[str, Any]]) -> None:
    own = distinct([fact for fact in facts if speaks(fact)])
    scores = score(gold_of(own), made(own))
    assert (scores.micro.right, scores.micro.wrong, scores.micro.missed) == (len(own), 0, 0)
    assert scores.micro.located == len(own)


@given(FACTS, FACTS, st.randoms(use_true_random=False))
def test_the_order_of_the_facts_does_not_matter(facts, gold, random) -> None:
    own = distinct(facts)
    shuffled = random.sample(own, len(own))
    assert figures(shuffled, gold) == figures(own, gold)


@given(FACTS, FACTS, st.data())
def test_a_fact_that_is_taken_away_makes_nothing_right(facts, gold, data) -> None:
    own = distinct(facts)
    less = [fact for fact in own if data.draw(st.booleans())]
    before, after = figures(own, gold), figures(less, gold)
    assert all(after[kind][0] <= before[kind][0] for kind in KINDS)


@given(FACTS, FACTS)
def test_every_fact_and_all_gold_is_accounted_for_once(facts, gold) -> None:
    own = distinct(facts)
    scores = score(gold_of(gold), made(own))
    assert scores.micro.made == len(own)
    assert scores.micro.right + scores.micro.missed == len(gold)
    assert sum(tally.made for tally in scores.rules.values()) == len(own)
    assert all(0 <= tally.f1 <= 1 for tally in (*scores.kinds.values(), *scores.documents.values()))


@given(FACTS, FACTS)
def test_optional_gold_is_never_missed(facts, gold) -> None:
    optional = [{**fact, "status": "optional"} for fact in gold]
    assert score(gold_of(optional), made(facts)).micro.missed == 0


@given(FACTS)
def test_saying_a_fact_twice_changes_nothing(facts) -> None:
    own = distinct(facts)
    assert figures([*own, *own], own) == figures(own, own)
