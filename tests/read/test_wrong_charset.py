"""Texts that were decoded with the wrong character set become Chinese again; all others stay as they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_graph.read.wrong_charset import rightly_decoded

TEXT = "水利部关于开展智慧灌区建设试点的通知\n各省水利厅：\n到2030年，在杭州市、宁波市建成智慧灌区20处。\n"
LATIN = {"\x81": "\x81", "\x8d": "\x8d", "\x8f": "\x8f", "\x90": "\x90", "\x9d": "\x9d"}


def cp1252(data: bytes) -> str:
    """Decode as browsers do: what the character set lacks becomes a control character."""
    return "".join(LATIN.get(chr(byte)) or bytes([byte]).decode("cp1252") for byte in data)


@pytest.mark.parametrize(
    "shown",
    [
        TEXT.encode().decode("latin-1"),
        cp1252(TEXT.encode()),
        TEXT.encode("gbk").decode("latin-1"),
        cp1252(TEXT.encode("gbk")),
    ],
    ids=["UTF-8 as Latin-1", "UTF-8 as cp1252", "cp936 as Latin-1", "cp936 as cp1252"],
)
def test_all_characters_come_back_from_western_ones(shown: str) -> None:
    found = rightly_decoded(shown)
    assert found is not None
    assert found.text == TEXT
    at = found.text.index("杭州市")
    shows = shown[found.starts[at] : found.ends[at + 2]]
    assert rightly_decoded(shows).text == "杭州市"


def test_utf8_that_was_taken_for_cp936_comes_back_but_for_what_lost_a_byte() -> None:
    shown = TEXT.encode().decode("gb18030", "replace")
    found = rightly_decoded(shown).text
    assert found.startswith("水利部关于开展智慧灌区建设试点的通知\n各省水利厅：\n")
    unread = found.count("\ufffd")
    assert 0 < unread < 5
    assert set(found) - {"\ufffd"} <= set(TEXT)


def test_lines_that_were_decoded_rightly_stay() -> None:
    shown = "水利部关于开展试点\n" + TEXT.encode().decode("latin-1") * 2
    assert rightly_decoded(shown).text == "水利部关于开展试点\n" + TEXT * 2


@pytest.mark.parametrize(
    "text",
    [
        "Le décret crée une expérience pilote à Évry, où l’eau est mesurée à l’été.",
        "É è à ù ç ö ü ß æ ø å",
        "Thí điểm đô thị thông minh được triển khai ở Hà Nội",
        "在阿勒泰、可可托海（Köktokay）启动试点。",
        "鐨銆锛",
        "铁路、公路、水路联运试点，锛是一个生僻字。",
        "\u00bd\u00cc\u00d3",
    ],
)
def test_other_texts_stay(text: str) -> None:
    assert rightly_decoded(text) is None


@given(st.text(alphabet=st.characters(max_codepoint=0x2122), max_size=60))
def test_whatever_is_shown_leads_back(text: str) -> None:
    found = rightly_decoded(text)
    if found is not None:
        assert len(found.text) == len(found.starts) == len(found.ends)
        assert all(0 <= start < end <= len(text) for start, end in zip(found.starts, found.ends, strict=True))
