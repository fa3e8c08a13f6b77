"""The register of decisions: what was weighed, what was chosen, and why."""

from collections.abc import Callable

import pytest

from designlint.registers import DecisionEntry, Entry
from designlint.registry import load_registry

TEMPLATE = """\
# T: [Name]

## Key Decisions

### Decision 1: [Title]

- **Options**:
  1. [Option 1]
  2. [Option 2]
- **Decision**: [The one]
- **Rationale**: [Why]
"""
TYPES = load_registry().types
Collect = Callable[[str, str, str], tuple[Entry, ...]]
Read = Callable[..., list[DecisionEntry]]


@pytest.fixture
def read(collect: Collect) -> Read:
    def run(text: str, template: str = TEMPLATE) -> list[DecisionEntry]:
        found = collect("decisions", template, text)
        return [each for each in found if isinstance(each, DecisionEntry)]

    return run


def told(entry: DecisionEntry) -> tuple[str, str, tuple[str, ...], str, str]:
    return (entry.decision, entry.state, entry.options, entry.choice, entry.rationale)


def test_decisions_in_a_design(read: Read) -> None:
    found = read(
        "# T: Cache\n\n- **Date**: 2026-03-01\n\n## Key Decisions\n\n"
        "### Decision 1: Storage\n\n"
        "- **Options**:\n  1. `Redis`: fast\n  2. Files\n"
        "- **Decision**: Redis, since it is there\n- **Rationale**: It is\n  fast.\n\n"
        "### Decision 2: Expiry\n\n- **Options**: a; b\n- **Decision**: TBD\n\n"
        "### Decision 3: Place\n\n- **Options**: a; b\n"
    )
    assert [told(entry) for entry in found] == [
        ("Storage", "decided", ("Redis: fast", "Files"), "Redis, since it is there", "It is fast."),
        ("Expiry", "undecided", ("a", "b"), "", ""),
        ("Place", "undecided", ("a", "b"), "", ""),
    ]
    assert [entry.origin.place.start.line for entry in found] == [12, 19, 21]
    assert {entry.date for entry in found} == {"2026-03-01"}
    ordered = sorted(found, key=lambda entry: entry.urgency)
    assert [entry.decision for entry in ordered] == ["Expiry", "Place", "Storage"]


def test_what_the_template_left_decides_nothing(read: Read) -> None:
    text = TEMPLATE.replace("[Title]", "Storage").replace("[Option 1]", "Redis")
    (entry,) = read(text)
    assert (entry.state, entry.choice, entry.rationale) == ("undecided", "", "")


@pytest.mark.parametrize(
    ("outcome", "choice", "rationale"),
    [
        ("Chosen option: \"Redis\", because it is fast.", "Redis", "it is fast."),
        ("Chosen option: **Redis**, because it is fast.", "Redis", "it is fast."),
        ("Chosen option: \"Redis, because\", because:\n\n* it is fast\n* it is there",
         "Redis, because", "it is fast; it is there"),
        ("Chosen option: '\"Redis\"', because it is fast.", '"Redis"', "it is fast."),
        ("Chosen option: \"Redis\".", "Redis", ""),
        ("We take Redis.\n\nIt is fast.", "We take Redis.", ""),
        ("\"Redis\" with a disk.", "\"Redis\" with a disk.", ""),
    ],
)  # fmt: skip
def test_decision_records(read: Read, outcome: str, choice: str, rationale: str) -> None:
    text = (
        "# Store prices\n\n## Context and Problem Statement\n\nWhere?\n\n"
        f"## Considered Options\n\n- Redis\n- Files\n\n## Decision Outcome\n\n{outcome}\n"
    )
    (entry,) = read(text, TYPES["adr"].template)
    assert told(entry) == ("Store prices", "decided", ("Redis", "Files"), choice, rationale)


def test_records_without_options(read: Read) -> None:
    text = (
        "# Store prices\n\nDate: 2026-03-01\n\n## Status\n\nAccepted\n\n## Context\n\nSlow.\n\n"
        "## Decision\n\nWe will use Redis.\n\nIt is there.\n\n## Consequences\n\nFaster.\n"
    )
    (entry,) = read(text, TYPES["adr-nygard"].template)
    assert told(entry) == ("Store prices", "decided", (), "We will use Redis.", "")
    assert (entry.origin.status, entry.date) == ("accepted", "2026-03-01")
    (entry,) = read(text.replace("We will use Redis.\n\nIt is there.", "TBD"),
                    TYPES["adr-nygard"].template)  # fmt: skip
    assert (entry.state, entry.choice) == ("undecided", "")


def test_an_answer_to_a_question_is_none(read: Read) -> None:
    template = "# T\n\n## Open Questions\n\n- [Question]?\n  - Decision: [Answer]\n"
    assert read("# T\n\n## Open Questions\n\n- Which?\n  - Decision: Redis\n", template) == []


def test_a_document_without_any(read: Read) -> None:
    assert read("# T: Cache\n\n## Key Decisions\n\nN/A — nothing to choose\n") == []
