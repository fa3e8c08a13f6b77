"""How many elements an outline asks for, where nothing of it is there."""

from designlint.alignment.traits import Traits
from designlint.check.result import SectionCount
from designlint.outline.model import ExpectedField, ExpectedSection, Outline


def count_nothing(outline: Outline, traits: Traits) -> tuple[SectionCount, ...]:
    """The sections of a file in which nothing of the outline can be found."""
    expected = outline.root
    return (
        SectionCount("", None, (), own_size(expected, traits), 0),
        *(
            SectionCount(child.title, None, (), _least_size(child, traits), 0)
            for child in expected.children
        ),
    )


def least(expected: ExpectedSection, traits: Traits) -> int:
    """How many such sections a document of these traits has to have."""
    return expected.least if traits.demands(expected.demand) else 0


def size(expected: ExpectedSection, traits: Traits) -> int:
    """How many elements a section is asked for, those of the sections below it included."""
    below = (_least_size(child, traits) for child in expected.children)
    return own_size(expected, traits) + sum(below)


def own_size(expected: ExpectedSection, traits: Traits) -> int:
    """How many elements a section is asked for: itself, unless it is the root, and its parts."""
    parts = len(expected.choices) + (expected.level > 0)
    parts += sum(traits.demands(table.demand) for table in expected.tables)
    parts += sum(traits.demands(code.demand) for code in expected.codes)
    return parts + sum(field_size(field, traits) for field in expected.fields)


def field_size(expected: ExpectedField, traits: Traits) -> int:
    """How many elements a field is: itself, and those nested in it."""
    if not traits.demands(expected.demand):
        return 0
    return 1 + sum(field_size(field, traits) for field in expected.fields)


def _least_size(expected: ExpectedSection, traits: Traits) -> int:
    number = least(expected, traits)
    return number * size(expected, traits) if number else 0
