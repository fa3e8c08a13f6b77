"""The template as it is being compiled: its document, its name for messages, its directives."""

import re
from collections.abc import Sequence
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from designlint.document import Document
from designlint.document.blocks import Block, Break, Html, Paragraph
from designlint.document.fields import Field, fields_in
from designlint.document.normalise import count_words, name_key
from designlint.document.span import Span
from designlint.expressions import expression
from designlint.language.lexicon import ENGLISH, Lexicon
from designlint.outline.directives import COMMENT, DirectiveError, Directives, parse_directive
from designlint.outline.errors import TemplateError
from designlint.outline.layout import NO_LAYOUT, Layout
from designlint.outline.lists import is_checklist, is_set_list
from designlint.outline.marks import has_placeholder, stands_in_marks

_MOST_WORDS = 8
_DATE = expression(r"(?:[MDY]{2,4}[/.-]){2}[MDY]{2,4}", re.IGNORECASE)
_ITALIC = expression(r"([*_])(?![*_])[^\n]+\1")


class TemplateSource(Struct, frozen=True, dict=True):
    """A parsed template. `origin` is what messages call it."""

    document: Document
    origin: str
    lexicon: Lexicon = ENGLISH
    layout: Layout = NO_LAYOUT

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
        Boxes to tick are no fields, nor are sentences in bold, remarks and dates.
        """
        asked = tuple(map(id, blocks))  # The document keeps its blocks.
        known = self._read.get(asked)
        if known is None:
            read = [
                each for each in blocks if not is_checklist(each) and not self.is_set_list(each)
            ]
            found = fields_in(self.document, read)
            known = self._read[asked] = tuple(filter(self._is_field, found))
        return known

    @cached_property
    def _read(self) -> dict[tuple[int, ...], tuple[Field, ...]]:
        """The fields among blocks that were asked for, since many questions come down to them."""
        return {}

    def is_set_list(self, block: Block) -> bool:
        """Whether a block is a list of labelled sentences that is meant to stay."""
        return self.layout.marked and is_set_list(self.document, block)

    def _is_field(self, field: Field) -> bool:
        if _DATE.fullmatch(field.label) or field.label.rstrip().endswith((".", "!", "。")):
            return False
        if field.key in self.lexicon.notes and not has_placeholder(field.text(self.document)):
            return not field.text(self.document) and not field.blocks
        return field.marked or (self._is_short(field) and not self._is_lead(field))

    def _is_lead(self, field: Field) -> bool:
        """`Every design should:` leads to the list below it and is no label."""
        words = field.label.split()
        lower = sum(word[:1].islower() for word in words)
        return not field.text(self.document) and len(words) > 2 and lower * 2 >= len(words)

    def _is_short(self, field: Field) -> bool:
        text = field.text(self.document)
        return (
            count_words(text) <= _MOST_WORDS
            or stands_in_marks(text)
            or (text.startswith(("(", "（")) and text.endswith((")", "）")))
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
                base = self._in_english(parse_directive(match["body"], base))
            except DirectiveError as error:
                raise self.error(match.start(), str(error)) from error
        return base

    def _in_english(self, directives: Directives) -> Directives:
        """Directives whose `when` asks for a status by the name that it is compared under."""
        if directives.when is None:
            return directives
        key, wanted = directives.when
        if name_key(key) not in self.lexicon.status:
            return directives
        return replace(directives, when=("status", self.lexicon.status_named(wanted) or wanted))

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
