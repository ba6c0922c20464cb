from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_graph.model import Correction, Document, DocumentFacts, Goal, Passage, Repair, Traces
from build_graph.pipeline import facts_of
from build_graph.read import read_documents
from build_graph.work.codec import CodecError, packed, unpacked
from tests.read.formats import as_html
from tests.work.notices import notice


@pytest.mark.parametrize("number", range(5))
def test_facts_come_back_as_they_were(number: int) -> None:
    facts = facts_of(Document("a", "a.txt", notice(number)))
    assert facts.facts
    assert unpacked(packed(facts)) == facts


def test_what_people_decided_and_what_became_of_the_text_come_back_too() -> None:
    passage = Passage(0, 2, "到年")
    correction = Correction("correct", "goal", "到年", passage, "甲", "因为")
    goal = Goal(text="到年", passages=(passage,), rule="r", value=(1, 2.5), corrections=(correction,))
    traces = Traces(repairs=(Repair(0, 1, ("lost digits",), "到", guessed=True),), personal=((0, 1),))
    facts = DocumentFacts(Document("a", "a", "到年"), (goal,), corrections=(correction,), traces=traces)
    assert repr(unpacked(packed(facts))) == repr(facts)  # 12 is not 12.0


def test_a_page_comes_back_with_the_way_to_its_raw_characters(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(as_html(notice(2)))
    (document,) = read_documents([tmp_path])
    assert isinstance(document, Document)
    assert document.content
    assert unpacked(packed(facts_of(document))) == facts_of(document)


def test_the_same_facts_are_the_same_bytes() -> None:
    document = Document("a", "a.txt", notice(3))
    assert packed(facts_of(document)) == packed(facts_of(document))


@given(st.binary(max_size=200))
def test_other_bytes_are_refused(data: bytes) -> None:
    with pytest.raises(CodecError, match="not the facts of a document"):
        unpacked(data)


def test_facts_of_a_kind_that_nobody_knows_are_refused() -> None:
    import zlib

    other = (Document("a", "a", "x"), None, [("rumour", {})], (), (), (), Traces())
    with pytest.raises(CodecError):
        unpacked(zlib.compress(msgspec.msgpack.encode(other)))
