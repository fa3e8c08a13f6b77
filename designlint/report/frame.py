"""A source frame: the lines of a span with line numbers, and carets under what is meant."""

from collections.abc import Sequence

from msgspec import Struct

from designlint.document.span import Position
from designlint.report.display import CUT, as_shown

_MOST_LINES = 6
_LEAST_ROOM = 20


class Gutter(Struct, frozen=True):
    """The column of line numbers; `digits` is the width of the widest."""

    digits: int

    def numbered(self, line: int) -> str:
        """` 31 | `"""
        return f" {line:>{self.digits}} | "

    def blank(self) -> str:
        """The gutter of a row that is no line of the source."""
        return f" {'':{self.digits}} | "

    def skipped(self) -> str:
        """The gutter that stands for lines left out."""
        return f" {'⋮':>{self.digits}} | "

    def bullet(self) -> str:
        """`    = `, where help and notes begin."""
        return f" {'':{self.digits}} = "

    @property
    def width(self) -> int:
        """Cells of each of these."""
        return self.digits + 4


class Row(Struct, frozen=True):
    """One row of a frame; `marks` is True for a row of carets."""

    gutter: str
    text: str
    marks: bool = False


def last_line(start: Position, end: Position) -> int:
    """The last line that the span has a character on."""
    return end.line - 1 if end.line > start.line and end.column == 1 else end.line


def frame(
    lines: Sequence[str], start: Position, end: Position, gutter: Gutter, width: int, mark: str
) -> list[Row]:
    """The rows for the span from `start` to `end`, none wider than `width` cells."""
    if not 1 <= start.line <= len(lines):
        return []
    room = max(width - gutter.width, _LEAST_ROOM)
    last = min(last_line(start, end), len(lines))
    if last > start.line:
        return _several(lines, start, end, gutter, room)
    line = lines[start.line - 1]
    until = end.column - 1 if end.line == start.line else len(line)
    text, offset, count = _window(line, start.column - 1, until, room)
    return [
        Row(gutter.numbered(start.line), text),
        Row(gutter.blank(), " " * offset + mark * count, marks=True),
    ]


def _window(line: str, start: int, end: int, room: int) -> tuple[str, int, int]:
    """The part of `line` around a span: its text, and the cells before and within the span."""
    start = min(start, len(line))
    end = max(min(end, len(line)), start)
    # Far away code points cannot be seen, and a line may hold a million of them.
    first = max(0, start - room)
    shown, widths = as_shown(line[first : start + 2 * room])
    begin, finish = start - first, min(end - first, len(shown))
    whole = first == 0 and len(shown) == len(line)
    at_end = begin >= len(shown)
    if whole and sum(widths) + at_end <= room:
        text = "".join(shown).rstrip() if not at_end else "".join(shown)
        return text, sum(widths[:begin]), max(sum(widths[begin:finish]), 1)
    # Room for two ellipses and the span; what is left is shared by both sides of it.
    lead = max(room - 2 - sum(widths[begin:finish]), 0) // 2
    left = begin
    while left > 0 and widths[left - 1] <= lead:
        left -= 1
        lead -= widths[left]
    used, right = int(first + left > 0), left
    while right < len(shown) and used + widths[right] < room:
        used += widths[right]
        right += 1
    while left > 0 and first + right == len(line) and used + widths[left - 1] + at_end < room:
        left -= 1
        used += widths[left]
    prefix = CUT if first + left else ""
    suffix = CUT if first + right < len(line) else ""
    offset = len(prefix) + sum(widths[left:begin])
    count = sum(widths[begin : min(finish, right)])
    return prefix + "".join(shown[left:right]) + suffix, offset, max(count, 1)


def _several(
    lines: Sequence[str], start: Position, end: Position, gutter: Gutter, room: int
) -> list[Row]:
    """The lines of a span over several, joined by a bracket at their left."""
    last = min(last_line(start, end), len(lines))
    numbers = list(range(start.line, last + 1))
    cut = len(numbers) > _MOST_LINES
    rows = []
    for number in [*numbers[: _MOST_LINES - 2], last] if cut else numbers:
        if cut and number == last:
            rows.append(Row(gutter.skipped(), "|"))
        text, _, _ = _window(lines[number - 1], 0, 0, room - 2)
        if number != last:
            sign = "/" if number == start.line else "|"
            rows.append(Row(gutter.numbered(number), f"{sign} {text}".rstrip()))
    column = end.column - 1 if end.line == last else len(lines[last - 1].rstrip())
    text, offset, _ = _window(lines[last - 1], max(column - 1, 0), column, room - 2)
    rows.append(Row(gutter.numbered(last), f"| {text}".rstrip()))
    rows.append(Row(gutter.blank(), "|" + "_" * (offset + 1) + "^", marks=True))
    return rows
