import pytest

from build_graph.parse.numbers import range_of, value_of


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("567", 567),
        ("12.5", 12.5),
        ("两", 2),
        ("十", 10),
        ("十三", 13),
        ("二十", 20),
        ("一百零五", 105),
        ("二〇一九", 2019),
        ("1.2万", 12000),
        ("四十二点零七", 42.07),
        ("3亿", 300_000_000),
    ],
)
def test_a_numeral_has_its_value(written: str, value: float) -> None:
    assert value_of(written) == value


@pytest.mark.parametrize("written", ["", "多", "数十", "3个", "点五", "五点"])
def test_what_is_no_numeral_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match=r"not a number|could not convert"):
        value_of(written)


@pytest.mark.parametrize("written", ["60-70", "60—70", "60~70", "60至70"])
def test_both_ends_of_a_range(written: str) -> None:
    assert range_of(written) == (60, 70)
