"""What holds whatever people write."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

from build_graph.correct import Entry, Quote, correct
from build_graph.correct.attributes import ATTRIBUTES
from build_graph.model import KINDS, DocumentFacts
from build_graph.places import Gazetteer
from tests.correct.conftest import FACTS, NAME, TEXT, read, without_corrections

CLASSES = {kind: fact for fact, kind in KINDS.items()}
WORDS = [fact.passages[0].exact for fact in FACTS] + ["铁西区", "申报单位", "增加2个食堂", "子虚县", "。"]
VALUES: dict[str, list[Any]] = {
    "name": ["滦南县", "社区助餐服务试点", "子虚"], "text": ["甲", "乙"], "code": ["130224", "999999"], "level": ["city", "county"],
    "province": ["河北省"], "program": [NAME, None, "无名"], "value": [None, 5, (1, 2)], "comparator": [None, ">=", "range"],
    "deadline": [None, "2025"], "unit": [None, "%"], "parent": [None, "建设食堂", "主要任务"], "ordinal": [None, 3],
    "of": ["县"], "type": ["other", "lost_digits"], "stated": [None, "3"], "expected": [None, "3"], "is_pilot": [True, None],
}  # fmt: skip


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    """Any entry that could stand in a file."""
    kind = draw(st.sampled_from([*CLASSES]))
    action = draw(st.sampled_from(["reject", "correct", "add", "confirm", *(["alias"] if kind == "program" else [])]))
    names = [name for name in ATTRIBUTES[CLASSES[kind]] if name in VALUES]
    set_: dict[str, Any] = {}
    if action in {"correct", "add"}:
        set_ = {name: draw(st.sampled_from(VALUES[name])) for name in draw(st.sets(st.sampled_from(names)))}
    if action == "alias":
        set_ = {"alias": draw(st.sampled_from([("甲",), ("乙", "丙"), (NAME,)]))}
    quote = Quote(
        draw(st.sampled_from(WORDS)), draw(st.sampled_from([None, 0, 20])), draw(st.sampled_from([None, None, 1, 2]))
    )
    return Entry("a.yml, entry 1", "notice", kind, action, quote, set_, "reader-1", "why")


def applied(*given: Entry) -> DocumentFacts:
    return correct(read(), given, Gazetteer.shipped())[0]


@settings(max_examples=300, deadline=None)
@given(st.lists(entries(), max_size=6))
def test_every_passage_reads_back_and_every_entry_gets_its_outcome(given: list[Entry]) -> None:
    facts, outcomes = correct(read(), given, Gazetteer.shipped())
    assert [outcome.entry for outcome in outcomes] == given
    assert all(TEXT[p.start : p.end] == p.exact for fact in facts.facts for p in fact.passages)
    assert all(TEXT[each.passage.start : each.passage.end] == each.passage.exact for each in facts.corrections)
    names = {fact.name for fact in facts.facts if KINDS[type(fact)] == "program"}
    assert {fact.program for fact in facts.facts} <= {None, *names}
    tasks = {(fact.program, fact.text) for fact in facts.facts if KINDS[type(fact)] == "task"}
    assert all((f.program, f.parent) in tasks for f in facts.facts if KINDS[type(f)] == "task" and f.parent is not None)
    assert [fact.passages[0].start for fact in facts.facts] == sorted(fact.passages[0].start for fact in facts.facts)


@settings(max_examples=100, deadline=None)
@given(st.lists(entries(), max_size=6))
def test_where_nothing_is_applied_nothing_changes(given: list[Entry]) -> None:
    facts, outcomes = correct(read(), given, Gazetteer.shipped())
    assert any(outcome.status == "applied" for outcome in outcomes) == bool(facts.corrections)
    if not facts.corrections:
        assert facts == read()


@given(st.data())
def test_a_correction_to_what_was_read_changes_nothing(data: st.DataObject) -> None:
    fact = data.draw(st.sampled_from(FACTS))
    names = data.draw(st.sets(st.sampled_from(sorted(ATTRIBUTES[type(fact)])), min_size=1))
    same = {name: getattr(fact, name) for name in names}
    entry = Entry(
        "a.yml", "notice", KINDS[type(fact)], "correct", Quote(fact.passages[0].exact), same, "reader-1", "why"
    )
    facts, (outcome,) = correct(read(), [entry], Gazetteer.shipped())
    assert (facts, outcome.status) == (read(), "no longer needed")


@settings(max_examples=100, deadline=None)
@given(entries())
@example(Entry("a", "notice", "task", "correct", Quote("主要任务"), {"text": "甲", "parent": "建设食堂"}, "r", "why"))
def test_an_entry_is_not_needed_once_its_document_says_so(entry: Entry) -> None:
    """What was corrected, read once more as if the rules had read it, needs the entry no longer."""
    once = applied(entry)
    if entry.action in {"correct", "reject"} and once.facts != read().facts:
        again = replace(once, facts=tuple(without_corrections(once)), corrections=())
        assert correct(again, [entry], Gazetteer.shipped())[1][0].status == "no longer needed"


@settings(max_examples=50, deadline=None)
@given(st.lists(entries(), max_size=4))
def test_the_same_entries_give_the_same_facts(given: list[Entry]) -> None:
    assert applied(*given) == applied(*given)
