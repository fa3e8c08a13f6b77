"""The elements of an outline that calibration counts, in the template's order."""

from enum import StrEnum

from msgspec import Struct

from designlint.outline.model import (
    ExpectedCode,
    ExpectedField,
    ExpectedSection,
    ExpectedTable,
    Outline,
)

Expected = ExpectedSection | ExpectedField | ExpectedTable | ExpectedCode


class Kind(StrEnum):
    """Kinds of element."""

    ROOT = "document"
    SECTION = "section"
    FIELD = "field"
    TABLE = "table"
    CODE = "code"


class Element(Struct, frozen=True, eq=False):
    """One expected element of a template.

    `line` is its 1-based line in the template, `depth` how deep it is nested, `parent` the
    element that holds it. The first element of an outline is its root.
    """

    index: int
    kind: Kind
    name: str
    line: int
    depth: int
    parent: int
    expected: Expected

    @property
    def optional(self) -> bool:
        """Whether the template already lets documents do without it."""
        if isinstance(self.expected, ExpectedSection):
            return self.expected.optional
        return self.expected.demand.optional

    @property
    def label(self) -> str:
        """As reports name it: `## Risks`, `field Context`, `table | Risk | Impact |`."""
        match self.expected:
            case ExpectedSection() if self.kind is Kind.ROOT:
                return "the sections at the top"
            case ExpectedSection():
                return f"{'#' * self.expected.level} {self.name}"
            case ExpectedField():
                return f"field {self.name}"
            case ExpectedTable():
                return f"table {self.name}"
            case ExpectedCode():
                return f"code block {self.name}".strip()


def list_elements(outline: Outline) -> tuple[Element, ...]:
    """Every element, parents first; `elements[n].index == n`.

    The same template with other directives has the same elements at the same places.
    """
    found: list[Element] = []

    def add(kind: Kind, name: str, depth: int, parent: int, expected: Expected) -> int:
        index = len(found)
        found.append(Element(index, kind, name, expected.line, depth, parent, expected))
        return index

    def add_field(field: ExpectedField, depth: int, parent: int) -> None:
        index = add(Kind.FIELD, field.name, depth, parent, field)
        for child in field.fields:
            add_field(child, depth + 1, index)

    def add_section(section: ExpectedSection, depth: int, parent: int) -> None:
        kind = Kind.SECTION if section.level else Kind.ROOT
        index = add(kind, section.title, depth, parent, section)
        inner = depth + 1 if section.level else depth
        for field in section.fields:
            add_field(field, inner, index)
        for table in section.tables:
            columns = " | ".join(column.name for column in table.columns)
            add(Kind.TABLE, f"| {columns} |", inner, index, table)
        for code in section.codes:
            add(Kind.CODE, code.language, inner, index, code)
        for child in section.children:
            add_section(child, inner, index)

    add_section(outline.root, 0, -1)
    return tuple(found)
