"""Many spans, asked about often: each question takes O(log n)."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate

from designlint.document.span import Span


class SpanIndex:
    """Says of other places whether one of these spans is there. The spans may overlap."""

    __slots__ = ("_ends", "_furthest", "_starts")

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted(spans)
        self._starts = [span.start for span in ordered]
        self._ends = [span.end for span in ordered]
        self._furthest = list(accumulate(self._ends, max))

    def touches(self, offset: int) -> bool:
        """Whether a span holds `offset`; one without any characters holds its own place."""
        after = bisect_right(self._starts, offset)
        return after > 0 and (
            self._furthest[after - 1] > offset or self._starts[after - 1] == offset
        )

    def enclose(self, span: Span) -> bool:
        """Whether `span` lies within one of these."""
        after = bisect_right(self._starts, span.start)
        return after > 0 and self._furthest[after - 1] >= span.end

    def meet(self, span: Span) -> bool:
        """Whether one of these overlaps with `span`."""
        before = bisect_left(self._starts, span.end)
        return before > 0 and self._furthest[before - 1] > span.start

    def any_within(self, span: Span) -> bool:
        """Whether one of these lies within `span`."""
        first = bisect_left(self._starts, span.start)
        last = bisect_right(self._starts, span.end)
        return any(end <= span.end for end in self._ends[first:last])
