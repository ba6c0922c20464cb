"""A graph in several files: the report of the one file that they are together, and only what changed is read again."""

from __future__ import annotations

import hashlib
import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import pairwise
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from build_graph.validate import Each, Part, RdfError, Report, validate_quads
from build_graph.validate.cutting import cut as cut_file
from build_graph.validate.cutting import root_of
from build_graph.validate.gate import validate
from build_graph.validate.lines import NotPlainError, of_bytes, of_parts
from build_graph.validate.partition import Partition
from build_graph.validate.shapes import Shapes
from ontology import BASE, PREFIXES, RG

SHAPES = Shapes.shipped()
TYPE = f"{PREFIXES['rdf']}type"
BUCKET = 20_000
REAL_FILES = settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


class Memory(dict[str, bytes]):
    """A cache."""

    def put(self, key: str, value: bytes) -> None:
        self[key] = value


@pytest.fixture(scope="module")
def graph() -> list[bytes]:
    """The lines of a graph with faults: three documents with three programs, what they share first."""
    text = (Path(__file__).parents[1] / "ontology" / "shapes" / "valid.ttl").read_bytes()
    quads = (ox.Quad(*quad.triple, ox.NamedNode("urn:g")) for quad in ox.parse(text, ox.RdfFormat.TURTLE))
    lines = ox.serialize(quads, format=ox.RdfFormat.N_QUADS).replace(b"pilot-city", b"pilot-town")
    others = [lines.replace(f"{BASE}document/".encode(), f"{BASE}document/{n}-".encode()) for n in (1, 2)]
    return list(dict.fromkeys(b"".join([lines, *others]).splitlines(keepends=True)))


def parts_of(texts: Iterable[bytes], folder: Path) -> list[Part]:
    """Files with these texts; the key of each is what it holds."""
    parts = []
    for number, text in enumerate(texts):
        part = Part(folder / f"part-{number}.nq", hashlib.sha256(text).hexdigest())
        part.file.write_bytes(text)
        parts.append(part)
    return parts


def cut(lines: list[bytes], ends: Iterable[int]) -> list[bytes]:
    return [b"".join(lines[start:end]) for start, end in pairwise([0, *sorted(ends), len(lines)])]


def thirds(lines: list[bytes]) -> list[bytes]:
    return cut(lines, [len(lines) // 3, len(lines) * 2 // 3])


def report_of(parts: list[Part], cache: Memory | None = None, each: Each = map) -> Report:
    return validate(of_parts(parts), SHAPES, cache=cache, each=each, whole=0, bucket=BUCKET)


@REAL_FILES
@given(st.data())
def test_parts_give_the_report_of_the_one_file_that_they_are_together(
    graph: list[bytes], tmp_path: Path, data: st.DataObject
) -> None:
    ends = data.draw(st.sets(st.integers(0, len(graph)), max_size=6))
    lost = data.draw(st.sets(st.integers(0, len(graph) - 1), max_size=20))
    lines = [line for number, line in enumerate(graph) if number not in lost]
    expected = validate(of_bytes(b"".join(lines)), SHAPES)
    assert expected.results
    assert report_of(parts_of(cut(lines, (min(end, len(lines)) for end in ends)), tmp_path)) == expected


def test_a_small_graph_may_come_in_parts(graph: list[bytes], tmp_path: Path) -> None:
    assert validate_quads(parts_of(thirds(graph), tmp_path)) == validate_quads(b"".join(graph))


def test_no_part_is_nothing_to_check() -> None:
    assert validate_quads([]) == validate_quads(b"")


def test_a_blank_node_is_the_same_in_all_parts(tmp_path: Path) -> None:
    texts = [f"_:y <{RG}rule> _:x .\n".encode(), f"_:x <{TYPE}> <{RG}Agency> .\n".encode()]
    report = validate_quads(parts_of(texts, tmp_path))
    assert {result.focus for result in report.results} == {"_:b2"}
    assert report == validate_quads(b"".join(texts))


def test_what_is_malformed_is_told_with_the_part_and_the_line_in_it(graph: list[bytes], tmp_path: Path) -> None:
    parts = parts_of([*thirds(graph), b"<urn:a> <urn:p> <urn:b> <urn:g> .\n<urn:a> <urn:p> .\n"], tmp_path)
    with pytest.raises(RdfError, match=r"part-3\.nq:2: malformed N-Quads: "):
        validate_quads(parts)


def test_a_part_that_is_missing_is_named(graph: list[bytes], tmp_path: Path) -> None:
    parts = parts_of(thirds(graph), tmp_path)
    parts[1].file.unlink()
    with pytest.raises(RdfError, match=r"part-1\.nq: cannot be read: No such file or directory$"):
        validate_quads(parts)


@pytest.mark.parametrize("part", [0, 1, 2])
def test_a_part_that_changed_is_seen(graph: list[bytes], part: int, tmp_path: Path) -> None:
    cache, texts = Memory(), thirds(graph)
    before = report_of(parts_of(texts, tmp_path), cache)
    texts[part] = texts[part].replace(b"prefLabel", b"prefTitle").replace(b"hasSource", b"hasOrigin")
    after = report_of(parts_of(texts, tmp_path), cache)
    assert after != before
    assert after == report_of(parts_of(texts, tmp_path))


@pytest.mark.parametrize("part", [0, 1, 2])
def test_a_part_that_is_gone_is_seen(graph: list[bytes], part: int, tmp_path: Path) -> None:
    cache, texts = Memory(), thirds(graph)
    before = report_of(parts_of(texts, tmp_path), cache)
    del texts[part]
    after = report_of(parts_of(texts, tmp_path), cache)
    assert after != before
    assert after == report_of(parts_of(texts, tmp_path))


def test_the_files_of_parts_that_did_not_change_are_not_read(graph: list[bytes], tmp_path: Path) -> None:
    """They now hold something else, of which nobody takes notice."""
    cache, texts = Memory(), thirds(graph)
    parts = parts_of(texts, tmp_path)
    before = report_of(parts, cache)
    for part, text in zip(parts, texts, strict=True):
        part.file.write_bytes(b"x" * len(text))
    assert report_of(parts, cache) == before
    with pytest.raises(NotPlainError):
        report_of([part._replace(key=None) for part in parts], cache)


def test_only_the_buckets_of_what_changed_are_read(tmp_path: Path) -> None:
    """All files but the new one, which has a bucket of its own, now hold something else."""
    cache, kinds = Memory(), {f"<urn:node:{number}>": "Agency" for number in range(60)}

    def texts() -> list[bytes]:
        return [f"{node} <{TYPE}> <{RG}{kind}> <urn:g> .\n".encode() for node, kind in kinds.items()]

    lines = of_bytes(b"".join(texts()))
    cut_graph = Partition(lines, [cut_file(lines.files[0])], 100)
    buckets = [root_of(node.encode()) % len(cut_graph) for node in kinds]
    alone = next(number for number, bucket in enumerate(buckets) if buckets.count(bucket) == 1)
    before = validate(of_parts(parts_of(texts(), tmp_path)), SHAPES, cache=cache, whole=0, bucket=100)
    kinds[f"<urn:node:{alone}>"] = "Person"
    parts = parts_of(texts(), tmp_path)
    after = validate(of_parts(parts), SHAPES, whole=0, bucket=100)
    for number, part in enumerate(parts):
        if number != alone:
            part.file.write_bytes(b"x" * part.file.stat().st_size)
    assert validate(of_parts(parts), SHAPES, cache=cache, whole=0, bucket=100) == after != before


def test_a_part_of_another_size_than_was_kept_is_read(graph: list[bytes], tmp_path: Path) -> None:
    cache = Memory()
    parts = parts_of(thirds(graph), tmp_path)
    report_of(parts, cache)
    with parts[1].file.open("ab") as file:
        file.write(f"<urn:a> <{TYPE}> <{RG}Agency> <urn:g> .\n".encode())
    assert "urn:a" in {result.focus for result in report_of(parts, cache).results}


@REAL_FILES
@given(st.lists(st.sets(st.integers(0, 400), max_size=5), min_size=2, max_size=3))
def test_what_is_kept_of_other_parts_is_never_mistaken(
    graph: list[bytes], tmp_path: Path, ends: list[set[int]]
) -> None:
    """The same statements in other parts, and then one fewer: nothing that is kept tells another graph."""
    cache, lines = Memory(), graph
    for each in ends:
        parts = parts_of(cut(lines, (min(end, len(lines)) for end in each)), tmp_path)
        assert report_of(parts, cache) == report_of(parts)
        lines = lines[1:]


def test_parts_are_not_held_open(graph: list[bytes], tmp_path: Path) -> None:
    resource = pytest.importorskip("resource")
    parts = parts_of([b"".join(graph[start : start + 3]) for start in range(0, len(graph), 3)], tmp_path)
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    assert len(parts) > 64
    free = os.open(os.devnull, os.O_RDONLY)  # the first number that is free: other tests leave files open
    os.close(free)
    resource.setrlimit(resource.RLIMIT_NOFILE, (free + 16, hard))
    try:
        report = report_of(parts)
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    assert report == validate_quads(b"".join(graph))


def test_several_processes_give_the_same_report(graph: list[bytes], tmp_path: Path) -> None:
    parts, cache = parts_of(thirds(graph), tmp_path), Memory()
    with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("spawn")) as processes:
        report = report_of(parts, cache, processes.map)
    assert report == report_of(parts)
    alone = Memory()
    report_of(parts, alone)
    assert cache == alone


def test_a_call_that_is_lost_in_another_process_is_made_here(graph: list[bytes], tmp_path: Path) -> None:
    def lose_every_other(function: Callable[[object], bytes], arguments: Iterable[object]) -> Iterator[object]:
        for number, argument in enumerate(arguments):
            yield function(argument) if number % 2 else RuntimeError("brings its process down")

    parts = parts_of(thirds(graph), tmp_path)
    assert report_of(parts, each=lose_every_other) == report_of(parts)


def test_what_lies_in_no_file_is_not_sent_to_other_processes(graph: list[bytes]) -> None:
    def refuse(*_: object) -> Iterator[object]:
        raise AssertionError("another process was asked")

    report = validate(of_bytes(b"".join(graph)), SHAPES, each=refuse, whole=0, bucket=BUCKET)
    assert report == validate_quads(b"".join(graph))
