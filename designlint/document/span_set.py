"""Many spans at once: which of them lie somewhere, in O(log spans)."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from designlint.document.span import Span


class SpanSet:
    """Spans in rising order, those that overlap made one."""

    __slots__ = ("_ends", "_starts")

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(spans):
            if self._ends and start < self._ends[-1]:
                self._ends[-1] = max(end, self._ends[-1])
            else:
                self._starts.append(start)
                self._ends.append(end)

    def holds(self, offset: int) -> bool:
        """Whether the character at `offset` is in one of them."""
        at = bisect_right(self._starts, offset) - 1
        return at >= 0 and offset < self._ends[at]

    def within(self, span: Span) -> Iterator[Span]:
        """Those that share a character with `span`, whole."""
        for at in range(bisect_right(self._ends, span.start), bisect_left(self._starts, span.end)):
            yield Span(self._starts[at], self._ends[at])

    def touches(self, span: Span) -> bool:
        """Whether one of them shares a character with `span`."""
        return bisect_right(self._ends, span.start) < bisect_left(self._starts, span.end)
