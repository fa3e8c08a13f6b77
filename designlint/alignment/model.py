"""An outline laid against a document: what was found where, and what was not."""

from collections.abc import Iterator
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from designlint.document.blocks import CodeBlock, Row, Table
from designlint.document.fields import Field
from designlint.document.sections import Section
from designlint.document.span import Span
from designlint.outline.model import (
    ExpectedCode,
    ExpectedColumn,
    ExpectedField,
    ExpectedSection,
    ExpectedTable,
    Outline,
)

_MANY = 8


class FieldMatch(Struct, frozen=True):
    """An expected field and the document's, None where it is missing.

    `holder` is where a missing one belongs: the heading of its section, or the list item that
    should hold it; `owner` names that. `code` is the code block below it, if one is expected
    and there. `fields` are those nested in it, empty where the field itself is missing.
    """

    expected: ExpectedField
    actual: Field | None
    holder: Span
    owner: str
    code: CodeBlock | None = None
    fields: tuple["FieldMatch", ...] = ()

    def walk(self) -> Iterator["FieldMatch"]:
        """This field and all nested in it."""
        yield self
        for field in self.fields:
            yield from field.walk()


class TableMatch(Struct, frozen=True):
    """An expected table and the document's, None where it is missing.

    `columns` holds for each expected column the index of the actual one, or None.
    `template_rows` are the rows that are still the template's, `data_rows` the others. `other`
    is a table in the section that shares no column with the expected one.
    """

    expected: ExpectedTable
    actual: Table | None
    columns: tuple[int | None, ...] = ()
    template_rows: tuple[Row, ...] = ()
    data_rows: tuple[Row, ...] = ()
    other: Table | None = None

    def pairs(self) -> Iterator[tuple[ExpectedColumn, int]]:
        """The expected columns that are there, each with its actual index."""
        for column, at in zip(self.expected.columns, self.columns, strict=False):
            if at is not None:
                yield column, at


class CodeMatch(Struct, frozen=True):
    """An expected code block and the document's first that is not empty, or None.

    `empty` is one that stands there without anything in it.
    """

    expected: ExpectedCode
    actual: CodeBlock | None
    empty: CodeBlock | None = None


class SectionMatch(Struct, frozen=True):
    """An expected section and one section of the document, None where it is missing.

    A repeatable section has one match for each occurrence. `blank`: neither it nor anything
    below it has content. `waived`: its whole content says that there is nothing to say, with a
    reason (`N/A — no database`). `filler`: it says so without a reason. Nothing is asked for,
    and nothing is reported, below any of the three. `required` is False where a directive or an
    optional mark frees it.
    """

    expected: ExpectedSection
    actual: Section | None
    required: bool = True
    blank: bool = False
    waived: bool = False
    filler: bool = False
    fields: tuple[FieldMatch, ...] = ()
    tables: tuple[TableMatch, ...] = ()
    codes: tuple[CodeMatch, ...] = ()
    children: tuple["SectionMatch", ...] = ()

    @property
    def missing(self) -> bool:
        """Whether it is required and nowhere in the document."""
        return self.required and self.actual is None

    @property
    def is_open(self) -> bool:
        """Whether what it should hold can be judged: it is there, and says something."""
        return self.actual is not None and not (self.blank or self.waived or self.filler)

    def walk(self) -> Iterator["SectionMatch"]:
        """This match and all below it."""
        yield self
        for child in self.children:
            yield from child.walk()


class Hidden(Struct, frozen=True):
    """A heading in a comment: the span of its line, and that of the comment."""

    heading: Span
    comment: Span


class Missing(Struct, frozen=True):
    """A missing section, where it belongs, and what in the document it may be.

    `parent` is the section that should hold it, `after` the title of the one that the template
    has before it, empty if it is the first. `found` is how many there are of a section of which
    the template wants more. `bold` is a bold line that bears its name, `similar` sections of the
    document with a name much like it, best first, `below` the first that belongs below it.
    `level` is the level that the document gives to such sections. `hidden` is a heading of that
    name in a comment.
    """

    expected: ExpectedSection
    parent: Section
    after: str
    found: int
    bold: Span | None
    similar: tuple[Section, ...]
    below: Section | None = None
    level: int = 0
    hidden: Hidden | None = None


class Misplaced(Struct, frozen=True):
    """A section under another parent, or at another level, than in the template.

    `parent` is where it belongs; None for the top. `level` is what its level should be.
    `followers` is the section around it if more of that follows, which a higher level would
    take out of it. `cut` are the unknown sections that stand at its parent's level and so cut
    the parent in two, the last of them around this one. `holds` says that what belongs to it
    stands at its new level.
    """

    section: Section
    expected: ExpectedSection
    parent: Section | None
    level: int
    by_parent: bool
    followers: Section | None = None
    cut: tuple[Section, ...] = ()
    holds: bool = False


class OutOfOrder(Struct, frozen=True):
    """A section to be moved. `anchor` is the section before or after which it belongs.

    `swapped` is True where the two stand in each other's place.
    """

    section: Section
    anchor: Section
    after: bool
    swapped: bool


class Duplicate(Struct, frozen=True):
    """A second section of a name that the template has once."""

    section: Section
    first: Section


class Alignment(Struct, frozen=True, dict=True):
    """The outline of a template laid against one document.

    `title` is the document's title section. `extra` are sections that the template does not
    have, with the closest one around them that it has. `fence` is the code fence that holds the
    whole document, where there is one; nothing else is judged then.
    """

    outline: Outline
    root: SectionMatch
    title: Section | None
    missing: tuple[Missing, ...] = ()
    misplaced: tuple[Misplaced, ...] = ()
    out_of_order: tuple[OutOfOrder, ...] = ()
    duplicates: tuple[Duplicate, ...] = ()
    extra: tuple[tuple[Section, SectionMatch], ...] = ()
    fence: CodeBlock | None = None

    @cached_property
    def foreign(self) -> tuple[Missing, ...]:
        """The template's top sections where none of several is in the document, and few alike.

        Such a document was not written from this template: that is told, and nothing else of
        what the template asks for.
        """
        wanted = {id(child) for child in self.outline.root.children if not child.optional}
        gone = [each for each in self.missing if id(each.expected) in wanted and not each.found]
        alike = sum(bool(each.bold or each.similar) for each in gone)
        few = alike * 3 < len(gone) if len(gone) >= _MANY else not alike
        return tuple(gone) if len(gone) == len(wanted) > 1 and few else ()

    @cached_property
    def sections(self) -> tuple[SectionMatch, ...]:
        """All matches that are there to be judged, the root first, in the template's order.

        Below a section that is not open nothing is judged.
        """
        found: list[SectionMatch] = []
        if self.foreign:
            return (replace(self.root, fields=(), tables=(), codes=(), children=()),)
        stack = [self.root]
        while stack:
            match = stack.pop()
            if match.actual is None:
                stack.extend(child for child in reversed(match.children) if child.actual)
                continue
            found.append(match)
            if match.is_open:
                stack.extend(reversed(match.children))
        return tuple(found)

    @cached_property
    def fields(self) -> tuple[FieldMatch, ...]:
        """All fields to be judged, nested ones too."""
        return tuple(
            each
            for section in self.sections
            if section.is_open
            for field in section.fields
            for each in field.walk()
        )
