"""What a template says in words about when a section is asked for."""

import pytest

from designlint.outline import compile_template
from designlint.outline.model import ExpectedSection


def sections(text: str) -> dict[str, ExpectedSection]:
    return {each.title: each for each in compile_template(text, "t.md").root.walk()}


def optional(body: str) -> list[str]:
    """The sections that may be left out of a template with `body` between A and B."""
    text = f"# T\n\n## Before\n\n[text]\n\n## A\n\n{body}\n\n## B\n\n[text]\n"
    return [title for title, each in sections(text).items() if each.demand.optional]


@pytest.mark.parametrize(
    ("body", "titles"),
    [
        ("Omit this section if there is none.", ["A"]),
        ("<!-- This is an optional element. Feel free to remove. -->", ["A"]),
        ("If applicable, name the office.", ["A"]),
        ("> Include if needed.", ["A"]),
        ("Name the office, if applicable.", []),
        ("Name the office. If applicable, name its head.", []),
        ("Do not omit the names.", []),
        ("text\n\n<!-- This section is optional. -->\n## C\n\ntext", ["C"]),
        ("<!-- optional -->", ["A"]),
        ("Name it.\n\n<!-- optional -->", []),
        ("text\n\n<!-- optional -->\n## C\n\ntext", ["C"]),
        ("text\n\n## C <!-- optional -->\n\ntext", ["C"]),
        ("text\n\n## C <!-- the optional one of two -->\n\ntext", []),
        ("- [B](#b)", ["A"]),
        ("Omit questions that are not applicable.\n\n### One?\n\n### Two?", ["One?", "Two?"]),
        ("Drop those sections that don't apply.\n\n### C\n\n#### D", ["C"]),
        ("Leave out what is not applicable.\n\n### C", []),
    ],
)
def test_what_may_be_left_out(body: str, titles: list[str]) -> None:
    assert optional(body) == titles


@pytest.mark.parametrize(
    "heading",
    ["Notes (please remove)", "Notes - delete before merging", "Notes, remove this"],
)
def test_a_heading_that_is_to_go_is_not_asked_for(heading: str) -> None:
    found = sections(f"# T\n\n## {heading}\n\ntext\n\n## B\n")
    assert [title for title, each in found.items() if each.demand.optional] == [heading]


LADDER = "# T\n\n- **Status**: {ladder}\n\n## A\n\n{said}\n\n[text]\n"
STATUSES = "Draft | In Review | Accepted | Done | Rejected"


@pytest.mark.parametrize(
    ("said", "when"),
    [
        ("<!-- Required for Accepted status and above -->", "accepted; done"),
        ("[required_in]: # (Accepted status and above)", "accepted; done"),
        ("Required from Done and later.", "done"),
        ("*Required: accepted or higher*", "accepted; done"),
        ("Required from Sold and above.", None),
        ("This is required.", None),
        ("Accepted and above.", None),
    ],
)
def test_sections_asked_for_from_a_status_on(said: str, when: str | None) -> None:
    found = sections(LADDER.format(ladder=STATUSES, said=said))["A"].demand
    assert found.when == (("status", when) if when else None)
    assert not found.optional


def test_the_list_of_statuses_may_stand_in_the_front_matter() -> None:
    said = "Required in Accepted and above."
    text = f"---\nstatus: {STATUSES}\n---\n\n# T\n\n## A\n\n{said}\n"
    assert sections(text)["A"].demand.when == ("status", "accepted; done")
    without = LADDER.format(ladder="[which]", said=said)
    assert sections(without)["A"].demand.when is None


@pytest.mark.parametrize(
    ("body", "lasting"),
    [
        ("- What do you expect to resolve through the implementation?", True),
        ("List questions that are left open on purpose.", True),
        ("List all questions that are to be answered first.", False),
    ],
)
def test_questions_that_may_stay_open(body: str, lasting: bool) -> None:
    found = sections(f"# T\n\n## Open Questions\n\n{body}\n\n## Other\n\n{body}\n")
    assert found["Open Questions"].lasting is lasting
    assert not found["Other"].lasting
