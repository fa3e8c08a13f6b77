"""Lists and their items (CommonMark 5.2 and 5.3, GFM 5.3)."""

from designlint.document.blocks import Block, Item, ListBlock, Paragraph
from designlint.document.scan.lines import Lines
from designlint.document.scan.marker import list_marker
from designlint.document.scan.white_space import SPACES, width
from designlint.document.span import Span, new_span
from designlint.expressions import expression

# A task marker is followed by white space and then by something.
_TASK = expression(r"\[([ xX])\][ \t]+(?=\S)")


def read_list(lines: Lines, line: int, end: int) -> ListBlock | None:
    """The list whose first item opens at `line`, if one does."""
    marker = list_marker(lines, line)
    if not marker:
        return None
    start = lines.first[line]
    kind, ordered = marker[-1], len(marker) > 1
    items: list[Item] = []
    while marker and marker[-1] == kind and (len(marker) > 1) == ordered:
        items.append(_read_item(lines, line, end, marker))
        line = lines.line
        if line >= end or lines.column[line] < lines.margin or lines.is_code(line):
            break
        marker = list_marker(lines, line)
    return ListBlock(Span(start, max(start, items[-1].span.end)), ordered, tuple(items))


def _read_item(lines: Lines, line: int, end: int, marker: str) -> Item:
    kept, margin, list_margin = lines.kept(line), lines.margin, lines.list_margin
    start = lines.first[line]
    rest = lines.text[start + len(marker) : lines.end[line]]
    content = rest.lstrip(SPACES)
    behind = lines.column[line] + len(marker)
    indent = width(rest[: len(rest) - len(content)], behind + lines.inset[line])
    lines.move(line, lines.end[line] - len(content), behind + indent)
    lines.list_margin = margin
    # Content that starts five columns behind the marker is indented code.
    lines.margin = behind + (indent if content and indent <= 4 else 1)
    blocks: tuple[Block, ...] = ()
    if content or lines.head[line + 1]:
        lines.depth += 2
        blocks = lines.read_blocks(lines, line, end)
        lines.depth -= 2
    else:
        # An item that starts with two blank lines is empty.
        lines.line = min(line + 2, end)
    lines.put_back(line, kept)
    lines.margin, lines.list_margin = margin, list_margin
    return _item(lines, start, marker, blocks)


def _item(lines: Lines, start: int, marker: str, blocks: tuple[Block, ...]) -> Item:
    end = max(start + len(marker), blocks[-1].span.end if blocks else 0)
    checked = None
    bracket = blocks and lines.text.startswith("[", blocks[0].span.start)
    task = _TASK.match(lines.text, blocks[0].span.start) if bracket else None
    if task and isinstance(blocks[0], Paragraph):
        line, *others = blocks[0].lines
        if task.end() < line.end:
            checked = task[1] != " "
            rest = Span(task.end(), line.end)
            text = Paragraph(Span(rest.start, blocks[0].span.end), (rest, *others))
            blocks = (text, *blocks[1:])
    return Item(new_span((start, end)), marker, checked, blocks)
