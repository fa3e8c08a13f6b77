"""The template as it is being compiled: its document, its name for messages, its directives."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from designlint.document import Document
from designlint.document.blocks import Block, Break, Html, Paragraph
from designlint.document.fields import Field, fields_in
from designlint.document.span import Span
from designlint.outline.directives import COMMENT, DirectiveError, Directives, parse_directive
from designlint.outline.errors import TemplateError
from designlint.outline.marks import stands_in_marks

_MOST_WORDS = 8
_ITALIC = re.compile(r"([*_])(?![*_])[^\n]+\1")


@dataclass(frozen=True, slots=True)
class TemplateSource:
    """A parsed template. `origin` is what messages call it."""

    document: Document
    origin: str

    def line_of(self, offset: int) -> int:
        """The 1-based line at an offset."""
        return self.document.position(offset).line

    def text(self, span: Span) -> str:
        """The raw text of a span."""
        return span.slice(self.document.text)

    def error(self, offset: int, message: str) -> TemplateError:
        """An error at the line of `offset`."""
        return TemplateError(self.origin, self.line_of(offset), message)

    def fields_in(self, blocks: Sequence[Block]) -> tuple[Field, ...]:
        """The fields among `blocks`, as a template shows them.

        `Papers: Are there any that discuss this? …` is an instruction that opens with a word and
        a colon: without marks around the label, a field has a short value or a placeholder.
        """
        found = fields_in(self.document, blocks)
        return tuple(each for each in found if each.marked or self._is_short(each))

    def _is_short(self, field: Field) -> bool:
        text = field.text(self.document)
        return (
            len(text.split()) <= _MOST_WORDS
            or stands_in_marks(text)
            or (text.startswith("(") and text.endswith(")"))
        )

    def is_directive(self, block: Block) -> bool:
        """Whether a block is nothing but directive comments."""
        return (
            isinstance(block, Html)
            and block.blank
            and all(COMMENT.fullmatch(self.text(comment)) for comment in block.comments)
        )

    def directives_in(self, span: Span, base: Directives) -> Directives:
        """`base` and what the directives within `span` say. Raises TemplateError."""
        for match in COMMENT.finditer(self.document.text, span.start, span.end):
            try:
                base = parse_directive(match["body"], base)
            except DirectiveError as error:
                raise self.error(match.start(), str(error)) from error
        return base

    def own_directives(self, blocks: Sequence[Block]) -> Directives:
        """What is said of the section whose blocks these are: the comments that open it."""
        return self._leading(blocks)

    def directives_after(self, blocks: Sequence[Block], at: int) -> Directives:
        """What is said of block `at`: the directive comments that directly follow it."""
        return Directives() if self.is_directive(blocks[at]) else self._leading(blocks[at + 1 :])

    def _leading(self, blocks: Sequence[Block]) -> Directives:
        directives = Directives()
        for block in blocks:
            if not self.is_directive(block):
                break
            directives = self.directives_in(block.span, directives)
        return directives

    def is_closing_note(self, blocks: Sequence[Block], at: int) -> bool:
        """Whether block `at` is the italic line below a last rule, which is meant to stay."""
        block = blocks[at]
        return (
            at == len(blocks) - 1
            and at > 0
            and isinstance(block, Paragraph)
            and isinstance(blocks[at - 1], Break)
            and _ITALIC.fullmatch(self.document.source(block)) is not None
        )
