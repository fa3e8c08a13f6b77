"""The register of risks: from tables and lists, how much they weigh, and what is done."""

from collections.abc import Callable

import pytest

from designlint.registers import Entry, RiskEntry

TEMPLATE = """\
# T

## Risks

| Risk | Impact | Mitigation |
|------|--------|------------|
| [What may happen] | High/Med/Low | [What is done] |
"""
MARKED = "# T\n\n## Dangers\n<!-- designlint: risks -->\n\n- [Danger]\n"
Collect = Callable[[str, str, str], tuple[Entry, ...]]
Read = Callable[..., list[RiskEntry]]


@pytest.fixture
def read(collect: Collect) -> Read:
    def run(body: str, template: str = TEMPLATE, heading: str = "Risks") -> list[RiskEntry]:
        found = collect("risks", template, f"# T\n\n## {heading}\n\n{body}")
        return [each for each in found if isinstance(each, RiskEntry)]

    return run


def test_a_table(read: Read) -> None:
    found = read(
        "| Risk | Impact | Likelihood | Mitigation | Owner |\n|---|---|---|---|---|\n"
        "| **Fire** | High (all data) | Low | Sprinklers | Ann |\n"
        "| Flood | Critical | Medium | TBD | - |\n"
        "| Theft | | | None — it is insured | |\n"
        "| | High | | | |\n"
    )
    assert [
        (e.name, e.state, e.impact, e.probability, e.exposure, e.mitigation, e.owner) for e in found
    ] == [
        ("Fire", "mitigated", "High (all data)", "Low", 3, "Sprinklers", "Ann"),
        ("Flood", "open", "Critical", "Medium", 8, "TBD", ""),
        ("Theft", "mitigated", "", "", 4, "None — it is insured", ""),
    ]
    assert found[0].origin.place.start == (7, 3)
    ordered = sorted(found, key=lambda entry: entry.urgency)
    assert [entry.name for entry in ordered] == ["Flood", "Theft", "Fire"]


def test_the_row_of_the_template_is_none(read: Read) -> None:
    assert read(TEMPLATE.partition("## Risks\n\n")[2]) == []


def test_without_a_column_for_it_nothing_is_done(read: Read) -> None:
    (entry,) = read("| Risk | Impact |\n|---|---|\n| Fire | High |\n")
    assert entry.state == "open"


@pytest.mark.parametrize(
    "body",
    [
        "- **Risk**: Fire.\n  - **Mitigation**: Sprinklers\n  - **Impact**: High\n",
        "- **Risk**: Fire. **Mitigation:** Sprinklers **Impact:** High\n",
        "- **Risk: Fire.** Mitigation: Sprinklers\n  - Impact: High\n",
        "- Risk: Fire.\n- Impact: High\n- Mitigations:\n  - Sprinklers\n",
        "1. Risk: Fire.\n\n   Impact: High\n   Mitigation: Sprinklers\n",
    ],
)
def test_lists(read: Read, body: str) -> None:
    (entry,) = read(body)
    assert (entry.name, entry.impact, entry.mitigation) == ("Fire.", "High", "Sprinklers")
    assert (entry.state, entry.exposure) == ("mitigated", 6)
    assert entry.origin.place.start.line == 5


@pytest.mark.parametrize(
    "body",
    [
        "- Risk: Fire.\n",
        "- Risk: High\n- Cost: low\n",
        "- Fire\n  - Mitigation: Sprinklers\n",
        "- Risk:\n  - Mitigation: Sprinklers\n",
        "Risk: Fire. Mitigation: Sprinklers\n",
    ],
)
def test_lists_without_risks(read: Read, body: str) -> None:
    assert read(body) == []


def test_every_item_of_a_marked_section(read: Read) -> None:
    found = read("- Fire\n- Flood\n  - Mitigation: A dam\n- [Danger]\n", MARKED, "Dangers")
    assert [(entry.name, entry.state) for entry in found] == [
        ("Fire", "open"),
        ("Flood", "mitigated"),
    ]
