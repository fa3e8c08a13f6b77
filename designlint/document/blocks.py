"""The block structure of a document: one frozen class for each kind of block.

A block knows its span and nothing of lines, paths or rules. Blocks hold no text: slice
`Document.text` with a span, or ask the document for `content` and `inlines`.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from designlint.document.span import Span


@dataclass(frozen=True, slots=True)
class Block:
    """Anything of block level. `span` runs from its first to past its last character."""

    span: Span


@dataclass(frozen=True, slots=True)
class Leaf(Block):
    """A block of inline content.

    `lines` holds one span per source line, without the prefixes of enclosing quotes and list
    items, so that a paragraph in a quote reads as its author meant it.
    """

    lines: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Paragraph(Leaf):
    """CommonMark 4.8."""


@dataclass(frozen=True, slots=True)
class Heading(Leaf):
    """CommonMark 4.2 and 4.3; `level` is 1 to 6. `lines` leaves out `#`s and underline."""

    level: int


@dataclass(frozen=True, slots=True)
class Cell(Leaf):
    """A table cell; `lines` is one span, empty where the cell is."""


@dataclass(frozen=True, slots=True)
class Row(Block):
    """A table row, always with as many cells as its header."""

    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table(Block):
    """A GFM table; `rows` are those below the delimiter row."""

    header: Row
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Item(Block):
    """A list item. `checked` is None unless it is a task (GFM 5.3); `marker` is `-`, `1.`, …"""

    marker: str
    checked: bool | None
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class ListBlock(Block):
    """A bulleted or ordered list."""

    ordered: bool
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Quote(Block):
    """A block quote."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class CodeBlock(Block):
    """A fenced or indented code block.

    `language` is the first word of the info string, or empty. `body` spans the code itself,
    whole lines, prefixes of enclosing blocks included.
    """

    language: str
    fenced: bool
    body: Span


@dataclass(frozen=True, slots=True)
class Html(Block):
    """An HTML block (CommonMark 4.6). `comments` are the `<!-- … -->` in it.

    `blank` is True where there is nothing but comments.
    """

    comments: tuple[Span, ...]
    blank: bool


@dataclass(frozen=True, slots=True)
class Definition(Block):
    """Link reference definitions (CommonMark 4.7), which render as nothing."""


@dataclass(frozen=True, slots=True)
class Break(Block):
    """A thematic break."""


def children(block: Block) -> tuple[Block, ...]:
    """The blocks directly inside `block`, in order."""
    match block:
        case Item() | Quote():
            return block.blocks
        case ListBlock():
            return block.items
        case Table():
            return (block.header, *block.rows)
        case Row():
            return block.cells
    return ()


def walk(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """`blocks` and all blocks inside them, in document order."""
    stack = list(reversed(blocks))
    while stack:
        block = stack.pop()
        yield block
        stack.extend(reversed(children(block)))
