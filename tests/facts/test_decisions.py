"""Decisions: how many options were weighed, and whether one of them was chosen."""

from collections.abc import Callable

import pytest

from designlint.alignment.model import Alignment
from designlint.document import Document
from designlint.facts.decisions import (
    Decision,
    find_decisions,
    is_undecided,
    names_an_option,
    options_of,
)
from designlint.language.lexicon import ENGLISH

Lay = Callable[[str, str], tuple[Document, Alignment]]
TEMPLATE = """\
# T

## Choice

- **Options Considered**:
  1. [Option 1]: [Pros]
  2. [Option 2]: [Pros]
- **Decision**: [The one]
- **Rationale**: [Why]
"""


@pytest.fixture
def read(lay: Lay) -> Callable[[str], tuple[Document, list[Decision]]]:
    def run(body: str) -> tuple[Document, list[Decision]]:
        document, alignment = lay(TEMPLATE, f"# T\n\n## Choice\n\n{body}")
        return document, list(find_decisions(alignment))

    return run


Read = Callable[[str], tuple[Document, list[Decision]]]


@pytest.mark.parametrize(
    ("options", "count"),
    [
        ("\n  1. SQLite\n  2. Files\n", 2),
        ("\n  - SQLite: small\n  - Files: simple\n  - None at all\n", 3),
        ("\n  1. SQLite\n     - fast\n     - small\n", 1),
        (" SQLite; files\n", 2),
        (" SQLite, files, memory\n", 3),
        (" SQLite or files\n", 2),
        (" SQLite vs. files\n", 2),
        (" SQLite<br>files<br/>memory\n", 3),
        (" SQLite / files\n", 2),
        (" SQLite\n", 1),
        (" TCP/IP\n", 1),
        ("\n\n  | Option | Pro |\n  |---|---|\n  | SQLite | fast |\n  | Files | small |\n", 2),
        ("\n", 0),
        ("\n  1. SQLite\n  2.\n", 1),
    ],
)
def test_options_are_counted(read: Read, options: str, count: int) -> None:
    document, (decision,) = read(f"- **Options Considered**:{options}- **Decision**: SQLite\n")
    assert decision.options.actual is not None
    assert len(options_of(document, decision.options.actual, ENGLISH)) == count


def test_options_as_headings(read: Read) -> None:
    document, (decision,) = read(
        "### Options Considered\n\n#### SQLite\n\nx\n\n#### Files\n\ny\n\n### Decision\n\nFiles\n"
    )
    assert decision.options.actual is not None
    assert options_of(document, decision.options.actual, ENGLISH) == ("SQLite", "Files")
    assert not is_undecided(document, decision, ENGLISH)


@pytest.mark.parametrize(
    ("body", "undecided"),
    [
        ("- **Options Considered**: a; b\n", True),
        ("- **Options Considered**: a; b\n- **Decision**:\n", True),
        ("- **Options Considered**: a; b\n- **Decision**: <!-- x -->\n", True),
        ("- **Options Considered**: a; b\n- **Decision**: a\n", False),
        ("- **Options Considered**: a; b\n- **Decision**:\n  - a\n", False),
        ("- **Decision**: a\n", False),
        ("- **Rationale**: it is small\n", True),
    ],
)
def test_undecided(read: Read, body: str, undecided: bool) -> None:
    document, (decision,) = read(body)
    assert is_undecided(document, decision, ENGLISH) is undecided


@pytest.mark.parametrize("body", ["Text.\n", "", "N/A — nothing to choose\n"])
def test_no_decision(read: Read, body: str) -> None:
    assert read(body)[1] == []


@pytest.mark.parametrize(
    ("choice", "named"),
    [
        ("SQLite", True),
        ("We take sqlite, since it is small", True),
        ("Option 2", True),
        ("The second", True),
        ("Neither", True),
        ("A combination", True),
        ("Filesystem", True),
        ("PostgreSQL it is", False),
        ("We go ahead", False),
        ("\n  - **SQLite**\n", True),
    ],
)
def test_a_choice_names_an_option(read: Read, choice: str, named: bool) -> None:
    document, (decision,) = read(
        f"- **Options Considered**: SQLite store; Files store\n- **Decision**: {choice}\n"
    )
    assert decision.options.actual is not None
    assert decision.choice.actual is not None
    options = options_of(document, decision.options.actual, ENGLISH)
    assert names_an_option(document, options, decision.choice.actual, ENGLISH) is named


def test_a_word_that_all_options_share_names_none(read: Read) -> None:
    document, (decision,) = read(
        "- **Options Considered**: Redis cache; Local cache\n- **Decision**: A cache\n"
    )
    assert decision.options.actual is not None
    assert decision.choice.actual is not None
    options = options_of(document, decision.options.actual, ENGLISH)
    assert not names_an_option(document, options, decision.choice.actual, ENGLISH)


def test_every_group_is_a_decision(lay: Lay) -> None:
    template = (
        "# T\n\n## Choices\n\n- **Choice**: [n]\n  - **Alternatives**: [a]\n  - **Outcome**: [o]\n"
    )
    text = (
        "# T\n\n## Choices\n\n- **Choice**: A\n  - **Outcome**: x\n"
        "- **Choice**: B\n  - **Alternatives**: y\n"
    )
    document, alignment = lay(template, text)
    open_ones = [is_undecided(document, each, ENGLISH) for each in find_decisions(alignment)]
    assert open_ones == [False, True]
