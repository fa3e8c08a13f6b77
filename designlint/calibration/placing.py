"""Directives → the template's text with the comments that say them, each where it is read."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from designlint.calibration.directive_text import (
    Directive,
    extend_comment,
    is_extendable,
    write_comment,
)
from designlint.calibration.elements import Element, Kind
from designlint.document import parse_document
from designlint.document.blocks import Block, CodeBlock, Html, ListBlock, Paragraph, Table
from designlint.document.comments import comment_spans
from designlint.document.fields import Field, FieldForm
from designlint.document.sections import Section
from designlint.document.span import Span
from designlint.language.lexicon import Lexicon
from designlint.outline.elements import is_field_list, is_field_table
from designlint.outline.layout import read_layout
from designlint.outline.source import TemplateSource
from designlint.outline.titles import compile_title


class TextBlock(Struct, frozen=True):
    """A block of template text. `line` and `last` are 1-based lines, both included."""

    line: int
    last: int


Target = Element | TextBlock


class Placement(Struct, frozen=True):
    """A directive and what it is about."""

    target: Target
    directive: Directive


class NoPlaceError(Exception):
    """Nowhere in the template could a comment about this be read."""


class Placer:
    """Writes directives into one template.

    `text` is its text with line feeds only. The line of a target is its line in that text.
    """

    def __init__(self, text: str, origin: str, lexicon: Lexicon) -> None:
        document = parse_document(text, origin)
        self._source = TemplateSource(document, origin, lexicon, read_layout(document, lexicon))
        self._document = document
        self.text = document.text

    def place(self, placements: Iterable[Placement]) -> str:
        """The text with all `placements`. Raises NoPlaceError."""
        by_target: dict[Target, list[Directive]] = defaultdict(list)
        for placement in placements:
            by_target[placement.target].append(placement.directive)
        edits = [self._edit(target, tuple(said)) for target, said in by_target.items()]
        text = self.text
        for span, new in sorted(edits, reverse=True):
            text = text[: span.start] + new + text[span.end :]
        return text

    def text_blocks(self) -> Iterator[TextBlock]:
        """The blocks that a `keep` can be said of: those directly in a section."""
        for blocks in self._block_lists():
            for block in blocks:
                if not self._source.is_directive(block):
                    yield TextBlock(self._line(block.span.start), self._last_line(block.span))

    def _edit(self, target: Target, said: tuple[Directive, ...]) -> tuple[Span, str]:
        """The replacement that says `said` of `target`."""
        if isinstance(target, TextBlock):
            return self._below(self._block_at(target.line, Block), said)
        match target.kind:
            case Kind.ROOT:
                return self._on_root(said)
            case Kind.SECTION:
                return self._on_section(target, said)
            case Kind.FIELD:
                return self._on_field(target, said)
            case Kind.TABLE:
                return self._below(self._block_at(target.line, Table), said)
            case Kind.CODE:
                return self._below(self._block_at(target.line, CodeBlock), said)

    def _on_root(self, said: tuple[Directive, ...]) -> tuple[Span, str]:
        """At the start of what stands above the first section, or else below the title."""
        root = self._document.root
        title = self._title()
        blocks = root.blocks + (title.blocks if title else ())
        known = self._extended(blocks, said)
        if known is not None:
            return known
        if root.blocks or title is None:
            first = root.blocks[0].span if root.blocks else root.children[0].anchor
            at = self._document.lines.start_of(self._line(first.start))
            return Span(at, at), f"{write_comment(said)}\n\n"
        return self._below_heading(title, said)

    def _on_section(self, target: Element, said: tuple[Directive, ...]) -> tuple[Span, str]:
        for section in self._document.sections:
            if self._line(section.span.start) == target.line:
                known = self._extended(section.blocks, said)
                return known or self._below_heading(section, said)
        raise NoPlaceError

    def _below_heading(self, section: Section, said: tuple[Directive, ...]) -> tuple[Span, str]:
        at = self._document.lines.end_of(self._last_line(section.anchor))
        return Span(at, at), f"\n{write_comment(said)}"

    def _below(
        self, found: tuple[Sequence[Block], int], said: tuple[Directive, ...]
    ) -> tuple[Span, str]:
        blocks, index = found
        known = self._extended(blocks[index + 1 :], said)
        if known is not None:
            return known
        block = blocks[index]
        at = self._document.lines.end_of(self._last_line(block.span))
        # Most HTML blocks go on to the next blank line.
        gap = "\n\n" if isinstance(block, Html) and not block.blank else "\n"
        return Span(at, at), f"{gap}{write_comment(said)}"

    def _on_field(self, target: Element, said: tuple[Directive, ...]) -> tuple[Span, str]:
        for blocks in self._block_lists():
            for field in self._fields(blocks):
                name = compile_title(field.label, self._source.lexicon).text
                if self._line(field.span.start) == target.line and name == target.name:
                    return self._in_field(field, said)
        raise NoPlaceError

    def _in_field(self, field: Field, said: tuple[Directive, ...]) -> tuple[Span, str]:
        for span in (*field.value, *(b.span for b in field.blocks if isinstance(b, Html))):
            for comment in comment_spans(self.text, span.start, span.end):
                if is_extendable(self._source.text(comment)):
                    return comment, extend_comment(self._source.text(comment), said)
        at = field.span.end
        for span in field.value:
            written = self._source.text(span).rstrip()
            if written:
                at = span.start + len(written)
        if at == field.span.end and field.form is FieldForm.ROW:
            # With a comment in its hole, the row would be data.
            raise NoPlaceError
        return Span(at, at), f" {write_comment(said)}"

    def _fields(self, blocks: Sequence[Block]) -> Iterator[Field]:
        """All fields among `blocks`, nested ones too, as the outline reads them."""
        for at, block in enumerate(blocks):
            found: Iterable[Field] = ()
            if isinstance(block, Paragraph) or is_field_list(self._source, block):
                found = self._source.fields_in(blocks[at:])
            elif isinstance(block, Table) and is_field_table(self._source, block):
                found = self._source.fields_in((block,))[1:]
            for field in found:
                if block.span.encloses(field.span):
                    yield field
                    lists = [each for each in field.blocks if isinstance(each, ListBlock)]
                    yield from self._fields(lists)

    def _extended(
        self, blocks: Sequence[Block], said: tuple[Directive, ...]
    ) -> tuple[Span, str] | None:
        """The first of the directive comments that open `blocks`, with more in it."""
        for block in blocks:
            if not self._source.is_directive(block):
                return None
            for comment in comment_spans(self.text, block.span.start, block.span.end):
                if is_extendable(self._source.text(comment)):
                    return comment, extend_comment(self._source.text(comment), said)
        return None

    def _block_at(self, line: int, kind: type[Block]) -> tuple[Sequence[Block], int]:
        for blocks in self._block_lists():
            for index, block in enumerate(blocks):
                if isinstance(block, kind) and self._line(block.span.start) == line:
                    return blocks, index
        raise NoPlaceError

    def _block_lists(self) -> Iterator[Sequence[Block]]:
        for section in (self._document.root, *self._document.sections):
            yield section.blocks

    def _title(self) -> Section | None:
        tops = self._document.root.children
        if len(tops) == 1 and tops[0].level == 1 and tops[0].children:
            return tops[0]
        return None

    def _line(self, offset: int) -> int:
        return self._document.position(offset).line

    def _last_line(self, span: Span) -> int:
        written = self._source.text(span).rstrip()
        return self._line(span.start + max(len(written) - 1, 0))
