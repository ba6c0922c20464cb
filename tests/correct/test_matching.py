"""Which fact an entry means, and what is told where it means none any more, or several."""

from __future__ import annotations

from dataclasses import replace

import pytest

from build_graph.model import PilotUnit, Task
from tests.correct.conftest import FACTS, NAME, TEXT, Person, passage, read

TWICE = TEXT + "滦州市也是社区助餐试点县。\n"


def test_the_words_of_a_passage_and_the_kind_tell_the_fact(person: Person, of_kind) -> None:
    corrected, outcome = person.says("reject", "pilot_unit", "滦州市")
    assert outcome.status == "applied"
    assert [unit.name for unit in of_kind(corrected, PilotUnit)] == ["山东省青岛市"]


def test_a_document_can_be_called_by_its_file(person: Person) -> None:
    from build_graph.correct import Book

    entries = [
        person.entry("reject", "pilot_unit", "滦州市", document=name) for name in ("notice.txt", "other", "notice")
    ]
    book = Book(entries)
    assert book.about(read().document) == [entries[0], entries[2]]
    assert book.elsewhere() == [entries[1]]


def test_a_passage_that_changed_by_one_character_makes_the_entry_stale(person: Person) -> None:
    goal = "到2024年，助餐点覆盖60%以上的社区"
    entry = person.entry("correct", "goal", goal, set={"deadline": "2024-06"})
    assert person.corrects(entry)[1][0].status == "applied"
    for other in (TEXT.replace("60%以上", "65%以上"), TEXT.replace("到2024年，", "到2024年,")):
        found = tuple(fact for fact in FACTS if fact.passages[0].exact != goal)
        facts, (outcome,) = person.corrects(entry, facts=read(found, other))
        assert outcome.status == "stale"
        assert (
            "the passage has changed: “到2024年，助餐点覆盖60%以上的社区” does not stand in notice.txt" in outcome.told
        )
        assert facts == read(found, other)


def test_blanks_around_the_words_are_no_part_of_them_and_that_is_told(person: Person) -> None:
    for action in ("reject", "add"):
        _, outcome = person.says(action, "pilot_unit", "滦州市\n")
        assert (outcome.status, outcome.told) == (
            "stale", "the passage has changed: “滦州市” does not stand in notice.txt; it does without the blanks at its ends",
        )  # fmt: skip


def test_an_entry_about_what_is_no_longer_read_there_is_stale(person: Person) -> None:
    _, outcome = person.says("correct", "condition", "滦州市", set={"text": "甲"})
    assert (outcome.status, outcome.told) == ("stale", "no condition stands on “滦州市”")
    _, outcome = person.says("confirm", "pilot_unit", "滦州")
    assert outcome.told == "no pilot_unit stands on “滦州”; one stands on “滦州市”: copy its words"


def test_another_fact_on_the_same_words_is_not_taken_for_the_one_that_is_meant(person: Person) -> None:
    _, outcome = person.says("confirm", "pilot_unit", "滦州市", fact="河北省唐山市滦南县")
    assert outcome.status == "stale"
    assert "no pilot_unit 河北省唐山市滦南县 stands on “滦州市” any more, but 河北省唐山市滦州市 (at " in outcome.told


def test_what_is_rejected_and_no_longer_read_needs_no_entry(person: Person) -> None:
    _, outcome = person.says("reject", "condition", "滦州市")
    assert (outcome.status, outcome.told) == ("no longer needed", "no condition stands on “滦州市” any more")


def test_what_is_rejected_by_other_words_than_its_own_is_told_them(person: Person) -> None:
    """It is read still: the entry has not done what its writer wanted."""
    facts, outcome = person.says("reject", "pilot_unit", "滦州")
    assert (outcome.status, facts) == ("stale", read())
    assert outcome.told == "no pilot_unit stands on “滦州”; one stands on “滦州市”: copy its words"


def test_what_is_read_as_it_was_corrected_needs_no_entry(person: Person) -> None:
    for more in ({}, {"fact": "内蒙古自治区的某地"}):
        facts, outcome = person.says(
            "correct", "pilot_unit", "滦州市", set={"name": "滦州市", "code": "130284"}, **more
        )
        assert (outcome.status, facts) == ("no longer needed", read())
        assert "is read so by now" in outcome.told


# Several facts on the same words


def two_units() -> tuple[PilotUnit, ...]:
    """The same words twice in the document, for two designations."""
    first = next(fact for fact in FACTS if isinstance(fact, PilotUnit))
    return first, replace(first, designation="试点县", passages=(passage("滦州市", 3, TWICE),))


@pytest.mark.parametrize(
    ("more", "taken"),
    [
        ({"start": passage("滦州市").start}, 0),
        ({"start": passage("滦州市", 3, TWICE).start}, 1),
        ({"occurrence": 3}, 1),
    ],
)
def test_a_position_tells_equal_words_apart(more: dict[str, int], taken: int, person: Person) -> None:
    facts = read(two_units(), TWICE)
    corrected, outcome = person.says("reject", "pilot_unit", {"exact": "滦州市", **more}, facts=facts)
    assert outcome.status == "applied"
    assert corrected.facts == (two_units()[1 - taken],)


def test_a_position_is_only_a_hint(person: Person) -> None:
    _, outcome = person.says("reject", "pilot_unit", {"exact": "滦州市", "start": 0})
    assert outcome.status == "applied"


def test_an_entry_that_may_mean_several_facts_lists_them(person: Person) -> None:
    _, outcome = person.says("reject", "pilot_unit", "滦州市", facts=read(two_units(), TWICE))
    assert outcome.status == "mistaken"
    assert outcome.told.startswith("2 facts of the kind pilot_unit stand on “滦州市”: 河北省唐山市滦州市 (at ")
    assert outcome.told.endswith("say which with start: in passage, as passage: {exact: …, start: …}")


def test_the_words_of_the_fact_tell_it_apart(person: Person) -> None:
    words = "建设食堂"
    tasks = tuple(Task(program=NAME, text=text, passages=(passage(words),), rule="r") for text in ("建食堂", "设食堂"))
    _, outcome = person.says("reject", "task", words, facts=read(tasks))
    assert "建食堂 (at" in outcome.told
    assert outcome.told.endswith("say which with fact: and its words")
    corrected, _ = person.says("reject", "task", words, fact="设食堂", facts=read(tasks))
    assert corrected.facts == tasks[:1]
    corrected, _ = person.says("reject", "task", words, fact="建", facts=read(tasks))
    assert corrected.facts == tasks[1:]


def test_the_program_tells_facts_apart_that_are_alike_in_all_else(person: Person) -> None:
    tasks = tuple(
        Task(program=each, text="建设食堂", passages=(passage("建设食堂"),), rule="r") for each in (NAME, "甲试点")
    )
    _, outcome = person.says("reject", "task", "建设食堂", facts=read(tasks))
    assert outcome.told.endswith("say which with program:")
    corrected, _ = person.says("reject", "task", "建设食堂", program="甲试点", facts=read(tasks))
    assert corrected.facts == tasks[:1]
