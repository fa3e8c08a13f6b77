"""The lines of a document while its blocks are read: where each one's own content starts."""

from collections.abc import Callable, Sequence
from itertools import repeat
from operator import add, itemgetter, sub
from typing import Any

from designlint.document.blocks import Block, Table
from designlint.document.scan.white_space import SPACES, width
from designlint.document.span import LineIndex, Span, new_span

BlockReader = Callable[["Lines", int, int], tuple[Block, ...]]
"""Reads the blocks from one line up to another, or where the container being read ends."""
Kept = tuple[int, int, int, str, int]
"""What is known of one line."""
_first_character = itemgetter(slice(1))


class Lines:
    """What reading blocks needs to know of each line, and what it has found.

    `first`, `column` and `head` tell of a line's content: the offset of its first character, the
    column of this, and the character, empty where the line is blank. Quotes and list items set
    them past their marks for as long as their content is read: a line that lazily continues a
    paragraph of a quote has column -1. `inset` are the columns that a quote's marks take from a
    line, since tabs stop at columns of the file.

    `end` is where a line ends, `tail` where its last character does that is no white space, never
    before `first` unless the line is blank.

    `margin` is the column at which the content of the current list item starts, `list_margin`
    that of its list, -1 outside of lists. `last` is the line past those that may be looked at,
    `line` the one after the block that was read last.
    """

    __slots__ = (
        "column",
        "depth",
        "end",
        "first",
        "head",
        "index",
        "inset",
        "last",
        "line",
        "list_margin",
        "margin",
        "read_blocks",
        "references",
        "tables",
        "tail",
        "text",
    )

    def __init__(
        self, text: str, rows: Sequence[str], index: LineIndex, read_blocks: BlockReader
    ) -> None:
        if not rows[-1].strip(SPACES):
            # What follows the last line feed is a line only if it says something.
            rows = rows[:-1]
        # This is done with every line of every document: a `map` of what is built in takes two
        # thirds of the time of a comprehension.
        lengths, starts = list(map(len, rows)), index.starts
        contents = list(map(str.lstrip, rows, repeat(SPACES)))
        indents: list[int] = list(map(sub, lengths, map(len, contents)))
        tails = map(len, map(str.rstrip, rows))
        self.text = text
        self.index = index
        self.read_blocks = read_blocks
        # One entry more than there are lines, so that the line below the last one can be asked.
        self.first: list[int] = [*map(add, starts, indents), len(text)]
        self.head: list[str] = [*map(_first_character, contents), ""]
        self.end: list[int] = [*map(add, starts, lengths), len(text)]
        self.tail: list[int] = [*map(add, starts, tails), len(text)]
        self.column = [*indents, 0]
        if "\t" in text:
            for line, indent in enumerate(indents):
                if indent and "\t" in rows[line][:indent]:
                    self.column[line] = width(rows[line][:indent], 0)
        if any(map(str.isspace, set(self.head))):
            # Lines of nothing but white space of other kinds, which are not blank.
            self.tail = list(map(max, self.first, self.tail))
        self.inset = [0] * (len(rows) + 1)
        self.last = len(rows)
        self.margin = 0
        self.list_margin = -1
        self.depth = 0
        self.line = 0
        self.tables: list[Table] = []
        self.references: dict[str, Any] = {}

    def kept(self, line: int) -> Kept:
        """All that `move` may change, for `put_back`."""
        first, tail = self.first[line], self.tail[line]
        return first, tail, self.column[line], self.head[line], self.inset[line]

    def put_back(self, line: int, kept: Kept) -> None:
        """Have the content of `line` start where it did."""
        first, tail, self.column[line], self.head[line], self.inset[line] = kept
        self.first[line], self.tail[line] = first, tail

    def is_code(self, line: int) -> bool:
        """Whether a line is indented so far that it can only be code or go on with a paragraph."""
        return self.column[line] - self.margin >= 4

    def move(self, line: int, start: int, column: int) -> None:
        """Have the content of `line` start at the offset `start`, past the marks of a container."""
        end = self.end[line]
        head = self.text[start] if start < end else ""
        self.first[line], self.column[line], self.head[line] = start, column, head
        if head.isspace():
            self.tail[line] = max(start, self.tail[line])

    def span(self, line: int, below: int) -> Span:
        """From the first character of `line` to the last before line `below`."""
        start = self.first[line]
        content = self.text[start : self.end[below - 1]].rstrip()
        return new_span((start, start + len(content)))

    def content(self, line: int, below: int) -> tuple[Span, ...]:
        """The spans of the lines from `line` to `below`, without white space around them."""
        return tuple(map(new_span, zip(self.first[line:below], self.tail[line:below], strict=True)))
