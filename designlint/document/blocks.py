"""The block structure of a document: one frozen class for each kind of block.

A block knows its span and nothing of lines, paths or rules. Blocks hold no text: slice
`Document.text` with a span, or ask the document for `content` and `inlines`.
"""

from collections.abc import Callable, Iterator
from operator import attrgetter
from typing import Any

from msgspec import Struct

from designlint.document.span import Span


class Block(Struct, frozen=True, gc=False):
    """Anything of block level. `span` runs from its first to past its last character.

    Blocks hold nothing that could lead back to them, so that Python need not look for cycles.
    """

    span: Span


class Leaf(Block, frozen=True):
    """A block of inline content.

    `lines` holds one span per source line, without the prefixes of enclosing quotes and list
    items, so that a paragraph in a quote reads as its author meant it.
    """

    lines: tuple[Span, ...]


class Paragraph(Leaf, frozen=True):
    """CommonMark 4.8."""


class Heading(Leaf, frozen=True):
    """CommonMark 4.2 and 4.3; `level` is 1 to 6. `lines` leaves out `#`s and underline."""

    level: int


class Cell(Leaf, frozen=True):
    """A table cell; `lines` is one span, empty where the cell is."""


class Row(Block, frozen=True):
    """A table row, always with as many cells as its header."""

    cells: tuple[Cell, ...]


class Table(Block, frozen=True):
    """A GFM table; `rows` are those below the delimiter row."""

    header: Row
    rows: tuple[Row, ...]


class Item(Block, frozen=True):
    """A list item. `checked` is None unless it is a task (GFM 5.3); `marker` is `-`, `1.`, …"""

    marker: str
    checked: bool | None
    blocks: tuple[Block, ...]


class ListBlock(Block, frozen=True):
    """A bulleted or ordered list."""

    ordered: bool
    items: tuple[Item, ...]


class Quote(Block, frozen=True):
    """A block quote."""

    blocks: tuple[Block, ...]


class CodeBlock(Block, frozen=True):
    """A fenced or indented code block.

    `language` is the first word of the info string, or empty. `body` spans the code itself,
    whole lines, prefixes of enclosing blocks included.
    """

    language: str
    fenced: bool
    body: Span


class Html(Block, frozen=True):
    """An HTML block (CommonMark 4.6). `comments` are the `<!-- … -->` in it.

    `blank` is True where there is nothing but comments.
    """

    comments: tuple[Span, ...]
    blank: bool


class Definition(Block, frozen=True):
    """Link reference definitions (CommonMark 4.7), which render as nothing."""


class Break(Block, frozen=True):
    """A thematic break."""


def children(block: Block) -> tuple[Block, ...]:
    """The blocks directly inside `block`, in order."""
    inner = _CHILDREN.get(type(block))
    return inner(block) if inner else ()


_CHILDREN: dict[type[Block], Callable[[Any], tuple[Block, ...]]] = {
    Item: attrgetter("blocks"),
    Quote: attrgetter("blocks"),
    ListBlock: attrgetter("items"),
    Table: lambda table: (table.header, *table.rows),
    Row: attrgetter("cells"),
}


def walk(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """`blocks` and all blocks inside them, in document order."""
    for block in blocks:
        yield block
        inner = _CHILDREN.get(type(block))
        if inner:
            yield from walk(inner(block))
