"""Which block holds an offset, searched for from the top down: nothing has to be listed first."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from designlint.document.blocks import Block, children


def blocks_at(blocks: tuple[Block, ...], offset: int) -> Iterator[Block]:
    """Those among `blocks`, and inside them, that hold `offset`, from the outermost one in."""
    while blocks:
        at = bisect_right(blocks, offset, key=_start) - 1
        if at < 0 or blocks[at].span.end <= offset:
            return
        yield blocks[at]
        blocks = children(blocks[at])


def innermost_at(blocks: tuple[Block, ...], offsets: Iterable[int]) -> Iterator[Block]:
    """The innermost blocks that hold any of the rising `offsets`, each once, in order."""
    done = 0
    for offset in offsets:
        if offset < done:
            continue
        *_, innermost = (None, *blocks_at(blocks, offset))
        # In a container an offset stands between the blocks: the next one may be within them.
        if innermost is not None and not children(innermost):
            done = innermost.span.end
            yield innermost


def _start(block: Block) -> int:
    return block.span.start


def places_of(text: str, wanted: str) -> Iterator[int]:
    """The offsets at which `wanted` stands in a text, in order."""
    at = text.find(wanted)
    while at >= 0:
        yield at
        at = text.find(wanted, at + 1)
