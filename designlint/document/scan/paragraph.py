"""Paragraphs, and the headings that an underline makes of them (CommonMark 4.8 and 4.3)."""

from designlint.document.blocks import Heading, Paragraph
from designlint.document.scan.interruption import MARKS, interrupts
from designlint.document.scan.lines import Lines
from designlint.document.scan.table import DELIMITER_HEADS, opens_table
from designlint.document.span import new_span
from designlint.expressions import expression

_UNDERLINE = expression(r"(?:=+|-+)[ \t]*\Z")
_TELLING = MARKS | DELIMITER_HEADS | {"", "="}
"""First characters of the lines that may not simply go on with a paragraph."""


def read_paragraph(lines: Lines, line: int, end: int) -> Paragraph | Heading:
    """The paragraph or underlined heading that starts at `line`."""
    head, last = lines.head, lines.last
    below = line + 1
    while below < last:
        if head[below] in _TELLING:
            if not head[below]:
                break
            if below - 1 > line and _table_interrupts(lines, below - 1):
                below -= 1
                break
            if below < end and _is_underline(lines, below):
                return _underlined(lines, line, below)
            if lines.column[below] >= 0 and interrupts(lines, below, paragraph=True):
                break
        below += 1
    lines.line = below
    span = new_span((lines.first[line], lines.tail[below - 1]))
    return Paragraph(span, lines.content(line, below) if below > line + 1 else (span,))


def continues(lines: Lines, line: int) -> bool:
    """Whether `line` goes on with what may be a definition above it."""
    if line >= lines.last or not lines.head[line]:
        return False
    if lines.column[line] < 0 or lines.is_code(line):
        return True
    return not (_table_interrupts(lines, line) or interrupts(lines, line))


def _is_underline(lines: Lines, line: int) -> bool:
    return (
        lines.head[line] in "=-"
        and 0 <= lines.column[line] - lines.margin <= 3
        and _UNDERLINE.match(lines.text, lines.first[line], lines.end[line]) is not None
    )


def _table_interrupts(lines: Lines, line: int) -> bool:
    """Whether a table starts at `line`, which another block may go on with."""
    return (
        lines.head[line + 1] in DELIMITER_HEADS
        and lines.column[line] >= 0
        and opens_table(lines, line, lines.last) > 0
    )


def _underlined(lines: Lines, line: int, underline: int) -> Heading:
    lines.line = underline + 1
    level = 1 if lines.head[underline] == "=" else 2
    return Heading(lines.span(line, underline + 1), lines.content(line, underline), level)
