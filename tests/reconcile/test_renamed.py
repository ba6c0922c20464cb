"""Programs that are one although documents name them differently."""

from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, Store

from build_graph.model import Change, Correction, Document, DocumentFacts, Passage, Program
from build_graph.pipeline import build, facts_of
from build_graph.reconcile import ProgramIdentity
from tests.reconcile.together import together

HERE = (Passage(0, 1, "试"),)


def program(name: str, *aliases: str, later: str | None = None, at: str | None = None, pilot: bool = True) -> Program:
    return Program(
        name=name, aliases=aliases, later_name=later, jurisdiction=at, is_pilot=pilot, passages=HERE, rule="r"
    )


def given(name: str, alias: str) -> Program:
    """A program that a person gave another name."""
    change = Change("aliases", None, alias)
    correction = Correction("alias", "program", name, HERE[0], "reader-1", "同一个项目", changes=(change,))
    return Program(name=name, is_pilot=True, passages=HERE, rule="r", corrections=(correction,))


def named(*programs: Program) -> tuple[ProgramIdentity, ...]:
    """What documents on one program each say together, whatever the order of the documents."""
    documents = [
        DocumentFacts(Document(str(number), f"{number}.txt", "试点"), (each,)) for number, each in enumerate(programs)
    ]
    found = together(documents).programs
    assert together(documents[::-1]).programs == found
    return found


# --- renamed


def test_a_renamed_program_and_the_program_of_its_later_name_are_one_that_goes_by_the_later_name() -> None:
    (one,) = named(program("云上课堂试点", later="同步课堂试点"), program("同步课堂试点"))
    assert (one.id, one.label, one.names) == ("同步课堂试点", "同步课堂试点", ("云上课堂试点",))


def test_two_texts_one_of_which_tells_the_renaming_are_on_one_program(tmp_path: Path) -> None:
    (tmp_path / "old.txt").write_text(
        "教育部决定将云上课堂建设试点更名为同步课堂建设试点。云上课堂建设试点县名单：河北省滦州市。\n", "utf-8"
    )
    (tmp_path / "new.txt").write_text(
        "教育部公布第二批同步课堂建设试点县名单：河北省滦南县。同步课堂建设试点进展顺利。\n", "utf-8"
    )
    summary = build([tmp_path / "old.txt", tmp_path / "new.txt"], tmp_path / "out", stamp=False)
    assert summary.published, summary.report.to_text()
    assert summary.facts["program"] == 2
    store = Store()
    store.bulk_load(path=summary.folder / "graph.nq", format=RdfFormat.N_QUADS)
    told = {
        (row["d"].value, row["l"].value)
        for row in store.query(
            """PREFIX rg: <https://w3id.org/reformgraph/ontology#>
            SELECT ?d ?l { ?p a rg:Program ; rg:statedIn/<http://purl.org/dc/terms/identifier> ?d ;
                           <http://www.w3.org/2004/02/skos/core#prefLabel> ?l }""",
            use_default_graph_as_union=True,
        )
    }
    assert told == {("old.txt", "同步课堂建设试点"), ("new.txt", "同步课堂建设试点")}


def test_a_later_name_without_the_word_pilot_means_the_only_program_of_its_policy() -> None:
    (one,) = named(program("云上课堂试点", later="同步课堂"), program("“同步课堂”建设试点"))
    assert one.label == "“同步课堂”建设试点"
    assert one.names == ("云上课堂试点", "同步课堂")


def test_a_later_name_that_one_program_has_exactly_means_no_other_of_its_policy() -> None:
    found = named(program("甲班试点", later="同步课堂试点"), program("同步课堂试点"), program("同步课堂建设试点"))
    assert [one.names for one in found if one.id == "同步课堂试点"] == [("甲班试点",)]
    assert len(found) == 2


def test_a_later_name_that_two_programs_may_have_joins_none_of_them() -> None:
    assert len(named(program("甲班试点", later="同步课堂"), program("同步课堂试点"), program("同步课堂建设试点"))) == 3


def test_a_program_that_was_renamed_twice_goes_by_its_last_name() -> None:
    first, second = program("甲课堂试点", later="乙课堂试点"), program("乙课堂试点", later="高课堂试点")
    for documents in ((first, second, program("高课堂试点")), (program("高课堂试点"), first, second)):
        (one,) = named(*documents)
        assert one.id == "高课堂试点"


def test_the_later_name_goes_before_a_name_that_more_documents_use() -> None:
    others = [given("丙课堂", "甲课堂试点")] * 2
    (one,) = named(program("甲课堂试点", later="乙课堂试点"), program("乙课堂试点"), *others)
    assert one.id == "乙课堂试点"


def test_a_name_given_and_taken_back_is_settled_by_the_number_of_documents() -> None:
    back_and_forth = [program("甲课堂试点", later="乙课堂试点"), program("乙课堂试点", later="甲课堂试点")]
    (one,) = named(*back_and_forth, program("乙课堂试点"))
    assert one.id == "乙课堂试点"


def test_a_later_name_that_no_other_document_uses_is_another_name() -> None:
    (one,) = named(program("云上课堂试点", later="同步课堂试点"))
    assert (one.id, one.names) == ("云上课堂试点", ("同步课堂试点",))


def test_the_program_of_another_place_keeps_its_own_identity() -> None:
    for later in ("同步课堂试点", "同步课堂"):
        assert len(named(program("云上课堂试点", later=later), program("同步课堂试点", at="130000"))) == 2
        assert len(named(program("云上课堂试点", later=later, at="130000"), program("同步课堂试点"))) == 2
        assert len(named(program("云上课堂试点", later=later, at="130000"), program("同步课堂试点", at="130000"))) == 1


def test_a_program_whose_later_name_is_another_form_of_its_own_stays_itself() -> None:
    (one,) = named(program("县域医共体试点", later="县域医疗卫生共同体试点"))
    assert one.id == "县域医疗卫生共同体试点"


def test_a_name_that_a_person_gave_joins_as_it_did() -> None:
    assert len(named(given("甲试点", "乙试点"), program("乙试点"))) == 1
    assert len(named(given("甲试点", "乙试点"), program("丙试点"))) == 2


# --- full names in other words


def test_two_full_names_that_one_document_uses_are_one_program() -> None:
    (one,) = named(program("农业服务数字托管试点", "农业生产数字托管试点"), program("农业生产数字托管试点"))
    assert one.names in {("农业服务数字托管试点",), ("农业生产数字托管试点",)}


@pytest.mark.parametrize(
    ("alias", "why"),
    [
        ("数字托管试点", "a shorter form may be short for another program"),
        ("浙江五地试点", "it shares nothing with the name"),
        ("农业生产数字托管", "it is no full name of a pilot"),
        ("试点县和试点省", "it names the units"),
    ],
)
def test_other_words_for_a_program_join_nothing(alias: str, why: str) -> None:
    assert len(named(program("农业服务数字托管试点", alias), program(alias))) == 2, why


def test_a_full_name_that_two_programs_claim_joins_neither() -> None:
    claimed = "农业数字托管新试点"
    found = named(program("农业数字托管甲试点", claimed), program("农业数字托管乙试点", claimed), program(claimed))
    assert len(found) == 3


def test_another_order_of_its_own_name_does_not_count_as_a_claim() -> None:
    own = program("农业生产数字托管试点", "数字托管农业生产试点")
    assert len(named(own, program("农业服务数字托管试点", "农业生产数字托管试点"))) == 1


def test_the_facts_of_a_text_hold_the_later_name() -> None:
    text = (
        "教育部开展云上课堂建设试点。教育部决定将云上课堂建设试点更名为同步课堂建设试点。河北省滦州市被确定为试点县。"
    )
    (found,) = [fact for fact in facts_of(Document("a", "a.txt", text)).facts if isinstance(fact, Program)]
    assert found.later_name == "同步课堂建设试点"
