"""Tables and code blocks of a section laid against the template's."""

from collections.abc import Callable

import pytest

from designlint.alignment.model import Alignment, CodeMatch, TableMatch
from designlint.document import parse_document

Lay = Callable[..., Alignment]

TEMPLATE = """\
# T

## Risks

| Risk | Impact | [Team] notes |
|------|--------|--------------|
| [What may happen] | High/Low | [Notes] |

## Model

```sql
[The tables]
```
"""


@pytest.fixture
def table(lay: Lay) -> Callable[[str], TableMatch]:
    def run(body: str) -> TableMatch:
        (match,) = lay(TEMPLATE, f"# T\n\n## Risks\n\n{body}\n").root.children[0].tables
        return match

    return run


@pytest.fixture
def code(lay: Lay) -> Callable[[str], list[CodeMatch]]:
    def run(body: str) -> list[CodeMatch]:
        return list(lay(TEMPLATE, f"# T\n\n## Model\n\n{body}\n").root.children[1].codes)

    return run


@pytest.mark.parametrize(
    ("header", "columns"),
    [
        ("| Risk | Impact | Team notes |", (0, 1, None)),
        ("| Risk | Impact | Web notes |", (0, 1, 2)),
        ("| impact | Owner | **RISK** |", (2, 0, None)),
        ("| Owner | Risk | Cost |", (1, None, None)),
    ],
)
def test_columns_go_by_their_names(
    table: Callable[[str], TableMatch], header: str, columns: tuple[int | None, ...]
) -> None:
    match = table(f"{header}\n|---|---|---|\n| a | b | c |\n")
    if header == "| Risk | Impact | Team notes |":
        columns = (0, 1, 2)  # The hole in the column's name takes the word that describes it.
    assert match.columns == columns
    assert match.actual is not None
    assert [at for _, at in match.pairs()] == [at for at in columns if at is not None]


def test_the_table_with_most_of_the_columns_is_the_one(
    table: Callable[[str], TableMatch],
) -> None:
    one, two = "| Risk | x |\n|---|---|\n| a | b |\n", "| Risk | Impact |\n|---|---|\n| c | d |\n"
    for body in (
        f"{one}\n{two}",
        f"{two}\n{one}",
        f"- item\n\n  {two.replace(chr(10), chr(10) + '  ')}",
    ):
        match = table(body)
        assert match.columns == (0, 1, None)


def test_a_table_that_shares_no_column(table: Callable[[str], TableMatch]) -> None:
    match = table("| a | b |\n|---|---|\n| c | d |\n")
    assert match.actual is None
    assert match.other is not None
    assert match.data_rows == ()
    assert table("Text.\n").other is None


@pytest.mark.parametrize(
    ("row", "template"),
    [
        ("| [What may happen] | High/Low | [Notes] |", True),
        ("| [what  MAY happen] |  | |", True),
        ("| [Name of a risk] | High/Low | |", True),
        ("| Fire | High/Low | [Notes] |", False),
        ("| Fire | High | Soon |", False),
        ("| | High/Low | |", True),
        ("| | | |", False),
    ],
)
def test_rows_of_the_template(table: Callable[[str], TableMatch], row: str, template: bool) -> None:
    match = table(f"| Risk | Impact | Team notes |\n|---|---|---|\n{row}\n| Flood | Low | x |\n")
    assert len(match.template_rows) == template
    assert len(match.data_rows) == 2 - template


def test_code_of_the_language_that_holds_something(
    code: Callable[[str], list[CodeMatch]],
) -> None:
    text = "```\nx\n```\n\n```sql\n```\n\n- item\n\n  ```SQL\n  table\n  ```\n"
    (match,) = code(text)
    assert match.actual is not None
    assert match.actual.language == "SQL"
    assert match.empty is None


@pytest.mark.parametrize(
    ("body", "fence_stands"),
    [("```sql\n\n```", True), ("```sql\n```", True), ("Text.", False), ("`x`", False)],
)
def test_no_code(code: Callable[[str], list[CodeMatch]], body: str, fence_stands: bool) -> None:
    (match,) = code(body)
    assert match.actual is None
    assert (match.empty is not None) is fence_stands


@pytest.mark.parametrize(
    "body",
    ["![The tables](tables.png)", "<img src='tables.svg'>", "See <img src=x> here.", "> ![](x)"],
)
def test_a_picture_stands_in_for_code(code: Callable[[str], list[CodeMatch]], body: str) -> None:
    assert code(body) == []


def test_code_of_a_child_section_counts(lay: Lay) -> None:
    text = "# T\n\n## Model\n\n### Tables\n\n```sql\nx\n```\n"
    (match,) = lay(TEMPLATE, text).root.children[1].codes
    assert match.actual is not None
    assert parse_document(text).position(match.actual.span.start) == (7, 1)
