"""Blocks of a template section → the fields, tables, lists and code blocks it asks for."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from designlint.document.blocks import (
    Block,
    CodeBlock,
    Html,
    Item,
    ListBlock,
    Paragraph,
    Row,
    Table,
)
from designlint.document.comments import without_comments
from designlint.document.fields import Field, FieldForm
from designlint.document.normalise import fold
from designlint.document.span import Span
from designlint.expressions import expression
from designlint.language.phrases import is_dash
from designlint.outline.directives import Directives
from designlint.outline.lists import choices_in, is_checklist
from designlint.outline.marks import has_placeholder, stands_in_marks
from designlint.outline.model import (
    Demand,
    ExpectedChoice,
    ExpectedCode,
    ExpectedColumn,
    ExpectedField,
    ExpectedList,
    ExpectedTable,
    TitlePattern,
)
from designlint.outline.source import TemplateSource
from designlint.outline.titles import compile_title
from designlint.outline.vocabulary import read_vocabulary

_LONGEST_CODE_PLACEHOLDER = 400
_LETTERED = expression(r"(?P<kind>.*\w) (?:[a-z]|\d+)")
_FOR_SECTIONS = ("any-level", "closed", "questions", "repeat", "risks", "unordered")
_FOR_OTHERS = (*_FOR_SECTIONS, "alias", "min-words", "value", "values")


def read_fields(source: TemplateSource, blocks: Sequence[Block]) -> tuple[ExpectedField, ...]:
    """The fields among `blocks`. Free names shown several times are one field."""
    fields: list[ExpectedField] = []
    taken = _taken(source, blocks)
    for at, block in enumerate(blocks):
        if block.span in taken:
            continue
        own = source.directives_after(blocks, at)
        found: Iterable[Field] = ()
        if isinstance(block, Paragraph) or is_field_list(source, block):
            # A bold line's content follows it, so that a paragraph is read with what is below.
            found = (
                each for each in source.fields_in(blocks[at:]) if block.span.encloses(each.span)
            )
        elif isinstance(block, Table) and is_field_table(source, block):
            found = source.fields_in((block,))[1:]
        read = tuple(found)
        stand_ins = _stand_ins(read)
        for each in read:
            field = _field(source, each, own)
            if each.key in stand_ins and not field.fields:
                field = replace(field, pattern=TitlePattern(field.pattern.aliases, free=True))
            if all(field.pattern != known.pattern for known in fields):
                fields.append(field)
    return tuple(fields)


def _taken(source: TemplateSource, blocks: Sequence[Block]) -> frozenset[Span]:
    """The lists and code blocks that follow a bold line and so belong to its field."""
    return frozenset(
        block.span
        for field in source.fields_in(blocks)
        if field.form is FieldForm.BOLD
        for block in field.blocks
        if isinstance(block, (ListBlock, CodeBlock))
    )


def _stand_ins(fields: Sequence[Field]) -> frozenset[str]:
    """The labels of a list that name nothing: shown twice, or `Component A`, `Component B`."""
    keys = Counter(field.key for field in fields if field.form is FieldForm.ITEM)
    lettered = Counter(match["kind"] for key in keys if (match := _LETTERED.fullmatch(key)))
    return frozenset(
        key
        for key, count in keys.items()
        if count > 1 or ((match := _LETTERED.fullmatch(key)) and lettered[match["kind"]] > 1)
    )


def read_tables(source: TemplateSource, blocks: Sequence[Block]) -> Iterator[ExpectedTable]:
    """The tables among `blocks` that are no lists of fields."""
    for at, block in enumerate(blocks):
        if isinstance(block, Table) and not is_field_table(source, block):
            own = source.directives_after(blocks, at)
            _refuse(source, own, _FOR_OTHERS, block, "table")
            yield _table(source, block, own.demand())


def read_codes(source: TemplateSource, blocks: Sequence[Block]) -> Iterator[ExpectedCode]:
    """The fenced blocks among `blocks` that hold only a placeholder, or nothing."""
    taken = _taken(source, blocks)
    for at, block in enumerate(blocks):
        if isinstance(block, CodeBlock) and block.span not in taken:
            own = source.directives_after(blocks, at)
            _refuse(source, own, _FOR_OTHERS, block, "code block")
            code = read_code(source, block, own.demand())
            if code is not None:
                yield code


def read_lists(source: TemplateSource, blocks: Sequence[Block]) -> Iterator[ExpectedList]:
    """The lists among `blocks` whose items are placeholders rather than fields."""
    taken = _taken(source, blocks)
    for block in blocks:
        if not isinstance(block, ListBlock) or is_field_list(source, block):
            continue
        if is_checklist(block) or block.span in taken:
            continue
        shown = (without_comments(source.text(_own_text(item))) for item in block.items)
        texts = [text for text in shown if not is_dash(text)]
        if any(map(has_placeholder, texts)):
            nested = [child for item in block.items for child in item.blocks[1:]]
            kinds = {re.sub(r"\d+", "#", fold(text)) for text in texts}
            yield ExpectedList(
                block.ordered,
                len(kinds),
                source.line_of(block.span.start),
                read_fields(source, nested),
            )


def read_choices(source: TemplateSource, blocks: Sequence[Block]) -> Iterator[ExpectedChoice]:
    """The lists among `blocks` of labelled boxes, of which one is to be ticked."""
    for block in blocks:
        fields = choices_in(source.document, block)
        if fields:
            keys = tuple(field.key for field in fields)
            yield ExpectedChoice(keys, source.line_of(block.span.start))


def read_code(source: TemplateSource, block: CodeBlock, demand: Demand) -> ExpectedCode | None:
    """A fence that the document has to fill; None for code that is an example."""
    body = source.text(block.body).strip()
    if not block.fenced or len(body) > _LONGEST_CODE_PLACEHOLDER:
        return None
    if body and not stands_in_marks(body):
        return None
    return ExpectedCode(block.language, body, source.line_of(block.span.start), demand)


def is_field_list(source: TemplateSource, block: Block) -> bool:
    """Whether at least half of a list's items open with a label."""
    if not isinstance(block, ListBlock):
        return False
    return len(source.fields_in((block,))) * 2 >= len(block.items)


def is_field_table(source: TemplateSource, table: Table) -> bool:
    """`Field | Value`: two columns, and in every row a literal name and a hole for its value."""
    if len(table.header.cells) != 2 or not table.rows:
        return False
    for row in table.rows:
        name, value = (source.text(cell.span) for cell in row.cells)
        hole = not value or has_placeholder(value) or bool(read_vocabulary(value))
        if not name or has_placeholder(name) or not hole:
            return False
    return True


def is_pattern_row(source: TemplateSource, row: Row) -> bool:
    """Whether a row shows what rows look like, and is not data that is to stay."""
    texts = [source.text(cell.span) for cell in row.cells]
    return not any(texts) or any(
        has_placeholder(text) or bool(read_vocabulary(text)) for text in texts
    )


def _field(source: TemplateSource, found: Field, own: Directives) -> ExpectedField:
    for span in found.value:
        own = source.directives_in(span, own)
    for block in found.blocks:
        if isinstance(block, Html) and source.is_directive(block):
            own = source.directives_in(block.span, own)
    _refuse(source, own, _FOR_SECTIONS, found, "field")
    title = compile_title(found.label, source.lexicon, own.aliases)
    hint = " ".join(found.text(source.document).split())
    lists = [block for block in found.blocks if isinstance(block, ListBlock)]
    plain_lists = [block for block in lists if not is_field_list(source, block)]
    fences = [block for block in found.blocks if isinstance(block, CodeBlock)]
    codes = (read_code(source, block, Demand()) for block in fences)
    return ExpectedField(
        title.text,
        title.pattern,
        source.line_of(found.span.start),
        found.form.value,
        hint,
        own.demand(title.optional),
        own.values or read_vocabulary(hint),
        own.kind,
        own.min_words,
        max((len(block.items) for block in plain_lists), default=0),
        next((code for code in codes if code is not None), None),
        read_fields(source, [block for block in lists if block not in plain_lists]),
        found.marked,
    )


def _table(source: TemplateSource, table: Table, demand: Demand) -> ExpectedTable:
    patterns = [row for row in table.rows if is_pattern_row(source, row)]
    columns = []
    for at, cell in enumerate(table.header.cells):
        values = (read_vocabulary(source.text(row.cells[at].span)) for row in patterns)
        title = compile_title(source.document.plain(cell), source.lexicon)
        columns.append(ExpectedColumn(title.text, title.pattern, next(filter(None, values), ())))
    rows = tuple(
        tuple(fold(source.text(cell.span)) for cell in row.cells)
        for row in patterns
        if any(source.text(cell.span) for cell in row.cells)
    )
    return ExpectedTable(tuple(columns), source.line_of(table.span.start), rows, demand)


def _refuse(
    source: TemplateSource,
    directives: Directives,
    names: tuple[str, ...],
    block: Block | Field,
    what: str,
) -> None:
    """Raise TemplateError for a directive that means nothing where it stands."""
    for name in names:
        if name in directives.used:
            raise source.error(block.span.start, f"`{name}` does not apply to a {what}")


def _own_text(item: Item) -> Span:
    return item.blocks[0].span if item.blocks else item.span
