"""What parts of a document say, as plain text on one line."""

from collections.abc import Iterable, Iterator

from designlint.document import Document
from designlint.document.blocks import Block, ListBlock, Paragraph, Quote
from designlint.document.comments import without_comments
from designlint.document.fields import Field


def field_text(document: Document, field: Field) -> str:
    """What a field says: the text behind its label, or else what follows in blocks of its own.

    Of several blocks the first that says anything counts, and the list behind a paragraph that
    leads to it.
    """
    own = document.plain_text(field.text(document))
    if own and not _leads_on(own):
        return own
    parts = [own] if own else []
    for text in _texts(document, field.blocks):
        parts.append(text)
        if not _leads_on(text):
            break
    return " ".join(parts)


def first_text(document: Document, blocks: Iterable[Block]) -> str:
    """What the first of the blocks says that says anything."""
    return next(_texts(document, blocks), "")


def _leads_on(text: str) -> bool:
    """Whether a text needs what follows: `We take Redis, because:`."""
    return text.endswith((":", "：", ",", "，", "because"))


def _texts(document: Document, blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            text = document.plain_text(without_comments(document.source(block)))
        elif isinstance(block, ListBlock):
            items = (first_text(document, item.blocks) for item in block.items)
            text = "; ".join(filter(None, items))
        elif isinstance(block, Quote):
            text = " ".join(_texts(document, block.blocks))
        else:
            continue
        if text:
            yield text
