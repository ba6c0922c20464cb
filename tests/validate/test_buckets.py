"""A graph that is validated bucket by bucket: the same results, and only what changed is validated again."""

from __future__ import annotations

import gc
import random
from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from build_graph.validate.gate import validate
from build_graph.validate.lines import Part, of_bytes, of_parts, written
from build_graph.validate.rdf import Statement, read_files
from build_graph.validate.shapes import Shapes
from ontology import BASE, PREFIXES, RG

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from build_graph.validate import Report

SHAPES = Shapes.shipped()
BUCKET = 5000


class Memory(dict[str, bytes]):
    """A cache that counts what it did not have."""

    def __init__(self) -> None:
        super().__init__()
        self.missed = 0

    def get(self, key: str) -> bytes | None:  # type: ignore[override]
        self.missed += key not in self
        return super().get(key)

    def put(self, key: str, value: bytes) -> None:
        self[key] = value


def whole(statements: Iterable[Statement]) -> Report:
    with written(statements, None) as lines:
        return validate(lines, SHAPES)


def cut(statements: Iterable[Statement], cache: Memory | None = None, shapes: Shapes = SHAPES) -> Report:
    with written(statements, None) as lines:
        return validate(lines, shapes, cache=cache, whole=0, bucket=BUCKET)


def moved(statements: Iterable[Statement], part: str) -> list[Statement]:
    """The same graph with other names: each node has a root of its own."""

    def move(term: object) -> object:
        if isinstance(term, ox.NamedNode) and term.value.startswith(BASE + part):
            return ox.NamedNode(term.value.replace(BASE + part, f"{BASE}x-{part}"))
        return term

    return [Statement(*map(move, statement)) for statement in statements]  # type: ignore[arg-type]


def shuffled(statements: list[Statement], chance: random.Random, rate: float) -> list[Statement]:
    """A graph with faults: statements are left out, or say something else, or are said of something else."""
    subjects = sorted({s.subject for s in statements}, key=str)
    objects = sorted({s.object for s in statements}, key=str)
    found = []
    for statement in statements:
        fault = chance.choice(["keep", "lose", "object", "more", "subject"]) if chance.random() < rate else "keep"
        if fault in {"keep", "more"}:
            found.append(statement)
        if fault in {"object", "more"}:
            found.append(statement._replace(object=chance.choice(objects)))
        if fault == "subject":
            found.append(statement._replace(subject=chance.choice(subjects)))
    return list(dict.fromkeys(found))


@pytest.fixture
def valid(valid_file: Path) -> list[Statement]:
    return list(read_files([valid_file]))


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    seed=st.integers(0, 10**6),
    rate=st.sampled_from([0, 0.05, 0.3]),
    part=st.sampled_from(["program/", "document/", "place/"]),
)
def test_buckets_give_the_report_of_the_whole(valid: list[Statement], seed: int, rate: float, part: str) -> None:
    chance = random.Random(seed)
    statements = shuffled(moved(valid, part), chance, rate)
    chance.shuffle(statements)
    assert cut(statements) == whole(statements)


@pytest.mark.parametrize(("path", "kind"), [("parentTask", "Task"), ("partOf", "Place"), ("implements", "Program")])
def test_a_circle_through_many_buckets_is_found(path: str, kind: str) -> None:
    nodes = [ox.NamedNode(f"urn:node:{number}") for number in range(40)]
    rdf_type = ox.NamedNode(f"{PREFIXES['rdf']}type")
    circle = [Statement(s, ox.NamedNode(RG + path), o) for s, o in zip(nodes, [*nodes[1:], nodes[0]], strict=True)]
    report = cut([*circle, *(Statement(node, rdf_type, ox.NamedNode(RG + kind)) for node in nodes)])
    shapes = {"parentTask": "Task-not-its-own-ancestor", "partOf": "Place-not-inside-itself",
              "implements": "Program-implements-no-cycle"}  # fmt: skip
    assert sum(result.shape.endswith(shapes[path]) for result in report.results) == 40


def test_what_points_to_a_node_from_another_bucket_is_seen() -> None:
    """A percentage above 100 is right where the goal, which points to the target, speaks of growth."""
    lines = []
    for number in range(40):
        target, goal = f"<urn:target:{number}>", f"<urn:goal:{number}>"
        lines += [
            f'{target} <{PREFIXES["schema"]}unitText> "%" .',
            f'{target} <{PREFIXES["schema"]}value> "150"^^<{PREFIXES["xsd"]}decimal> .',
            f"{target} <{PREFIXES['rdf']}type> <{RG}Target> .",
            f"{goal} <{RG}target> {target} .",
            f'{goal} <{RG}text> "{"提高" if number % 2 else "达到"}"@zh-hans .',
        ]
    statements = [Statement(*q.triple) for q in ox.parse("\n".join(lines), ox.RdfFormat.N_TRIPLES)]  # type: ignore[misc]
    report = cut(statements)
    wrong = {r.focus for r in report.results if r.shape.endswith("Target-percentage")}
    assert wrong == {f"urn:target:{number}" for number in range(0, 40, 2)}


def test_a_class_that_the_graph_puts_below_ours_is_held_to_the_shapes(valid: list[Statement]) -> None:
    below, rdf_type = ox.NamedNode("urn:class"), ox.NamedNode(f"{PREFIXES['rdf']}type")
    more = [Statement(below, ox.NamedNode(f"{PREFIXES['rdfs']}subClassOf"), ox.NamedNode(RG + "Agency"))]
    more += [Statement(ox.NamedNode(f"urn:agency:{number}"), rdf_type, below) for number in range(10)]
    report = cut(valid + more)
    assert [result.focus for result in report.results] == [f"urn:agency:{number}" for number in range(10)]
    assert report == whole(valid + more)


def test_lines_that_are_not_plain_are_no_hindrance(valid: list[Statement]) -> None:
    data = ox.serialize((ox.Quad(*one, ox.NamedNode("urn:g")) for one in valid), format=ox.RdfFormat.N_QUADS)
    report = validate(of_bytes(data), SHAPES, whole=0, bucket=BUCKET)
    assert (report.results, report.checked) == ((), 48)


def test_nothing_is_validated_twice(valid: list[Statement]) -> None:
    cache, wrong = Memory(), shuffled(valid, random.Random(1), 0.2)
    first = cut(wrong, cache)
    everything, cache.missed = cache.missed, 0
    assert cut(wrong, cache) == first == cut(wrong)
    assert first.results
    assert cache.missed == 0 < everything


@settings(max_examples=3, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10**6), part=st.sampled_from(["program/", "document/"]))
def test_what_is_kept_is_never_used_for_another_graph(valid: list[Statement], seed: int, part: str) -> None:
    chance, cache, statements = random.Random(seed), Memory(), moved(valid, part)
    cut(statements, cache)
    for _ in range(2):
        statements = shuffled(statements, chance, 0.01)
        assert cut(statements, cache) == cut(statements)


def test_a_change_leaves_most_buckets_as_they_were(valid: list[Statement]) -> None:
    cache, many = Memory(), [one for number in range(20) for one in moved(valid, f"document/{number}")]
    many += [
        Statement(ox.NamedNode(f"urn:node:{number}"), ox.NamedNode(RG + "rule"), ox.Literal("rule"))
        for number in range(2000)
    ]
    cut(many, cache)
    everything, cache.missed = cache.missed, 0
    cut([*many[:-1], many[-1]._replace(object=ox.Literal("RULE"))], cache)
    assert 0 < cache.missed < everything / 10


def test_other_shapes_find_nothing_kept(valid: list[Statement]) -> None:
    cache = Memory()
    cut(valid, cache)
    everything, cache.missed = cache.missed, 0
    cut(valid, cache, Shapes([*SHAPES.texts, "<urn:shape> a <http://www.w3.org/ns/shacl#NodeShape> ."]))
    assert cache.missed == everything > 0


def test_a_graph_is_not_cut_where_a_shape_looks_further(valid: list[Statement]) -> None:
    turtle = """
        @prefix sh: <http://www.w3.org/ns/shacl#> . @prefix : <urn:> . @prefix rg: <https://w3id.org/reformgraph/ontology#> .
        :S a sh:NodeShape ; sh:targetClass rg:PilotUnit ; sh:property :P .
        :P sh:path rg:passage ; sh:message "no document"@en, "无文档"@zh-Hans ;
           sh:node [ sh:property [ sh:path <http://www.w3.org/ns/oa#hasSource> ; sh:class rg:Place ] ] .
    """
    report = cut(valid, shapes=Shapes([turtle]))
    units = {one.subject.value for one in valid if one.object == ox.NamedNode(RG + "PilotUnit")}
    assert {result.focus for result in report.results} == units != set()


def test_a_step_leaves_nothing_that_refers_to_itself(valid_file: Path, tmp_path: Path) -> None:
    """Garbage is looked for seldom in worker processes, and a graph that was asked is megabytes."""
    file, left = tmp_path / "graph.nq", []
    graph = ox.NamedNode(f"{BASE}graph/a")
    ox.serialize((ox.Quad(*each, graph) for each in read_files([valid_file])), str(file), ox.RdfFormat.N_QUADS)

    def steps(function: Callable[[object], bytes], arguments: Iterable[object]) -> Iterator[bytes]:
        for argument in arguments:
            gc.collect()
            yield function(argument)
            left.append(gc.collect())

    for _ in range(2):  # what is made once is made by the first
        left.clear()
        validate(of_parts([Part(file)]), SHAPES, each=steps, whole=0, bucket=BUCKET)
    assert len(left) > 2
    assert sum(left) == 0
