"""Expected fields laid against the fields of a section."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from msgspec.structs import replace

from designlint.alignment.model import FieldMatch
from designlint.alignment.nodes import Node
from designlint.alignment.traits import Traits
from designlint.document import Document
from designlint.document.blocks import Block, CodeBlock, ListBlock, Quote, Table, walk
from designlint.document.fields import (
    Field,
    FieldForm,
    fields_in,
    heading_field,
    name_and_value,
)
from designlint.document.front_matter import scalars
from designlint.document.normalise import name_key
from designlint.document.span import Span
from designlint.expressions import expression
from designlint.outline.model import ExpectedField, ExpectedSection

_ASIDE = expression(r" ?\([^()]*\)$")


def collect_fields(
    document: Document, node: Node, expected: Sequence[ExpectedField]
) -> list[Field]:
    """The fields of a section, nearest first.

    First those directly in it, then child headings that are fields, then what is nested in
    lists, quotes and sections that the template does not know. Where the first ones are all that
    is expected, nobody looks further.
    """
    blocks = node.section.blocks
    tables = list(_record_tables(document, blocks, expected))
    found = [
        field
        for field in fields_in(document, blocks)
        if not any(table.span.encloses(field.span) for table in tables)
    ]
    found += _records(document, tables)
    if _are_all(found, expected):
        return found
    found += [heading_field(child.section) for child in node.children if child.is_field]
    found += _nested(document, blocks)
    for child in node.children:
        if not child.taken:
            found += collect_fields(document, child, expected)
        elif child.is_field:
            # Below a heading that is a field stands all that follows it, other fields too.
            found += fields_in(document, child.section.blocks)
    return found


def _are_all(found: Sequence[Field], expected: Sequence[ExpectedField]) -> bool:
    """Whether no other field matters: each is named, and is wanted once, with none in it."""
    return all(
        not (each.pattern.free or each.fields) and any(names(each, field) for field in found)
        for each in expected
    )


def headed_fields(
    node: Node, expected: Sequence[ExpectedField], found: Sequence[Field]
) -> list[Field]:
    """Child headings as fields whose names are the author's own, if nothing in `found` is one."""
    named = [field for field in expected if not field.pattern.free]
    if len(named) == len(expected) or any(
        not any(names(field, each) for field in named) for each in found
    ):
        return []
    return [heading_field(child.section) for child in node.children if not child.taken]


def front_matter_fields(document: Document) -> Iterator[Field]:
    """The keys of the front matter as fields of the document."""
    front_matter = document.front_matter
    for scalar in scalars(front_matter) if front_matter else ():
        at = front_matter.key_span(scalar.key) if front_matter else scalar.span
        yield Field(scalar.key, at, FieldForm.LINE, True, (scalar.span,), ())


def own_value(node: Node, expected: ExpectedSection) -> Iterator[FieldMatch]:
    """A section that gives a value out of a list, as the field that its heading is."""
    if expected.vocabulary:
        pattern = expected.pattern
        field = ExpectedField(
            expected.title, pattern, expected.line, "heading", "", vocabulary=expected.vocabulary
        )
        section = node.section
        yield FieldMatch(field, heading_field(section), section.anchor, section.title)


def match_fields(
    document: Document,
    expected: Sequence[ExpectedField],
    found: Sequence[Field],
    holder: Span,
    owner: str,
    traits: Traits,
) -> tuple[FieldMatch, ...]:
    """One match for each expected field; several for a group that occurs several times."""
    matches: list[FieldMatch] = []
    claimed: set[Span] = set()
    for field in expected:
        if field.pattern.free:
            continue
        named = [each for each in found if names(field, each)]
        if not field.fields:
            named = named[:1]
        named = _distinct(named)
        claimed.update(each.span for each in named)
        if not named and traits.demands(field.demand):
            matches.append(FieldMatch(field, None, holder, owner))
        matches += [_match(document, field, each, found, holder, owner, traits) for each in named]
    for field in expected:
        if field.pattern.free:
            others = [each for each in found if each.span not in claimed and each.marked]
            others = others or [each for each in found if each.span not in claimed]
            if not others and traits.demands(field.demand):
                matches.append(FieldMatch(field, None, holder, owner))
            for each in _distinct(others):
                matches.append(_match(document, field, each, found, holder, owner, traits))
    return tuple(matches)


def names(expected: ExpectedField, field: Field) -> bool:
    """Whether a field bears the expected name, in the plural or not.

    `System: Billing` as a heading does too.
    """
    pattern, keys = expected.pattern, _keys(field.label)
    if keys.singular in _singulars(pattern.names) or any(map(pattern.matches, keys.whole)):
        return True
    return field.form is FieldForm.HEADING and pattern.matches(keys.before_colon)


class _Keys(NamedTuple):
    """The keys of a label: `whole`, also without a remark at its end, and so on."""

    whole: tuple[str, ...]
    singular: str
    before_colon: str


@lru_cache(maxsize=4096)
def _keys(label: str) -> _Keys:
    key = name_key(label)
    plain = _ASIDE.sub("", key)
    whole = (key,) if plain == key else (key, plain)
    return _Keys(whole, _singular(key), name_key(name_and_value(label)[0]))


@lru_cache(maxsize=1024)
def _singulars(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(_singular, names))


def _singular(name: str) -> str:
    """`author(s)`, `authors` and `author` are one label."""
    return name.removesuffix("(s)").rstrip().removesuffix("s")


def _match(
    document: Document,
    expected: ExpectedField,
    actual: Field,
    siblings: Sequence[Field],
    holder: Span,
    owner: str,
    traits: Traits,
) -> FieldMatch:
    match = FieldMatch(expected, actual, holder, owner)
    if expected.code is not None:
        match = replace(match, code=_code_in(document, actual, expected.code.language))
    if expected.fields:
        inner = list(_inner_fields(document, actual))
        if not any(names(field, each) for field in expected.fields for each in inner):
            inner = list(_until_next(expected, actual, siblings))
        own = actual.item.span if actual.item else actual.span
        value = actual.text(document) or name_and_value(actual.label)[1]
        name = f"{expected.name}: {value}" if value and len(value) <= 40 else expected.name
        nested = match_fields(
            document, expected.fields, inner, _first_line(document, own), name, traits
        )
        match = replace(match, fields=nested)
    return match


def _first_line(document: Document, span: Span) -> Span:
    line = document.position(span.start).line
    return Span(span.start, min(span.end, document.lines.end_of(line)))


def _inner_fields(document: Document, field: Field) -> Iterator[Field]:
    yield from fields_in(document, field.blocks)
    if field.section is not None:
        yield from (heading_field(child) for child in field.section.children)
    yield from _nested(document, field.blocks)


def _until_next(
    expected: ExpectedField, field: Field, siblings: Sequence[Field]
) -> Iterator[Field]:
    """The fields that follow one of a group, up to the next: a group written flat."""
    after = [each for each in siblings if each.span.start > field.span.start]
    for each in sorted(after, key=lambda other: other.span.start):
        if names(expected, each):
            return
        yield each


def _nested(document: Document, blocks: Iterable[Block]) -> Iterator[Field]:
    """Fields deeper down in lists and quotes."""
    for block in blocks:
        if isinstance(block, ListBlock):
            for item in block.items:
                if len(item.blocks) > 1:
                    yield from fields_in(document, item.blocks[1:])
                yield from _nested(document, item.blocks)
        elif isinstance(block, Quote):
            yield from fields_in(document, block.blocks)
            yield from _nested(document, block.blocks)


def _record_tables(
    document: Document, blocks: Sequence[Block], expected: Sequence[ExpectedField]
) -> Iterator[Table]:
    """The tables whose columns are fields, so that each row is a record of them."""
    wanted = [*expected, *(child for field in expected for child in field.fields)]
    for table in blocks:
        if not isinstance(table, Table) or len(table.header.cells) < 2:
            continue
        keys = [name_key(document.plain(cell)) for cell in table.header.cells]
        known = sum(
            any(not f.pattern.free and f.pattern.matches(key) for f in wanted) for key in keys
        )
        if known >= 2:
            yield table


def _records(document: Document, tables: Iterable[Table]) -> Iterator[Field]:
    """The fields in tables of records, row by row."""
    for table in tables:
        labels = [document.plain(cell) for cell in table.header.cells]
        for row in table.rows:
            for label, cell in zip(labels, row.cells, strict=True):
                # The span of a record's field is its cell: the label stands in the header only.
                yield Field(label, cell.span, FieldForm.ROW, True, cell.lines, ())


def _distinct(fields: Iterable[Field]) -> list[Field]:
    return list({field.span: field for field in fields}.values())


def _code_in(document: Document, field: Field, language: str) -> CodeBlock | None:
    """The first code block below a field that holds anything, of `language` if that is given."""
    blocks = field.section.all_blocks() if field.section else iter(field.blocks)
    for block in walk(tuple(blocks)):
        if isinstance(block, CodeBlock) and is_filled(document, block, language):
            return block
    return None


def is_filled(document: Document, block: CodeBlock, language: str) -> bool:
    """Whether a code block holds anything, in `language` where that is not empty."""
    right = not language or block.language.casefold() == language.casefold()
    return right and bool(block.body.slice(document.text).strip(" \t\n>"))
