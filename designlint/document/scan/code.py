"""Fenced and indented code (CommonMark 4.4 and 4.5)."""

from designlint.document.blocks import CodeBlock
from designlint.document.scan.lines import Lines
from designlint.document.scan.white_space import SPACES
from designlint.document.span import Span
from designlint.expressions import expression

_OPENING = expression(r"(`{3,})[^`]*\Z|(~{3,})")


def opens_fence(lines: Lines, line: int, _paragraph: bool = True) -> bool:
    """Whether `line`, which is not indented as code, opens a fence."""
    return _OPENING.match(lines.text, lines.first[line], lines.end[line]) is not None


def read_fence(lines: Lines, line: int, end: int) -> CodeBlock | None:
    """The fenced code that opens at `line`, if one does."""
    text, index = lines.text, lines.index
    opening = _OPENING.match(text, lines.first[line], lines.end[line])
    if opening is None:
        return None
    fence = opening[1] or opening[2]
    info = text[lines.first[line] + len(fence) : lines.end[line]].split(maxsplit=1)
    below = lines.line = _below_fence(lines, line, end, fence)
    span = lines.span(line, below)
    start = index.start_of(line + 2)
    closed = below - line > 1 and _looks_closing(lines, below - 1, fence)
    stop = index.start_of(below) if closed else index.end_of(below)
    return CodeBlock(span, info[0] if info else "", True, Span(start, max(start, stop)))


def _below_fence(lines: Lines, line: int, end: int, fence: str) -> int:
    """The line below the fence that closes the one at `line`, or where its container ends."""
    mark, margin = fence[0], lines.margin
    head, column = lines.head, lines.column
    for n in range(line + 1, end):
        if head[n] == mark:
            if column[n] < margin:
                return n
            if not lines.is_code(n):
                rest = lines.text[lines.first[n] : lines.end[n]].rstrip(SPACES)
                if rest.startswith(fence) and not rest.strip(mark):
                    return n + 1
        elif (column[n] < margin) if head[n] else (lines.first[n] >= len(lines.text)):
            return n
    return end


def _looks_closing(lines: Lines, line: int, fence: str) -> bool:
    last = lines.text[lines.first[line] : lines.end[line]].strip()
    return last.startswith(fence) and not last.strip(fence[0])


def read_indented_code(lines: Lines, line: int, end: int) -> CodeBlock:
    """The indented code that starts at `line`."""
    below = n = line + 1
    while n < end:
        if lines.head[n]:
            if not lines.is_code(n):
                break
            below = n + 1
        n += 1
    lines.line = below
    span = lines.span(line, below)
    start = min(lines.index.start_of(line + 1), span.start)
    return CodeBlock(span, "", False, Span(start, span.end))
