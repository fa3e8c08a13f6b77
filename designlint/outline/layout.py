"""How a template is laid out: what marks its placeholders, what is to be cut, what stands where."""

import re
from collections.abc import Iterator, Mapping
from itertools import islice

from msgspec import Struct, field

from designlint.document import Document
from designlint.document.blocks import Html, Leaf
from designlint.document.inline import InlineKind
from designlint.document.span import Span
from designlint.expressions import expression
from designlint.language.lexicon import Lexicon
from designlint.outline.marks import BRACKETS, Marked, find_marked

_FEWEST_MARKS = 3
_OPAQUE = (InlineKind.CODE, InlineKind.LINK, InlineKind.IMAGE, InlineKind.AUTOLINK)
_BEGIN = expression(r"(?:BEGIN|START)\b(?P<what>.*)", re.DOTALL)
_END = expression(r"END\b(?P<what>.*)", re.DOTALL)


class Layout(Struct, frozen=True):
    """`marked`: placeholders stand in marks, so that text without them may be meant to stay.

    `cuts` are the parts between `<!-- BEGIN remove before merging -->` and its end. `above` holds
    by the offset of a heading the comments that stand directly above it and so belong to it.
    """

    marked: bool = False
    cuts: tuple[Span, ...] = ()
    above: Mapping[int, tuple[Span, ...]] = field(default_factory=dict)

    def is_cut(self, offset: int) -> bool:
        """Whether what stands at an offset is to go before the document is done."""
        return any(cut.holds(offset) for cut in self.cuts)


NO_LAYOUT = Layout()
"""That of a template of which nothing is known."""


def read_layout(document: Document, lexicon: Lexicon) -> Layout:
    """The layout of a template."""
    return Layout(
        _is_marked(document),
        tuple(_cuts(document, lexicon)),
        dict(_above(document)),
    )


def _is_marked(document: Document) -> bool:
    marks = (each for leaf in document.leaves for each in marks_in(document, leaf))
    asking = (each for each in marks if any(map(str.isalpha, each.inner)))
    return len(list(islice(asking, _FEWEST_MARKS))) == _FEWEST_MARKS


def marks_in(document: Document, leaf: Leaf) -> Iterator[Marked]:
    """Text in marks in a leaf; what stands so in code and links is no placeholder."""
    start = leaf.span.start
    found = list(find_marked(leaf.span.slice(document.text), BRACKETS))
    if not found:
        return
    opaque = [each.span for each in document.inlines(leaf) if each.kind in _OPAQUE]
    for marked in found:
        if not any(span.holds(start + marked.start) for span in opaque):
            yield marked


def _cuts(document: Document, lexicon: Lexicon) -> Iterator[Span]:
    begin: Span | None = None
    for block in document.flat:
        for comment in block.comments if isinstance(block, Html) else ():
            body = comment.slice(document.text)[4:-3].strip()
            opening = _BEGIN.match(body)
            if opening and lexicon.patterns.removable.search(opening["what"]):
                begin = comment
            elif begin is not None and _END.match(body):
                yield Span(begin.start, comment.end)
                begin = None


def _above(document: Document) -> Iterator[tuple[int, tuple[Span, ...]]]:
    """Comments on the line above a heading, unless they stand directly below one themselves."""

    def line(offset: int) -> int:
        return document.position(offset).line

    headings = {line(section.span.start): section.span.start for section in document.sections}
    for block in document.flat:
        if not isinstance(block, Html) or not block.blank or not block.comments:
            continue
        first, last = line(block.comments[0].start), line(block.comments[-1].end - 1)
        if last + 1 in headings and first - 1 not in headings:
            yield headings[last + 1], block.comments
