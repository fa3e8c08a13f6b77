"""`Document`: one parsed Markdown file."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from designlint.document.blocks import Block, Heading, Leaf, Table, walk
from designlint.document.front_matter import FrontMatter, find_front_matter
from designlint.document.inline import INLINE_MARKUP, Inline, LineMap, parse_inlines, plain_text
from designlint.document.scan import scan_blocks
from designlint.document.sections import Section, build_sections
from designlint.document.simple_inline import simple_inlines
from designlint.document.span import LineIndex, Position, Span
from designlint.expressions import expression

_LINE_ENDING = expression(r"\r\n?")


@dataclass(frozen=True)
class Document:
    """One parsed Markdown file. Immutable; what is costly is worked out when first asked for.

    `path` is as reporters show it. `text` has no byte order mark and line feeds only, so that
    an offset's line and column are the same in the file. `tables` are all of them, nested ones
    too.
    """

    path: str
    text: str
    lines: LineIndex = field(repr=False, compare=False)
    front_matter: FrontMatter | None
    blocks: tuple[Block, ...] = field(repr=False)
    tables: tuple[Table, ...] = field(repr=False)
    root: Section = field(repr=False)
    references: dict[str, Any] = field(repr=False, compare=False)
    _inlines: dict[Span, tuple[Inline, ...]] = field(
        default_factory=dict, repr=False, compare=False
    )

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """All sections in document order, the root left out; `sections[n].index == n`."""
        return tuple(self.root.walk())[1:]

    @cached_property
    def title(self) -> Section | None:
        """The section of the first level-1 heading, if there is one."""
        return next((section for section in self.sections if section.level == 1), None)

    def walk(self) -> Iterator[Block]:
        """Every block, in document order."""
        return walk(self.blocks)

    def position(self, offset: int) -> Position:
        """Line and column of an offset: the one place where offsets become lines."""
        return self.lines.position(offset)

    def content(self, leaf: Leaf) -> LineMap:
        """The leaf's lines as one string, with the way back to the document's offsets."""
        return LineMap(self.text, leaf.lines)

    def source(self, leaf: Leaf) -> str:
        """The leaf's lines as one string of raw Markdown."""
        return "\n".join(line.slice(self.text) for line in leaf.lines)

    def inlines(self, leaf: Leaf) -> tuple[Inline, ...]:
        """Code spans, links, images, autolinks and HTML in the leaf; parsed once."""
        known = self._inlines.get(leaf.span)
        if known is None:
            lines = self.content(leaf)
            known = simple_inlines(lines, self.references)
            if known is None:
                known = parse_inlines(lines, self.references)
            self._inlines[leaf.span] = known
        return known

    def plain(self, leaf: Leaf) -> str:
        """The leaf's text as a reader sees it."""
        return self.plain_text(self.source(leaf))

    def plain_text(self, markdown: str) -> str:
        """Inline Markdown of this document as a reader sees it, on one line."""
        if INLINE_MARKUP.search(markdown):
            markdown = plain_text(markdown, self.references)
        return " ".join(markdown.split())

    @cached_property
    def leaves(self) -> tuple[Leaf, ...]:
        """All blocks of inline content in document order."""
        return tuple([block for block in self.flat if isinstance(block, Leaf)])

    @cached_property
    def flat(self) -> tuple[Block, ...]:
        """All blocks in document order: `walk` once, for rules that look at every block."""
        return tuple(self.walk())

    def section_at(self, offset: int) -> Section:
        """The innermost section that holds `offset`; the root where none does."""
        section = self.root
        while True:
            for child in section.children:
                if child.span.start <= offset < child.span.end or (
                    offset == child.span.end == len(self.text)
                ):
                    section = child
                    break
            else:
                return section


def parse_document(text: str, path: str = "") -> Document:
    """Parse a file's text. Every string is a Markdown document: nothing is raised."""
    text = normal_text(text)
    rows = text.split("\n")
    lines = LineIndex(rows)
    front_matter = find_front_matter(text)
    first_line = lines.position(front_matter.span.end).line - 1 if front_matter else 0
    if front_matter and front_matter.span.end == len(text) and not text.endswith("\n"):
        first_line += 1
    blocks, tables, references = scan_blocks(text, rows, lines, first_line)

    def title_of(heading: Heading) -> str:
        raw = " ".join([line.slice(text) for line in heading.lines])
        if INLINE_MARKUP.search(raw):
            raw = plain_text(raw, references, tags=True)
        return " ".join(raw.split())

    root = build_sections(blocks, len(text), title_of)
    return Document(path, text, lines, front_matter, blocks, tables, root, references)


def normal_text(text: str) -> str:
    """A file's text as documents hold it: no byte order mark, and line feeds only."""
    text = text.removeprefix("\ufeff")
    return _LINE_ENDING.sub("\n", text) if "\r" in text else text
