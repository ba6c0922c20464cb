"""Whatever a text says: it is repaired and read without an exception, and every passage is the words that stand there."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from build_graph.emit.jsonl import json_lines
from build_graph.model import Document, Program
from build_graph.pipeline import facts_of
from build_graph.read.html import read_page
from build_graph.repair import repair
from tests.hostile import attacks

ROOT = Path(__file__).parents[2]

WORDS = (*attacks.RUNS.values(), *attacks.WORDS.values())
"""Cue words, names, digits, brackets, damage: whatever the attacks are made of."""
texts = st.lists(st.one_of(st.sampled_from(WORDS), st.text(max_size=5)), max_size=60).map("".join)
MARKS = (
    "（一）",
    "一、",
    "1.",
    "1 .",
    "①",
    "一是",
    "：",
    "；",
    "。",
    "，",
    "、",
    "“",
    "”",
    "《",
    "》",
    "（",
    "）",
    "\n",
    "  ",
    "|",
    "附件",
)
PLANS = tuple(path.read_text(encoding="utf-8") for path in sorted((ROOT / "tests/robustness/texts").glob("*.txt")))
cut = st.tuples(st.sampled_from(PLANS), st.integers(0, 2000), st.integers(1, 300)).map(
    lambda given: given[0][given[1] % len(given[0]) :][: given[2]]
)
spliced = st.lists(st.one_of(cut, st.sampled_from(MARKS)), min_size=2, max_size=24).map("".join)
"""Pieces of plans and notices with marks, numbers and breaks where none belong."""
pages = st.lists(st.sampled_from((*WORDS, *attacks.PAGES.values())), max_size=60).map("".join)
often = settings(max_examples=150, deadline=None, derandomize=True)


def check(document: Document) -> list[str]:
    """Read a document and check what must hold of it; return its facts as the list has them."""
    read = facts_of(document)
    names = {fact.name for fact in read.facts if isinstance(fact, Program)}
    for fact in read.facts:
        assert fact.passages
        assert fact.program is None or fact.program in names
        for passage in fact.passages:
            assert document.text[passage.start : passage.end] == passage.exact
            assert 0 <= passage.start < passage.end <= len(document.text)
    for start, end in (*read.traces.personal, *read.traces.unreadable, *read.traces.lost_digits):
        assert 0 <= start < end <= len(document.text)
    return list(json_lines(read))


@often
@given(text=texts)
def test_any_text_is_repaired_and_every_character_knows_where_it_comes_from(text: str) -> None:
    repaired = repair(text)
    assert len(repaired.text) == len(repaired.starts) == len(repaired.ends)
    assert list(repaired.starts) == sorted(repaired.starts)
    assert list(repaired.ends) == sorted(repaired.ends)
    for at in range(len(repaired.text)):
        start, end = repaired.raw_span(at, at + 1)
        assert 0 <= start < end <= len(text)
    for start, end in (*repaired.guessed, *repaired.damaged, *repaired.lost_digits):
        assert 0 <= start < end <= len(repaired.text)


@often
@given(text=texts)
def test_any_text_is_read_and_every_passage_is_exact(text: str) -> None:
    check(Document("a", "a.txt", attacks.HEAD + text))


@often
@given(text=texts)
def test_any_text_without_a_head_is_read(text: str) -> None:
    check(Document("a", "a.txt", text))


@often
@given(page=pages)
def test_any_page_is_read_and_every_passage_is_exact(page: str) -> None:
    text = f"<p>{attacks.HEAD}</p>{page}"
    content, stated = read_page(text)
    check(Document("a", "a.html", text, title=stated.title, published=stated.published, content=content))


SEEDED = """
import hashlib, random
from tests.hostile import attacks
from tests.hostile.test_any_text import WORDS, check
from build_graph.model import Document
choose = random.Random(7)
words = sorted(WORDS)
for number in range(30):
    text = attacks.HEAD + "".join(choose.choice(words) for _ in range(60))
    print(hashlib.sha256("\\n".join(check(Document("a", "a.txt", text))).encode()).hexdigest())
"""


def test_what_is_read_does_not_hang_on_the_hash_seed() -> None:
    """Thirty documents of words at random, read in two processes."""
    found = []
    for seed in ("0", "4711"):
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": seed}
        done = subprocess.run(
            [sys.executable, "-c", SEEDED],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            check=True,
            timeout=300,
        )
        found.append(done.stdout)
    assert found[0].count("\n") == 30
    assert len(set(found[0].split())) > 15
    assert found[0] == found[1]


@settings(often, max_examples=400)
@given(text=spliced)
def test_pieces_of_plans_are_read_and_every_passage_is_exact(text: str) -> None:
    check(Document("a", "a.txt", attacks.HEAD + text))
