import gzip
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_graph.model import Document
from build_graph.read import ReadError, read_documents
from build_graph.read.spelling import spelled
from tests.read.formats import as_html

SENTENCE = "教育部决定开展智慧校园建设试点，各地要认真落实。"


def read(path: Path, data: str | bytes) -> list[Document | ReadError]:
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return list(read_documents([path]))


def one(path: Path, record: object) -> Document:
    (document,) = read(path, json.dumps(record, ensure_ascii=False))
    assert isinstance(document, Document)
    return document


def told(found: Document | ReadError) -> str:
    assert isinstance(found, ReadError)
    assert "\n" not in str(found)
    return str(found)


def said(document: Document | ReadError) -> str:
    assert isinstance(document, Document)
    return document.said(0, len(document.text))


@given(st.text(), st.booleans())
def test_every_character_of_a_string_leads_to_those_that_spell_it(text: str, ascii_only: bool) -> None:
    raw = f'{{"text": {json.dumps(text, ensure_ascii=ascii_only)}}}'
    content = spelled(raw, 9, len(raw) - 1)
    assert content.text == text
    for character, start, end in zip(text, content.starts, content.ends, strict=True):
        assert json.loads(f'"{raw[start:end]}"') == character


def test_half_a_character_is_none() -> None:
    raw = r'"\ud800试\ud83d\ude00点\udc00"'
    assert spelled(raw, 0, len(raw)).text == "\ufffd试😀点\ufffd"


def test_a_file_with_one_record_is_named_by_its_file_and_counts_in_it(tmp_path: Path) -> None:
    record = {
        "id": 7,
        "url": "https://example.org/7",
        "title": "智慧校园",
        "date": "2022年5月",
        "source": "某报",
        "text": SENTENCE,
    }
    document = one(tmp_path / "a.json", record)
    assert (document.id, document.name, document.where) == ("7", "a.json", "")
    assert (document.url, document.title, document.published, document.publisher) == (
        "https://example.org/7", "智慧校园", "2022-05", "某报",
    )  # fmt: skip
    assert document.text == (tmp_path / "a.json").read_text("utf-8")
    assert said(document) == SENTENCE


@pytest.mark.parametrize(
    ("record", "content"),
    [
        ({"Content": SENTENCE}, SENTENCE),
        ({"body": SENTENCE, "text": ""}, SENTENCE),
        ({"text": SENTENCE, "html": "<p>别的</p>"}, SENTENCE),
        ({"html": f"<div><p>试&#28857;</p><p>{SENTENCE}</p></div>"}, f"试点\n{SENTENCE}"),
        ({"html": f"甲\n{SENTENCE}"}, f"甲\n{SENTENCE}"),
        ({"text": as_html(SENTENCE).decode()}, SENTENCE),
        ({"title": "关于试点的通知", "text": SENTENCE}, f"关于试点的通知\n{SENTENCE}"),
        ({"title": "关于试点的通知", "text": f"关于试点\n的通知\n{SENTENCE}"}, f"关于试点\n的通知\n{SENTENCE}"),
        ({"text": SENTENCE, "title": "通知"}, SENTENCE),
    ],
)
def test_the_text_of_a_record_may_have_several_keys_and_be_a_page(
    tmp_path: Path, record: dict[str, str], content: str
) -> None:
    assert said(one(tmp_path / "a.json", record)) == content


def test_what_a_page_in_a_record_states_fills_what_the_record_leaves_open(tmp_path: Path) -> None:
    page = as_html(SENTENCE, title="网页", PubDate="2022-05-09", SiteName="某网").decode()
    document = one(tmp_path / "a.json", {"html": page, "title": "通知"})
    assert (document.title, document.published, document.publisher) == ("通知", "2022-05-09", "某网")


def test_a_list_gives_a_document_for_each_record_and_each_counts_in_its_own(tmp_path: Path) -> None:
    raw = json.dumps([{"id": "甲", "text": "开展试点。"}, {"text": "推广\t试点。"}], indent=1)
    first, second = read(tmp_path / "a.json", raw)
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert (first.id, first.name, second.id, second.name) == ("甲", "甲", "a-2", "a-2")
    assert raw.replace(first.text, "", 1).replace(second.text, "", 1).split() == ["[", ",", "]"]
    assert json.loads(second.text) == {"text": "推广\t试点。"}
    assert said(second) == "推广\t试点。"
    assert second.where.endswith("a.json, record 2 (line 6)")


def test_that_the_rest_of_a_list_is_lost_is_told(tmp_path: Path) -> None:
    _, broken = read(tmp_path / "a.json", '[{"text": "甲"}, {"text": 乙}, {"text": "丙"}]')
    assert told(broken).endswith(
        "line 1, column 26: not valid JSON: expecting value; what comes after it cannot be read"
    )


def test_the_records_of_one_line_are_told_apart_by_their_numbers(tmp_path: Path) -> None:
    found = read(tmp_path / "a.json", '[{"text": "甲"}, "乙", {"title": "丙"}, {"text": "丁"}]')
    errors = [told(each).removeprefix(f"{tmp_path}/") for each in found if isinstance(each, ReadError)]
    assert [error[: error.index(")") + 1] for error in errors] == [
        "a.json, record 2 (line 1)",
        "a.json, record 3 (line 1)",
    ]


def test_what_is_known_of_a_record_can_always_be_written(tmp_path: Path) -> None:
    """An escape can spell half of a character; no file can hold it."""
    half = chr(0xD800)
    record = {"id": f"七{half}", "title": f"{half}智慧校园", "source": f"某{half}报", "text": SENTENCE}
    (document,) = read(tmp_path / "a.json", json.dumps([record]))
    assert isinstance(document, Document)
    assert (document.id, document.title, document.publisher) == ("七\ufffd", "\ufffd智慧校园", "某\ufffd报")


def test_records_that_follow_one_another_are_read_too(tmp_path: Path) -> None:
    assert [said(found) for found in read(tmp_path / "a.json", '{"text": "甲"}\n{"text": "乙"}')] == ["甲", "乙"]


@pytest.mark.parametrize(
    ("raw", "good", "message"),
    [
        ('[{"text": "甲"}, {"text": "乙"', 1, "line 1, column 29: not valid JSON"),
        ('[{"text": "甲"} {"text": "乙"}]', 1, "a comma or a bracket is missing"),
        ('[{"text": "甲"},', 1, "not valid JSON"),
        ('{"text": 甲}', 0, "line 1, column 10: not valid JSON"),
        ('["甲", {"text": "乙"}]', 1, "a.json, record 1 (line 1): no object"),
        ('[{"text": ["甲"]}]', 0, "its text is no text but list"),
        ('{"title": "甲"}', 0, "has no text"),
        ('{"text": " "}', 0, "is empty"),
        ("[]", 0, "holds no records"),
        ("[" * 100_000, 0, "nested too deeply"),
        ('{"text": "甲", "n": ' + "9" * 5000 + "}", 0, "a number is too long"),
    ],
)
def test_a_mistake_is_told_and_what_stands_before_it_is_read(tmp_path: Path, raw: str, good: int, message: str) -> None:
    found = read(tmp_path / "a.json", raw)
    errors = [told(each) for each in found if isinstance(each, ReadError)]
    assert len(found) - len(errors) == good
    assert len(errors) == 1
    assert message in errors[0]


def test_a_line_of_json_lines_is_a_document(tmp_path: Path) -> None:
    rows = [{"id": "甲", "text": "开展试点。"}, {"text": "推广试点。"}]
    raw = "\ufeff" + "\r\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "\n\n"
    first, second = read(tmp_path / "a.jsonl", raw)
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert (first.name, second.name) == ("甲", "a-2")
    assert first.text == json.dumps(rows[0], ensure_ascii=False)
    assert first.where.endswith("a.jsonl, line 1")


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('{"text": "乙"', "line 2, column 13: not valid JSON"),
        ('{"text": "乙"} {}', "line 2, column 15: not valid JSON: more than one value"),
        ('["乙"]', "line 2: no object"),
        ("{}", "line 2 has no text"),
        ("[" * 100_000, "line 2: not valid JSON: nested too deeply"),
        ('{"id": "甲", "text": "乙"}', "line 2 has the same id as"),
    ],
)
def test_a_broken_line_is_told_and_the_rest_is_read(tmp_path: Path, line: str, message: str) -> None:
    rows = '{"id": "甲", "text": "甲"}', line, '{"id": "丙", "text": "丙"}'
    first, second, third = read(tmp_path / "a.jsonl", "\n".join(rows))
    assert [said(first), said(third)] == ["甲", "丙"]
    assert message in told(second)


def test_a_line_that_is_no_text_is_told(tmp_path: Path) -> None:
    first, second = read(tmp_path / "a.ndjson", b'\xff\x00\x01\n{"text": "\xe7\x94\xb2"}\n')
    assert "line 1: it looks like a binary file" in told(first)
    assert said(second) == "甲"


def test_a_line_that_is_too_long_is_told_and_the_rest_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("build_graph.read.json_files.LARGEST_RECORD", 30)
    first, second = read(tmp_path / "a.jsonl", '{"text": "' + "a" * 99 + '"}\n{"text": "b"}\n')
    assert "line 1 is longer than" in told(first)
    assert said(second) == "b"


def test_packed_json_lines_are_read_as_far_as_they_can_be_unpacked(tmp_path: Path) -> None:
    rows = "".join(f'{{"id": {n}, "text": "{SENTENCE}{n * 7919}"}}\n' for n in range(2000))
    packed = gzip.compress(rows.encode())
    assert len(read(tmp_path / "a.jsonl.gz", packed)) == 2000
    *whole, last = read(tmp_path / "b.jsonl.gz", packed[: len(packed) // 2])
    assert len(whole) > 100
    assert "cut off" in told(last)
    assert "b.jsonl.gz is damaged" in told(read(tmp_path / "b.jsonl.gz", b"no gzip")[0])


@pytest.mark.parametrize("name", ["a.json", "a.jsonl"])
def test_an_empty_file_is_told(tmp_path: Path, name: str) -> None:
    (found,) = read(tmp_path / name, "\n")
    assert "a.json" in told(found)


def test_the_manifest_knows_a_record_by_its_id(tmp_path: Path) -> None:
    (tmp_path / "documents.yml").write_text("- file: 甲\n  date: 2020-03\n", "utf-8")
    (document,) = read(tmp_path / "a.jsonl", '{"id": "甲", "text": "乙", "date": "2019"}')
    assert isinstance(document, Document)
    assert document.published == "2020-03"
