"""Thematic breaks (CommonMark 4.1)."""

from designlint.document.blocks import Break
from designlint.document.scan.lines import Lines
from designlint.expressions import expression

_BREAK = expression(r"([-*_])[ \t]*(?:\1[ \t]*){2,}\Z")


def is_break(lines: Lines, line: int, _paragraph: bool = True) -> bool:
    """Whether `line`, which is no code, is a thematic break."""
    return _BREAK.match(lines.text, lines.first[line], lines.end[line]) is not None


def read_break(lines: Lines, line: int, _end: int) -> Break | None:
    """The thematic break at `line`, if it is one."""
    if not is_break(lines, line):
        return None
    lines.line = line + 1
    return Break(lines.span(line, line + 1))
