"""What markdown-it-py makes of a text and what designlint does, told in the same words.

A shape is what a block is, the lines from its first to its last, what else is told of it, and the
shapes of what is in it. Containers have no last line here: parsers differ on the blank lines there.
"""

from collections.abc import Iterator

from markdown_it.token import Token

from designlint.document import Document
from designlint.document.blocks import (
    Block,
    Break,
    CodeBlock,
    Definition,
    Heading,
    Html,
    Item,
    ListBlock,
    Paragraph,
    Quote,
    Table,
)

Shape = tuple[object, ...]


def block_shapes(document: Document, blocks: tuple[Block, ...]) -> Iterator[Shape]:
    """The shapes of blocks; definitions have none, since the other parser drops them."""
    for block in blocks:
        first = document.position(block.span.start).line
        last = document.position(block.span.end).line
        match block:
            case Quote():
                yield "quote", first, *block_shapes(document, block.blocks)
            case ListBlock():
                yield "list", first, block.ordered, *block_shapes(document, block.items)
            case Item():
                yield "item", first, block.marker, *block_shapes(document, block.blocks)
            case Table():
                yield "table", first, last, len(block.header.cells), len(block.rows)
            case CodeBlock():
                yield "code", first, last, block.fenced, block.language
            case Heading():
                yield "heading", first, last, block.level
            case Paragraph() | Html() | Break():
                yield type(block).__name__.lower(), first, last
            case _:
                assert isinstance(block, Definition)


class TokenShapes:
    """The shapes of a document's tokens. Made for one call of `until`."""

    def __init__(self, document: Document, tokens: list[Token]) -> None:
        self._document = document
        self._tokens = iter(tokens)

    def until(self, closing: str) -> list[Shape]:
        """The shapes up to the token of type `closing`."""
        shapes: list[Shape] = []
        for token in self._tokens:
            first, last = self._lines(token)
            match token.type:
                case kind if kind == closing:
                    break
                case "blockquote_open":
                    shapes.append(("quote", first, *self.until("blockquote_close")))
                case "bullet_list_open" | "ordered_list_open" as kind:
                    items = self.until(kind.replace("open", "close"))
                    shapes.append(("list", first, kind.startswith("ordered"), *items))
                case "list_item_open":
                    marker = token.info + token.markup
                    shapes.append(("item", first, marker, *self.until("list_item_close")))
                case "table_open":
                    shapes.append(("table", first, last, *self._table()))
                case "fence" | "code_block" as kind:
                    language = "".join(token.info.split()[:1])
                    shapes.append(("code", first, last, kind == "fence", language))
                case "heading_open":
                    shapes.append(("heading", first, last, int(token.tag[1:])))
                case "paragraph_open":
                    shapes.append(("paragraph", first, (token.map or [0, 0])[1]))
                case "html_block":
                    shapes.append(("html", first, last))
                case "hr":
                    shapes.append(("break", first, last))
        return shapes

    def _lines(self, token: Token) -> tuple[int, int]:
        """The first line and the last one with more than white space of any kind, 1-based."""
        first, below = token.map or (0, 0)
        lines, text = self._document.lines, self._document.text
        while below > first + 1 and not text[lines.start_of(below) : lines.end_of(below)].strip():
            below -= 1
        return first + 1, below

    def _table(self) -> tuple[int, int]:
        """How many columns and how many rows below the header."""
        seen: list[str] = []
        for token in self._tokens:
            if token.type == "table_close":
                break
            seen.append(token.type)
        return seen.count("th_open"), seen.count("tr_open") - 1
