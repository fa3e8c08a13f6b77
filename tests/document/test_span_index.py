"""An index of spans answers as looking at each of them would."""

from hypothesis import given
from hypothesis import strategies as st

from designlint.document.span import Span
from designlint.document.span_index import SpanIndex

SPANS = st.builds(
    lambda start, size: Span(start, start + size), st.integers(0, 12), st.integers(0, 5)
)


@given(st.lists(SPANS, max_size=6), SPANS)
def test_it_answers_as_a_search_would(spans: list[Span], asked: Span) -> None:
    index = SpanIndex(spans)
    assert index.touches(asked.start) == any(
        each.start <= asked.start <= max(each.start, each.end - 1) for each in spans
    )
    assert index.enclose(asked) == any(each.encloses(asked) for each in spans)
    assert index.any_within(asked) == any(asked.encloses(each) for each in spans)
    assert index.meet(asked) == any(
        each.start < asked.end and asked.start < each.end for each in spans
    )
