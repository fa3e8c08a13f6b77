"""Block quotes (CommonMark 5.1)."""

from designlint.document.blocks import Quote
from designlint.document.scan.interruption import interrupts
from designlint.document.scan.lines import Lines
from designlint.document.scan.white_space import SPACES, width
from designlint.document.span import Span


def read_quote(lines: Lines, line: int, end: int) -> Quote:
    """The quote that opens at `line`."""
    head, column = lines.head, lines.column
    margin, last = lines.margin, lines.last
    kept = [lines.kept(line)]
    blank = _enter(lines, line)
    below = line + 1
    while below < end and head[below]:
        if head[below] == ">" and column[below] >= margin:
            kept.append(lines.kept(below))
            blank = _enter(lines, below)
        elif blank:
            break
        elif interrupts(lines, below):
            # A paragraph in the quote must not go on there.
            lines.last = below
            if margin:
                kept.append(lines.kept(below))
                column[below] -= margin
            break
        else:
            kept.append(lines.kept(below))
            column[below] = -1
        below += 1
    lines.margin = 0
    lines.depth += 1
    blocks = lines.read_blocks(lines, line, below)
    lines.depth -= 1
    lines.margin = margin
    lines.last = last
    for n, known in enumerate(kept, line):
        lines.put_back(n, known)
    if not blocks:
        return Quote(lines.span(line, lines.line), blocks)
    start = lines.first[line]
    return Quote(Span(start, max(start, blocks[-1].span.end)), blocks)


def _enter(lines: Lines, line: int) -> bool:
    """Move a line past its `>` and the space behind it; True where nothing else is on it."""
    text, inset, end = lines.text, lines.inset[line], lines.end[line]
    start = lines.first[line] + 1
    column = lines.column[line] + 1
    space = text[start] if start < end else ""
    lines.inset[line] = column + (space in (" ", "\t"))
    half_tab = False
    if space == " " or (space == "\t" and (inset + column) % 4 == 3):
        start += 1
        column += 1
    elif space == "\t":
        # The tab is the space of the mark, and some columns of the content.
        half_tab = True
    content = end - len(text[start:end].lstrip(SPACES))
    lines.move(line, content, width(text[start:content], column + inset + half_tab))
    return content >= end
