"""Where a document is in its life, and when it was born."""

import pytest

from designlint.document import parse_document
from designlint.facts.status import find_statuses, normalise_status, read_traits


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("---\nstatus: Draft\n---\n# T\n", "draft"),
        ("---\nStatus: In Review\n---\n", "review"),
        ("---\nstatus: [a, b]\n---\n# T\n\nStatus: draft\n", "draft"),
        ("---\nstatus: draft\n---\n# T\n\n**Status**: accepted\n", "draft"),
        ("---\nstatus: [broken\n---\n# T\n\n**Status**: accepted\n", "accepted"),
        ("# T\n\n**Status**: Accepted (2026-01-02)\n", "accepted"),
        ("# T\n\n- **Status:** `draft`\n", "draft"),
        ("Status: Draft\n\n# T\n", "draft"),
        ("# T\n\n| Status | Draft |\n|---|---|\n| Owner | Ann |\n", "draft"),
        ("# T\n\n| Field | Value |\n|---|---|\n| Status | **Approved** |\n", "approved"),
        ("# T\n\n## Status\n\nProposed\n\n## Context\n", "proposed"),
        ("# T\n\n## Status\n\n*Accepted*, by all.\nOther\n", "accepted"),
        ("# T\n\n## Status: Final\n\nText\n", "final"),
        ("# T\n\n**Status**: [Draft](x.md) by **all**\n", "draft"),
        ("# T\n\n## Why\n\n**Status**: draft\n", ""),
        ("# T\n\n## A\n\n## B\n\n## C\n\n## Status\n\nDraft\n", ""),
        ("# T\n\n## Status\n", ""),
        ("# T\n\n**Status**: <!-- x -->\n", ""),
        ("", ""),
    ],
)
def test_where_it_says_so(text: str, status: str) -> None:
    assert read_traits(parse_document(text), "").status == status


@pytest.mark.parametrize(
    ("text", "name", "said", "place"),
    [
        ('---\nStatus: "Draft"\n---\n# T\n\n- **Status**: Final\n', "Status", "Draft", "Draft"),
        ("---\nstatus: ''\n---\n# T\n\n- **Status**:  _Final_ \n", "Status", "Final", "_Final_"),
        ("# T\n\n| Status | `Draft` |\n|---|---|\n| a | b |\n", "Status", "Draft", "`Draft`"),
        ("# T\n\n## 1. Status\n\nAccepted  \nby all\n", "1. Status", "Accepted", "Accepted"),
        ("# T\n\n## Status: Final\n", "Status", "Final", "## Status: Final"),
    ],
)  # fmt: skip
def test_what_is_stated_and_its_place(text: str, name: str, said: str, place: str) -> None:
    document = parse_document(text)
    stated = next(find_statuses(document))
    assert (stated.name, stated.text, stated.span.slice(document.text)) == (name, said, place)


def test_the_command_line_has_the_last_word() -> None:
    document = parse_document("---\nstatus: draft\n---\n")
    assert read_traits(document, "In Review").status == "review"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Draft", "draft"),
        ("in review", "review"),
        ("Awaiting Review", "review"),
        ("Under review by all", "review"),
        ("Ready for review", "review"),
        ("needs-review", "review"),
        ("Pending", "pending"),
        ("In progress", "progress"),
        ("Accepted since 2026", "accepted"),
        ("✅ Approved", "approved"),
        ("", ""),
        ("—", ""),
    ],
)
def test_the_first_word_decides(text: str, status: str) -> None:
    assert normalise_status(text) == status


def test_metadata_compares_without_case() -> None:
    traits = read_traits(parse_document("---\nTier: ONE\n---\n# T\n\n**Risk Level**: High\n"), "")
    assert traits.metadata == {"tier": "one", "risk level": "high"}
