import codecs

import pytest

from build_graph.read.encodings import EncodingError, decode

TEXT = "教育部决定开展智慧校园建设试点。\r\n各地要认真落实。\n"
TRADITIONAL = "教育部決定開展智慧校園建設試點。\n各地要認真落實。\n"


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16-le", "utf-16-be"])
def test_the_encoding_is_detected(encoding: str) -> None:
    text, found = decode(TEXT.encode(encoding))
    assert (text, found) == (TEXT, encoding)


def test_big5_is_told_from_gb18030() -> None:
    assert decode(TRADITIONAL.encode("big5")) == (TRADITIONAL, "big5")
    assert decode(TRADITIONAL.encode("gb18030")) == (TRADITIONAL, "gb18030")


@pytest.mark.parametrize("encoding", ["gb18030", "big5"])
@pytest.mark.parametrize("text", ["公布智慧校園建設試點名單", "教育部決定開展教師培訓", "各地要認真落實經費保障"])
def test_a_title_is_enough_to_tell_the_encoding(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == (text, encoding)


def test_characters_that_windows_adds_to_big5_are_read() -> None:
    text = "永恒的教育試點,開展學校建設"
    assert decode(text.encode("cp950")) == (text, "cp950")


@pytest.mark.parametrize(
    "data", ["教育の発展を支援する学校".encode("shift_jis"), "écoles élémentaires".encode("latin-1")]
)
def test_text_in_no_chinese_encoding_is_told(data: bytes) -> None:
    with pytest.raises(EncodingError, match="cannot be told"):
        decode(data)


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [(codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")],
)
def test_a_byte_order_mark_decides_and_is_no_part_of_the_text(mark: bytes, encoding: str) -> None:
    text, _ = decode(mark + TEXT.encode(encoding))
    assert text == TEXT


def test_line_ends_stay_as_they_are() -> None:
    assert decode(b"a\r\nb\rc\n")[0] == "a\r\nb\rc\n"


def test_a_named_encoding_is_used() -> None:
    assert decode(TEXT.encode("gbk"), "gbk") == (TEXT, "gbk")
    assert decode(codecs.BOM_UTF8 + TEXT.encode(), "utf-8") == (TEXT, "utf-8")


@pytest.mark.parametrize(
    ("data", "encoding", "message"),
    [
        (TEXT.encode("gb18030"), "utf-8", "not valid utf-8 at byte 0"),
        (TEXT.encode(), "klingon", "no encoding 'klingon'"),
        (b"\x7fELF\x00\x01\x02\x00\x00", None, "binary"),
        (b"PK\x03\x04\x00\x00", None, "binary"),
        (codecs.BOM_UTF8 + b"a\x00b", None, "binary"),
        (bytes(range(256)), None, "binary"),
    ],
)
def test_what_is_no_text_is_told(data: bytes, encoding: str | None, message: str) -> None:
    with pytest.raises(EncodingError, match=message):
        decode(data, encoding)
