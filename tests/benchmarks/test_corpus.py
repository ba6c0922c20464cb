"""The made-up corpus: the same bytes for the same seed, one corpus inside the other, gold that is true of its text."""

import json
import re
from collections import Counter
from hashlib import sha256
from itertools import islice
from pathlib import Path
from random import Random
from statistics import median
from subprocess import run
from sys import executable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.corpus import FORMS, documents, make, write
from benchmarks.corpus.noise import NOISES, add_noise
from benchmarks.corpus.parts import Mark, Part
from benchmarks.corpus.registers import registers
from benchmarks.corpus.tasks import chinese
from benchmarks.corpus.templates import parsed
from build_graph.evaluate.gold import gold_complaints, read_gold
from build_graph.evaluate.scores import document_name
from build_graph.read import read_documents

SOME = st.integers(0, 10**6)


def bytes_of(folder: Path) -> dict[str, str]:
    files = (file for file in sorted(folder.rglob("*")) if file.is_file())
    return {str(file.relative_to(folder)): sha256(file.read_bytes()).hexdigest() for file in files}


@pytest.mark.parametrize("form", FORMS)
def test_the_same_seed_gives_the_same_bytes_in_every_form(form, tmp_path):
    write(tmp_path / "one", 5, 7, form)
    write(tmp_path / "two", 5, 7, form)
    assert bytes_of(tmp_path / "one") == bytes_of(tmp_path / "two")


def test_the_bytes_do_not_depend_on_the_seed_of_hashes(tmp_path):
    for seed in ("1", "2"):
        command = [executable, "-m", "benchmarks.corpus", "-n", "5", "-o", str(tmp_path / seed)]
        run(command, check=True, env={"PYTHONHASHSEED": seed}, cwd=Path(__file__).parents[2])
    assert bytes_of(tmp_path / "1") == bytes_of(tmp_path / "2")


def test_another_seed_gives_other_documents():
    assert make(0, 7).text != make(0, 8).text


def test_a_larger_corpus_begins_with_the_smaller_one(tmp_path):
    write(tmp_path / "small", 3, 7)
    write(tmp_path / "large", 6, 7)
    small, large = bytes_of(tmp_path / "small"), bytes_of(tmp_path / "large")
    assert small.items() <= large.items()
    assert len(large) == 2 * len(small)


@given(SOME, SOME)
@settings(max_examples=40, deadline=None)
def test_gold_is_well_formed_and_quotes_what_stands_there(number, seed):
    made = make(number, seed)
    assert list(gold_complaints(json.loads(json.dumps(made.gold())), made.name)) == []
    for fact in made.facts:
        for quote in fact["quotes"]:
            assert made.text[quote["start"] : quote["end"]] == quote["exact"] != ""


WORDS = {"pilot_unit": "as_written", "issuer": "as_written", "goal": "text", "task": "text", "condition": "text"}


def test_a_quote_of_a_clean_document_is_the_words_of_its_fact():
    clean = [made for made in documents(100, 7) if not made.noise]
    said = [(fact, fact["quotes"]) for made in clean for fact in made.facts if fact["kind"] in WORDS]
    assert len(said) > 1000
    for fact, quotes in said:
        assert {quote["exact"] for quote in quotes} == {fact[WORDS[fact["kind"]]]}


def test_no_two_documents_of_a_corpus_have_the_same_text():
    texts = Counter(made.text for made in documents(200, 7))
    assert max(texts.values()) == 1


def test_lengths_are_those_of_pages():
    lengths = [len(made.text) for made in documents(300, 7)]
    assert 900 < median(lengths) < 1500
    assert min(lengths) > 200
    assert max(lengths) < 20_000


def test_all_registers_and_all_kinds_of_noise_are_there():
    made = list(documents(300, 7))
    assert {each.register for each in made} == set(registers())
    assert {each.noise for each in made} == {*NOISES, ""}


def test_every_kind_of_fact_is_known():
    kinds = {fact["kind"] for made in documents(300, 7) for fact in made.facts}
    assert kinds == {
        "program", "issuer", "pilot_unit", "goal", "condition", "task", "declared_count", "consortium",
        "policy_document", "discrepancy",
    }  # fmt: skip


@pytest.mark.parametrize("form", ["text", "jsonl", "warc"])
def test_the_reader_finds_every_document_in_every_form(form, tmp_path):
    write(tmp_path / "corpus", 4, 7, form)
    found = list(read_documents([tmp_path / "corpus" / "documents"]))
    read = [each.content.text if each.content else each.text for each in found]
    assert read == [made.text for made in documents(4, 7)]
    gold = read_gold(tmp_path / "corpus" / "gold")
    assert [document_name(each.name, gold) for each in found] == sorted(gold)


def test_parquet_holds_the_texts(tmp_path):
    from polars import read_parquet

    write(tmp_path / "corpus", 4, 7, "parquet")
    frame = read_parquet(tmp_path / "corpus" / "documents" / "0000.parquet")
    assert frame["text"].to_list() == [made.text for made in documents(4, 7)]


def test_gold_of_archives_names_no_places_in_the_text(tmp_path):
    write(tmp_path / "corpus", 2, 7, "jsonl")
    gold = read_gold(tmp_path / "corpus" / "gold")
    assert [each.text_sha256 for each in gold.values()] == [None, None]
    assert not any("quotes" in fact for each in gold.values() for fact in each.facts)


def test_no_warnings_about_the_gold(tmp_path):
    write(tmp_path / "corpus", 20, 7)
    gold = read_gold(tmp_path / "corpus" / "gold")
    assert [warning for each in gold.values() for warning in each.warnings] == []


def test_a_folder_that_exists_is_not_written_over(tmp_path):
    (tmp_path / "corpus" / "documents").mkdir(parents=True)
    command = [executable, "-m", "benchmarks.corpus", "-n", "1", "-o", str(tmp_path / "corpus")]
    done = run(command, capture_output=True, text=True, cwd=Path(__file__).parents[2], check=False)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "name a folder that does not exist" in done.stderr


# --- sentences


def test_a_mark_states_what_stands_in_it():
    template = parsed(
        "到{year}年，<1|{thing}达到{percent}%>。",
        [{"mark": 1, "kind": "goal", "deadline": "{year}", "value": "{percent}"}],
    )
    filled = template.fill({"year": 2030, "thing": "覆盖率", "percent": 60}.__getitem__)
    assert filled.text == "到2030年，覆盖率达到60%。"
    assert filled.marks == (Mark(7, 15, {"kind": "goal", "deadline": "2030", "value": 60, "text": "覆盖率达到60%"}),)


def test_a_mark_may_stand_in_another_one():
    template = parsed(
        "<1|建成<2|{n}个站>>", [{"mark": 1, "kind": "goal"}, {"mark": 2, "kind": "declared_count", "of": "站"}]
    )
    filled = template.fill({"n": 3}.__getitem__)
    assert [(mark.start, mark.end) for mark in filled.marks] == [(0, 5), (2, 5)]


@pytest.mark.parametrize(("number", "written"), [(3, "三"), (10, "十"), (12, "十二"), (20, "二十"), (45, "四十五")])
def test_numbers_are_written_in_chinese(number, written):
    assert chinese(number) == written


# --- noise


@pytest.mark.parametrize("kind", NOISES)
@given(st.integers(0, 50), SOME)
@settings(max_examples=10, deadline=None)
def test_marks_move_with_the_noise(kind, number, seed):
    clean = make(number, seed).text
    part = Part(clean, (Mark(0, len(clean), {"kind": "task", "text": "x"}),))
    noisy = add_noise(part, kind, Random(seed))
    assert (noisy.marks[0].start, noisy.marks[0].end) == (0, len(noisy.text))


def test_nobody_is_asked_for_a_goal_whose_number_is_gone():
    goal = {"kind": "goal", "text": "建成350个站", "value": 350, "deadline": "2030"}
    part = Part("建成350个站。到2030年完成。", (Mark(0, 8, goal),))
    first, *lost = add_noise(part, "digits", Random(0)).marks
    assert first.fact == {"kind": "goal", "text": "建成350个站", "status": "optional"}
    assert [mark.fact["type"] for mark in lost] == ["lost_digits", "lost_digits"]


def test_readings_stand_behind_their_characters():
    noisy = add_noise(Part("国家发展试点建设" * 4), "readings", Random(3)).text
    assert re.sub(r"\(\w+\)", "", noisy) in {"国家发展试点建设" * 4, "國家發展試點建設" * 4}
    assert "(" in noisy


def test_the_generator_is_lazy():
    assert [made.name for made in islice(documents(10**9, 7), 2)] == ["0000000", "0000001"]
