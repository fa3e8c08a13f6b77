"""The share of what a template asks for that a document has."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from designlint.check.plan import Plan
from designlint.check.result import DocumentResult, SectionCount
from designlint.check.run import check_document, unreadable_result
from designlint.document import parse_document
from designlint.document.source import Unreadable
from designlint.outline import compile_template
from designlint.registry import load_registry

TEMPLATE = """\
# T

- **Owner**: [Who]

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

- **Owner**: Ada

## Why

Text.

## How

- **Tool**: hammer
- **Cost**: two

| Risk | Impact |
|------|--------|
| Fire | Low |
"""


def plan(template: str, as_status: str = "") -> Plan:
    outline = compile_template(template, "t.md")
    return Plan("t", outline, (), frozenset(), date(2026, 1, 1), as_status=as_status)


def checked(template: str, text: str, as_status: str = "") -> DocumentResult:
    return check_document(parse_document(text), plan(template, as_status))


def shares(template: str, text: str, as_status: str = "") -> list[str]:
    """`Title filled/expected` of each section; the part above the first has no title."""
    sections = checked(template, text, as_status).sections
    return [f"{each.title} {each.filled}/{each.expected}".strip() for each in sections]


@pytest.mark.parametrize(
    ("old", "new", "above", "why", "how", "notes"),
    [
        pytest.param("", "", "1/1", "1/1", "4/4", "0/0", id="all"),
        pytest.param("Text.", "", "1/1", "0/1", "4/4", "0/0", id="empty section"),
        pytest.param("## Why\n\nText.\n", "", "1/1", "0/1", "4/4", "0/0", id="no section"),
        pytest.param("Text.", "[Why]", "1/1", "0/1", "4/4", "0/0", id="placeholder"),
        pytest.param("Text.", "Text and [why]", "1/1", "0/1", "4/4", "0/0", id="half-filled"),
        pytest.param("Text.", "TBD", "1/1", "0/1", "4/4", "0/0", id="marker"),
        pytest.param("Text.", "N/A", "1/1", "0/1", "4/4", "0/0", id="filler"),
        pytest.param("Text.", "None — it is obvious", "1/1", "1/1", "4/4", "0/0", id="waived"),
        pytest.param("Ada", "[Who]", "0/1", "1/1", "4/4", "0/0", id="placeholder above"),
        pytest.param("Ada", "N/A", "1/1", "1/1", "4/4", "0/0", id="N/A in the header"),
        pytest.param("hammer", "", "1/1", "1/1", "3/4", "0/0", id="empty field"),
        pytest.param("two", "TODO", "1/1", "1/1", "3/4", "0/0", id="marker in a field"),
        pytest.param("two", "N/A", "1/1", "1/1", "3/4", "0/0", id="filler in a field"),
        pytest.param("two", "N/A — free", "1/1", "1/1", "4/4", "0/0", id="waived field"),
        pytest.param("- **Cost**: two\n", "", "1/1", "1/1", "3/4", "0/0", id="no field"),
        pytest.param("| Fire | Low |\n", "", "1/1", "1/1", "3/4", "0/0", id="no rows"),
        pytest.param("Fire | Low", "[Risk] | High/Low", "1/1", "1/1", "3/4", "0/0", id="its row"),
        pytest.param("Fire | Low", "TBD | -", "1/1", "1/1", "3/4", "0/0", id="a row of nothing"),
        pytest.param("Fire | Low", " | Low", "1/1", "1/1", "4/4", "0/0", id="an empty cell"),
        pytest.param("## How", "## Notes\n\n## How", "1/1", "1/1", "4/4", "0/0", id="optional"),
        pytest.param("## How", "## Notes\n\nNo.\n\n## How", "1/1", "1/1", "4/4", "1/1", id="used"),
        pytest.param("## How", "## Notes\n\nTBD\n\n## How", "1/1", "1/1", "4/4", "0/1", id="open"),
        pytest.param(FULL, "# T\n", "0/1", "0/1", "0/4", "0/0", id="title alone"),
        pytest.param(FULL, TEMPLATE, "0/1", "0/1", "0/4", "0/1", id="the template itself"),
        pytest.param(FULL, f"````md\n{FULL}````\n", "0/1", "0/1", "0/4", "0/0", id="in a fence"),
    ],
)
def test_what_counts(old: str, new: str, above: str, why: str, how: str, notes: str) -> None:
    assert old in FULL
    text = FULL.replace(old, new, 1)
    assert shares(TEMPLATE, text) == [above, f"Why {why}", f"How {how}", f"Notes {notes}"]


PROSE = """\
# T

## Why

Say in a few words why this is needed at all.
Who asks for it?

## Parts

### [Part]

- **Use**: [What for]

<!-- Draw the parts and how they are connected. -->

```
[Drawing]
```

## Choice

- [ ] **New**: something new is built
- [ ] **Old**: something is changed
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(PROSE, ["0/0", "Why 0/1", "Parts 0/4", "Choice 0/2"], id="the template"),
        pytest.param(
            "# T\n\n## Why\n\nSay in a few words why this is needed at all. Ada asks.\n",
            ["0/0", "Why 1/1", "Parts 0/4", "Choice 0/2"],
            id="instructions beside text",
        ),
        pytest.param(
            "# T\n\n## Parts\n\n### A\n\n- **Use**: x\n\n```\na\n```\n\n### B\n\n- **Use**: y\n",
            ["0/0", "Why 0/1", "Parts 6/7", "Choice 0/2"],
            id="two of a kind",
        ),
        pytest.param(
            "# T\n\n## Parts\n\n### A\n\n- **Use**: x\n\n![as drawn](a.png)\n",
            ["0/0", "Why 0/1", "Parts 4/4", "Choice 0/2"],
            id="a picture for a drawing",
        ),
        pytest.param(
            "# T\n\n## Parts\n\nN/A — nothing is built\n",
            ["0/0", "Why 0/1", "Parts 4/4", "Choice 0/2"],
            id="all below is waived",
        ),
        pytest.param(
            "# T\n\n## Choice\n\n- [x] **New**: something new is built\n",
            ["0/0", "Why 0/1", "Parts 0/4", "Choice 2/2"],
            id="ticked",
        ),
        pytest.param(
            "# T\n\n## Choice\n\nSomething new.\n",
            ["0/0", "Why 0/1", "Parts 0/4", "Choice 2/2"],
            id="told instead of ticked",
        ),
    ],
)
def test_prose_code_and_boxes(text: str, expected: list[str]) -> None:
    assert shares(PROSE, text) == expected


def test_what_stands_below_a_missing_section_counts() -> None:
    template = "# T\n\n## Plan\n\n### First\n\n[Text]\n\n### Then\n\n[Text]\n"
    result = checked(template, "# T\n\n## First\n\nText.\n")
    assert result.sections[1] == SectionCount("Plan", None, ((3, 5),), 3, 1)


def test_lines_are_those_of_all_that_belongs_to_a_section() -> None:
    template = "# T\n\n## Decision 1: [Name]\n\n[Text]\n\n## End\n\n[Text]\n"
    text = "# T\n\n## Decision 1: A\n\nText.\n\n## Other\n\nText.\n\n## Decision 2: B\n\nText.\n"
    assert checked(template, text).sections[1:] == (
        SectionCount("Decision 1: [Name]", 3, ((3, 6), (11, 13)), 2, 2),
        SectionCount("End", None, (), 1, 0),
    )


def test_more_of_a_kind_may_be_asked_for() -> None:
    template = "# T\n\n## [Part]\n<!-- designlint: repeat=3.. -->\n\n- **Use**: [What for]\n"
    assert shares(template, "# T\n\n## A\n\n- **Use**: x\n") == ["0/0", "[Part] 2/6"]


def test_what_is_asked_for_depends_on_the_status() -> None:
    template = "# T\n\n## Why\n\n[Text]\n\n## Rollout\n<!-- designlint: when=status=accepted -->\n"
    assert shares(template, "# T\n", "draft") == ["0/0", "Why 0/1", "Rollout 0/0"]
    assert shares(template, "# T\n", "accepted") == ["0/0", "Why 0/1", "Rollout 0/1"]


def test_an_unreadable_file_has_nothing() -> None:
    result = unreadable_result("a.md", Unreadable("is not UTF-8", "Save it.", 1, 1), plan(TEMPLATE))
    assert result.completeness == 0.0
    assert sum(each.expected for each in result.sections) == 6


def test_all_is_only_all() -> None:
    items = [f"- **Field {at}**: [text]" for at in range(300)]
    template = "\n".join(["# T", "", "## Fields", "", *items, ""])
    text = template.replace("[text]", "text")
    assert checked(template, text).completeness == 1.0
    assert checked(template, text.replace("text", "", 1)).completeness == 0.99


def test_a_template_that_asks_for_nothing_is_always_met() -> None:
    result = checked("# T\n\n## A (optional)\n", "")
    assert (result.completeness, [each.expected for each in result.sections]) == (1.0, [0, 0])


_TYPES = load_registry().types


@pytest.mark.parametrize("name", sorted(_TYPES))
def test_a_built_in_template_itself_has_nothing(name: str) -> None:
    assert checked(_TYPES[name].template, _TYPES[name].template).completeness == 0.0


_SLOTS = TEMPLATE.replace("High/Low", "[Impact]").replace("]", "[").split("[")[:-1]


@settings(max_examples=50)
@given(st.sets(st.integers(0, len(_SLOTS) // 2 - 1)), st.integers(0, len(_SLOTS) // 2 - 1))
def test_filling_one_more_never_lowers_it(filled: set[int], more: int) -> None:
    def share(slots: set[int]) -> float:
        parts = [
            part if at % 2 == 0 else "words" if at // 2 in slots else f"[{part}]"
            for at, part in enumerate(_SLOTS)
        ]
        return checked(TEMPLATE, "".join(parts) + "\n").completeness

    assert share(filled) <= share(filled | {more})
