"""Adding what was not read: the passage is verified, the rest follows from it or is said."""

from __future__ import annotations

import pytest

from build_graph.model import Change, Goal, Issuer, PilotUnit, PolicyDocument, Program, Task
from tests.correct.conftest import FACTS, NAME, TEXT, Person, passage, read


def test_a_missing_unit_is_its_words_and_its_place(person: Person, of_kind) -> None:
    corrected, outcome = person.says(
        "add", "pilot_unit", "铁西区", set={"name": "沈阳市铁西区", "designation": "试点县"}
    )
    found = of_kind(corrected, PilotUnit)[1]
    assert (found.name, found.code, found.level, found.province) == ("辽宁省沈阳市铁西区", "210106", "county", "辽宁省")
    assert (found.as_written, found.passages, found.program) == ("铁西区", (passage("铁西区"),), NAME)
    assert (found.rule, found.designation) == ("added-by-hand", "试点县")
    assert [each.action for each in found.corrections] == ["add"]
    assert outcome.told == "pilot_unit 辽宁省沈阳市铁西区: added"


def test_the_facts_stay_in_the_order_of_the_text(person: Person) -> None:
    corrected, _ = person.says("add", "issuer", "申报单位")
    starts = [fact.passages[0].start for fact in corrected.facts]
    assert starts == sorted(starts)


def test_a_name_that_was_resolved_to_none_is_no_longer_left_out(person: Person) -> None:
    corrected, _ = person.says("add", "pilot_unit", "铁西区", set={"code": "210106"})
    assert corrected.ignored == ()


def test_words_are_repaired_and_the_passage_is_not(person: Person, of_kind) -> None:
    text = TEXT + "要求：建設（jian she）《食堂》，2025年底前完成。\n"
    corrected, _ = person.corrects(
        person.entry("add", "goal", "建設（jian she）《食堂》，2025年底前完成", set={"deadline": "2025-12"}),
        person.entry("add", "policy_document", "《食堂》"),
        facts=read(text=text),
    )
    goal = of_kind(corrected, Goal)[-1]
    assert goal.text.startswith("建设")
    assert goal.passages[0].exact == "建設（jian she）《食堂》，2025年底前完成"
    assert (goal.goal_kind, goal.deadline_inferred) == ("target", False)
    assert of_kind(corrected, PolicyDocument)[0].title == "食堂"


def test_what_says_neither_date_nor_value_is_a_qualitative_goal(person: Person, of_kind) -> None:
    corrected, _ = person.says("add", "goal", "改造旧房")
    assert of_kind(corrected, Goal)[0].goal_kind == "qualitative"


def test_a_missing_program_comes_before_its_facts(person: Person, of_kind) -> None:
    unit = person.entry("add", "pilot_unit", "铁西区", set={"code": "210106", "program": "旧房改造试点"})
    program = person.entry(
        "add", "program", "改造旧房", set={"name": "旧房改造试点", "is_pilot": True, "aliases": "旧改"}
    )
    corrected, outcomes = person.corrects(unit, program)
    assert [outcome.status for outcome in outcomes] == ["applied", "applied"]
    assert of_kind(corrected, PilotUnit)[1].program == "旧房改造试点"
    assert of_kind(corrected, Program)[1].aliases == ("旧改",)


def test_a_program_can_be_called_by_any_of_its_names(person: Person, of_kind) -> None:
    corrected, _ = person.says("add", "task", "增加2个食堂", set={"program": "社区助餐试点县", "parent": "建设食堂"})
    task = of_kind(corrected, Task)[-1]
    assert (task.program, task.parent) == (NAME, "建设食堂")


def test_a_fact_that_is_said_elsewhere_gets_a_second_passage(person: Person, of_kind) -> None:
    corrected, _ = person.says("add", "pilot_unit", {"exact": "滦州市", "occurrence": 2})
    found = of_kind(corrected, PilotUnit)[0]
    assert found.passages == (passage("滦州市"), passage("滦州市", 2))
    assert found.rule == "unit-becomes"
    assert [each.passage for each in found.corrections] == [passage("滦州市", 2)]


def test_what_is_read_there_by_now_is_not_added(person: Person) -> None:
    facts, outcome = person.says("add", "pilot_unit", {"exact": "滦州市", "occurrence": 1})
    assert (outcome.status, facts) == ("no longer needed", read())
    assert outcome.told == "the pilot_unit 河北省唐山市滦州市 is read there by now"


def test_the_same_added_twice_is_added_once(person: Person) -> None:
    entries = [person.entry("add", "issuer", "申报单位") for _ in range(2)]
    corrected, outcomes = person.corrects(*entries)
    assert [outcome.status for outcome in outcomes] == ["applied", "no longer needed"]
    assert len(corrected.corrections) == 1


GOAL = "到2024年，助餐点覆盖60%以上的社区"
OTHER = Program(name="甲试点", passages=(passage("旧房"),), rule="r")
NO_PROGRAM = tuple(fact for fact in FACTS if isinstance(fact, Issuer))


@pytest.mark.parametrize(
    ("kind", "words", "more", "facts", "status", "told"),
    [
        ("issuer", "县民政局", {}, FACTS, "stale", "the passage has changed: “县民政局” does not stand in notice.txt"),
        ("issuer", "滦州市", {}, FACTS, "mistaken", "stands in notice.txt 2 times (at 20, 102)"),
        ("issuer", {"exact": "滦州市", "occurrence": 3}, {}, FACTS, "stale", "stands in notice.txt only 2 times"),
        (
            "issuer",
            {"exact": "滦州市", "start": 5},
            {},
            FACTS,
            "mistaken",
            "say which with occurrence: 1, 2 … in passage",
        ),
        (
            "issuer",
            "申报单位",
            {},
            (*FACTS, OTHER),
            "mistaken",
            "has 2 programs: set program to one of 甲试点, 社区助餐试点",
        ),
        ("issuer", "申报单位", {}, NO_PROGRAM, "mistaken", "has no program that the issuer can belong to: add one"),
        (
            "issuer",
            "申报单位",
            {"program": "乙"},
            NO_PROGRAM,
            "mistaken",
            "add it first, with kind: program and action: add",
        ),
        ("issuer", "。", {}, FACTS, "mistaken", "stands in notice.txt 6 times (at 42, 58, 66, 78, 100 …)"),
        ("pilot_unit", "铁西区", {}, FACTS, "mistaken", "3 places go by the name 铁西区"),
        (
            "goal",
            GOAL,
            {"deadline": "2025"},
            FACTS,
            "mistaken",
            "stands there with other values: write action: correct",
        ),
    ],
)
def test_what_cannot_be_added_is_told(kind: str, words, more, facts, status: str, told: str, person: Person) -> None:
    before = read(facts)
    after, outcome = person.says("add", kind, words, set=more, facts=before)
    assert (outcome.status, after) == (status, before)
    assert told in outcome.told


def test_a_passage_with_personal_data_is_never_added(person: Person) -> None:
    _, outcome = person.says(
        "add", "issuer", "联系电话：0315-1234567", facts=read(text=TEXT + "联系电话：0315-1234567\n")
    )
    assert outcome.status == "mistaken"
    assert "the passage holds a telephone number or an address, which is never published" in outcome.told


def test_words_that_cannot_be_read_need_a_name(person: Person) -> None:
    facts = read(text=TEXT + "🎉\n")
    _, outcome = person.says("add", "issuer", "🎉", facts=facts)
    assert outcome.told == "nothing of “🎉” can be read: write name into set"
    assert person.says("add", "issuer", "🎉", set={"name": "民政厅"}, facts=facts)[1].status == "applied"


def test_no_change_is_noted_for_what_was_not_there_before(person: Person) -> None:
    corrected, _ = person.says("add", "issuer", "申报单位", set={"name": "各单位"})
    assert corrected.corrections[0].changes == ()
    assert Change("name", None, "各单位") not in corrected.corrections[0].changes
