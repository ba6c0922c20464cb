"""The gold format: what is read, and what is told of a file that cannot be used."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from build_graph.evaluate import GoldError, read_gold
from build_graph.evaluate.gold import gold_complaints, gold_digest

GOAL = {
    "kind": "goal",
    "text": "到2024年底，透水铺装率达到60%以上",
    "quotes": [{"start": 3, "end": 5, "exact": "白河"}],
}


def write(folder: Path, content: object, name: str = "a.json") -> Path:
    file = folder / name
    file.write_text(content if isinstance(content, str) else json.dumps(content, ensure_ascii=False), "utf-8")
    return file


def complaint(folder: Path, content: object) -> str:
    file = write(folder, content)
    with pytest.raises(GoldError) as error:
        read_gold(file)
    text = str(error.value)
    assert text.startswith(f"{file}")
    assert "\n" not in text
    return text.removeprefix(str(file))


def test_gold_is_a_file_or_all_json_files_of_a_folder(tmp_path: Path) -> None:
    write(tmp_path, {"facts": [GOAL]}, "b.json")
    write(tmp_path, {"document": "a", "facts": []}, "a.json")
    write(tmp_path, "no gold", "_notes.json")
    write(tmp_path, "no gold", ".hidden.json")
    write(tmp_path, "no gold", "b.txt")
    assert list(read_gold(tmp_path)) == ["a", "b"]
    assert read_gold(tmp_path / "b.json")["b"].facts == (GOAL,)


def test_rules_and_digest_may_be_missing(tmp_path: Path) -> None:
    bare = read_gold(write(tmp_path, {"facts": []}))["a"]
    assert (bare.must_not, bare.neutral, bare.text_sha256) == ((), (), None)
    full = {"facts": [], "must_not": [{"string": "甲"}], "neutral": [{"span": [0, 3]}], "text_sha256": "00"}
    assert read_gold(write(tmp_path, full))["a"].neutral == ({"span": [0, 3]},)


@pytest.mark.parametrize("name", ["a", "a.txt", "a.html", None])
def test_a_gold_file_is_named_like_its_document(name: str | None, tmp_path: Path) -> None:
    assert list(read_gold(write(tmp_path, {"document": name, "facts": []}))) == ["a"]


def test_gold_is_known_by_a_digest_of_its_files(tmp_path: Path) -> None:
    first = gold_digest(read_gold(write(tmp_path, {"facts": [GOAL]})))
    assert len(first) == 64
    assert gold_digest(read_gold(write(tmp_path, {"facts": [GOAL]}))) == first
    assert gold_digest(read_gold(write(tmp_path, {"facts": []}))) != first


def test_a_path_that_leads_nowhere_is_told(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="nowhere does not exist; name a gold file or a folder of them"):
        read_gold(tmp_path / "nowhere")
    with pytest.raises(GoldError, match="holds no gold files"):
        read_gold(tmp_path)
    (tmp_path / "folder.json").mkdir()
    with pytest.raises(GoldError, match=r"folder\.json cannot be read: "):
        read_gold(tmp_path)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("{broken", ": is no JSON in UTF-8: "),
        ("[" * 100_000, ": is no JSON in UTF-8: "),
        ([], ': is no gold: give an object with a list of "facts"'),
        ({"facts": {}}, ': is no gold: give an object with a list of "facts"'),
        ({"document": "b", "facts": []}, ": is the gold of document 'b'; name the file like its document"),
        ({"facts": [], "text_sha256": 7}, ": has a text_sha256 that is no text"),
        ({"facts": [], "must_not": {"string": "甲"}}, ": has must_not that is no list"),
        ({"facts": [], "must_not": ["甲"]}, ": rule 1 of must_not is no JSON object"),
        ({"facts": [], "must_not": [{}]}, ": rule 1 of must_not has neither a string nor a span"),
        ({"facts": [], "neutral": [{"string": "甲"}]}, ": rule 1 of neutral has no span"),
        ({"facts": [], "neutral": [{"span": [5, 5]}]}, ": rule 1 of neutral has the span [5, 5]; give [start, end]"),
        ({"facts": [], "neutral": [{"span": [0, 5], "kinds": ["goals"]}]}, ": rule 1 of neutral is limited to the kind"),
        ({"facts": [], "neutral": [{"span": [0, 5], "kinds": "goal"}]}, ": rule 1 of neutral is limited to the kind"),
    ],
)  # fmt: skip
def test_a_mistake_in_the_file_is_told(content: object, said: str, tmp_path: Path) -> None:
    assert complaint(tmp_path, content).startswith(said)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"kind": "goals"}, " has the kind 'goals'; known are program, issuer, "),
        ({"text": ""}, " has no text, which a goal needs"),
        ({"text": 7}, " has text 7; give text"),
        ({"program": 7}, " has program 7; give text or null"),
        ({"value": "60"}, " has value '60'; give a number, a list of two numbers, or null"),
        ({"value": [60]}, " has value [60]; give a number"),
        ({"value": True}, " has value True; give a number"),
        ({"passages": [], "quotes": None}, None),
        ({"status": "maybe"}, " has the status 'maybe'; known are required, optional"),
        ({"alt": "又一种说法"}, " has alt '又一种说法'; give a list of texts"),
        ({"parent_alt": [1]}, " has parent_alt [1]; give a list of texts, with null where it may have no parent"),
        ({"kind": "policy_document", "number": "教发〔2024〕1号"}, None),
        ({"kind": "policy_document"}, " has no title and no number, so that nothing can be compared with it"),
        ({"also": {"code": ["990101"]}}, " has also {'code': ['990101']}; give lists of \"names\" and \"codes\""),
        ({"quotes": {}}, None),
        ({"quotes": 7}, " has quotes that are no list"),
        ({"quotes": [{"start": 5, "end": 5, "exact": ""}]}, " has among its quotes {'start': 5, 'end': 5, 'exact': ''}"),
        ({"quotes": [{"start": 5, "end": 9}]}, " has among its quotes {'start': 5, 'end': 9}, which has no exact text"),
        ({"quotes": ["白河"]}, " has among its quotes '白河'; give start and end in code points"),
    ],
)  # fmt: skip
def test_a_mistake_in_a_fact_is_told_with_its_number_and_words(
    change: dict[str, object], said: str | None, tmp_path: Path
) -> None:
    content = {"facts": [GOAL, {**GOAL, **change}]}
    if said is None:
        assert read_gold(write(tmp_path, content))
    else:
        told = complaint(tmp_path, content)
        assert told.startswith(": fact 2 (")
        assert said in told


def test_facts_with_passages_instead_of_quotes_are_the_mistake_of_many(tmp_path: Path) -> None:
    fact = {"kind": "goal", "text": "建成雨水花园", "passages": []}
    assert (
        complaint(tmp_path, {"facts": [fact]})
        == ': fact 1 (goal 建成雨水花园) has "passages"; gold calls them "quotes"'
    )


def test_a_fact_that_is_none_is_told(tmp_path: Path) -> None:
    assert complaint(tmp_path, {"facts": ["建成雨水花园"]}) == ": fact 1 is no JSON object"
    assert complaint(tmp_path, {"facts": [{"text": "建成"}]}) == ": fact 1 has no kind"
    assert complaint(tmp_path, {"facts": [{"kind": "pilot_unit", "code": 990101}]}) == (
        ": fact 1 (pilot_unit) has code 990101; give text or null"
    )


def test_a_fact_with_the_kind_of_a_list_is_told(tmp_path: Path) -> None:
    assert ": fact 1 has the kind ['goal']" in complaint(tmp_path, {"facts": [{"kind": ["goal"], "text": "建成"}]})


def test_the_example_of_the_guide_is_gold() -> None:
    guide = (Path(__file__).parents[2] / "docs" / "gold.md").read_text("utf-8")
    example = json.loads(re.search(r"```json\n(.*?)```", guide, re.DOTALL)[1])
    assert list(gold_complaints(example, "notice")) == []
    for fact in example["facts"]:
        assert all(len(quote["exact"]) == quote["end"] - quote["start"] for quote in fact.get("quotes", ()))


def warnings(folder: Path, content: object) -> list[str]:
    file = write(folder, content)
    return [warning.removeprefix(str(file)) for warning in read_gold(file)["a"].warnings]


def test_a_key_that_nobody_knows_is_not_judged_and_that_is_told(tmp_path: Path) -> None:
    goal = {"kind": "goal", "text": "建成雨水花园12处", "deadlin": "2024"}
    rule = {"string": "雨水花园", "kind": ["program"], "why": "单个工程"}
    assert warnings(tmp_path, {"facts": [goal], "must_not": [rule], "notes": "初稿"}) == [
        ": has the unknown key 'notes', which is not judged",
        ": fact 1 (goal 建成雨水花园12处) has the unknown key 'deadlin', which is not judged; did you mean deadline?",
        ": rule 1 of must_not has the unknown key 'kind', which is not judged; did you mean kinds?",
    ]


def test_a_key_of_another_kind_is_unknown(tmp_path: Path) -> None:
    condition = {"kind": "condition", "text": "有专职人员", "deadline": "2024", "status": "optional", "why": "附带"}
    (warning,) = warnings(tmp_path, {"facts": [GOAL, condition]})
    assert "fact 2 (condition 有专职人员) has the unknown key 'deadline'" in warning


@pytest.mark.parametrize(
    ("fact", "missing"),
    [
        ({"kind": "pilot_unit"}, "name and no code"),
        ({"kind": "pilot_unit", "as_written": "白河新区", "level": "county"}, "name and no code"),
        ({"kind": "pilot_unit", "level": "other"}, "name and no code and no as_written"),
        ({"kind": "consortium"}, "name and no lead and no members"),
    ],
)
def test_what_nothing_can_be_compared_with_is_a_mistake(fact: dict[str, str], missing: str, tmp_path: Path) -> None:
    told = complaint(tmp_path, {"facts": [fact]})
    assert told == f": fact 1 ({fact['kind']}) has no {missing}, so that nothing can be compared with it"


@pytest.mark.parametrize(
    "fact",
    [
        {"kind": "pilot_unit", "code": "990101"},
        {"kind": "pilot_unit", "as_written": "白河新区", "level": "other"},
        {"kind": "consortium", "members": ["白河中心医院"]},
    ],
)
def test_one_of_the_keys_by_which_a_fact_is_compared_is_enough(fact: dict[str, object], tmp_path: Path) -> None:
    assert warnings(tmp_path, {"facts": [fact]}) == []


def test_all_mistakes_are_told(tmp_path: Path) -> None:
    write(tmp_path, {"facts": [{"kind": "goals"}, {**GOAL, "value": "60", "status": "maybe"}]})
    write(tmp_path, "{broken", "b.json")
    with pytest.raises(GoldError) as error:
        read_gold(tmp_path)
    assert [line.split(": ")[0] for line in str(error.value).splitlines()] == [
        *[f"{tmp_path}/a.json"] * 2, f"{tmp_path}/b.json",
    ]  # fmt: skip
