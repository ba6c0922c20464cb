import pytest

from build_graph.work.calls import each
from build_graph.work.pool import Here, LostError, pool
from tests.work import calls


@pytest.mark.parametrize("elsewhere", [False, True])
def test_what_a_call_raises_is_raised_where_it_was_asked_for(elsewhere: bool) -> None:
    if elsewhere:
        with pool(1) as caller, pytest.raises(ValueError):
            list(each(caller, calls.misbehave, ["", "fail"]))
    else:
        with pytest.raises(ValueError):
            list(each(Here(), calls.misbehave, ["", "fail"]))


def test_results_come_in_their_order() -> None:
    with pool(2) as caller:
        assert list(each(caller, calls.double, [1, 2, 4])) == [2, 4, 8]


def test_a_call_that_brings_its_process_down_is_told() -> None:
    with pool(1) as caller, pytest.raises(LostError, match="brings its process down"):
        list(each(caller, calls.misbehave, ["die"]))
