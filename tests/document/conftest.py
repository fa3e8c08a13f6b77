"""The tree of a document's blocks as lines of text, so that a test shows all of it at once."""

from collections.abc import Callable, Iterator

import pytest

from designlint.document import Document, parse_document
from designlint.document.blocks import (
    Block,
    CodeBlock,
    Heading,
    Html,
    Item,
    Leaf,
    ListBlock,
    children,
)
from designlint.document.span import Span

ShowTree = Callable[[str], str]
Where = Callable[[Document, Span], str]


def where_is(document: Document, span: Span) -> str:
    start, end = document.position(span.start), document.position(span.end)
    return f"{start.line}:{start.column}-{end.line}:{end.column}"


@pytest.fixture
def where() -> Where:
    """The lines and columns of a span, as `1:1-2:5`."""
    return where_is


@pytest.fixture
def tree() -> ShowTree:
    """The blocks of a text: kind, place, and the text of leaves, two spaces for each level."""

    def show(text: str) -> str:
        document = parse_document(text)
        return "".join(f"{line}\n" for line in _lines(document, document.blocks, ""))

    return show


def _lines(document: Document, blocks: tuple[Block, ...], indent: str) -> Iterator[str]:
    for block in blocks:
        name = type(block).__name__.removesuffix("Block")
        yield f"{indent}{name} {where_is(document, block.span)}{_more(document, block)}"
        yield from _lines(document, children(block), indent + "  ")


def _more(document: Document, block: Block) -> str:
    text = document.text
    match block:
        case Heading():
            return f" h{block.level} " + _texts(document, block)
        case Leaf():
            return " " + _texts(document, block)
        case ListBlock():
            return " ordered" if block.ordered else ""
        case Item():
            box = {None: "", True: " checked", False: " unchecked"}[block.checked]
            return f" {block.marker}{box}"
        case CodeBlock():
            kind = "fenced" if block.fenced else "indented"
            return f" {kind} {block.language!r} {block.body.slice(text)!r}"
        case Html():
            comments = [comment.slice(text) for comment in block.comments]
            return f" {'blank' if block.blank else 'shown'} {comments}"
    return ""


def _texts(document: Document, leaf: Leaf) -> str:
    return " ".join(repr(line.slice(document.text)) for line in leaf.lines)
