"""Correcting what was read, with what follows from it; rejecting and confirming it."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest

from build_graph.correct.attributes import ATTRIBUTES, NAMED_BY
from build_graph.model import (
    KINDS,
    Change,
    Condition,
    Consortium,
    DeclaredCount,
    Discrepancy,
    Goal,
    PilotUnit,
    PolicyDocument,
    Program,
    Task,
)
from tests.correct.conftest import FACTS, NAME, Person, passage, read, unit

GOAL = "到2024年，助餐点覆盖60%以上的社区"


def changes(facts) -> dict[str, tuple[str | None, str | None]]:
    (correction,) = facts.corrections
    return {change.attribute: (change.before, change.after) for change in correction.changes}


def test_a_correction_stays_beside_what_it_changed(person: Person, of_kind) -> None:
    corrected, outcome = person.says("correct", "goal", GOAL, set={"deadline": "2024-06", "unit": None})
    (goal,) = of_kind(corrected, Goal)
    assert (goal.deadline, goal.unit, goal.rule) == ("2024-06", None, "goal-measured")
    (correction,) = goal.corrections
    assert corrected.corrections == (correction,)
    assert (correction.action, correction.kind, correction.fact) == ("correct", "goal", GOAL)
    assert (correction.who, correction.why, correction.date) == ("reader-1", "reads otherwise", "2026-11-22")
    assert correction.passage == goal.passages[0]
    assert correction.changes == (Change("deadline", "2024", "2024-06"), Change("unit", "%", None))
    assert outcome.told == f"goal {GOAL}: deadline 2024 → 2024-06, unit % → nothing"


def test_all_else_stays_as_it_was(person: Person) -> None:
    corrected, _ = person.says("correct", "goal", GOAL, set={"deadline": "2024-06"})
    assert [fact for fact in corrected.facts if not fact.corrections] == [
        fact for fact in read().facts if not isinstance(fact, Goal)
    ]
    assert corrected.ignored == read().ignored


# Goals and counts


def test_a_deadline_that_a_person_gives_is_not_inferred(person: Person, of_kind) -> None:
    inferred = tuple(replace(f, deadline_inferred=True) if isinstance(f, Goal) else f for f in FACTS)
    corrected, _ = person.says("correct", "goal", GOAL, set={"deadline": "2025"}, facts=read(inferred))
    assert of_kind(corrected, Goal)[0].deadline_inferred is False


def test_a_value_brings_its_comparator(person: Person, of_kind) -> None:
    corrected, _ = person.says("correct", "goal", GOAL, set={"value": [60, 70]})
    assert of_kind(corrected, Goal)[0].comparator == "range"
    assert changes(corrected) == {"value": ("60", "[60, 70]"), "comparator": (">=", "range")}
    corrected, _ = person.says("correct", "declared_count", "3个县", set={"value": None})
    assert of_kind(corrected, DeclaredCount)[0].comparator is None


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ({"comparator": "range"}, "a range has two ends and the comparator range"),
        ({"value": [60, 70], "comparator": ">="}, "a range has two ends and the comparator range"),
        ({"value": None, "comparator": ">="}, "comparator >= compares nothing: set value too, or comparator: null"),
        ({"comparator": None}, "a goal with a value needs a comparator"),
    ],
)
def test_values_that_contradict_each_other_are_a_mistake(settings, told: str, person: Person) -> None:
    facts, outcome = person.says("correct", "goal", GOAL, set=settings)
    assert (outcome.status, facts) == ("mistaken", read())
    assert told in outcome.told


# Units


@pytest.mark.parametrize(
    ("settings", "name", "code", "level"),
    [
        ({"code": "130224"}, "河北省唐山市滦南县", "130224", "county"),
        ({"name": "滦南县"}, "河北省唐山市滦南县", "130224", "county"),
        ({"name": "河北省唐山市"}, "河北省唐山市", "130200", "city"),
        ({"name": "朝阳区", "province": "北京市"}, "北京市朝阳区", "110105", "county"),
        ({"name": "吉林", "level": "city"}, "吉林省吉林市", "220200", "city"),
        ({"name": "滦南县", "code": "130224", "level": "county", "province": "河北省"}, "河北省唐山市滦南县", "130224", "county"),
    ],
)  # fmt: skip
def test_a_unit_is_one_place_of_the_gazetteer(
    settings, name: str, code: str, level: str, person: Person, of_kind
) -> None:
    corrected, _ = person.says("correct", "pilot_unit", "滦州市", set=settings)
    found = of_kind(corrected, PilotUnit)[0]
    assert (found.name, found.code, found.level, found.place) == (name, code, level, code)
    assert found.as_written == "滦州市"
    assert changes(corrected)["name"] == ("河北省唐山市滦州市", name)


def test_what_is_stated_is_corrected_without_touching_the_place(person: Person, of_kind) -> None:
    corrected, _ = person.says(
        "correct", "pilot_unit", "青岛市", set={"stated_province": "江苏省", "designation": "试点市"}
    )
    found = of_kind(corrected, PilotUnit)[1]
    assert (found.stated_province, found.province, found.designation) == ("江苏省", "山东省", "试点市")


def test_a_province_has_no_stated_province(person: Person, of_kind) -> None:
    corrected, _ = person.says("correct", "pilot_unit", "青岛市", set={"name": "山东省", "stated_province": "江苏省"})
    assert [(found.level, found.stated_province) for found in of_kind(corrected, PilotUnit)][1] == ("province", None)


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ({"code": "999999"}, "no place has the code 999999; `reformgraph place NAME` shows codes"),
        ({"code": "130224", "name": "滦州市"}, "name 滦州市 contradicts the code: 130224 is 河北省唐山市滦南县"),
        ({"name": "铁西区"}, "3 places go by the name 铁西区"),
        (
            {"name": "子虚县"},
            "no place is known by the name 子虚县; set its full name, as 河北省唐山市滦州市, or its code",
        ),
        ({"name": "滦南县", "level": "city"}, "level city contradicts the rest: 河北省唐山市滦南县 has county"),
        ({"province": "北京市"}, "province 北京市 contradicts the rest: 河北省唐山市滦州市 has 河北省"),
    ],
)
def test_a_unit_that_is_no_one_place_is_a_mistake(settings, told: str, person: Person) -> None:
    facts, outcome = person.says("correct", "pilot_unit", "滦州市", set=settings)
    assert (outcome.status, facts) == ("mistaken", read())
    assert told in outcome.told


# Tasks follow their parents


def test_the_tasks_below_a_renamed_one_follow_it(person: Person, of_kind) -> None:
    corrected, _ = person.says("correct", "task", "建设食堂", set={"text": "新建食堂"})
    assert {task.text: task.parent for task in of_kind(corrected, Task)} == {
        "主要任务": None, "新建食堂": "主要任务", "改造旧房": "新建食堂",
    }  # fmt: skip


def test_the_tasks_below_a_rejected_one_go_to_the_one_above(person: Person, of_kind) -> None:
    entries = (
        person.entry("reject", "task", "建设食堂"),
        person.entry("correct", "task", "主要任务", set={"text": "任务"}),
    )
    for order in (entries, entries[::-1]):
        corrected, _ = person.corrects(*order)
        assert {task.text: task.parent for task in of_kind(corrected, Task)} == {"任务": None, "改造旧房": "任务"}
    corrected, _ = person.corrects(*[person.entry("reject", "task", each) for each in ("建设食堂", "主要任务")])
    assert {task.text: task.parent for task in of_kind(corrected, Task)} == {"改造旧房": None}


def test_a_parent_is_a_task_of_the_same_program(person: Person, of_kind) -> None:
    corrected, _ = person.says("correct", "task", "改造旧房", set={"parent": "主要任务", "ordinal": 2})
    assert of_kind(corrected, Task)[2].parent == "主要任务"
    _, outcome = person.says("correct", "task", "改造旧房", set={"parent": "建设食糖"})
    assert (
        outcome.told
        == "its program has no task '建设食糖' to be the parent: did you mean 建设食堂? Known are 主要任务, 建设食堂"
    )
    alone = read(tuple(fact for fact in FACTS if fact.passages[0].exact == "改造旧房"))
    _, outcome = person.says("correct", "task", "改造旧房", set={"parent": "建设食堂"}, facts=alone)
    assert outcome.told.endswith("to be the parent: add it first")


def test_no_task_stands_below_itself(person: Person) -> None:
    _, outcome = person.says("correct", "task", "主要任务", set={"parent": "改造旧房"})
    assert (outcome.status, outcome.told) == ("mistaken", "the task 改造旧房 stands below 主要任务 itself")


# The other kinds


def test_every_other_kind_can_be_corrected(person: Person, of_kind) -> None:
    more = (
        Consortium(program=NAME, name="联合体", passages=(passage("省民政厅"),), rule="consortium-led"),
        PolicyDocument(program=NAME, title="通知", passages=(passage("关于做好"),), rule="policy-title"),
    )
    corrected, outcomes = person.corrects(
        person.entry(
            "correct", "consortium", "省民政厅", set={"lead": "甲院", "members": ["乙院", "丙院"], "county": "130284"}
        ),
        person.entry("correct", "policy_document", "关于做好", set={"number": "民发〔2024〕1号", "relation": "issues"}),
        person.entry("correct", "condition", "有固定场所", set={"ordinal": 1, "program": None}),
        person.entry("correct", "issuer", "省民政厅", set={"name": "河北省民政厅"}),
        person.entry("correct", "discrepancy", "3个县", set={"stated": "三"}),
        facts=read((*FACTS, *more)),
    )
    assert {outcome.status for outcome in outcomes} == {"applied"}
    (consortium,), (policy,) = of_kind(corrected, Consortium), of_kind(corrected, PolicyDocument)
    assert (consortium.lead, consortium.members, consortium.county) == ("甲院", ("乙院", "丙院"), "130284")
    assert (policy.number, policy.relation) == ("民发〔2024〕1号", "issues")
    (condition,) = of_kind(corrected, Condition)
    assert (condition.ordinal, condition.program) == (1, None)


@pytest.mark.parametrize(
    ("kind", "words", "settings", "told"),
    [
        (
            "condition",
            "有固定场所",
            {"program": "社区助残试点"},
            "has no program '社区助残试点': did you mean 社区助餐试点?",
        ),
        ("program", NAME, {"jurisdiction": "999999"}, "no place has the code 999999"),
        ("discrepancy", "3个县", {"expected": "3"}, "stated and expected are the same"),
        ("discrepancy", "3个县", {"type": "lost_digits"}, "what was lost stays lost: leave expected out"),
    ],
)
def test_what_the_document_or_the_gazetteer_does_not_have_is_a_mistake(
    kind: str, words: str, settings, told: str, person: Person
) -> None:
    facts, outcome = person.says("correct", kind, words, set=settings)
    assert (outcome.status, facts) == ("mistaken", read())
    assert told in outcome.told


# Rejecting and confirming


def test_a_rejected_fact_is_gone_but_its_correction_tells_what_it_was(person: Person) -> None:
    corrected, outcome = person.says("reject", "condition", "有固定场所")
    assert not any(isinstance(fact, Condition) for fact in corrected.facts)
    (correction,) = corrected.corrections
    assert (correction.action, correction.kind, correction.fact) == ("reject", "condition", "有固定场所")
    assert correction.passage == passage("有固定场所")
    assert outcome.told == "condition 有固定场所: rejected"


def test_a_confirmed_fact_stays_as_it_was_read(person: Person, of_kind) -> None:
    corrected, outcome = person.says("confirm", "goal", GOAL)
    (goal,) = of_kind(corrected, Goal)
    assert replace(goal, corrections=()) in FACTS
    assert [each.action for each in goal.corrections] == ["confirm"]
    assert outcome.told.endswith(": confirmed")


def test_a_name_that_was_resolved_to_no_place_can_be_rejected_as_well(person: Person) -> None:
    corrected, outcome = person.says("reject", "pilot_unit", "铁西区")
    assert (outcome.status, outcome.told) == ("applied", "pilot_unit “铁西区”: rejected, as it was read")
    assert corrected.facts == read().facts
    assert corrected.ignored == read().ignored
    assert corrected.corrections[0].passage == passage("铁西区")


# Several entries about one fact


def test_two_entries_can_correct_one_fact_whatever_their_order(person: Person, of_kind) -> None:
    one = person.entry("correct", "goal", GOAL, set={"text": "助餐点覆盖60%以上的社区"})
    other = person.entry("correct", "goal", GOAL, fact=GOAL, set={"deadline": "2024-06"})
    for entries in ((one, other), (other, one)):
        corrected, outcomes = person.corrects(*entries)
        (goal,) = of_kind(corrected, Goal)
        assert (goal.text, goal.deadline) == ("助餐点覆盖60%以上的社区", "2024-06")
        assert {outcome.status for outcome in outcomes} == {"applied"}
        assert len(goal.corrections) == 2


def test_two_entries_that_contradict_each_other_are_a_mistake(person: Person) -> None:
    one = person.entry("correct", "goal", GOAL, set={"deadline": "2024-06"})
    other = person.entry("correct", "goal", GOAL, set={"deadline": "2024-12"})
    corrected, (first, second) = person.corrects(one, other)
    assert (first.status, second.status) == ("applied", "mistaken")
    assert second.told == f"{one.where} sets deadline to 2024-06; keep one of the two"
    assert str(second) == f"{other.where}: {second.told}"
    assert len(corrected.corrections) == 1


@pytest.mark.parametrize("action", ["correct", "confirm"])
def test_what_is_corrected_or_confirmed_is_not_rejected(action: str, person: Person) -> None:
    one = person.entry(action, "goal", GOAL, set={"deadline": "2024-06"} if action == "correct" else {})
    other = person.entry("reject", "goal", GOAL)
    corrected, (second, first) = person.corrects(other, one)
    assert (first.status, second.status) == ("applied", "mistaken")
    assert f"it rejects what {one.where} corrects or confirms" in second.told
    assert any(isinstance(fact, Goal) for fact in corrected.facts)


@pytest.mark.parametrize("action", ["reject", "confirm"])
def test_what_another_entry_says_already_is_not_needed(action: str, person: Person) -> None:
    entries = [person.entry(action, "goal", GOAL) for _ in range(2)]
    corrected, (_, second) = person.corrects(*entries)
    assert (second.status, second.told) == ("no longer needed", f"{entries[0].where} says the same")
    assert len(corrected.corrections) == 1


def test_facts_that_become_one_are_joined(person: Person, of_kind) -> None:
    again = replace(unit("青岛市", "山东省青岛市", "370200", "city"), passages=(passage("铁西区"),))
    facts = read((*FACTS, replace(again, name="山东省济南市", code="370100", place="370100")))
    corrected, _ = person.says("correct", "pilot_unit", "铁西区", set={"code": "370200"}, facts=facts)
    assert [found.name for found in of_kind(corrected, PilotUnit)] == ["河北省唐山市滦州市", "山东省青岛市"]
    assert of_kind(corrected, PilotUnit)[1].passages == (passage("铁西区"), passage("青岛市"))
    assert len(of_kind(corrected, PilotUnit)[1].corrections) == 1


def test_the_discrepancy_of_a_number_can_be_rejected_for_good(person: Person, of_kind) -> None:
    corrected, _ = person.corrects(
        person.entry("reject", "discrepancy", "3个县"), person.entry("reject", "pilot_unit", "滦州市")
    )
    assert of_kind(corrected, Discrepancy) == []


def test_every_attribute_that_can_be_set_is_one_of_its_kind() -> None:
    for kind, attributes in ATTRIBUTES.items():
        assert set(attributes) <= {each.name for each in fields(kind)}
        assert NAMED_BY[kind] in attributes
    assert ATTRIBUTES.keys() == NAMED_BY.keys() == KINDS.keys()


def test_the_life_of_a_program_and_who_is_responsible_for_a_task_can_be_corrected(person: Person, of_kind) -> None:
    corrected, outcomes = person.corrects(
        person.entry("correct", "program", NAME, set={
            "tier": "provincial", "event": "extends", "areas": ["elderly-and-child-care"], "batches": ["首批"],
            "later_name": "老年助餐试点",
        }),
        person.entry("correct", "task", "建设食堂", set={"responsible": ["民政厅", "财政厅"]}),
    )  # fmt: skip
    assert [outcome.status for outcome in outcomes] == ["applied", "applied"]
    (program,) = of_kind(corrected, Program)
    assert (program.tier, program.event, program.areas) == ("provincial", "extends", ("elderly-and-child-care",))
    assert of_kind(corrected, Task)[1].responsible == ("民政厅", "财政厅")


def test_a_program_keeps_its_facts_when_it_is_corrected_in_other_things(person: Person, of_kind) -> None:
    corrected, _ = person.says("correct", "program", NAME, set={"is_pilot": False, "jurisdiction": "130000"})
    (program,) = of_kind(corrected, Program)
    assert (program.is_pilot, program.jurisdiction) == (False, "130000")
    assert changes(corrected) == {"is_pilot": ("true", "false"), "jurisdiction": (None, "130000")}


# Discrepancies follow what they concern


def in_doubt() -> tuple:
    """青岛市, which the document gives as a place of 江苏省."""
    stated = tuple(replace(f, stated_province="江苏省") if f.passages[0].exact == "青岛市" else f for f in FACTS)
    doubt = Discrepancy(
        program=NAME, type="wrong_province", stated="江苏省", expected="山东省",
        passages=(passage("青岛市"),), rule="place-not-in-stated-province",
    )  # fmt: skip
    return (*stated, doubt)


@pytest.mark.parametrize("settings", [{"stated_province": None}, {"code": "320500"}])
def test_a_discrepancy_goes_when_the_provinces_of_its_unit_agree(settings, person: Person, of_kind) -> None:
    corrected, _ = person.says("correct", "pilot_unit", "青岛市", set=settings, facts=read(in_doubt()))
    assert [doubt.type for doubt in of_kind(corrected, Discrepancy)] == ["count_mismatch"]
    (correction,) = corrected.corrections
    assert (correction.action, correction.kind, correction.fact) == ("correct", "pilot_unit", "山东省青岛市")
    assert correction.changes[-1] == Change("discrepancy", "wrong_province", None)


def test_a_discrepancy_goes_with_the_fact_that_it_concerns(person: Person, of_kind) -> None:
    corrected, _ = person.says("reject", "pilot_unit", "青岛市", facts=read(in_doubt()))
    assert of_kind(corrected, Discrepancy) == []


def test_a_discrepancy_stays_while_its_unit_is_in_doubt_or_a_person_confirms_it(person: Person, of_kind) -> None:
    corrected, _ = person.says("correct", "pilot_unit", "青岛市", set={"designation": "试点市"}, facts=read(in_doubt()))
    assert len(of_kind(corrected, Discrepancy)) == 2
    corrected, _ = person.corrects(
        person.entry("correct", "pilot_unit", "青岛市", set={"stated_province": None}),
        person.entry("confirm", "discrepancy", "青岛市"),
        facts=read(in_doubt()),
    )
    assert len(of_kind(corrected, Discrepancy)) == 2
