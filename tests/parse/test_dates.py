import pytest

from build_graph.parse.dates import deadline

PAGE = "2021-06-15"


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("到2025年，基本建成", "2025"),
        ("2025年底前完成", "2025-12"),
        ("到2024年末", "2024-12"),
        ("2023年上半年完成布局", "2023-06"),
        ("2023年下半年完成布局", "2023-12"),
        ("2023年3月底前完成", "2023-03"),
        ("2011年5月31日前报送", "2011-05-31"),
        ("于2019年初启动", "2019"),
    ],
)
def test_a_stated_date_keeps_its_precision(text: str, iso: str) -> None:
    found = deadline(text, None)
    assert found is not None
    assert (found.iso, found.inferred) == (iso, False)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("今年将建成", "2021"),
        ("明年底前覆盖", "2022-12"),
        ("年底前完成", "2021-12"),
        ("12月底前完成", "2021-12"),
        ("9月10日前报送", "2021-09-10"),
        ("5年内全部完成", "2026"),
        ("“十四五”期间建成", "2025"),
    ],
)
def test_a_relative_date_resolves_against_the_page_and_is_marked(text: str, iso: str) -> None:
    found = deadline(text, PAGE)
    assert found is not None
    assert (found.iso, found.inferred) == (iso, True)


def test_a_relative_date_without_a_page_date_stays_unknown() -> None:
    found = deadline("今年将建成", None)
    assert found is not None
    assert found.iso is None


@pytest.mark.parametrize("text", ["三年行动", "每年底评估", "近3年来", "试点工作有序推进"])
def test_what_is_no_date_gives_none(text: str) -> None:
    assert deadline(text, PAGE) is None


def test_the_first_date_of_a_text_wins() -> None:
    found = deadline("到2023年上半年完成布局，到2025年成熟", None)
    assert found is not None
    assert found.iso == "2023-06"
