"""A graph cut into buckets by the roots of its names."""

from __future__ import annotations

import io
import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_graph.validate import cutting
from build_graph.validate.cutting import Cut, cut, root_of
from build_graph.validate.lines import Lines, NotPlainError
from build_graph.validate.partition import Partition

BASE = "https://example.org/"


def partition(*texts: str, size: int) -> Partition:
    """Texts that together are a graph, cut into buckets of so many bytes."""
    files = tuple(io.BytesIO(text.encode()) for text in texts)
    return Partition(
        Lines(files, tuple(len(file.getvalue()) for file in files), (None,) * len(files)), map(cut, files), size
    )


def statements_of(cut_graph: Partition) -> dict[int, bytes]:
    buckets = map(cut_graph.piece, range(len(cut_graph)))
    return {root: b"".join(bucket.stretches([root])) for bucket in buckets for root in bucket.roots}


def statements(*names: str) -> str:
    return "".join(f'<{BASE}{name}> <urn:p> "{name}" <urn:g> .\n' for name in names)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("<https://example.org/document/A>", "<https://example.org/document/A#char=1,2>"),
        ("<https://example.org/document/A>", "<https://example.org/document/A/selector/1-2/quote>"),
        ("<urn:x/program/试点>", "<urn:x/program/试点/unit/county/110101>"),
    ],
)
def test_what_belongs_to_a_document_or_a_program_has_its_root(one: str, other: str) -> None:
    assert root_of(one.encode()) == root_of(other.encode())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("<https://example.org/document/A>", "<https://example.org/document/AB>"),
        ("<https://example.org/place/230000>", "<https://example.org/place/230000/x>"),
        ("_:b1", "_:b2"),
    ],
)
def test_any_other_node_is_its_own_root(one: str, other: str) -> None:
    assert root_of(one.encode()) != root_of(other.encode())


def test_every_statement_is_in_one_bucket() -> None:
    names = [f"place/{n}" for n in range(50)] + [f"document/{n}{part}" for n in range(9) for part in ("", "#a", "/b")]
    random.Random(1).shuffle(names)
    graph = partition(statements(*names), size=300)
    buckets = [graph.piece(bucket) for bucket in range(len(graph))]
    assert len(buckets) > 8
    found = [line for bucket in buckets for line in bucket.own().splitlines()]
    assert sorted(found) == sorted(statements(*names).encode().splitlines())
    assert all(bucket.holds(line.split()[0]) for bucket in buckets for line in bucket.own().splitlines())


def test_a_piece_knows_of_no_other_statements_than_those_that_are_asked_for() -> None:
    graph = partition(statements(*(f"place/{n}" for n in range(50))), size=300)
    (root,) = graph.roots(1)[:1]
    assert [*graph.piece(0).stretches([root])] == []
    assert [*graph.piece(0, [root]).stretches([root])] == [*graph.piece(1).stretches([root])] != []


@pytest.mark.parametrize("chunk", [1, 7, 100, 1000])
def test_how_a_file_is_read_makes_no_difference(chunk: int, monkeypatch: pytest.MonkeyPatch) -> None:
    text = statements(*(f"document/{number // 5}#{number}" for number in range(60)), "place/1", "place/1")
    expected = cut(io.BytesIO(text.encode()))
    monkeypatch.setattr(cutting, "_CHUNK", chunk)
    assert cut(io.BytesIO(text.encode())) == expected


@given(st.lists(st.sampled_from(["place/1", "place/2", "document/1", "document/1#a", "document/2"])), st.data())
def test_files_are_cut_as_the_one_that_they_are_together(names: list[str], data: st.DataObject) -> None:
    lines = statements(*names).splitlines(keepends=True)
    ends = sorted(data.draw(st.sets(st.integers(0, len(lines)))))
    texts = ["".join(lines[a:b]) for a, b in pairwise([0, *ends, len(lines)])]
    assert statements_of(partition(*texts, size=500)) == statements_of(partition("".join(lines), size=500))


def test_a_cut_survives_the_way_to_bytes() -> None:
    found = cut(io.BytesIO(statements("place/1", "place/2", "document/1", "document/1/x", "place/1").encode()))
    assert [*found.lengths] == [len(statements(name)) for name in ("place/1", "place/2")] + [
        len(statements("document/1", "document/1/x")),
        len(statements("place/1")),
    ]
    assert Cut.from_bytes(found.to_bytes()) == found
    assert Cut.from_bytes(cut(io.BytesIO()).to_bytes()) == cut(io.BytesIO())


@pytest.mark.parametrize(
    "more",
    [["place/1", "place/1", "place/2"], ["place/1", "place/2", "place/1"]],
    ids=["beside the others", "somewhere else"],
)
def test_a_statement_more_changes_the_digest_of_its_root_alone(more: list[str]) -> None:
    before = partition(statements("place/1", "place/2"), size=500)
    after = partition(statements(*more), size=500)
    one, two = (root_of(f"<{BASE}place/{number}>".encode()) for number in (1, 2))
    assert before.digests([one]) != after.digests([one])
    assert before.digests([two]) == after.digests([two]) != b""


def test_a_statement_more_in_another_file_changes_the_digest_of_its_root_alone() -> None:
    before = partition(statements("place/1", "place/2"), statements("place/2"), size=500)
    after = partition(statements("place/1", "place/2"), statements("place/1", "place/2"), size=500)
    one, two = (root_of(f"<{BASE}place/{number}>".encode()) for number in (1, 2))
    assert before.digests([one]) != after.digests([one])
    assert before.digests([two]) == after.digests([two]) != b""


def test_a_root_without_statements_has_no_digest() -> None:
    assert partition(statements("place/1"), size=500).digests([root_of(b"<urn:a>")]) == b""


@pytest.mark.parametrize("text", ["# a comment\n", "<urn:a> <urn:p> <urn:b> <urn:g> .\n\n", "<urn:a> <urn:p> 'x'"])
def test_what_is_no_line_of_a_statement_is_told(text: str) -> None:
    with pytest.raises(NotPlainError):
        cut(io.BytesIO(text.encode()))
