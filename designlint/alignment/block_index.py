"""Which block of a document holds an offset."""

from bisect import bisect_right

from designlint.document import Document
from designlint.document.blocks import Block, CodeBlock, Definition, Html, Leaf


class BlockIndex:
    """Finds the innermost leaf, code, HTML or definition at an offset; O(log blocks)."""

    def __init__(self, document: Document) -> None:
        kinds = (Leaf, CodeBlock, Html, Definition)
        self._blocks = [block for block in document.flat if isinstance(block, kinds)]
        self._starts = [block.span.start for block in self._blocks]

    def at(self, offset: int) -> Block | None:
        """The block, or None between blocks and in the front matter."""
        place = bisect_right(self._starts, offset) - 1
        if place < 0:
            return None
        block = self._blocks[place]
        return block if offset < block.span.end else None
