"""The share of what a template asks for that a document has."""

import pytest

from designlint.alignment.align import align
from designlint.alignment.traits import Traits
from designlint.check.completeness import completeness
from designlint.document import parse_document
from designlint.outline import compile_template

TEMPLATE = """\
# T

## Why

[Why]

## How

- **Tool**: [Which]
- **Cost**: [How much]

| Risk | Impact |
|------|--------|
| [Risk] | High/Low |

## Notes (optional)

[More]
"""
FULL = """\
# T

## Why

Text.

## How

- **Tool**: hammer
- **Cost**: two

| Risk | Impact |
|------|--------|
| Fire | Low |
"""


@pytest.mark.parametrize(
    ("old", "new", "share"),
    [
        ("", "", 1.0),
        ("Text.", "", 0.8),
        ("## Why\n\nText.\n", "", 0.8),
        ("- **Cost**: two\n", "", 0.8),
        ("| Fire | Low |", "| [Risk] | High/Low |", 0.8),
        ("| Fire | Low |\n", "", 0.8),
        ("Text.", "None — it is obvious", 1.0),
        ("## Why\n\nText.\n", "## Why\n\nText.\n\n## Notes\n\nMore.\n", 1.0),
        (FULL, "# T\n", 0.0),
        (FULL, "", 0.0),
    ],
)
def test_share(old: str, new: str, share: float) -> None:
    assert old in FULL
    alignment = align(
        compile_template(TEMPLATE, "t.md"), parse_document(FULL.replace(old, new, 1)), Traits()
    )
    assert completeness(alignment) == share


def test_a_template_that_asks_for_nothing_is_always_met() -> None:
    outline = compile_template("# T\n\n## A (optional)\n", "t.md")
    assert completeness(align(outline, parse_document(""), Traits())) == 1.0
