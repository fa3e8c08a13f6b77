"""GFM tables (GFM 4.10)."""

from designlint.document.blocks import Cell, Row, Table
from designlint.document.scan.interruption import interrupts
from designlint.document.scan.lines import Lines
from designlint.document.scan.white_space import SPACES, UNICODE_SPACES
from designlint.document.span import Span, new_span
from designlint.expressions import expression

DELIMITER_HEADS = frozenset("|:-")
"""The characters that the row below a table's header can begin with."""
_MOST_MISSING_CELLS = 0x10000
"""A table ends where its rows lack more cells than these, which bounds hostile ones."""
_DELIMITERS = expression(r"(?!-[ \t])[-:|][-:| \t]+\Z")
_DELIMITER = expression(r":?-+:?")
# A cell ends at a pipe that does not directly follow a backslash.
_PIPE = expression(r"(?<!\\)\|")


def opens_table(lines: Lines, line: int, end: int) -> int:
    """The number of columns of the table whose header is `line`; 0 where none is."""
    below, text = line + 1, lines.text
    # Asked first, since it settles most: a list's items look like rows of delimiters, too.
    if text.find("|", lines.first[line], lines.end[line]) < 0:
        return 0
    if below >= end or lines.column[below] < lines.margin:
        return 0
    if lines.is_code(below) or lines.is_code(line):
        return 0
    delimiters = text[lines.first[below] : lines.end[below]]
    if not _DELIMITERS.match(delimiters):
        return 0
    header = text[lines.first[line] : lines.end[line]].strip(UNICODE_SPACES)
    parts = [part.strip(SPACES) for part in delimiters.split("|")]
    if not parts[-1]:
        parts.pop()
    if parts and not parts[0]:
        parts.pop(0)
    if not all(map(_DELIMITER.fullmatch, parts)):
        return 0
    count = _count_cells(header)
    return count if count == len(parts) else 0


def read_table(lines: Lines, line: int, end: int) -> Table | None:
    """The table whose header is `line`, if there is one."""
    count = opens_table(lines, line, end)
    if not count:
        return None
    rows = []
    missing = 0
    below = line + 2
    while below < end and lines.column[below] >= lines.margin and not lines.is_code(below):
        content = lines.text[lines.first[below] : lines.end[below]].strip(UNICODE_SPACES)
        missing += count - _count_cells(content)
        if not content or missing > _MOST_MISSING_CELLS or interrupts(lines, below):
            break
        rows.append(_row(lines, below, count))
        below += 1
    lines.line = below
    table = Table(lines.span(line, below), _row(lines, line, count), tuple(rows))
    lines.tables.append(table)
    return table


def _count_cells(row: str) -> int:
    """How many cells a row has; a pipe at either end opens none."""
    pipes = len(_PIPE.findall(row)) if "\\|" in row else row.count("|")
    closed = row.endswith("|") and not row.endswith("\\|")
    return pipes + 1 - row.startswith("|") - closed


def _row(lines: Lines, line: int, count: int) -> Row:
    span = lines.span(line, line + 1)
    raw = span.slice(lines.text)
    parts = _PIPE.split(raw) if "\\|" in raw else raw.split("|")
    at = span.start
    if raw.startswith("|"):
        at += 1
        del parts[0]
    if parts and not parts[-1]:
        parts.pop()
    cells = []
    for part in parts[:count]:
        start = at + len(part) - len(part.lstrip())
        cell = new_span((start, start + len(part.strip())))
        cells.append(Cell(cell, (cell,)))
        at += len(part) + 1
    missing = Span(span.end, span.end)
    cells += [Cell(missing, (missing,))] * (count - len(cells))
    return Row(span, tuple(cells))
