from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_graph.extract.mentioned import mentioned
from build_graph.model import DeclaredCount, Discrepancy, Document, DocumentFacts, Fact, Issuer, Passage, Program
from build_graph.places import Gazetteer
from build_graph.reconcile import Mentions, reconcile
from build_graph.reconcile.agencies import agency_name
from tests.reconcile.together import suggested, together

HERE = (Passage(0, 1, "试"),)


def document(name: str, *facts: Fact) -> DocumentFacts:
    return DocumentFacts(Document(name, f"{name}.txt", "试点"), facts)


def program(name: str, *aliases: str, jurisdiction: str | None = None) -> Program:
    return Program(name=name, aliases=aliases, jurisdiction=jurisdiction, is_pilot=True, passages=HERE, rule="r")


def issuer(name: str) -> Issuer:
    return Issuer(name=name, as_written=name, passages=HERE, rule="r")


def reconciled(*documents: DocumentFacts):
    return together(documents)


def test_names_that_differ_by_an_abbreviation_or_in_order_are_one_program() -> None:
    found = reconciled(
        document("a", program("县域医共体建设试点")),
        document("b", program("县域医疗卫生共同体建设试点", "医共体试点")),
        document("c", program("医共体县域建设试点")),
    )
    (identity,) = found.programs
    assert identity.id == "县域医疗卫生共同体建设试点"
    assert identity.label == "县域医疗卫生共同体建设试点"
    assert identity.names == ("医共体县域建设试点", "医共体试点", "县域医共体建设试点")
    assert set(found.program_of.values()) == {identity.id}


def test_a_county_that_carries_out_a_national_pilots_policy_is_related_and_not_the_same() -> None:
    found = reconciled(
        document("a", program("县域医共体建设试点")), document("b", program("县域医共体建设", jurisdiction="510923"))
    )
    assert [p.id for p in found.programs] == ["县域医疗卫生共同体建设试点", "四川省遂宁市大英县-县域医疗卫生共同体建设"]
    assert found.same_policies == ((found.programs[0].id, found.programs[1].id),)


def test_a_name_that_begins_with_the_place_is_no_other_name_beside_the_label() -> None:
    (found,) = reconciled(document("a", program("互助养老试点", "山东省互助养老试点", jurisdiction="370000"))).programs
    assert (found.label, found.names) == ("山东省互助养老试点", ())


def test_a_program_named_with_its_division_is_that_divisions_program() -> None:
    found = reconciled(
        document("a", program("江西省互助养老试点", "互助养老试点", jurisdiction="360000")),
        document("b", program("互助养老试点", jurisdiction="360000")),
        document("c", program("互助养老试点", jurisdiction="420000")),
    )
    assert [each.label for each in found.programs] == ["江西省互助养老试点", "湖北省互助养老试点"]
    assert found.program_of["360000", "江西省互助养老试点"] == found.program_of["360000", "互助养老试点"]


def test_one_document_may_name_programs_of_two_divisions() -> None:
    found = reconciled(
        document(
            "a",
            program("江西省互助养老试点", "互助养老试点", jurisdiction="360000"),
            program("互助养老试点"),
        )
    )
    assert len(found.programs) == len(set(found.program_of.values())) == 2


def test_other_policies_are_not_related() -> None:
    assert reconciled(document("a", program("甲试点")), document("b", program("乙试点"))).same_policies == ()


def test_all_forms_of_a_body_are_one_agency() -> None:
    (agency,) = reconciled(document("a", issuer("国家卫健委")), document("b", issuer("国家卫生健康委"))).agencies
    assert (agency.name, agency.forms) == ("国家卫生健康委员会", ("国家卫健委", "国家卫生健康委"))


def test_an_office_is_part_of_its_body() -> None:
    body, office = reconciled(document("a", issuer("教育部办公厅"))).agencies
    assert (body.name, office.name, office.part_of) == ("教育部", "教育部办公厅", "教育部")


def test_a_local_body_has_its_division() -> None:
    (agency,) = reconciled(document("a", issuer("四川省教育厅"))).agencies
    assert agency.jurisdiction == "510000"


@pytest.mark.parametrize(
    ("written", "full"), [("国务院办公厅", "国务院办公厅"), ("国家卫健委办公厅", "国家卫生健康委员会办公厅")]
)
def test_the_full_name_keeps_the_office(written: str, full: str) -> None:
    assert agency_name(written) == full


def lost(name: str, of: str) -> DocumentFacts:
    count = DeclaredCount(program=name, of=of, value=None, passages=HERE, rule="count-lost")
    gap = Discrepancy(program=name, type="lost_digits", stated="等个县", passages=HERE, rule="digits-lost")
    return document("gap", program(name), count, gap)


def stated(name: str, of: str, value: float, rule: str = "count-of-component") -> DocumentFacts:
    return document("full", program(name), DeclaredCount(program=name, of=of, value=value, passages=HERE, rule=rule))


def test_a_lost_number_gets_a_suggestion_from_a_document_on_the_same_program() -> None:
    (found,) = suggested(lost("校园试点", "校园试点县"), stated("校园试点", "试点县", 90))
    assert (found.gap.document, found.value, found.offered_by) == ("gap", "90", "full")


@pytest.mark.parametrize(
    "other",
    [
        stated("社区试点", "试点县", 90),
        stated("校园试点", "试点省", 90),
        stated("校园试点", "试点县", 80, "count-changed-from"),
    ],
)
def test_another_program_another_thing_or_an_older_number_suggests_nothing(other: DocumentFacts) -> None:
    assert suggested(lost("校园试点", "校园试点县"), other) == []


def test_a_document_suggests_nothing_to_itself() -> None:
    gap = lost("校园试点", "校园试点县")
    own = DeclaredCount(program="校园试点", of="试点县", value=90, passages=HERE, rule="count-of-component")
    assert suggested(DocumentFacts(gap.document, (*gap.facts, own))) == []


def test_the_order_of_the_documents_changes_nothing() -> None:
    documents: Sequence[DocumentFacts] = [lost("校园试点", "校园试点县"), stated("校园试点", "试点县", 90)]
    assert reconciled(*documents) == reconciled(*reversed(documents))


MANY = [
    document("a", program("县域医共体建设试点", "医共体试点"), issuer("国家卫健委")),
    document("b", program("县域医疗卫生共同体建设试点"), program("互助养老试点", jurisdiction="360000")),
    document("c", program("县域医共体建设", jurisdiction="510923"), issuer("四川省教育厅")),
    document("d", program("江西省互助养老试点", jurisdiction="360000")),
    lost("校园试点", "校园试点县"),
]


@given(st.permutations(MANY), st.integers(0, len(MANY)))
def test_mentions_are_added_up_in_any_order_and_in_parts(documents: list[DocumentFacts], cut: int) -> None:
    one, other = Mentions(), Mentions()
    for number, facts in enumerate(documents):
        (one if number < cut else other).add(mentioned(facts))
    other.add_all(one)
    assert reconcile(other, Gazetteer.shipped()) == together(MANY)


def test_what_a_thousand_documents_say_in_the_same_words_takes_the_room_of_one() -> None:
    total = Mentions()
    for number in range(1000):
        by = Issuer(program="甲试点", name="国家卫健委", as_written="国家卫健委", passages=HERE, rule="r")
        total.add(mentioned(document(str(number), program("甲试点"), by)))
    assert (len(total.programs), len(total.bodies), len(total.issuers), total.gaps) == (1, 1, 1, set())
