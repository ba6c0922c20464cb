"""A graph cut into buckets by the roots of its names."""

from __future__ import annotations

import io
import random

import pytest

from build_graph.validate import partition
from build_graph.validate.lines import Lines, NotPlainError, plain
from build_graph.validate.partition import Partition, root_of

BASE = "https://example.org/"


def lines_of(text: str) -> Lines:
    return plain(io.BytesIO(text.encode()))


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
    cut = Partition(lines_of(statements(*names)), 300)
    roots = [root for bucket in range(len(cut)) for root in cut.roots(bucket)]
    found = b"".join(map(cut.statements, roots)).splitlines()
    assert len(cut) > 8
    assert sorted(found) == sorted(statements(*names).encode().splitlines())
    assert all(cut.bucket_of(root) == bucket for bucket in range(len(cut)) for root in cut.roots(bucket))


@pytest.mark.parametrize("chunk", [1, 7, 100, 1000])
def test_how_the_file_is_read_makes_no_difference(chunk: int, monkeypatch: pytest.MonkeyPatch) -> None:
    text = statements(*(f"document/{number // 5}#{number}" for number in range(60)), "place/1", "place/1")
    expected = Partition(lines_of(text), 500)
    monkeypatch.setattr(partition, "_CHUNK", chunk)
    cut = Partition(lines_of(text), 500)
    roots = {root_of(f"<{BASE}document/{number}>".encode()) for number in range(12)}
    assert {root: cut.digest(root) for root in roots} == {root: expected.digest(root) for root in roots}
    assert {root: cut.statements(root) for root in roots} == {root: expected.statements(root) for root in roots}


def test_a_statement_more_changes_the_digest_of_its_root_alone() -> None:
    before = Partition(lines_of(statements("place/1", "place/2")), 500)
    after = Partition(lines_of(statements("place/1", "place/1", "place/2")), 500)
    one, two = (root_of(f"<{BASE}place/{number}>".encode()) for number in (1, 2))
    assert before.digest(one) != after.digest(one)
    assert before.digest(two) == after.digest(two)


@pytest.mark.parametrize("text", ["# a comment\n", "<urn:a> <urn:p> <urn:b> <urn:g> .\n\n", "<urn:a> <urn:p> 'x'"])
def test_what_is_no_line_of_a_statement_is_told(text: str) -> None:
    with pytest.raises(NotPlainError):
        Partition(lines_of(text), 500)
