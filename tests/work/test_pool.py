import os
import re
import subprocess
import sys
from collections.abc import Iterator
from itertools import count, islice
from pathlib import Path

import pytest

from build_graph.work.bounds import Bounds
from build_graph.work.pool import Call, Here, LostError, Pool, cores, pool
from tests.work.calls import die_once, double, misbehave, process_id


@pytest.fixture(scope="module")
def two() -> Iterator[Pool]:
    with pool(2, Bounds(seconds=3)) as found:
        yield found


def test_results_stand_in_the_order_of_the_calls(two: Pool) -> None:
    assert list(two.results(double, map(Call, range(50)))) == [2 * number for number in range(50)]


def test_values_that_need_no_call_stand_between_them(two: Pool) -> None:
    assert list(two.results(double, [7, Call(1), 8, Call(2), 9])) == [7, 2, 8, 4, 9]


def test_calls_without_end_are_taken_a_few_at_a_time(two: Pool) -> None:
    taken = []

    def calls() -> Iterator[Call]:
        for number in count():
            taken.append(number)
            yield Call(number)

    found = two.results(double, calls())
    assert list(islice(found, 3)) == [0, 2, 4]
    found.close()  # type: ignore[attr-defined]
    assert len(taken) < 40


def test_calls_are_made_in_other_processes(two: Pool) -> None:
    found = set(two.results(process_id, map(Call, range(20))))
    assert os.getpid() not in found
    assert 1 <= len(found) <= 2


def test_renewed_processes_are_others_and_go_on_where_the_first_ended(two: Pool) -> None:
    before = set(two.results(process_id, map(Call, range(20))))
    two.renew()
    after = set(two.results(process_id, map(Call, range(20))))
    assert before.isdisjoint(after)
    two.renew()
    two.renew()
    assert list(two.results(double, [Call(2)])) == [4]


ENDED_AT_ONCE = """
from build_graph.work.pool import Call, pool
for _ in range(20):
    with pool(6) as found:
        assert list(found.results(len, [Call("ab")])) == [2]
"""


def test_a_pool_that_ends_while_its_processes_start_says_nothing() -> None:
    done = subprocess.run([sys.executable, "-c", ENDED_AT_ONCE], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.parametrize(
    ("what", "why"),
    [
        ("sleep", "takes longer than 3 seconds"),
        ("die", "brings its process down"),
        ("grow", "takes more than 2048 MB of memory"),
        ("fail", r"makes the program fail \(ValueError: fail\)"),
    ],
)
def test_a_call_that_goes_over_its_bounds_costs_only_itself(two: Pool, what: str, why: str) -> None:
    before, lost, after = two.results(misbehave, map(Call, ("one", what, "two")))
    assert (before, after) == ("one", "two")
    assert isinstance(lost, LostError)
    assert re.search(why, str(lost))


def test_a_call_whose_process_others_have_ended_is_made_again(two: Pool, tmp_path: Path) -> None:
    assert list(two.results(die_once, [Call(tmp_path / "marker")])) == ["done"]


def test_in_this_process_calls_are_made_one_after_the_other() -> None:
    here = Here()
    here.renew()
    assert list(here.results(process_id, [Call(1), 5])) == [os.getpid(), 5]


def test_there_is_at_least_one_core() -> None:
    assert cores() >= 1
