"""What is listed for a person to look at, and that the list can be filled in and saved as it is."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

import build_graph.extract
from build_graph.correct import correct, doubts, read_corrections, sheet
from build_graph.correct.doubts import Doubt
from build_graph.model import Discrepancy, DocumentFacts, Goal, PilotUnit
from build_graph.places import Gazetteer
from build_graph.tables import table
from tests.correct.conftest import FACTS, NAME, TEXT, Person, passage, read

GOAL = "到2024年，助餐点覆盖60%以上的社区"


def listed(facts: DocumentFacts) -> dict[str, Doubt]:
    return {f"{doubt.kind} {doubt.words}": doubt for doubt in doubts([facts], Gazetteer.shipped())}


def with_goal(**more: object) -> DocumentFacts:
    return read(tuple(replace(fact, **more) if isinstance(fact, Goal) else fact for fact in FACTS))


def test_what_nothing_speaks_against_is_not_listed() -> None:
    assert list(listed(read())) == ["pilot_unit 铁西区", "declared_count 县"]


def test_a_name_that_was_resolved_to_no_place_comes_first() -> None:
    doubt = next(iter(listed(read()).values()))
    assert (doubt.words, doubt.passage, doubt.fact) == ("铁西区", passage("铁西区"), None)
    assert doubt.reasons[0].startswith("no unit was read: 3 places go by the name 铁西区: 辽宁省沈阳市铁西区、")


def test_a_discrepancy_casts_doubt_on_the_fact_that_it_concerns() -> None:
    doubt = listed(read())["declared_count 县"]
    assert doubt.reasons == ("the document contradicts itself: it states 3, but 1 is to be expected",)


def test_a_discrepancy_that_concerns_no_fact_is_listed_itself() -> None:
    lost = Discrepancy(type="lost_digits", stated="年底", passages=(passage("省民政厅"),), rule="digits-lost")
    doubt = listed(read((*FACTS, lost)))["discrepancy lost_digits"]
    assert doubt.reasons == ("digits were lost: it states 年底",)


def test_characters_read_by_guess_are_a_reason() -> None:
    guessed = replace(passage(GOAL), guessed=True)
    doubt = listed(with_goal(passages=(passage("社区"), guessed)))[f"goal {GOAL}"]
    assert doubt.reasons == ("characters of the passage were broken and read by guess",)
    assert doubt.passage == guessed


def test_an_inferred_deadline_is_a_reason() -> None:
    (reason,) = listed(with_goal(deadline_inferred=True))[f"goal {GOAL}"].reasons
    assert "the deadline is not written out here" in reason


def test_a_rule_of_low_evidence_is_a_reason() -> None:
    (reason,) = listed(with_goal(rule="goal-required"))[f"goal {GOAL}"].reasons
    assert "neither date nor number" in reason


def test_a_place_whose_name_alone_does_not_tell_it_is_a_reason() -> None:
    unit = PilotUnit(
        program=NAME, as_written="铁西区", name="辽宁省鞍山市铁西区", code="210303", level="county", province="辽宁省",
        stated_province=None, place="210303", passages=(passage("铁西区"),), rule="unit-becomes",
    )  # fmt: skip
    (reason,) = listed(read((*FACTS, unit)))["pilot_unit 辽宁省鞍山市铁西区"].reasons
    assert reason.startswith("铁西区 was read as 辽宁省鞍山市铁西区, but the name alone does not say so: 3 places")
    stated = replace(unit, stated_province="辽宁省")
    assert "pilot_unit 辽宁省鞍山市铁西区" not in listed(read((*FACTS, stated)))


def test_more_doubt_comes_first() -> None:
    found = doubts([with_goal(deadline_inferred=True, rule="goal-required")], Gazetteer.shipped())
    assert [doubt.weight for doubt in found] == sorted((doubt.weight for doubt in found), reverse=True)
    assert found[-1].words == GOAL
    assert len(found[-1].reasons) == 2


@pytest.mark.parametrize("action", ["confirm", "correct", "reject"])
def test_what_is_settled_is_not_listed_again(action: str, person: Person) -> None:
    more = {"set": {"value": 2}} if action == "correct" else {}
    settled, _ = person.corrects(
        person.entry("reject", "pilot_unit", "铁西区"), person.entry(action, "declared_count", "3个县", **more)
    )
    assert "pilot_unit 铁西区" not in listed(settled)
    assert "declared_count 县" not in listed(settled)


def test_a_unit_that_was_added_settles_its_name(person: Person) -> None:
    added, _ = person.says("add", "pilot_unit", "铁西区", set={"code": "210106"})
    assert listed(added) == {}


def test_every_rule_of_the_table_is_a_rule_of_the_program() -> None:
    sources = Path(build_graph.extract.__file__).parent.rglob("*.py")
    code = "".join(source.read_text("utf-8") for source in sources)
    assert [
        row["rule"] for row in table("build_graph.correct", "doubtful_rules") if f'"{row["rule"]}"' not in code
    ] == []


# The sheet


def test_a_sheet_shows_all_that_a_person_needs() -> None:
    text = sheet(doubts([with_goal(deadline_inferred=True)], Gazetteer.shipped()))
    assert text.startswith("# 3 to look at, the most doubtful first.")
    assert (
        f"""
# goal {GOAL}, by the rule goal-measured
#   doubt: the deadline is not written out here; it follows from the date of the document or from another clause
#   text:  …食堂。 1.改造旧房。 申报单位须有固定场所。 【{GOAL}】。 滦州市明年再增加2个食堂。 …
#   read:  {{text: {GOAL}, deadline: 2024, comparator: ">=", value: 60, unit: "%", goal_kind: target, program: {NAME}}}
- document: "notice"
  kind: goal
  fact: "{GOAL}"
  program: "{NAME}"
  passage: {{exact: "{GOAL}", start: {passage(GOAL).start}, sha256: "7b0be179cc18aaa4"}}
  action:        # reject, correct, confirm
  set: {{}}
  who:
  why:
  date:
"""
        in text
    )


def test_a_program_is_listed_without_a_program_of_its_own() -> None:
    program = replace(FACTS[0], rule="program-of-the-title")
    assert f"""
  kind: program
  fact: "{NAME}"
  passage: """ in sheet(doubts([read((program, *FACTS[1:]))], Gazetteer.shipped()))


def test_a_sheet_that_nobody_filled_in_corrects_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text(sheet(doubts([read()], Gazetteer.shipped())), "utf-8")
    assert read_corrections(tmp_path) == ()


def test_what_is_filled_in_is_applied(tmp_path: Path) -> None:
    text = sheet(doubts([with_goal(deadline_inferred=True)], Gazetteer.shipped()))
    unit, count, goal = text.split("\n\n")[-3:]
    filled = [
        unit.replace("action: ", "action: add").replace("set: {}", "set: {name: 沈阳市铁西区}"),
        count.replace("action: ", "action: confirm"),
        goal.replace("action: ", "action: correct").replace("set: {}", "set: {deadline: 2024-12}"),
    ]
    saved = "\n\n".join(filled).replace("who:", "who: reader-1").replace("why:", "why: 见附件名单")
    (tmp_path / "a.yml").write_text(saved, "utf-8")
    facts, outcomes = correct(with_goal(deadline_inferred=True), read_corrections(tmp_path), Gazetteer.shipped())
    assert [outcome.status for outcome in outcomes] == ["applied"] * 3
    assert [each.why for each in facts.corrections] == ["见附件名单"] * 3
    assert doubts([facts], Gazetteer.shipped()) == ()


def test_a_sheet_quotes_any_characters_so_that_they_come_back(tmp_path: Path) -> None:
    words = '须有“固定”\t"场所": #1\r\n\u2028*滦州\ufeff'
    text = TEXT + words
    fact = replace(FACTS[9], passages=(passage(words, text=text),), text="固定: #场所", rule="goal-required")
    written = sheet(doubts([read((*FACTS, fact), text)], Gazetteer.shipped()))
    (tmp_path / "a.yml").write_text(
        written.replace("action: ", "action: reject").replace("who:", "who: r").replace("why:", "why: w"), "utf-8"
    )
    _, outcomes = correct(read((*FACTS, fact), text), read_corrections(tmp_path), Gazetteer.shipped())
    assert [outcome.status for outcome in outcomes] == ["applied"] * 3


def test_a_sheet_shows_no_telephone_number() -> None:
    text = TEXT.replace("3个县", "3个县（联系电话：0315-1234567）")
    facts = tuple(fact for fact in FACTS if fact.passages[0].start <= passage("3个县").start)
    assert "1234567" not in sheet(doubts([read(facts, text)], Gazetteer.shipped()))


def test_the_same_documents_give_the_same_sheet() -> None:
    one, other = (sheet(doubts([read()], Gazetteer.shipped())) for _ in range(2))
    assert one == other
