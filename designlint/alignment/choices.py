"""Lists of boxes of which one is to be ticked, as a document has them."""

from collections.abc import Iterator

from msgspec import Struct

from designlint.alignment.model import Alignment, SectionMatch
from designlint.document import Document
from designlint.document.blocks import Item, ListBlock
from designlint.document.fields import fields_in


class Choice(Struct, frozen=True):
    """The boxes of one list that the template offers: those that are ticked, and the others."""

    section: SectionMatch
    ticked: tuple[Item, ...]
    open: tuple[Item, ...]


def find_choices(document: Document, alignment: Alignment) -> Iterator[Choice]:
    """Every choice of the template's that still has boxes in the document."""
    for match in alignment.sections:
        if match.actual is None or not match.is_open:
            continue
        for wanted in match.expected.choices:
            boxes = [
                item
                for block in match.actual.blocks
                if isinstance(block, ListBlock)
                for item in block.items
                if item.checked is not None and _label(document, item) in wanted.labels
            ]
            if boxes:
                ticked = tuple(item for item in boxes if item.checked)
                yield Choice(match, ticked, tuple(item for item in boxes if not item.checked))


def _label(document: Document, item: Item) -> str:
    found = fields_in(document, (ListBlock(item.span, False, (item,)),))
    return found[0].key if found else ""
