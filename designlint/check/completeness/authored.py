"""What of a document is its author's own, and what its template left there."""

from collections.abc import Iterable

from designlint.context import Context
from designlint.document.blocks import Block, CodeBlock, Definition, Heading, Html, Leaf, walk
from designlint.document.comments import without_comments
from designlint.document.fields import Field, has_content
from designlint.document.normalise import squash
from designlint.document.span import Span
from designlint.document.span_set import SpanSet
from designlint.language.phrases import is_marker

NOWHERE = SpanSet()
_CLOSING = " \n*_"
_COLONS = (":", "：")
_MARKS = " \n*_`>-+#.!?:,;()"


class Authored:
    """Tells text of the author's from placeholders and instructions of the template."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._document = context.document
        self._holes = SpanSet(each.span for each in context.placeholders)
        self._told = SpanSet(context.instructions)

    def has_hole(self, span: Span, outside: SpanSet = NOWHERE) -> bool:
        """Whether a placeholder stands in `span` and not in one of the spans `outside`."""
        return self._holes.touches(span) and any(
            not outside.holds(hole.start) for hole in self._holes.within(span)
        )

    def says(self, blocks: Iterable[Block], outside: SpanSet = NOWHERE) -> bool:
        """Whether the author says anything in `blocks` that does not stand in `outside`."""
        return any(
            not outside.holds(block.span.start) and self._is_own(block)
            for each in blocks
            for block in walk((each,))
        )

    def fills(self, field: Field) -> bool:
        """Whether the author gave a field a value that is more than the template's own text.

        That something stands there is for the caller to see.
        """
        if not self._told.touches(field.whole):
            return True
        blocks = field.section.all_blocks() if field.section else field.blocks
        return any(map(self._is_more, field.value)) or self.says(blocks)

    def _is_own(self, block: Block) -> bool:
        if self._holes.touches(block.span):
            return False
        match block:
            case Heading():
                return False
            case CodeBlock():
                return bool(block.body.slice(self._document.text).strip())
            case Html() | Definition():
                return has_content(self._document, block)
            case Leaf():
                return self._is_said(block)
        return False

    def _is_said(self, leaf: Leaf) -> bool:
        raw = self._document.source(leaf)
        source = without_comments(raw).rstrip(_CLOSING)
        if len(leaf.lines) == 1 and source.endswith(_COLONS):
            return False  # Of itself it only says what is to follow.
        if is_marker(source, self._context.lexicon):
            return False
        return any(map(self._is_more, leaf.lines)) and not self._is_verbatim(raw)

    def _is_more(self, span: Span) -> bool:
        """Whether anything is left of a text without its comments and the template's sentences."""
        text = self._document.text
        start, rest = span.start, ""
        for told in self._told.within(span):
            rest += text[start : max(told.start, start)] + "\n"
            start = max(told.end, start)
        rest = without_comments(rest + text[start : span.end]).strip()
        if start == span.start:
            return bool(rest)
        # What stands between two sentences of the template may be a third, too short to tell.
        said = squash(rest).strip(_MARKS)
        return bool(said) and not any(said in each for each in self._context.outline.verbatim)

    def _is_verbatim(self, source: str) -> bool:
        """Whether a whole leaf is the template's, though none of its sentences would tell."""
        outline = self._context.outline
        return len(source) <= outline.longest and squash(source) in outline.verbatim
