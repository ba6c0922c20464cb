from hypothesis import given
from hypothesis import strategies as st

from build_graph.parse.spans import Coverage, Span

SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)).map(lambda ends: Span(min(ends), max(ends))))


@given(SPANS, SPANS)
def test_coverage_says_of_every_span_what_a_look_at_each_one_says(spans: list[Span], asked: list[Span]) -> None:
    covered = Coverage(spans)
    for span in asked:
        assert covered.meets(span) == any(span.overlaps(other) for other in spans)


def test_a_span_far_behind_the_end_of_the_last_one_can_still_lie_in_a_longer_one() -> None:
    assert Coverage([(0, 90), (2, 3)]).meets((50, 51))
    assert not Coverage([(0, 9), (2, 3)]).meets((50, 51))
