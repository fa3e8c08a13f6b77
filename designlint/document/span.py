"""Positions in a document: spans of offsets, and the index that turns them into lines.

Offsets count Unicode code points of `Document.text`, which has neither a byte order mark nor
carriage returns, so that a column is the same number in the file on disk.
"""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import partial
from itertools import accumulate, count
from operator import add
from typing import NamedTuple


class Position(NamedTuple):
    """A place in a file: 1-based line, 1-based column in code points."""

    line: int
    column: int


class Span(NamedTuple):
    """A half-open range of code-point offsets: `text[start:end]`.

    A named tuple, since a document makes thousands: five times as quick as a frozen dataclass.
    """

    start: int
    end: int

    def slice(self, text: str) -> str:
        """The text that the span covers."""
        return text[self.start : self.end]

    def holds(self, offset: int) -> bool:
        """Whether the character at `offset` is in the span."""
        return self.start <= offset < self.end

    def encloses(self, other: "Span") -> bool:
        """Whether `other` lies within this span, ends included."""
        return self.start <= other.start and other.end <= self.end


new_span: Callable[[tuple[int, int]], Span] = partial(tuple.__new__, Span)
"""`Span(start, end)` of a pair, in half the time: for what is done with every line of a text."""


class LineIndex:
    """The offsets at which the lines of a text start, `starts`; answers in O(log lines).

    Only a line feed ends a line, as in CommonMark once line endings are normalised: form feeds
    and the Unicode separators that `str.splitlines` honours do not.
    """

    __slots__ = ("_length", "starts")

    def __init__(self, rows: Sequence[str]) -> None:
        """The index of the text whose lines are `rows`, without their line feeds."""
        before = accumulate(map(len, rows), initial=0)
        self.starts: list[int] = list(map(add, before, count()))
        # That is also where a line behind the last one would start.
        self._length: int = self.starts.pop() - 1

    def __len__(self) -> int:
        """The number of lines; a final line feed opens one more, empty, line."""
        return len(self.starts)

    def position(self, offset: int) -> Position:
        """The line and column of `offset`; an offset past the end is held to the end."""
        offset = min(max(offset, 0), self._length)
        line = bisect_right(self.starts, offset)
        return Position(line, offset - self.starts[line - 1] + 1)

    def start_of(self, line: int) -> int:
        """The offset at which 1-based `line` starts; the text's length past the last line."""
        return self.starts[line - 1] if line <= len(self.starts) else self._length

    def end_of(self, line: int) -> int:
        """The offset of the end of 1-based `line`, its line feed left out."""
        return self.starts[line] - 1 if line < len(self.starts) else self._length
