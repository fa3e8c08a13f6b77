"""All blocks of a document, and the loop that every container reads its content with."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from designlint.document.blocks import Block, Table
from designlint.document.scan.code import read_fence, read_indented_code
from designlint.document.scan.definition import read_definition
from designlint.document.scan.heading import read_heading
from designlint.document.scan.html_block import read_html
from designlint.document.scan.lines import Lines
from designlint.document.scan.listing import read_list
from designlint.document.scan.paragraph import read_paragraph
from designlint.document.scan.quote import read_quote
from designlint.document.scan.table import DELIMITER_HEADS, read_table
from designlint.document.scan.thematic_break import read_break
from designlint.document.span import LineIndex

DEEPEST = 20
"""How deep containers may be nested: an item counts as two, its list and itself."""


def _read_list_or_break(lines: Lines, line: int, end: int) -> Block | None:
    return read_list(lines, line, end) or read_break(lines, line, end)


_READERS: dict[str, Callable[[Lines, int, int], Block | None]] = {
    ">": read_quote,
    "`": read_fence,
    "~": read_fence,
    "#": read_heading,
    "<": read_html,
    "[": read_definition,
    "_": read_break,
    **dict.fromkeys("-*", _read_list_or_break),
    **dict.fromkeys("+0123456789", read_list),
}
"""What a line can open, by its first character; anything else is a paragraph."""


class Scanned(NamedTuple):
    """What a text holds: its blocks, all tables wherever they stand, and the links defined."""

    blocks: tuple[Block, ...]
    tables: tuple[Table, ...]
    references: dict[str, Any]


def scan_blocks(text: str, rows: Sequence[str], index: LineIndex, first_line: int) -> Scanned:
    """The blocks of `text`, which has line feeds only, from 0-based `first_line` on.

    `rows` are its lines, and `index` says where they start.
    """
    if "\0" in text:
        text = text.replace("\0", "\N{REPLACEMENT CHARACTER}")
        rows = text.split("\n")
    lines = Lines(text, rows, index, _read_blocks)
    blocks = _read_blocks(lines, first_line, lines.last)
    return Scanned(blocks, tuple(lines.tables), lines.references)


def _read_blocks(lines: Lines, line: int, end: int) -> tuple[Block, ...]:
    """The blocks from `line` on, up to `end` or where the container being read ends."""
    head, column, margin = lines.head, lines.column, lines.margin
    found: list[Block] = []
    while line < end:
        mark = head[line]
        if not mark:
            while line < lines.last and not head[line]:
                line += 1
            lines.line = line
            continue
        if column[line] < margin:
            break
        if lines.depth >= DEEPEST:
            lines.line = _end_of_container(lines, line, end)
            break
        block: Block | None = None
        if column[line] - margin >= 4:
            block = read_indented_code(lines, line, end)
        elif head[line + 1] in DELIMITER_HEADS:
            block = read_table(lines, line, end)
        if block is None and mark in _READERS:
            block = _READERS[mark](lines, line, end)
        if block is None:
            block = read_paragraph(lines, line, end)
        found.append(block)
        line = lines.line
    return tuple(found)


def _end_of_container(lines: Lines, line: int, end: int) -> int:
    """The first line from `line` on that is not in the container being read."""
    while line < end and (not lines.head[line] or lines.column[line] >= lines.margin):
        line += 1
    return line
