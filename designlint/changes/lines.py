"""Which lines of a text were there before, and where: a diff whose time is bounded.

`difflib` takes seconds for a few thousand lines of which many are equal, as the blank ones of
Markdown are.
"""

import sys
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

_DEPTH = 8
_MOST_CELLS = 1_000_000


class Block(NamedTuple):
    """`length` lines that both texts have, at these places, counted from 0."""

    old: int
    new: int
    length: int


class KeptLines:
    """The lines of a new text that the old one has, as blocks in order. Lines count from 1."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.blocks = tuple(blocks)
        self._starts = [block.new for block in self.blocks]

    def old_line(self, line: int) -> int | None:
        """Where a line of the new text was; None where it was added or modified."""
        at = bisect_right(self._starts, line - 1) - 1
        if at < 0:
            return None
        block = self.blocks[at]
        offset = line - 1 - block.new
        return block.old + offset + 1 if offset < block.length else None

    def holds(self, first: int, last: int) -> bool:
        """Whether none of the lines from `first` to `last` was added or modified.

        Lines may have been removed between them.
        """
        at = bisect_right(self._starts, first - 1) - 1
        reached = first - 1
        for index in range(max(at, 0), len(self.blocks)):
            block = self.blocks[index]
            if block.new > reached:
                return False
            reached = max(reached, block.new + block.length)
            if reached >= last:
                return True
        return False


UNCHANGED = KeptLines([Block(0, 0, sys.maxsize)])
"""The lines of a text that is as it was."""


def kept_lines(old: str, new: str) -> KeptLines:
    """The lines that `new` has kept from `old`, texts with line feeds only.

    Lines that occur once in both texts are matched first, and what is between them is matched in
    the same way, then exactly, as long as that takes few comparisons. What is left counts as
    modified.
    """
    before, after = old.split("\n"), new.split("\n")
    merged: list[Block] = []
    for block in _blocks(before, after):
        if merged and _continues(merged[-1], block):
            last = merged.pop()
            block = Block(last.old, last.new, last.length + block.length)
        merged.append(block)
    return KeptLines(merged)


def _continues(last: Block, block: Block) -> bool:
    ends = (last.old + last.length, last.new + last.length)
    return ends == (block.old, block.new)


class _Region(NamedTuple):
    """Lines of both texts that are still to be matched, ends exclusive."""

    old: int
    old_end: int
    new: int
    new_end: int
    depth: int


def _blocks(before: Sequence[str], after: Sequence[str]) -> Iterator[Block]:
    """Blocks in order; some may be continued by the next."""
    cells_left = _MOST_CELLS
    pending: list[_Region | Block] = [_Region(0, len(before), 0, len(after), 0)]
    while pending:
        region = pending.pop()
        if isinstance(region, Block):
            yield region
            continue
        old, old_end, new, new_end, depth = region
        while old < old_end and new < new_end and before[old] == after[new]:
            old, new = old + 1, new + 1
        if old > region.old:
            yield Block(region.old, region.new, old - region.old)
        tail = 0
        while old < old_end - tail and new < new_end - tail:
            if before[old_end - tail - 1] != after[new_end - tail - 1]:
                break
            tail += 1
        old_end, new_end = old_end - tail, new_end - tail
        if tail:
            pending.append(Block(old_end, new_end, tail))
        if old == old_end or new == new_end:
            continue
        rest = _Region(old, old_end, new, new_end, depth + 1)
        anchors = _anchors(before, after, rest) if depth < _DEPTH else []
        if anchors:
            pending += reversed([*_between(rest, anchors)])
        else:
            cells = (old_end - old) * (new_end - new)
            if cells <= cells_left:
                cells_left -= cells
                yield from _shortly(before, after, rest)


def _between(region: _Region, anchors: Sequence[tuple[int, int]]) -> Iterator[_Region | Block]:
    old, new = region.old, region.new
    for old_at, new_at in anchors:
        yield _Region(old, old_at, new, new_at, region.depth)
        yield Block(old_at, new_at, 1)
        old, new = old_at + 1, new_at + 1
    yield _Region(old, region.old_end, new, region.new_end, region.depth)


def _anchors(before: Sequence[str], after: Sequence[str], region: _Region) -> list[tuple[int, int]]:
    """The longest row of lines that are unique in both texts and in the same order in both."""
    old_places = _unique(before, region.old, region.old_end)
    new_places = _unique(after, region.new, region.new_end)
    pairs = [(old_places[line], at) for line, at in new_places.items() if line in old_places]
    # Patience sorting: `ends` holds the smallest old line at the end of a row of each length.
    ends: list[int] = []
    lasts: list[int] = []
    previous: list[int] = []
    for index, (old, _) in enumerate(pairs):
        length = bisect_left(ends, old)
        previous.append(lasts[length - 1] if length else -1)
        ends[length : length + 1] = [old]
        lasts[length : length + 1] = [index]
    row = []
    index = lasts[-1] if lasts else -1
    while index >= 0:
        row.append(pairs[index])
        index = previous[index]
    return row[::-1]


def _unique(lines: Sequence[str], start: int, end: int) -> dict[str, int]:
    counts = Counter(lines[start:end])
    return {lines[at]: at for at in range(start, end) if counts[lines[at]] == 1}


def _shortly(before: Sequence[str], after: Sequence[str], region: _Region) -> Iterator[Block]:
    """The longest common row of lines, by the table of all pairs."""
    old, old_end, new, new_end, _ = region
    height, width = old_end - old, new_end - new
    lengths = [[0] * (width + 1) for _ in range(height + 1)]
    for i in reversed(range(height)):
        for j in reversed(range(width)):
            same = before[old + i] == after[new + j]
            below = lengths[i + 1]
            lengths[i][j] = below[j + 1] + 1 if same else max(below[j], lengths[i][j + 1])
    i = j = 0
    while i < height and j < width:
        if before[old + i] == after[new + j]:
            yield Block(old + i, new + j, 1)
            i, j = i + 1, j + 1
        elif lengths[i + 1][j] >= lengths[i][j + 1]:
            i += 1
        else:
            j += 1
