"""The store of a changed graph, made from an earlier one."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Store

from build_graph.emit.store import write_store
from build_graph.emit.store_changes import difference, renewed_store

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

XSD = "http://www.w3.org/2001/XMLSchema#"
EIGHTY = f'<urn:s> <urn:p> "80"^^<{XSD}decimal>'
EIGHTY_POINT_NIL = f'<urn:s> <urn:p> "80.0"^^<{XSD}decimal>'


def line(triple: str, graph: str) -> bytes:
    return f"{triple} <urn:{graph}> .\n".encode()


def written(lines: Iterable[bytes], folder: Path) -> Path:
    file = folder.with_suffix(".nq")
    file.write_bytes(b"".join(lines))
    write_store([file], folder)
    return folder


def holds(folder: Path) -> tuple[list[str], list[str]]:
    """Return all statements of a store, those of its default graph, too, and its graphs."""
    store = Store.read_only(str(folder))
    return sorted(map(str, store)), sorted(map(str, store.named_graphs()))


def renewed(before: Collection[bytes], after: Collection[bytes], at: Path) -> Path:
    renewed_store(written(before, at / "before"), at / "renewed", *difference(before, after))
    return at / "renewed"


def assert_as_anew(before: Collection[bytes], after: Collection[bytes], at: Path) -> None:
    assert holds(renewed(before, after, at)) == holds(written(after, at / "anew"))


objects = st.sampled_from(
    [
        "<urn:o>",
        '"80"',
        '"a"@zh-Hans',
        '"a"@zh-hans',
        *(f'"{digits}"^^<{XSD}decimal>' for digits in ("80", "80.0", "+80")),
        *(f'"{digits}"^^<{XSD}{name}>' for digits in ("7", "07") for name in ("integer", "nonNegativeInteger")),
    ]
)
triples = st.builds("<urn:{}> <urn:{}> {}".format, st.sampled_from("st"), st.sampled_from("pq"), objects)
graphs = st.sets(st.builds(line, triples, st.sampled_from("gh")), max_size=25)


@given(graphs, graphs)
@settings(max_examples=15, deadline=None)
def test_it_holds_what_a_store_written_anew_holds(before: set[bytes], after: set[bytes]) -> None:
    with TemporaryDirectory() as work:
        assert_as_anew(sorted(before), sorted(after), Path(work))


def test_a_triple_stays_in_the_union_as_long_as_one_graph_holds_it(tmp_path: Path) -> None:
    both = [line("<urn:s> <urn:p> <urn:o>", graph) for graph in "gh"]
    statements, graphs = holds(renewed(both, both[1:], tmp_path))
    assert len(statements) == 2
    assert graphs == ["<urn:h>"]


def test_a_triple_leaves_the_union_with_the_last_graph_that_holds_it(tmp_path: Path) -> None:
    both = [line("<urn:s> <urn:p> <urn:o>", graph) for graph in "gh"]
    assert holds(renewed(both, [], tmp_path)) == ([], [])


def test_a_number_written_in_two_ways_stays_when_one_of_them_goes(tmp_path: Path) -> None:
    before = [line(EIGHTY, "g"), line(EIGHTY_POINT_NIL, "g")]
    for name, after in (("first", before[:1]), ("second", before[1:])):
        (tmp_path / name).mkdir()
        assert_as_anew(before, after, tmp_path / name)
        assert len(holds(tmp_path / name / "renewed")[0]) == 2


def test_a_number_written_in_another_way_in_another_graph_stays_in_the_union(tmp_path: Path) -> None:
    assert_as_anew([line(EIGHTY, "g"), line(EIGHTY_POINT_NIL, "h")], [line(EIGHTY, "g")], tmp_path)


def test_a_line_that_stays_comes_again_beside_one_that_goes_and_might_say_the_same() -> None:
    stays, goes = line(EIGHTY, "g"), line(EIGHTY_POINT_NIL, "g")
    apart = line('<urn:s> <urn:q> "80"', "g")
    assert difference([stays, goes, apart], [stays, apart]) == ([goes], [stays])


def test_lines_without_a_literal_are_one_statement_each() -> None:
    one, other = line("<urn:s> <urn:p> <urn:o>", "g"), line("<urn:s> <urn:p> <urn:n>", "g")
    assert difference([one, other], [one]) == ([other], [])


def test_many_lines_go_and_come_in_parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("build_graph.emit.store_changes._PART", 3)
    before = [line(f"<urn:s{n}> <urn:p> <urn:o{n % 3}>", f"g{n % 4}") for n in range(40)]
    after = [line(f"<urn:s{n}> <urn:p> <urn:o{n % 5}>", f"g{n % 4}") for n in range(20, 60)]
    assert_as_anew(before, after, tmp_path)


def test_the_earlier_store_stays_byte_for_byte(tmp_path: Path) -> None:
    earlier = written([line("<urn:s> <urn:p> <urn:o>", "g")], tmp_path / "before")
    before = digests(earlier)
    renewed_store(earlier, tmp_path / "renewed", [line("<urn:s> <urn:p> <urn:o>", "g")], [])
    assert digests(earlier) == before


def digests(folder: Path) -> dict[str, str]:
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in folder.iterdir()}


def test_a_reader_of_the_earlier_store_is_answered_on(tmp_path: Path) -> None:
    before = [line(f"<urn:s{n}> <urn:p> <urn:o>", "g") for n in range(500)]
    earlier = written(before, tmp_path / "before")
    asking = (
        "import sys; from pyoxigraph import Store; store = Store.read_only(sys.argv[1])\n"
        "for _ in sys.stdin: print(len(list(store.quads_for_pattern(None, None, None))), flush=True)"
    )
    with subprocess.Popen(
        [sys.executable, "-c", asking, str(earlier)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as reader:
        assert reader.stdin
        assert reader.stdout
        reader.stdin.write("now\n")
        reader.stdin.flush()
        assert reader.stdout.readline() == "1000\n"
        renewed_store(earlier, tmp_path / "renewed", before, [])
        reader.stdin.write("now\n")
        reader.stdin.close()
        assert reader.stdout.readline() == "1000\n"
    assert holds(tmp_path / "renewed") == ([], [])


def test_a_store_is_renewed_time_after_time_without_growing(tmp_path: Path) -> None:
    lines = [line(f'<urn:s{n}> <urn:p> "{n}"', "g") for n in range(2000)]
    store = written(lines, tmp_path / "0")
    first = sizes(store)
    for round_ in range(1, 21):
        gone, new = (lines[:500], []) if round_ % 2 else ([], lines[:500])
        renewed_store(store, tmp_path / str(round_), gone, new)
        store = tmp_path / str(round_)
    assert holds(store) == holds(tmp_path / "0")
    assert sizes(store) < 3 * first


def sizes(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.glob("*.sst"))


def test_what_was_renewed_is_not_left_in_a_log(tmp_path: Path) -> None:
    store = renewed([], [line("<urn:s> <urn:p> <urn:o>", "g")], tmp_path)
    Store.read_only(str(store)).backup(str(tmp_path / "copy"))  # takes nothing from a log
    assert holds(tmp_path / "copy") == holds(store)


def test_a_folder_that_is_there_is_not_written_into(tmp_path: Path) -> None:
    earlier = written([line("<urn:s> <urn:p> <urn:o>", "g")], tmp_path / "before")
    (tmp_path / "renewed").mkdir()
    with pytest.raises(RuntimeError, match="exists"):
        renewed_store(earlier, tmp_path / "renewed", [], [])
    assert not list((tmp_path / "renewed").iterdir())


def test_a_store_that_is_not_there_is_an_error_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="before"):
        renewed_store(tmp_path / "before", tmp_path / "renewed", [], [])
    assert not (tmp_path / "renewed").exists()
