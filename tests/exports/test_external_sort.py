"""Sorting lines: the same order whether they fit in memory or not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.rdf.external_sort import sorted_lines

LINES = st.lists(st.binary(max_size=6).filter(lambda line: b"\n" not in line and line), max_size=30)


@given(st.lists(LINES, max_size=8), st.integers(1, 40), st.integers(1, 20))
def test_lines_are_sorted_and_told_once_however_little_fits_in_memory(
    batches: list[list[bytes]], in_memory: int, least_loaded: int
) -> None:
    found = [line for batch in sorted_lines(batches, in_memory, least_loaded) for line in batch]
    assert found == sorted({line for batch in batches for line in batch})


@pytest.mark.parametrize("in_memory", [1 << 10, 1 << 30])
def test_a_line_that_stands_in_every_part_is_told_once(in_memory: int) -> None:
    batches = [[b"the same line", b"another %d" % number] for number in range(500)]
    found = [line for batch in sorted_lines(batches, in_memory, 64) for line in batch]
    assert found.count(b"the same line") == 1
    assert len(found) == 501


def test_no_lines_give_none() -> None:
    assert [line for batch in sorted_lines([]) for line in batch] == []
    assert [line for batch in sorted_lines([[], []], 0) for line in batch] == []
