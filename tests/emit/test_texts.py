"""The source texts of a built folder: names of files, the pieces of a page, and nothing personal."""

import json
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_graph.emit.pieces import pieces
from build_graph.emit.texts import file_name, text_object, text_of, write_index
from build_graph.model import Content, Document, DocumentFacts, Ignored, Repair, Traces

BASE = "https://example.org/"
SCHEMA = json.loads(files("build_graph.emit").joinpath("text.schema.json").read_text("utf-8"))


def content(*spelled: tuple[str, int, int]) -> Content:
    return Content("".join(s for s, _, _ in spelled), tuple(a for _, a, _ in spelled), tuple(b for _, _, b in spelled))


@pytest.mark.parametrize(
    "ids",
    [
        ("a/b", "a:b", "a?b", "a#b", "a%b", "a b", "a-b", "a\\b", "a*b"),
        ("Notice", "notice", "NOTICE"),
        ("通知", "通知 ", "通知."),
        ("x" * 200, "x" * 199),
        ("index", "con", "..", ".", "-", "nul.txt"),
        ("https://example.org/a?b=1", "https://example.org/a?b=2"),
    ],
)
def test_ids_that_differ_have_files_of_different_safe_names(ids: tuple[str, ...]) -> None:
    names = [file_name(each) for each in ids]
    assert len({name.casefold() for name in names}) == len(ids)
    for name in names:
        assert len(name.encode()) <= 255
        assert not set(name) & set('/\\:*?"<>|%# ')
        assert name.removesuffix(".json").count(".") == 0
        assert name != "index.json"


def test_the_index_tells_where_the_text_of_each_document_of_the_graph_lies(tmp_path: Path) -> None:
    documents = [DocumentFacts(Document(id_, "x", id_), ()) for id_ in ("b/1", "a.jsonl#2")]
    for facts in documents:
        (tmp_path / file_name(facts.id)).write_text(text_of(facts, BASE), "utf-8")
    write_index(tmp_path, [facts.id for facts in documents], BASE)
    index = json.loads((tmp_path / "index.json").read_text("utf-8"))
    assert list(index) == [f"{BASE}document/a.jsonl%232", f"{BASE}document/b%2F1"]
    for iri, name in index.items():
        found = json.loads((tmp_path / name).read_text("utf-8"))
        assert found["document"] == iri
        assert found["text"] == found["id"]
    assert len(list(tmp_path.iterdir())) == 3


def test_a_file_says_what_became_of_the_text_and_nothing_personal() -> None:
    traces = Traces(
        ignored=(Ignored(9, 11, "editor"),),
        repairs=(Repair(0, 1, ("mojibake",), "试", guessed=True), Repair(1, 2, ("emoji",), "")),
        lost_digits=((2, 3),),
        unreadable=((3, 4),),
        personal=((4, 7),),
    )
    facts = DocumentFacts(Document("a", "a.txt", "?!年\ufffd张\n三。\n编辑"), (), traces=traces)
    found = json.loads(json.dumps(text_object(facts, f"{BASE}document/a")))
    jsonschema.validate(found, SCHEMA)
    assert found == {
        "document": f"{BASE}document/a",
        "id": "a",
        "text": "?!年\ufffd█\n█。\n编辑",
        "content": None,
        "ignored": [{"start": 9, "end": 11, "reason": "editor"}],
        "repairs": [
            {"start": 0, "end": 1, "kinds": ["mojibake"], "read": "试", "guessed": True},
            {"start": 1, "end": 2, "kinds": ["emoji"], "read": ""},
        ],
        "lost_digits": [[2, 3]],
        "unreadable": [[3, 4]],
        "masked": [[4, 7]],
    }


def test_personal_data_are_masked_in_what_a_page_says_too() -> None:
    raw = r'{"text":"\u5f20\u4e09a"}'
    said = content(("张", 9, 15), ("三", 15, 21), ("a", 21, 22))
    facts = DocumentFacts(Document("a", "a.json", raw, content=said), (), traces=Traces(personal=((10, 21),)))
    found = json.loads(json.dumps(text_object(facts, BASE)))
    jsonschema.validate(found, SCHEMA)
    assert found["text"] == r'{"text":"' + "\\" + "█" * 11 + 'a"}'
    assert found["content"] == [[9, 21, "██"], [21, 22]]


def test_pieces_of_plain_text_need_no_text_of_their_own() -> None:
    assert list(pieces("<p>试点</p>", content(("试", 3, 4), ("点", 4, 5)))) == [(3, 5)]


def test_references_and_line_breaks_say_what_they_stand_for() -> None:
    raw = "<p>&lt;试</p><p>点"
    said = content(("<", 3, 7), ("试", 7, 8), ("\n", 8, 9), ("\n", 8, 9), ("点", 15, 16))
    assert list(pieces(raw, said)) == [(3, 7, "<"), (7, 8), (8, 9, "\n\n"), (15, 16)]


def test_escapes_of_one_length_are_one_piece() -> None:
    raw = r"\u8bd5\u70b9\n"
    said = content(("试", 0, 6), ("点", 6, 12), ("\n", 12, 14))
    assert list(pieces(raw, said)) == [(0, 12, "试点"), (12, 14, "\n")]


def read_back(raw: str, found: list) -> list[tuple[str, int, int]]:
    """Return each character with the raw span that its piece gives it, as the schema tells."""
    characters = []
    for start, end, *rest in found:
        says = rest[0] if rest else raw[start:end]
        width, left = divmod(end - start, len(says))
        for at, character in enumerate(says):
            own = (start + at * width, start + (at + 1) * width) if not left and width else (start, end)
            characters.append((character, *own))
    return characters


@given(
    st.lists(st.sampled_from([("试", "试"), ("<", "&lt;"), ("点", r"\u70b9"), ("\n", "<"), ("", "<b>"), ("\n\n", "<")]))
)
def test_every_character_of_a_page_is_found_where_it_stands(parts: list[tuple[str, str]]) -> None:
    raw, spelled = "", []
    for says, stands in parts:
        spelled += [(character, len(raw), len(raw) + len(stands)) for character in says]
        raw += stands
    assert read_back(raw, list(pieces(raw, content(*spelled)))) == spelled
