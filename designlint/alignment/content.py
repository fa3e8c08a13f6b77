"""What a matched section holds, laid against what the outline wants in it."""

import re
from collections.abc import Iterable, Iterator

from designlint.alignment.fields import (
    collect_fields,
    front_matter_fields,
    headed_fields,
    is_filled,
    match_fields,
    own_value,
)
from designlint.alignment.model import (
    CodeMatch,
    FieldMatch,
    SectionMatch,
    TableMatch,
)
from designlint.alignment.nodes import Node
from designlint.alignment.traits import Traits
from designlint.document import Document
from designlint.document.blocks import (
    Block,
    Break,
    CodeBlock,
    Html,
    Leaf,
    ListBlock,
    Paragraph,
    Quote,
    Row,
    Table,
    walk,
)
from designlint.document.fields import has_content, name_and_value
from designlint.document.inline import InlineKind
from designlint.document.normalise import fold, name_key
from designlint.document.sections import Section
from designlint.expressions import expression
from designlint.language.lexicon import Lexicon
from designlint.language.phrases import is_filler, is_marker, is_waiver, opens_waiver, says_nothing
from designlint.outline.marks import is_placeholder
from designlint.outline.model import ExpectedCode, ExpectedSection, ExpectedTable, Role
from designlint.outline.vocabulary import read_vocabulary

_MARKER = expression(r"^(?:[-*+>]|\d+[.)])\s+")
_PICTURE = expression(r"<(?:img|svg|picture|object|iframe)\b", re.IGNORECASE)


def match_content(
    document: Document,
    node: Node,
    expected: ExpectedSection,
    children: tuple[SectionMatch, ...],
    traits: Traits,
    lexicon: Lexicon,
) -> SectionMatch:
    """The match of one section that is there.

    Its matched children count as content wherever they stand: a heading of the wrong level
    tears them out of their section, and that alone is told.
    """
    section = node.section
    only = _only_text(document, node, lexicon)
    if only is not None and expected.role is not Role.QUESTIONS:
        structured = bool(expected.children or expected.fields or expected.tables or expected.codes)
        empty = says_nothing(only, lexicon) or is_marker(only, lexicon)
        if is_filler(only, lexicon) or (structured and only and empty):
            return SectionMatch(expected, section, filler=True, children=children)
        if is_waiver(only, lexicon):
            return SectionMatch(expected, section, waived=True, children=children)
    filled_below = any(child.actual and not child.blank for child in children)
    # `## Status: Accepted` says all that it has to.
    filled = filled_below or bool(expected.vocabulary and name_and_value(section.title)[1])
    # A story may be told by its heading alone.
    filled = filled or any(
        not child.taken and any(slot.slot for slot in expected.children) for child in node.children
    )
    if not filled and not any(has_content(document, b) for b in section.all_blocks()):
        return SectionMatch(expected, section, blank=True, children=children)
    return match_elements(document, node, expected, children, traits, lexicon)


def match_elements(
    document: Document,
    node: Node,
    expected: ExpectedSection,
    children: tuple[SectionMatch, ...],
    traits: Traits,
    lexicon: Lexicon,
) -> SectionMatch:
    """The match of a section that is judged whatever it says, with its fields, tables and code."""
    section = node.section
    if not (expected.fields or expected.tables or expected.codes or expected.vocabulary):
        return SectionMatch(expected, section, children=children)
    return SectionMatch(
        expected,
        section,
        fields=(
            *match_node_fields(document, node, expected, traits),
            *own_value(node, expected),
        ),
        tables=tuple(
            match_table(document, section, table, lexicon)
            for table in expected.tables
            if traits.demands(table.demand)
        ),
        codes=tuple(
            _match_code(document, section, code)
            for code in expected.codes
            if traits.demands(code.demand)
        ),
        children=children,
    )


def match_node_fields(
    document: Document, node: Node, expected: ExpectedSection, traits: Traits
) -> tuple[FieldMatch, ...]:
    """The section's expected fields and the document's."""
    if not expected.fields:
        return ()
    found = collect_fields(document, node, expected.fields)
    found += headed_fields(node, expected.fields, found)
    if node.parent is None:
        found += front_matter_fields(document)
    owner = node.section.title
    return match_fields(document, expected.fields, found, node.section.anchor, owner, traits)


def _only_text(document: Document, node: Node, lexicon: Lexicon) -> str | None:
    """The text of a section that has nothing but one paragraph, or one item of a list.

    What opens with `N/A — reason` counts, whatever follows: it is what a heading left behind
    that was forgotten below. Sections that belong elsewhere are not its own.
    """
    if any(child.expected is None or child.match_parent is node for child in node.children):
        return None
    own = (block for block in node.section.blocks if not isinstance(block, (Html, Break)))
    first, second = next(own, None), next(own, None)
    if first is None or not isinstance(first, (Paragraph, ListBlock, Quote)):
        return None
    text = first.span.slice(document.text)
    if second is not None and not (isinstance(first, Paragraph) and opens_waiver(text, lexicon)):
        return None
    return text if text.strip() in ("-", "*", "+") else _MARKER.sub("", text)


def match_table(
    document: Document, section: Section, expected: ExpectedTable, lexicon: Lexicon
) -> TableMatch:
    """The table of the section that shares most columns with the expected one."""
    best: TableMatch | None = None
    other: Table | None = None
    for block in walk(tuple(section.all_blocks())):
        if not isinstance(block, Table):
            continue
        columns = tuple(_columns(document, block, expected))
        shared = sum(at is not None for at in columns)
        if not shared:
            other = other or block
        elif best is None or shared > sum(at is not None for at in best.columns):
            kept, own = _split_rows(document, block, expected, columns, lexicon)
            best = TableMatch(expected, block, columns, kept, own)
    return best or TableMatch(expected, None, other=other)


def _columns(document: Document, table: Table, expected: ExpectedTable) -> Iterator[int | None]:
    keys = [name_key(document.plain(cell)) for cell in table.header.cells]
    for column in expected.columns:
        matching = (at for at, key in enumerate(keys) if column.pattern.matches(key))
        yield next(matching, None)


def _split_rows(
    document: Document,
    table: Table,
    expected: ExpectedTable,
    columns: tuple[int | None, ...],
    lexicon: Lexicon,
) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
    """The rows that are still the template's, and the others.

    In a row of the template every cell that has anything in it has the template's text, or
    text of its kind.
    """
    pattern_texts = {text for pattern in expected.rows for text in pattern}
    vocabularies = {
        at: column.vocabulary
        for column, at in zip(expected.columns, columns, strict=True)
        if at is not None
    }

    def is_template_row(row: Row) -> bool:
        held = False
        for at, cell in enumerate(row.cells):
            text = cell.span.slice(document.text)
            listed = read_vocabulary(text)
            if is_placeholder(text, lexicon) or (fold(text) in pattern_texts and text):
                held = True
            elif text and not (listed and listed == vocabularies.get(at)):
                return False
        return held

    kept: list[Row] = []
    own: list[Row] = []
    for row in table.rows:
        (kept if is_template_row(row) else own).append(row)
    return tuple(kept), tuple(own)


def _match_code(document: Document, section: Section, expected: ExpectedCode) -> CodeMatch:
    empty: CodeBlock | None = None
    for block in walk(tuple(section.all_blocks())):
        if isinstance(block, CodeBlock):
            if is_filled(document, block, expected.language):
                return CodeMatch(expected, block)
            empty = empty or block
    return CodeMatch(expected, None, empty)


def has_picture(document: Document, blocks: Iterable[Block]) -> bool:
    """Whether an image stands among blocks, which does for a diagram in a fence."""
    for block in walk(tuple(blocks)):
        if isinstance(block, Html) and _PICTURE.search(block.span.slice(document.text)):
            return True
        if isinstance(block, Leaf):
            for inline in document.inlines(block):
                html = inline.kind is InlineKind.HTML
                if inline.kind is InlineKind.IMAGE or (
                    html and _PICTURE.match(inline.span.slice(document.text))
                ):
                    return True
    return False
