"""A declared number is compared with the list as people corrected it."""

from __future__ import annotations

from build_graph.model import DeclaredCount, Discrepancy
from tests.correct.conftest import FACTS, Person, read


def test_a_unit_that_a_person_adds_is_one_of_the_list(person: Person, of_kind) -> None:
    """滦州市、铁西区、青岛市3个县: with the second name, three are listed and nothing is in doubt."""
    corrected, _ = person.says("add", "pilot_unit", "铁西区", set={"code": "210106"})
    assert [count.listed for count in of_kind(corrected, DeclaredCount)] == [3]
    assert of_kind(corrected, Discrepancy) == []


def test_a_unit_that_a_person_rejects_is_none(person: Person, of_kind) -> None:
    corrected, _ = person.says("reject", "pilot_unit", "青岛市")
    assert [count.listed for count in of_kind(corrected, DeclaredCount)] == [None]
    assert of_kind(corrected, Discrepancy) == []


def test_a_number_that_a_person_corrects_is_compared_anew(person: Person, of_kind) -> None:
    corrected, _ = person.says("correct", "declared_count", "3个县", set={"value": 1})
    assert of_kind(corrected, Discrepancy) == []
    corrected, _ = person.says("correct", "declared_count", "3个县", set={"value": 4})
    assert [(doubt.stated, doubt.expected) for doubt in of_kind(corrected, Discrepancy)] == [("4", "1")]


def test_a_doubt_that_a_person_confirmed_stays_as_it_is(person: Person, of_kind) -> None:
    corrected, _ = person.corrects(
        person.entry("confirm", "discrepancy", "3个县"),
        person.entry("reject", "pilot_unit", "滦州市"),
    )
    assert [(doubt.stated, doubt.expected) for doubt in of_kind(corrected, Discrepancy)] == [("3", "1")]


def test_where_no_list_changed_nothing_is_counted_anew(person: Person, of_kind) -> None:
    corrected, _ = person.says("reject", "condition", "有固定场所")
    assert of_kind(corrected, DeclaredCount) == [fact for fact in FACTS if isinstance(fact, DeclaredCount)]
    assert of_kind(corrected, Discrepancy) == of_kind(read(), Discrepancy)
