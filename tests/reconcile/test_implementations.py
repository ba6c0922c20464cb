"""Programs of places that implement a program above them."""

import pytest

from build_graph.model import Document, DocumentFacts, Fact, Issuer, Passage, Program, Tier
from tests.reconcile.together import together

HERE = (Passage(0, 1, "试"),)
HEBEI, TANGSHAN, LUANZHOU, SICHUAN = "130000", "130200", "130284", "510000"
NATIONAL = "校园餐管理试点"
LOCAL = "校园餐管理"


def program(name: str, at: str | None = None, tier: Tier | None = None) -> Program:
    return Program(name=name, jurisdiction=at, tier=tier, is_pilot=at is None, passages=HERE, rule="r")


def issuer(name: str, program: str = NATIONAL) -> Issuer:
    return Issuer(name=name, as_written=name, program=program, passages=HERE, rule="r")


def implementing(*documents: tuple[Fact, ...]) -> list[tuple[str, str]]:
    read = [DocumentFacts(Document(str(n), f"{n}.txt", "试点"), facts) for n, facts in enumerate(documents)]
    found = together(read)
    assert together(read[::-1]).implementations == found.implementations
    assert set(found.implementations) <= {
        pair for one, other in found.same_policies for pair in ((one, other), (other, one))
    }
    return list(found.implementations)


def test_the_program_of_a_county_implements_the_national_pilot_of_its_policy() -> None:
    assert implementing((program(NATIONAL),), (program(LOCAL, LUANZHOU),)) == [
        ("河北省唐山市滦州市-校园餐管理", NATIONAL)
    ]


def test_the_program_of_a_city_implements_that_of_its_province_and_both_the_national_one() -> None:
    assert implementing((program(NATIONAL),), (program(LOCAL, HEBEI),), (program(LOCAL, TANGSHAN),)) == [
        ("河北省-校园餐管理", NATIONAL),
        ("河北省唐山市-校园餐管理", NATIONAL),
        ("河北省唐山市-校园餐管理", "河北省-校园餐管理"),
    ]


def test_programs_of_places_beside_each_other_implement_none_of_each_other() -> None:
    assert implementing((program(LOCAL, LUANZHOU),), (program(LOCAL, SICHUAN),)) == []


def test_two_programs_of_one_place_implement_none_of_each_other() -> None:
    assert implementing((program(LOCAL, HEBEI),), (program("校园餐管理建设工作", HEBEI),)) == []


def test_another_policy_is_not_implemented() -> None:
    assert implementing((program(NATIONAL),), (program("课后服务", HEBEI),)) == []


@pytest.mark.parametrize(
    ("facts", "implemented"),
    [
        ((program(NATIONAL, tier="national"),), True),
        ((program(NATIONAL, tier="provincial"),), False),
        ((program(NATIONAL), issuer("四川省教育厅")), False),
        ((program(NATIONAL), issuer("四川省教育厅"), issuer("教育部办公厅")), True),
        ((program(NATIONAL, tier="provincial"), issuer("教育部")), True),
    ],
    ids=["national", "provincial", "issued by a province", "issued by both", "a ministry knows better"],
)
def test_a_program_whose_place_is_not_known_is_not_national_for_that(
    facts: tuple[Fact, ...], implemented: bool
) -> None:
    assert bool(implementing(facts, (program(LOCAL, HEBEI),))) == implemented
