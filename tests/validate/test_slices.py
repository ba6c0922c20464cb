"""A large bucket is looked at slice by slice, with the same results."""

from __future__ import annotations

import io
import random
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_graph.validate import slices as slicing
from build_graph.validate.cutting import cut
from build_graph.validate.gate import validate
from build_graph.validate.lines import Lines, of_bytes, written
from build_graph.validate.partition import Partition
from build_graph.validate.rdf import Statement, read_files
from build_graph.validate.shapes import Shapes
from build_graph.validate.slices import Slice, slices
from ontology import PREFIXES, RG

if TYPE_CHECKING:
    from build_graph.validate import Report
    from build_graph.validate.partition import Piece

SHAPES = Shapes.shipped()
VALID = list(read_files([Path(__file__).parents[1] / "ontology" / "shapes" / "valid.ttl"]))
TYPE = f"{PREFIXES['rdf']}type"


def bucket(text: str) -> Piece:
    """A graph as the only bucket of itself."""
    file = io.BytesIO(text.encode())
    lines = Lines((file,), (len(file.getvalue()),), (None,))
    return Partition(lines, [cut(file)], 1 << 40).piece(0)


def statements(*names: str) -> str:
    return "".join(f'<urn:x/{name}> <urn:p> "{name}" <urn:g> .\n' for name in names)


def report(found: list[Statement], *, whole: int) -> Report:
    with written(found, None) as lines:
        return validate(lines, SHAPES, whole=whole, bucket=1 << 40)


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(slicing, "_SLICE", 700)


def test_a_bucket_of_usual_size_is_one_slice() -> None:
    piece = bucket(statements("program/1", "program/1/a"))
    (only,) = slices(piece)
    assert only.is_whole
    assert only.own() == piece.own()
    assert only.holds(b"<urn:x/program/1>")


@pytest.mark.usefixtures("small")
def test_every_node_is_in_one_slice_with_all_of_its_statements() -> None:
    names = [f"program/1/{part % 40}" for part in range(100)]
    piece = bucket(statements(*names))
    found = list(slices(piece))
    assert len(found) > 5
    assert sorted(line for part in found for line in part.own().splitlines()) == sorted(piece.own().splitlines())
    for name in names:
        node = f"<urn:x/{name}>".encode()
        holding = [part for part in found if part.holds(node)]
        assert len(holding) == 1
        assert holding[0].own().count(node) == names.count(name)


def test_a_slice_holds_no_node_of_another_bucket() -> None:
    texts = statements(*(f"place/{number}" for number in range(50)))
    file = io.BytesIO(texts.encode())
    graph = Partition(Lines((file,), (len(texts),), (None,)), [cut(file)], 300)
    one, two = graph.piece(0), graph.piece(1)
    held = [line.split()[0] for line in two.own().splitlines()]
    assert held
    assert not any(Slice(one, number, 2).holds(node) for node in held for number in range(2))


@settings(max_examples=5, deadline=None)
@given(seed=st.integers(0, 10**6), rate=st.sampled_from([0, 0.05, 0.3]))
def test_slices_give_the_report_of_the_whole(seed: int, rate: float) -> None:
    chance = random.Random(seed)
    objects = sorted({one.object for one in VALID}, key=str)
    wrong = [one._replace(object=chance.choice(objects)) if chance.random() < rate else one for one in VALID]
    wrong = list(dict.fromkeys(one for one in wrong if chance.random() >= rate / 3))
    chance.shuffle(wrong)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(slicing, "_SLICE", 700)
        assert report(wrong, whole=0) == report(wrong, whole=1 << 40)


@pytest.mark.usefixtures("small")
def test_what_points_to_a_node_from_another_slice_is_seen() -> None:
    """A percentage above 100 is right where the goal, which points to the target, speaks of growth."""
    lines = []
    for number in range(40):
        target, goal = f"<urn:x/program/1/goal/{number}/target>", f"<urn:x/program/1/goal/{number}>"
        lines += [
            f'{target} <{PREFIXES["schema"]}unitText> "%" <urn:g> .',
            f'{target} <{PREFIXES["schema"]}value> "150"^^<{PREFIXES["xsd"]}decimal> <urn:g> .',
            f"{target} <{TYPE}> <{RG}Target> <urn:g> .",
            f"{goal} <{RG}target> {target} <urn:g> .",
            f'{goal} <{RG}text> "{"提高" if number % 2 else "达到"}"@zh-hans <urn:g> .',
        ]
    found = validate(of_bytes(("\n".join(lines) + "\n").encode()), SHAPES, whole=0, bucket=1 << 40)
    wrong = {result.focus for result in found.results if result.shape.endswith("Target-percentage")}
    assert wrong == {f"urn:x/program/1/goal/{number}/target" for number in range(0, 40, 2)}


def test_what_many_graphs_say_is_found_once() -> None:
    said = f"<urn:x/program/1> <{TYPE}> <{RG}Program>"
    lines = "".join(f"{said} <urn:g:{number}> .\n" for number in range(30))
    found = validate(of_bytes(lines.encode()), SHAPES, whole=0, bucket=1 << 40)
    alone = validate(of_bytes(f"{said} <urn:g> .\n".encode()), SHAPES)
    assert found == alone
    assert found.checked == 1
