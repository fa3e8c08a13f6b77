"""Fields of a document laid against a template's, in every form that authors give them."""

from collections.abc import Callable
from textwrap import dedent

import pytest

from designlint.alignment.model import Alignment, FieldMatch
from designlint.document import parse_document

Lay = Callable[..., Alignment]

FLAT = "# T\n\n## Part\n\n- **Purpose**: [p]\n- **Owner**: [o]\n"
GROUP = "# T\n\n## Systems\n\n- **System**: [n]\n  - **Purpose**: [p]\n  - **Protocol**: [q]\n"
FREE = "# T\n\n## Choices\n\n- **Language**: [why]\n- **[Technology]**: [why]\n"


@pytest.fixture
def read(lay: Lay) -> Callable[[str, str], list[str]]:
    """Each expected field with the text that was found, `-` where it is missing."""

    def run(template: str, body: str) -> list[str]:
        text = template.partition("\n- ")[0] + "\n" + dedent(body)
        document = parse_document(text)

        def line(match: FieldMatch, indent: str) -> list[str]:
            field = match.actual
            value = "-" if field is None else f"{field.label} = {field.text(document)}".strip()
            shown = [f"{indent}{match.expected.name}: {value}"]
            return shown + [text for child in match.fields for text in line(child, indent + "  ")]

        (section,) = lay(template, text).root.children
        return [text for match in section.fields for text in line(match, "")]

    return run


@pytest.mark.parametrize(
    "body",
    [
        "- **Purpose**: a\n- **Owner**: b\n",
        "* **Owner:** b\n* **Purpose:** a\n",
        "Purpose: a\nOwner: b\n",
        "**Purpose**: a\n\n**Owner**: b\n",
        "| Field | Value |\n|---|---|\n| Purpose | a |\n| Owner | b |\n",
        "| Purpose | a |\n|---|---|\n| *Owner* | b |\n",
        "| Owner | Purpose |\n|---|---|\n| b | a |\n",
        "| Name | Purpose | Owner |\n|---|---|---|\n| x | a | b |\n",
        "- Reader\n  - **Purpose**: a\n  - **Owner**: b\n",
        "> **Purpose**: a\n>\n> **Owner**: b\n",
        "### Details\n\n- **Purpose**: a\n- **Owner**: b\n",
        "1. **PURPOSE**: a\n2. **2. Owner**: b\n",
        "- **Purpose**: a\n- **Cost**: c\n- **Owner**: b\n- **Owner**: again\n",
    ],
)
def test_a_field_is_found_in_every_spelling(
    read: Callable[[str, str], list[str]], body: str
) -> None:
    found = [line.partition(": ")[2].partition(" = ")[2] for line in read(FLAT, body)]
    assert found == ["a", "b"]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("### Purpose\n\na\n\n### Owner\n\nb\n", ["Purpose: Purpose =", "Owner: Owner ="]),
        ("### Purpose: a\n\n### Owner\n\nb\n", ["Purpose: Purpose: a =", "Owner: Owner ="]),
        ("- **Purpose**: a\n", ["Purpose: Purpose = a", "Owner: -"]),
        ("- **Purposes**: a\n- **Owner** is b\n", ["Purpose: Purposes = a", "Owner: -"]),
        ("- **Purpose** (for now): a\n", ["Purpose: Purpose (for now) = a", "Owner: -"]),
        ("- **Purposeful**: a\n- **Ownership**: b\n", ["Purpose: -", "Owner: -"]),
        ("| Purpose | Cost |\n|---|---|\n| a | b |\n", ["Purpose: Purpose = Cost", "Owner: -"]),
        ("Text only.\n", ["Purpose: -", "Owner: -"]),
    ],
)
def test_fields_as_headings_and_missing_ones(
    read: Callable[[str, str], list[str]], body: str, found: list[str]
) -> None:
    assert read(FLAT, body) == found


TWO_SYSTEMS = [
    "System: System = A",
    "  Purpose: Purpose = x",
    "  Protocol: Protocol = y",
    "System: System = B",
    "  Purpose: Purpose = z",
    "  Protocol: -",
]


@pytest.mark.parametrize(
    "body",
    [
        """
        - **System**: A
          - **Purpose**: x
          - **Protocol**: y
        - **System**: B
          - **Purpose**: z
        """,
        """
        - **System**: A
        - **Purpose**: x
        - **Protocol**: y
        - **System**: B
        - **Purpose**: z
        """,
        """
        **System**: A
        **Purpose**: x
        **Protocol**: y

        **System**: B
        **Purpose**: z
        """,
        """
        - **System**: A

          | Purpose | x |
          |---|---|
          | Protocol | y |

        - **System**: B

          Purpose: z
        """,
    ],
    ids=["nested", "flat list", "flat lines", "tables"],
)
def test_a_group_of_fields_that_occurs_twice(
    read: Callable[[str, str], list[str]], body: str
) -> None:
    assert read(GROUP, body) == TWO_SYSTEMS


def test_a_group_as_headings(read: Callable[[str, str], list[str]]) -> None:
    body = """
        ### System: A

        - **Purpose**: x
        - **Protocol**: y

        ### System

        B

        #### Purpose

        z
        """
    assert read(GROUP, body) == [
        "System: System: A =",
        "  Purpose: Purpose = x",
        "  Protocol: Protocol = y",
        "System: System =",
        "  Purpose: Purpose =",
        "  Protocol: -",
    ]


def test_a_group_as_records_of_a_table(read: Callable[[str, str], list[str]]) -> None:
    body = """
        | System | Purpose | Protocol |
        |--------|---------|----------|
        | A      | x       | y        |
        | B      | z       |          |
        """
    assert read(GROUP, body) == [*TWO_SYSTEMS[:-1], "  Protocol: Protocol ="]


def test_records_of_two_columns_are_no_names_and_values(
    read: Callable[[str, str], list[str]],
) -> None:
    assert read(GROUP, "| System | Purpose |\n|---|---|\n| A | x |\n") == [
        "System: System = A",
        "  Purpose: Purpose = x",
        "  Protocol: -",
    ]


def test_a_group_as_a_two_column_table(read: Callable[[str, str], list[str]]) -> None:
    body = """
        | Field | Value |
        |-------|-------|
        | System | A |
        | Purpose | x |
        | Protocol | y |
        """
    assert read(GROUP, body) == TWO_SYSTEMS[:3]


def test_what_a_missing_group_holds_is_not_told(read: Callable[[str, str], list[str]]) -> None:
    assert read(GROUP, "Nothing yet.\n") == ["System: -"]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (
            "- **Language**: Python\n- **SQLite**: small\n- **Flask**: known\n",
            [
                "Language: Language = Python",
                "[Technology]: SQLite = small",
                "[Technology]: Flask = known",
            ],
        ),
        ("- **Language**: Python\n", ["Language: Language = Python", "[Technology]: -"]),
        ("- SQLite: small\n", ["Language: -", "[Technology]: SQLite = small"]),
        ("- **SQLite**: small\n- plain: no\n", ["Language: -", "[Technology]: SQLite = small"]),
        ("Text.\n", ["Language: -", "[Technology]: -"]),
    ],
)
def test_free_names(read: Callable[[str, str], list[str]], body: str, found: list[str]) -> None:
    assert read(FREE, body) == found


def test_where_a_missing_field_belongs(lay: Lay) -> None:
    text = "# T\n\n## Systems\n\n- **System**: A\n  - **Purpose**: x\n- **System**: B\n"
    document = parse_document(text)
    alignment = lay(GROUP, text)
    missing = [match for match in alignment.fields if match.actual is None]
    assert [
        (each.expected.name, each.owner, each.holder.slice(document.text)) for each in missing
    ] == [
        ("Protocol", "System: A", "- **System**: A"),
        ("Purpose", "System: B", "- **System**: B"),
        ("Protocol", "System: B", "- **System**: B"),
    ]
    (flat, _) = lay(FLAT, "# T\n\n## Part\n\nText.\n").fields
    assert (flat.owner, flat.holder) == ("Part", (5, 12))


CODE = "# T\n\n## Part\n\n- **Interfaces**:\n\n  ```sql\n  [The tables]\n  ```\n"


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("- **Interfaces**:\n\n  ```sql\n  x\n  ```\n", True),
        ("- **Interfaces**:\n\n```SQL\nx\n```\n", True),
        ("### Interfaces\n\nText.\n\n#### More\n\n```sql\nx\n```\n", True),
        ("**Interfaces**\n\n```sql\nx\n```\n", True),
        ("- **Interfaces**:\n\n  ```sql\n\n  ```\n", False),
        ("- **Interfaces**:\n\n  ```python\n  x\n  ```\n", False),
        ("- **Interfaces**: none\n", False),
    ],
)
def test_the_code_below_a_field(lay: Lay, body: str, found: bool) -> None:
    (match,) = lay(CODE, f"# T\n\n## Part\n\n{body}").fields
    assert match.actual is not None
    assert (match.code is not None) is found


def test_fields_at_the_top_belong_to_the_document(lay: Lay) -> None:
    template = "# T\n\n- **Author**: [who]\n- **Status**: [text]\n\n## A\n\n[text]\n"
    alignment = lay(template, "# T\n\n**Author**: Ann\n\n## A\n\nx\n")
    assert [(f.expected.name, f.actual is not None, f.owner) for f in alignment.fields] == [
        ("Author", True, "T"),
        ("Status", False, "T"),
    ]
