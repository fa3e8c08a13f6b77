"""The page on templates shows templates, and leaves no directive out."""

from pathlib import Path

import pytest

from designlint.document import parse_document
from designlint.document.blocks import CodeBlock, Table
from designlint.outline import compile_template
from designlint.outline.directives import NAMES

PAGE = Path(__file__).parents[2] / "docs/templates.md"
DOCUMENT = parse_document(PAGE.read_text("utf-8"))
FENCES = [
    block.body.slice(DOCUMENT.text) for block in DOCUMENT.blocks if isinstance(block, CodeBlock)
]


@pytest.mark.parametrize("template", FENCES)
def test_every_example_is_a_template(template: str) -> None:
    assert compile_template(template, PAGE.name).root.children


def test_the_table_of_directives_is_whole() -> None:
    section = next(each for each in DOCUMENT.sections if each.title == "Directives")
    (table,) = (block for block in section.blocks if isinstance(block, Table))
    cells = " ".join(row.cells[0].span.slice(DOCUMENT.text) for row in table.rows)
    named = {part.split("=")[0] for part in cells.replace("`", " ").replace(",", " ").split()}
    assert named >= NAMES
