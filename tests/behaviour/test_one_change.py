"""A filled design is clean; one change to it is one finding, whatever the change tears apart."""

from datetime import date
from pathlib import Path

import pytest

from designlint.check.plan import ActiveRule, Plan
from designlint.check.run import check_document
from designlint.document import parse_document
from designlint.outline import compile_template
from designlint.registry import load_registry

TEXT = (Path(__file__).parent / "price-cache.md").read_text("utf-8")
SETEXT = "Testing Strategy\n----------------\n"


@pytest.fixture(scope="module")
def plan() -> Plan:
    registry = load_registry()
    template = registry.types["technical-design"].template
    return Plan(
        "technical-design",
        compile_template(template, "template"),
        tuple(ActiveRule(rule(), rule.severity) for rule in registry.rules.values()),
        frozenset(registry.rules),
        date(2026, 1, 1),
    )


def found(text: str, plan: Plan) -> list[str]:
    result = check_document(parse_document(text, "price-cache.md"), plan)
    assert result.failures == ()
    return [diagnostic.rule for diagnostic in result.diagnostics]


def changed(old: str, new: str) -> str:
    assert TEXT.count(old), old
    return TEXT.replace(old, new, 1)


def without(start: str, end: str) -> str:
    at = TEXT.index(start)
    return TEXT[:at] + TEXT[TEXT.index(end, at + 1) :]


def swapped(first: str, second: str, end: str) -> str:
    a, b, c = TEXT.index(first), TEXT.index(second), TEXT.index(end)
    return TEXT[:a] + TEXT[b:c] + TEXT[a:b] + TEXT[c:]


def test_clean(plan: Plan) -> None:
    for text in (TEXT, TEXT.replace("\n", "\r\n"), "\ufeff" + TEXT):
        assert found(text, plan) == []


FENCE = "- **Interfaces**:\n  ```py\n  def write(x: list[int]) -> None: ...\n  ```\n"
ROW = "| Redis down | Medium | High | Fall back |"
CHANGES = [
    # sections
    (changed("## Integration Points\n", ""), "missing-section"),
    (without("## Integration Points", SETEXT), "missing-section"),
    (changed("### Components\n", ""), "missing-section"),
    (without("#### Decision 1", "## Detailed"), "empty-section"),
    (changed("Review showed stale prices.\n", ""), "empty-section"),
    (changed("### Refinements\n", "**Refinements**\n\n"), "missing-section"),
    (changed("### Refinements\n", "### Refinement\n"), "missing-section"),
    (changed("### Refinements", "### Refinements\nOne.\n\n### Refinements"), "duplicate-section"),
    (changed("### Component Design", "## Component Design"), "misplaced-section"),
    (changed("### Final Approach", "#### Final Approach"), "misplaced-section"),
    (changed("#### Decision 2", "### Decision 2"), "misplaced-section"),
    (changed("## Detailed Design", "### Detailed Design"), "misplaced-section"),
    (changed("### Database Changes", "## Database Changes"), "misplaced-section"),
    (changed("### Deployment Strategy", "#### Deployment Strategy"), "misplaced-section"),
    (changed("### Deployment Strategy\n", ""), "missing-section"),
    (changed("## Design Review Notes", "### Design Review Notes"), "misplaced-section"),
    (changed("### Initial Approach", "#### Initial Approach"), "skipped-heading-level"),
    (swapped("### Refinements", "### Final", "## Architecture"), "section-out-of-order"),
    (swapped("## Integration Points", SETEXT, "## 7. Migration"), "section-out-of-order"),
    (changed("## Open Questions", "# Open Questions"), "title-mismatch"),
    (changed("# Technical Design: Price cache", "# Price cache"), "title-mismatch"),
    (changed("# Technical Design: Price cache\n", ""), "title-mismatch"),
    # fields
    (changed("- **Rationale**: It is fast.\n", ""), "missing-field"),
    (changed("- **Rationale**: It is fast.", "- **Rationale**:"), "empty-field"),
    (changed("- **Rationale**: It is fast.", "- **Rationale**: N/A"), "filler-text"),
    (changed("- **Decision**: Redis\n", ""), "undecided-decision"),
    (changed("- **Decision**: Redis", "- **Decision**:"), "undecided-decision"),
    (changed("- **Decision**: Redis", "- **Decision**: TBD"), "undecided-decision"),
    (changed("- **Decision**: Redis", "- **Decision**: Mongo"), "undecided-decision"),
    (changed("  2. Postgres: known, slower\n", ""), "too-few-options"),
    (changed("  - **Protocol**: RESP\n", ""), "missing-field"),
    (changed(FENCE, ""), "missing-field"),
    (changed(FENCE, "- **Interfaces**: REST\n"), "missing-code-block"),
    (changed(FENCE, "- **Interfaces**:\n"), "missing-code-block"),
    (changed(FENCE, "- **Interfaces**: [What callers see]\n"), "leftover-placeholder"),
    (changed("api -> cache -> db\n", ""), "missing-code-block"),
    # tables
    (changed(f"{ROW} [Ann](x) |\n", ""), "empty-table"),
    (changed("| Risk | Probability |", "| Risk | Chance of it |"), "missing-column"),
    (changed(ROW, "| Redis down |  | High | Fall back |"), "empty-cell"),
    (changed(ROW, "| Redis down | Medium | High |  |"), "unmitigated-risk"),
    (changed(ROW, "| Redis down | Medium | High | TBD |"), "unmitigated-risk"),
    (changed(ROW, "| Redis down | Huge | High | Fall back |"), "invalid-value"),
    (changed(ROW, "| Redis down | High/Med/Low | High | Fall back |"), "leftover-placeholder"),
    # questions
    (changed("   - Answer: eu\n", ""), "unanswered-question"),
    (changed("   - Answer: eu", "   - Due: 2020-01-01"), "overdue-question"),
    (changed("   - Answer: eu", "   - Deferred: 2020-01-01"), "overdue-question"),
    (changed("   - Answer: eu", "   - Deferred: until the pilot"), "unanswered-question"),
    (changed("   - Context: Load differs.\n", ""), "incomplete-question"),
    (changed("2. [x]", "2. [ ]"), "unanswered-question"),
    # the whole
    (f"Here it is:\n\n````markdown\n{TEXT}\n````\n", "unreadable-document"),
    (f"---\nstatus: [draft\n---\n{TEXT}", "invalid-front-matter"),
    ("# Technical Design: Price cache\n", "missing-section"),
    ("", "missing-section"),
]


@pytest.mark.parametrize(("text", "rule"), CHANGES)
def test_one_change_is_one_finding(text: str, rule: str, plan: Plan) -> None:
    assert found(text, plan) == [rule]


FINE = [
    changed("```\napi -> cache -> db\n```", "![How they are connected](parts.svg)"),
    changed("# Technical Design: Price", "# Technical Design – Price"),
    changed(FENCE, "- **Interfaces**:\n```py\ndef write(price: int) -> None: ...\n```\n"),
    changed("- **Rationale**: It is fast.", "- **Rationale**: N/A — there is no other"),
    f"---\nstatus: review\n---\n{TEXT}",
]


@pytest.mark.parametrize("text", FINE)
def test_what_is_as_good_is_no_finding(text: str, plan: Plan) -> None:
    assert found(text, plan) == []


@pytest.mark.parametrize(
    "said",
    [
        "None",
        "No open questions.",
        "There are no open questions at this time.",
        "N/A",
        "- None",
        "None — all were settled in review.",
    ],
)
def test_no_questions(said: str, plan: Plan) -> None:
    start, end = TEXT.index("1. Which region"), TEXT.index("## Glossary")
    assert found(f"{TEXT[:start]}{said}\n\n{TEXT[end:]}", plan) == []


@pytest.mark.parametrize(
    ("said", "more"), [("TBD", ["todo-marker"]), ("N/A", []), ("N/A — see below", []), ("", [])]
)
def test_what_stands_below_the_title_hides_nothing(said: str, more: list[str], plan: Plan) -> None:
    title = "# Technical Design: Price cache\n"
    text = changed("- **Rationale**: It is fast.", "- **Rationale**:")
    assert found(text.replace(title, f"{title}\n{said}\n"), plan) == [*more, "empty-field"]
