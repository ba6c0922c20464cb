"""A file in parts: names in order however many there are, and nothing that is missing goes unseen."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publishing.parts import in_parts, part_name, parts_of

NUMBERS = st.one_of(st.integers(0, 10**9), st.integers(0, 9).map(lambda power: 10**power))


def folder_of(parent: Path, *names: str) -> Path:
    folder = parent / "graph.nq"
    folder.mkdir()
    for name in names:
        (folder / name).touch()
    return folder


@given(one=NUMBERS, other=NUMBERS)
def test_names_sort_as_numbers_do(one: int, other: int) -> None:
    assert (part_name(one, ".nq") < part_name(other, ".nq")) == (one < other)
    assert (part_name(one, ".nq") == part_name(other, ".nq")) == (one == other)


def test_names_have_five_digits_as_long_as_that_is_enough() -> None:
    assert [part_name(number, ".ttl") for number in (0, 99_999, 100_000, 1_000_000)] == [
        "part-00000.ttl", "part-99999.ttl", "part-x100000.ttl", "part-xx1000000.ttl",
    ]  # fmt: skip


def test_a_file_is_its_own_only_part(tmp_path: Path) -> None:
    (tmp_path / "graph.nq").touch()
    assert parts_of(tmp_path / "graph.nq") == [tmp_path / "graph.nq"]
    assert not in_parts(tmp_path / "graph.nq")


def test_what_is_not_there_is_opened_by_its_reader_who_tells_it(tmp_path: Path) -> None:
    assert parts_of(tmp_path / "graph.nq") == [tmp_path / "graph.nq"]
    assert not in_parts(tmp_path / "graph.nq")


def test_a_folder_gives_its_parts_in_order(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, "part-00002.nq", "part-00000.nq", "part-00001.nq")
    assert in_parts(folder)
    assert [part.name for part in parts_of(folder)] == ["part-00000.nq", "part-00001.nq", "part-00002.nq"]


def test_other_files_in_the_folder_are_no_parts(tmp_path: Path) -> None:
    others = ("part-00001.ttl", "part-1.nq", "part-00001.nq.part", ".part-00001.nq", "part-00001-old.nq", "README")
    assert parts_of(folder_of(tmp_path, "part-00000.nq", *others)) == [tmp_path / "graph.nq" / "part-00000.nq"]


def test_a_folder_with_others_only_is_not_in_parts(tmp_path: Path) -> None:
    assert not in_parts(folder_of(tmp_path, "part-00000.ttl"))


@pytest.mark.parametrize(
    ("there", "missing"),
    [((), 0), ((1,), 0), ((0, 2), 1), ((0, 1, 3, 4), 2), (range(1, 9), 0)],
)
def test_a_part_that_is_missing_is_told_by_its_name(tmp_path: Path, there: tuple[int, ...], missing: int) -> None:
    folder = folder_of(tmp_path, *(part_name(number, ".nq") for number in there))
    with pytest.raises(FileNotFoundError, match=f"it has no part-0000{missing}.nq: copy the folder whole"):
        parts_of(folder)
