"""Many spans at once, against looking at each of them."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from designlint.document.span import Span
from designlint.document.span_set import SpanSet

SPANS = st.builds(
    lambda start, length: Span(start, start + length), st.integers(0, 30), st.integers(1, 8)
)


@given(st.lists(SPANS, max_size=8), SPANS)
def test_it_tells_what_each_span_would(spans: list[Span], asked: Span) -> None:
    found = SpanSet(spans)
    offsets = {offset for span in spans for offset in range(*span)}
    assert {offset for offset in range(50) if found.holds(offset)} == offsets
    assert found.touches(asked) == bool(offsets & set(range(*asked)))
    whole = list(found.within(Span(0, 50)))
    assert {offset for span in whole for offset in range(*span)} == offsets
    assert all(one.end <= other.start for one, other in pairwise(whole))


def test_neighbours_stay_apart() -> None:
    found = SpanSet([Span(3, 5), Span(0, 3), Span(4, 6)])
    assert list(found.within(Span(2, 4))) == [Span(0, 3), Span(3, 6)]
    assert list(found.within(Span(3, 4))) == [Span(3, 6)]
