"""Kinds of list that a template shows and that are no lists of fields."""

from designlint.document import Document
from designlint.document.blocks import Block, ListBlock
from designlint.document.fields import Field, fields_in
from designlint.document.normalise import count_words
from designlint.outline.marks import has_placeholder
from designlint.outline.vocabulary import read_vocabulary

_SENTENCE = 4


def is_checklist(block: Block) -> bool:
    """Whether a block is a list of boxes, each to be ticked."""
    return isinstance(block, ListBlock) and all(item.checked is not None for item in block.items)


def choices_in(document: Document, block: Block) -> tuple[Field, ...]:
    """The labelled boxes of a list of nothing but such: `- [ ] **Extension**: …`.

    They are alternatives, of which the author ticks what applies.
    """
    if not isinstance(block, ListBlock) or not is_checklist(block) or len(block.items) < 2:
        return ()
    found = fields_in(document, (block,))
    return found if len(found) == len(block.items) and all(e.marked for e in found) else ()


def is_set_list(document: Document, block: Block) -> bool:
    """Whether a block is a list of labelled sentences that leave nothing to fill in.

    Such are the principles that a team reminds its authors of. Only where placeholders stand in
    marks can they be told from what is to be replaced.
    """
    if not isinstance(block, ListBlock):
        return False
    found = fields_in(document, (block,))
    raw = block.span.slice(document.text)
    return (
        len(found) == len(block.items)
        and not has_placeholder(raw)
        and "<!--" not in raw
        and all(_is_sentence(field.text(document)) for field in found)
    )


def _is_sentence(text: str) -> bool:
    return count_words(text) >= _SENTENCE and not read_vocabulary(text)
