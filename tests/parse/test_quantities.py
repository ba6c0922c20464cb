import pytest

from build_graph.parse.quantities import quantities


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("覆盖率至少要有30%", [(30, ">=", "%")]),
        ("达到80%以上", [(80, ">=", "%")]),
        ("不低于百分之三十", [(30, ">=", "%")]),
        ("不超过5家", [(5, "<=", "家")]),
        ("60%—70%", [((60, 70), "range", "%")]),
        ("每个选择2-3个", [((2, 3), "range", "个")]),
        ("超过1.2万元", [(1.2, ">", "万元")]),
        ("占比30%左右", [(30, "=", "%")]),
        ("一体化管理", []),
        ("三级医院", []),
    ],
)
def test_a_quantity_has_value_bound_and_unit(text: str, expected: list) -> None:
    assert [(q.value, q.comparator, q.unit) for q in quantities(text)] == expected
