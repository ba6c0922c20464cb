"""The figures: per kind, per document, per rule and over all."""

from __future__ import annotations

import pytest

from build_graph.evaluate import Gold, score
from build_graph.evaluate.figures import as_json, measurements
from build_graph.evaluate.scores import document_name
from build_graph.evaluate.table import kinds_table, rules_table, shown


def task(text: str, document: str = "a", **keys: object) -> dict[str, object]:
    return {"document": document, "kind": "task", "text": text, **keys}


def goal(text: str, document: str = "a", **keys: object) -> dict[str, object]:
    return {**task(text, document, **keys), "kind": "goal"}


WORKS = ["普查易涝地块", "完善雨水管网", "培训养护工人", "开放雨水花园"]


@pytest.fixture
def gold() -> dict[str, Gold]:
    """Two documents with gold, and one in which there is nothing to find."""
    first = tuple({"kind": "task", "text": text} for text in WORKS)
    second = (
        {"kind": "goal", "text": "透水铺装率达到六成", "deadline": "2024"},
        {"kind": "task", "text": "建立水位台账"},
    )
    return {"a": Gold("a", first), "b": Gold("b", second), "c": Gold("c", ())}


@pytest.fixture
def facts() -> list[dict[str, object]]:
    """Three of five tasks, one of them twice; the goal with another deadline; and a task that is none."""
    return [
        task(WORKS[0], rule="heading"), task(WORKS[1], rule="heading"), task("发布天气预报", rule="verb"),
        goal("透水铺装率达到六成", "b.txt", rule="dated", deadline="2023"), task("建立水位台账", "x/b.txt"),
        task("建立水位台账", "b.txt"), task("修理路灯", "d.txt"),
    ]  # fmt: skip


def test_precision_recall_and_f1_of_each_kind(gold, facts) -> None:
    tasks = score(gold, facts).kinds["task"]
    assert (tasks.right, tasks.wrong, tasks.missed) == (3, 1, 2)
    assert (tasks.precision, tasks.recall, tasks.f1) == (0.75, 0.6, pytest.approx(2 / 3))


def test_micro_sums_over_kinds_and_macro_is_the_mean(gold, facts) -> None:
    scores = score(gold, facts)
    assert (scores.micro.right, scores.micro.wrong, scores.micro.missed) == (4, 1, 2)
    assert [round(tally.f1, 4) for tally in scores.documents.values()] == [0.5714, 1, 1]
    assert scores.macro_documents_f1 == pytest.approx((4 / 7 + 1 + 1) / 3)
    assert scores.macro_kinds_f1 == pytest.approx((2 / 3 + 1) / 2)


def test_silence_is_right_where_there_is_nothing_to_find_and_wrong_elsewhere(gold) -> None:
    silent = score(gold, [])
    assert (silent.documents["c"].precision, silent.documents["c"].recall, silent.documents["c"].f1) == (1, 1, 1)
    assert (silent.documents["a"].precision, silent.documents["a"].recall, silent.documents["a"].f1) == (0, 0, 0)
    loud = score(gold, [task("修理路灯", "c")]).documents["c"]
    assert (loud.precision, loud.recall, loud.f1) == (0, 0, 0)
    assert score({}, []).macro_documents_f1 == 0


def test_each_rule_is_told_how_often_it_was_right(gold, facts) -> None:
    gold["a"] = Gold("a", (*gold["a"].facts, {"kind": "task", "text": "巡查排口", "status": "optional"}))
    rules = score(gold, [*facts, task("巡查排口", rule="verb")]).rules
    figures = {rule: (tally.made, tally.right, tally.wrong, tally.ignored) for rule, tally in rules.items()}
    assert figures == {
        ("-", "task"): (1, 1, 0, 0), ("dated", "goal"): (1, 1, 0, 0), ("heading", "task"): (2, 2, 0, 0),
        ("verb", "task"): (2, 0, 1, 1),
    }  # fmt: skip
    assert rules["verb", "task"].precision == 0


def test_repeated_facts_and_documents_without_gold_are_told(gold, facts) -> None:
    scores = score(gold, facts)
    assert (scores.duplicates, scores.unknown) == (1, ("d",))


@pytest.mark.parametrize(
    ("written", "name"),
    [("02.txt", "02"), ("some/where/02.txt", "02"), ("a\\02.html", "02"), ("02", "02"), ("v1.2.txt", "v1.2"), ("9.txt", "9")],
)  # fmt: skip
def test_a_document_is_known_by_its_file_name_without_folders_and_extension(written: str, name: str) -> None:
    assert document_name(written, {"02": 1, "v1.2": 1}) == name


def test_passages_are_checked_against_the_text(gold) -> None:
    def cited(start: int, end: int, exact: str) -> dict[str, object]:
        return task(exact, passages=[{"start": start, "end": end, "exact": exact}])

    facts = [cited(0, 2, "甲乙"), cited(1, 3, "甲乙"), cited(2, 9, "丙"), task("无处")]
    found = score(gold, facts, {"a": "甲乙丙"}).passages
    assert found is not None
    assert (found.valid, found.of, found.facts_without) == (1, 3, 1)
    assert score(gold, facts).passages is None


# As text


def test_the_table_has_a_row_for_each_kind_that_occurs(gold, facts) -> None:
    assert kinds_table(score(gold, facts, {})) == (
        "kind               TP   FP   FN      P      R     F1  attributes\n"
        "goal                1    0    0  1.000  1.000  1.000  deadline 0.00/1\n"
        "task                3    1    2  0.750  0.600  0.667\n"
        "all kinds           4    1    2  0.800  0.667  0.727\n"
        "mean F1 of 3 documents 0.857, of the kinds 0.833\n"
        "passages 0 of 0 valid, 0 facts without one\n"
        "1 fact said twice, counted once\n"
        "no gold for d\n"
    )


def test_notes_tell_what_is_forbidden_optional_and_of_which_kind() -> None:
    gold = Gold(
        "a",
        ({"kind": "goal", "text": "建成花园", "goal_kind": "target", "status": "optional"},),
        ({"string": "修理路灯"},),
    )
    table = kinds_table(score({"a": gold}, [goal("建成花园"), goal("修理路灯")]))
    assert "forbidden 1  optional 1/1  targets 1/1" in table


def test_the_card_of_rules_begins_with_those_that_were_wrong_most_often(gold, facts) -> None:
    card = rules_table(score(gold, [*facts, task("修理路灯", rule="verb")]))
    assert card == (
        "rule     kind             facts right wrong ignored precision\n"
        "verb     task                 2     0     2       0     0.000\n"
        "-        task                 1     1     0       0     1.000\n"
        "dated    goal                 1     1     0       0     1.000\n"
        "heading  task                 2     2     0       0     1.000\n"
    )
    assert rules_table(score(gold, [])) == "no facts, so there are no rules to judge\n"


def test_a_rule_of_which_nothing_is_judged_has_no_precision() -> None:
    gold = Gold("a", ({"kind": "task", "text": "巡查排口", "status": "optional"},))
    assert rules_table(score({"a": gold}, [task("巡查排口", rule="verb")])).endswith("0     0       1         -\n")


def test_mistakes_are_listed_by_document_with_their_words_and_places(gold, facts) -> None:
    facts[2]["passages"] = [{"start": 3, "end": 9, "exact": "发布天气预报"}]
    assert shown(score(gold, facts), "all") == (
        "a\n"
        "  wrong     task            发布天气预报  3-9  [verb]\n"
        "  missed    task            培训养护工人\n"
        "  missed    task            开放雨水花园\n"
        "b\n"
        "  attribute goal            透水铺装率达到六成: deadline '2023' instead of '2024'\n"
    )
    assert shown(score(gold, facts), "goal").startswith("b\n")
    assert shown(score(gold, facts), "issuer") == "nothing was wrong or missed\n"


def test_a_count_is_listed_with_its_value() -> None:
    count = {"document": "a", "kind": "declared_count", "of": "试点县", "value": 2}
    assert "  wrong     declared_count  试点县 2  [-]\n" in shown(score({"a": Gold("a", ())}, [count]), "all")


# As figures


def test_json_holds_the_figures_and_the_mistakes(gold, facts) -> None:
    told = as_json(score(gold, facts, {}))
    assert told["kinds"]["task"]["f1"] == 0.6667
    assert told["micro"]["right"] == 4
    assert {"rule": "verb", "kind": "task", "facts": 1}.items() <= told["rules"][-1].items()
    assert [one["outcome"] for one in told["mistakes"]] == ["wrong", "missed", "missed", "right"]
    assert told["mistakes"][-1]["attributes"] == ["deadline"]
    assert told["passages"] == {"valid": 0, "of": 0, "facts_without": 0}


def test_what_was_judged_is_measured(gold, facts) -> None:
    figures = {(one.metric, one.kind, one.rule): one.value for one in measurements(score(gold, facts))}
    assert figures["precision", None, None] == 0.8
    assert figures["recall", "task", None] == 0.6
    assert figures["f1", "task", None] == 0.6667
    assert figures["judged-facts", "task", None] == 4
    assert figures["required-facts", "task", None] == 5
    assert figures["judged-documents", None, None] == 3
    assert figures["precision", "task", "verb"] == 0
    assert {kind for _, kind, _ in figures} == {None, "task", "goal"}


def test_a_rule_without_a_judged_fact_is_not_measured() -> None:
    gold = Gold("a", ({"kind": "task", "text": "巡查排口", "status": "optional"},))
    assert {one.rule for one in measurements(score({"a": gold}, [task("巡查排口", rule="verb")]))} == {None}
