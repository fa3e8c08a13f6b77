"""`<!-- designlint: ignore[rule] reason -->`: which findings a document's author has silenced."""

import re
from collections.abc import Iterator

from msgspec import Struct

from designlint.document import Document
from designlint.document.blocks import (
    Block,
    Heading,
    Html,
    Item,
    Leaf,
    ListBlock,
    Quote,
    Row,
    Table,
)
from designlint.document.sections import Section
from designlint.document.span import Span
from designlint.expressions import expression
from designlint.outline.directives import NAMES as DIRECTIVES

_COMMENT = expression(
    r"<!--\s*designlint:\s*(?P<verb>[A-Za-z-]+)\b\s*"
    r"(?:\[(?P<rules>[^\]]*)\])?\s*(?P<reason>.*?)\s*-->",
    re.DOTALL,
)
VERBS = ("ignore", "ignore-file")
"""What a suppressing comment may begin with."""


class Suppression(Struct, frozen=True):
    """One rule named in one comment. `span` is the comment's, `covers` what it silences.

    `rule` is empty where the comment names none. `verb` is the word before the brackets; what is
    neither a verb nor a template's directive is taken for a misspelt one, and covers nothing.
    """

    span: Span
    verb: str
    rule: str
    reason: str
    covers: Span


def find_suppressions(document: Document) -> Iterator[Suppression]:
    """The suppressing comments of a document, one suppression for each rule they name.

    A comment covers the block after it, or the section where a heading follows; one within a
    paragraph, item, row or piece of HTML covers that.
    """
    if "designlint:" not in document.text:
        return
    sections = {section.anchor: section for section in document.sections}
    for comment, covered in _comments(document, document.blocks, sections):
        match = _COMMENT.fullmatch(comment.slice(document.text))
        if match is None:
            continue
        verb = match["verb"]
        if verb in DIRECTIVES:
            continue
        if verb not in VERBS:
            yield Suppression(comment, verb, "", "", Span(comment.start, comment.start))
            continue
        covers = Span(0, len(document.text) + 1) if verb == "ignore-file" else covered
        for name in (match["rules"] or "").split(","):
            yield Suppression(comment, verb, name.strip(), match["reason"], covers)


def _comments(
    document: Document, blocks: tuple[Block, ...], sections: dict[Span, Section]
) -> Iterator[tuple[Span, Span]]:
    """Each comment and what it would cover."""
    for block, after in zip(blocks, _next_shown(blocks), strict=True):
        match block:
            case Html():
                covered = after if block.blank else block
                for comment in block.comments:
                    yield comment, _reach(covered, sections) if covered else comment
            case ListBlock():
                for item in block.items:
                    yield from _in_item(document, item, sections)
            case Quote():
                yield from _comments(document, block.blocks, sections)
            case Table():
                for row in (block.header, *block.rows):
                    yield from _in_row(document, row)
            case Leaf():
                for comment in _inline(document, block):
                    yield comment, _reach(block, sections)


def _in_item(
    document: Document, item: Item, sections: dict[Span, Section]
) -> Iterator[tuple[Span, Span]]:
    for at, child in enumerate(item.blocks):
        if at == 0 and isinstance(child, Leaf):
            for comment in _inline(document, child):
                yield comment, item.span
    yield from _comments(document, item.blocks[1:], sections)


def _in_row(document: Document, row: Row) -> Iterator[tuple[Span, Span]]:
    for cell in row.cells:
        for comment in _inline(document, cell):
            yield comment, row.span


def _inline(document: Document, leaf: Leaf) -> Iterator[Span]:
    if "<!--" in leaf.span.slice(document.text):
        for inline in document.inlines(leaf):
            if inline.span.slice(document.text).startswith("<!--"):
                yield inline.span


def _next_shown(blocks: tuple[Block, ...]) -> list[Block | None]:
    """For each block the next one that is not itself nothing but comments."""
    after: list[Block | None] = []
    shown: Block | None = None
    for block in reversed(blocks):
        after.append(shown)
        if not (isinstance(block, Html) and block.blank):
            shown = block
    return after[::-1]


def _reach(block: Block, sections: dict[Span, Section]) -> Span:
    if isinstance(block, Heading) and block.span in sections:
        return sections[block.span].span
    # One past the end, so that a finding at an empty last cell is covered too.
    return Span(block.span.start, block.span.end + 1)


class Review(Struct, frozen=True):
    """All suppressions of a document, for the rules that judge them.

    `used` are those that silenced a finding, `selected` the rules that ran, `known` all rules.
    """

    suppressions: tuple[Suppression, ...]
    used: frozenset[Suppression]
    selected: frozenset[str]
    known: frozenset[str]
    require_reason: bool
