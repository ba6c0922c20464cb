"""Letters that readers of scans took digits for."""

import pytest

from build_graph.repair import misread_digits, repair


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("到2O25年，建成1OO家。", "到2025年，建成100家。"),
        ("20l9年1О月，覆盖3O%以上。", "2019年10月，覆盖30%以上。"),
        ("自2〇30年起", "自2030年起"),
    ],
)
def test_letters_inside_of_numbers_are_digits(raw: str, text: str) -> None:
    found = repair(raw)
    assert found.text == text
    assert misread_digits.KIND in dict(found.repairs)


@pytest.mark.parametrize(
    "raw",
    ["H2O与CO2", "5G网络", "3l水", "二〇三〇年", "第3Office座", "网址www.example.org/20O5年", "型号A2O年", "1O-2I"],
)
def test_letters_of_words_and_addresses_stay(raw: str) -> None:
    assert misread_digits.KIND not in dict(repair(raw).repairs)
