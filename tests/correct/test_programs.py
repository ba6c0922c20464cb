"""Programs: their facts follow them; other names join them across documents."""

from __future__ import annotations

from dataclasses import replace

from build_graph.correct.attributes import words_of
from build_graph.extract.mentioned import mentioned
from build_graph.model import KINDS, Change, Document, DocumentFacts, Passage, PilotUnit, Program
from tests.correct.conftest import FACTS, NAME, Person, passage, read, unit
from tests.reconcile.together import together

OTHER = Program(name="旧房改造", passages=(passage("改造旧房"),), rule="program-named-pilot")


def test_the_facts_of_a_renamed_program_follow_it(person: Person) -> None:
    corrected, outcome = person.says("correct", "program", NAME, set={"name": "社区助餐服务试点"})
    assert outcome.told == "program 社区助餐试点: name 社区助餐试点 → 社区助餐服务试点"
    assert {fact.program for fact in corrected.facts if not isinstance(fact, Program)} == {"社区助餐服务试点"}


def test_other_entries_can_use_the_old_name_and_the_new_one(person: Person) -> None:
    renaming = person.entry("correct", "program", NAME, set={"name": "社区助餐服务试点"})
    for name in (NAME, "社区助餐服务试点"):
        adding = person.entry("add", "issuer", "申报单位", set={"program": name})
        _, outcomes = person.corrects(adding, renaming)
        assert [outcome.status for outcome in outcomes] == ["applied", "applied"]


def test_a_program_that_gets_the_name_of_another_becomes_one_with_it(person: Person, of_kind) -> None:
    stray = replace(unit("铁西区", "辽宁省沈阳市铁西区", "210106"), program=OTHER.name)
    facts = read((*FACTS, OTHER, stray))
    corrected, _ = person.says("correct", "program", "改造旧房", set={"name": NAME}, facts=facts)
    (program,) = of_kind(corrected, Program)
    assert (program.name, program.passages) == (NAME, (passage(NAME), passage("改造旧房")))
    assert {found.program for found in of_kind(corrected, PilotUnit)} == {NAME}


def test_what_belongs_to_a_rejected_program_goes_with_it(person: Person, of_kind) -> None:
    stray = replace(unit("铁西区", "辽宁省沈阳市铁西区", "210106"), program=OTHER.name)
    corrected, outcome = person.says("reject", "program", "改造旧房", facts=read((*FACTS, OTHER, stray)))
    assert corrected.facts == read().facts
    assert outcome.told == "program 旧房改造: rejected, and what belongs to it (1)"
    assert [(each.kind, each.fact, each.passage.exact) for each in corrected.corrections] == [
        ("program", "旧房改造", "改造旧房"),
    ]  # fmt: skip


def test_no_person_is_said_to_have_rejected_what_goes_with_a_program(person: Person) -> None:
    """It is told as a consequence, in the correction of the program; a heading is in no list of facts."""
    corrected, outcome = person.says("reject", "program", NAME)
    (correction,) = corrected.corrections
    assert (correction.kind, correction.fact) == ("program", NAME)
    gone = [fact for fact in read().listed if fact.program == NAME]
    assert list(correction.changes) == [Change(KINDS[type(fact)], words_of(fact), None) for fact in gone]
    assert outcome.told == f"program {NAME}: rejected, and what belongs to it ({len(gone)})"


def test_what_is_rejected_by_itself_is_not_rejected_again_with_its_program(person: Person) -> None:
    stray = replace(unit("铁西区", "辽宁省沈阳市铁西区", "210106"), program=OTHER.name)
    corrected, _ = person.corrects(
        person.entry("reject", "program", "改造旧房"),
        person.entry("reject", "pilot_unit", "铁西区", why="只是提到"),
        facts=read((*FACTS, OTHER, stray)),
    )
    assert [(each.kind, each.why) for each in corrected.corrections] == [
        ("pilot_unit", "只是提到"), ("program", "reads otherwise"),
    ]  # fmt: skip


def test_facts_stay_with_the_program_that_takes_the_name_of_a_rejected_one(person: Person, of_kind) -> None:
    corrected, _ = person.corrects(
        person.entry("reject", "program", NAME),
        person.entry("correct", "program", "改造旧房", set={"name": NAME}),
        facts=read((*FACTS, OTHER)),
    )
    assert [program.passages for program in of_kind(corrected, Program)] == [(passage("改造旧房"),)]
    assert len(corrected.facts) == len(FACTS)


def test_what_a_person_moves_to_another_program_stays(person: Person, of_kind) -> None:
    stray = replace(unit("铁西区", "辽宁省沈阳市铁西区", "210106"), program=OTHER.name)
    corrected, _ = person.corrects(
        person.entry("reject", "program", "改造旧房"),
        person.entry("correct", "pilot_unit", "铁西区", set={"program": NAME}),
        facts=read((*FACTS, OTHER, stray)),
    )
    assert {found.program for found in of_kind(corrected, PilotUnit)} == {NAME}
    assert len(of_kind(corrected, PilotUnit)) == 3


def test_an_alias_is_a_name_of_the_program(person: Person, of_kind) -> None:
    corrected, outcome = person.says("alias", "program", NAME, set={"alias": ["老年助餐试点", NAME]})
    (program,) = of_kind(corrected, Program)
    assert program.aliases == ("社区助餐试点县", "老年助餐试点")
    assert outcome.told == "program 社区助餐试点: alias 老年助餐试点"
    _, outcome = person.says("alias", "program", NAME, set={"alias": "社区助餐试点县"})
    assert (outcome.status, outcome.told) == ("no longer needed", "the program 社区助餐试点 has this name by now")


# Across documents


def page(name: str, program: str) -> DocumentFacts:
    """Another document, on a program of its own name."""
    fact = Program(name=program, passages=(Passage(0, len(program), program),), rule="program-named-pilot")
    return DocumentFacts(Document(name, f"{name}.txt", program), (fact,))


def names(*documents: DocumentFacts) -> list[tuple[str, tuple[str, ...]]]:
    reconciled = together(documents)
    assert set(reconciled.program_of) == {called for facts in documents for called in mentioned(facts).called.values()}
    return [(program.label, program.names) for program in reconciled.programs]


def test_a_renamed_program_is_one_across_documents(person: Person) -> None:
    renamed, _ = person.says("alias", "program", NAME, set={"alias": "老年食堂试点"})
    later = page("later", "老年食堂试点")
    assert len(names(read(), later)) == 2
    for documents in ((renamed, later), (later, renamed)):
        ((_, others),) = names(*documents)
        assert {"社区助餐试点县", NAME, "老年食堂试点"} >= set(others) != set()


def test_aliases_join_programs_through_each_other(person: Person) -> None:
    renamed, _ = person.says("alias", "program", NAME, set={"alias": ["老年食堂试点", "长者饭堂试点"]})
    assert len(names(renamed, page("b", "老年食堂试点"), page("c", "长者饭堂试点"), page("d", "旧房改造试点"))) == 2
