"""Plain texts whose characters stand for others: what they say, and the way back to what stands there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_graph.read.disguised import undisguised
from build_graph.read.source import page_or_text


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        ("启动&ldquo;智慧灌区&rdquo;试点&mdash;&mdash;甲县先行", "启动“智慧灌区”试点——甲县先行"),
        ("在&#22825;津、&#x4E0A;海试点", "在天津、上海试点"),
        ("甲县&amp;amp;nbsp;乙县试点", "甲县\u00a0乙县试点"),
        ("甲县&nbsp；乙县试点", "甲县\u00a0乙县试点"),
        ("建成&gt;500处", "建成>500处"),
        ("甲县&zwnj;&#0;乙县", "甲县\u200c\ufffd乙县"),
    ],
)
def test_references_say_the_characters_that_they_stand_for(raw: str, said: str) -> None:
    found = undisguised(raw)
    assert found is not None
    assert found.text == said


@pytest.mark.parametrize(
    "raw",
    [
        "",
        "研究&开发；试点",
        "AT&T；甲县",
        "a&unknown;b",
        "见https://x.cn/?a=1&order；和",
        "https://x.cn/?a&lang;b",
        "甲&乙；",
        "&nbsp",
        "Q&A",
    ],
)
def test_what_only_looks_like_a_reference_says_itself(raw: str) -> None:
    assert undisguised(raw) is None


def test_the_way_back_leads_to_the_whole_reference() -> None:
    found = undisguised("在&#22825;津试点")
    assert found is not None
    at = found.text.index("天津")
    assert (found.starts[at], found.ends[at + 1]) == (1, 10)


def test_references_in_a_text_of_the_wrong_character_set_lead_back_through_both() -> None:
    raw = "试点的通知：&ldquo;甲县&rdquo;先行，各地要认真组织实施。".encode().decode("latin-1")
    found = undisguised(raw)
    assert found is not None
    assert found.text == "试点的通知：“甲县”先行，各地要认真组织实施。"
    at = found.text.index("“甲")
    assert raw[found.starts[at] : found.ends[at + 1]] == "&ldquo;" + "甲".encode().decode("latin-1")


def test_a_page_says_what_references_stand_for_that_were_written_down_twice() -> None:
    page = "<html><body><p>启动&amp;ldquo;智慧灌区&amp;rdquo;试点，甲县先行。</p></body></html>"
    content, _ = page_or_text(page, page=True)
    assert content is not None
    assert content.text == "启动“智慧灌区”试点，甲县先行。"
    at = content.text.index("“")
    assert page[content.starts[at] : content.ends[at]] == "&amp;ldquo;"


@given(st.text(alphabet="&#;amplt2x天x；é\n ", max_size=40))
def test_any_text_leads_back(raw: str) -> None:
    found = undisguised(raw)
    if found is not None:
        assert len(found.text) == len(found.starts) == len(found.ends)
        assert list(found.starts) == sorted(found.starts)
        assert list(found.ends) == sorted(found.ends)
        assert all(0 <= start < end <= len(raw) for start, end in zip(found.starts, found.ends, strict=True))
