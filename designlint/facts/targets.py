"""Targets: what a document says where a number is asked for, in sections, fields and tables."""

from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct

from designlint.alignment.model import Alignment, FieldMatch
from designlint.document import Document
from designlint.document.blocks import Block, CodeBlock, Html, Leaf, Row, Table, walk
from designlint.document.comments import without_comments
from designlint.document.fields import name_and_value
from designlint.document.normalise import name_key
from designlint.document.sections import Section
from designlint.document.span import Span
from designlint.language.measure import asks_for_number, gives_number, names_a_metric


class Target(Struct, frozen=True):
    """Something that is to have a number in it.

    `name` is what it is called and `of` what it belongs to, empty where that is nothing. `span`
    is its heading, label or cell, `whole` all of it, and `texts` what it says, as raw Markdown.
    """

    name: str
    of: str
    span: Span
    whole: Span
    texts: tuple[str, ...]
    is_section: bool = False


def find_targets(
    document: Document, alignment: Alignment, names: Iterable[str] = ()
) -> Iterator[Target]:
    """The targets that the template asks for, and those in tables of metrics: the widest first.

    `names` are further names that ask for a number.
    """
    lexicon = alignment.outline.lexicon
    asked = frozenset(map(name_key, names))

    def is_target(name: str, about: str) -> bool:
        return name_key(name) in asked or asks_for_number(name, about, lexicon)

    for match in alignment.sections:
        section, expected = match.actual, match.expected
        if section is not None and match.is_open and expected.level:
            if is_target(expected.title, " ".join(expected.path[-2:-1])):
                texts = tuple(_section_texts(document, section))
                yield Target(section.title, "", section.anchor, section.span, texts, True)
    for field in alignment.fields:
        judged = field.expected.kind is not None or field.expected.vocabulary
        if field.actual is not None and not judged:
            if is_target(field.expected.name, f"{field.owner} {field.expected.hint}"):
                texts = tuple(_field_texts(document, field))
                label = field.actual.label
                name = name_and_value(label)[0] if field.actual.section else label
                yield Target(name, field.owner, field.actual.span, field.actual.whole, texts)
    if not alignment.foreign:
        yield from _in_tables(document, alignment, is_target)


def _in_tables(
    document: Document, alignment: Alignment, is_target: Callable[[str, str], bool]
) -> Iterator[Target]:
    """The cells of the columns that ask for a number, in tables of metrics, or by their names."""
    lexicon = alignment.outline.lexicon
    matches = (table for section in alignment.sections for table in section.tables)
    patterns = frozenset(row.span for table in matches for row in table.template_rows)
    for table in document.tables:
        rows = [row for row in table.rows if row.span not in patterns]
        titles = [document.plain(cell) for cell in table.header.cells]
        metric = next((at for at, name in enumerate(titles) if names_a_metric(name, lexicon)), None)
        for at, name in enumerate(titles):
            key = name_key(name)
            if metric is not None and at > metric and key in (*lexicon.targets, *lexicon.aims):
                yield from _in_column(document, table, rows, metric, at)
            elif at and key not in lexicon.targets and is_target(name, ""):
                yield from _in_column(document, table, rows, metric or 0, at)


def _in_column(
    document: Document, table: Table, rows: list[Row], subject: int, at: int
) -> Iterator[Target]:
    """The cells of a column, unless the row's subject itself has its number: `p99 < 1 s`."""
    name = document.plain(table.header.cells[at])
    for row in rows:
        of, cell = document.plain(row.cells[subject]), row.cells[at]
        if not gives_number(of):
            yield Target(name, of, cell.span, cell.span, (_text(document, cell),))


def _section_texts(document: Document, section: Section) -> Iterator[str]:
    """What a section says; a number before a heading only counts it."""
    for each in section.walk():
        if each is not section:
            yield name_key(each.title)
        yield from _texts(document, each.blocks)


def _field_texts(document: Document, match: FieldMatch) -> Iterator[str]:
    field = match.actual
    if field is None:
        return
    yield field.text(document)
    if field.section is None:
        yield from _texts(document, field.blocks)
    else:
        yield name_and_value(field.label)[1]
        yield from _section_texts(document, field.section)


def _texts(document: Document, blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in walk(blocks):
        if isinstance(block, (Leaf, CodeBlock, Html)):
            yield _text(document, block)


def _text(document: Document, block: Leaf | CodeBlock | Html) -> str:
    if isinstance(block, CodeBlock):
        return block.body.slice(document.text)
    if isinstance(block, Leaf):
        return without_comments(document.source(block))
    return without_comments(block.span.slice(document.text))
