from build_graph.extract.concerns import concerned
from build_graph.model import DeclaredCount, Discrepancy, Goal, Passage, PilotUnit


def passage(start: int, end: int) -> Passage:
    return Passage(start, end, "字" * (end - start))


UNIT = PilotUnit(
    as_written="甲市",
    name="甲市",
    code=None,
    level="city",
    province=None,
    stated_province=None,
    passages=(passage(10, 12),),
    rule="r",
)
COUNT = DeclaredCount(of="县", value=None, passages=(passage(20, 23),), rule="r")
GOAL = Goal(text="建成", passages=(passage(15, 30),), rule="r")
FACTS = (UNIT, COUNT, GOAL)


def doubt(kind: str, *at: tuple[int, int], counter: tuple[tuple[int, int], ...] = ()) -> Discrepancy:
    return Discrepancy(
        type=kind,
        passages=tuple(passage(*p) for p in at),
        counter_passages=tuple(passage(*p) for p in counter),
        rule="r",
    )


def test_a_row_in_the_wrong_province_concerns_its_unit() -> None:
    assert list(concerned(doubt("wrong_province", (5, 14)), FACTS)) == [UNIT]


def test_a_lost_number_concerns_the_count_and_the_goal_that_need_it() -> None:
    assert list(concerned(doubt("lost_digits", (20, 23)), FACTS)) == [COUNT, GOAL]


def test_a_count_that_differs_from_its_list_is_what_the_doubt_is_about() -> None:
    assert list(concerned(doubt("count_mismatch", (5, 14), counter=((20, 23),)), FACTS)) == [COUNT]


def test_what_is_said_elsewhere_is_not_concerned() -> None:
    assert list(concerned(doubt("wrong_province", (12, 14)), FACTS)) == []
