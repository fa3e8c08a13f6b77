"""Filled documents of the smaller built-in types have no finding, however they are written."""

from datetime import date
from functools import cache

import pytest

from designlint.check.plan import ActiveRule, Plan
from designlint.check.run import check_document
from designlint.document import parse_document
from designlint.outline import compile_template
from designlint.registry import load_registry

from .filled import Style, fill

REGISTRY = load_registry()
TYPES = ("adr", "adr-nygard", "rfc")
STYLES = (
    Style(),
    *(Style(form=form) for form in ("lines", "bold", "table")),
    Style("block", "{}:"),
    *(Style(label=label) for label in ("**{}:**", "{}:", "__{}__:", "*{}*:")),
    *(Style(bullet=bullet) for bullet in ("*", "+")),
    *(Style(heading=heading) for heading in ("closed", "setext")),
    *(Style(title=title) for title in ("numbered", "roman", "emphasised", "emoji", "upper")),
    Style(values="lower"),
    Style(extras=True),
    Style(reordered=True),
    Style(crlf=True, bom=True),
    Style(front_matter=True),
)


@cache
def plan(name: str) -> Plan:
    kind = REGISTRY.types[name]
    return Plan(
        type_name=name,
        outline=compile_template(kind.template, kind.origin),
        rules=tuple(ActiveRule(rule(), rule.severity) for rule in REGISTRY.rules.values()),
        known_rules=frozenset(REGISTRY.rules),
        today=date(2026, 1, 1),
    )


def found(text: str, name: str) -> list[str]:
    result = check_document(parse_document(text, "document.md"), plan(name))
    assert not result.failures
    assert result.diagnostics or result.completeness == 1.0
    return [f"{each.start.line}: {each.rule}: {each.message}" for each in result.diagnostics]


@pytest.mark.parametrize("name", TYPES)
@pytest.mark.parametrize("style", STYLES, ids=str)
def test_a_filled_document_has_no_finding(style: Style, name: str) -> None:
    assert found(fill(plan(name).outline, style), name) == []


@pytest.mark.parametrize(
    ("name", "without", "rule"),
    [
        ("adr", "Context and Problem Statement", "missing-section"),
        ("adr", "Considered Options", "missing-section"),
        ("adr", "Decision Outcome", "missing-section"),
        ("adr-nygard", "Context", "missing-section"),
        ("adr-nygard", "Decision", "missing-section"),
        ("adr-nygard", "Consequences", "missing-section"),
        ("rfc", "Authors", "missing-field"),
        ("rfc", "Status", "missing-field"),
        ("rfc", "Created", "missing-field"),
        ("rfc", "Motivation", "missing-section"),
        ("rfc", "Drawbacks", "missing-section"),
        ("rfc", "Unresolved Questions", "missing-section"),
    ],
)
@pytest.mark.parametrize("extras", [False, True])
def test_what_was_forgotten_is_one_finding(
    name: str, without: str, rule: str, extras: bool
) -> None:
    [only] = found(fill(plan(name).outline, Style(extras=extras, without=without)), name)
    assert only.split(": ")[1] == rule
    assert without in only


@pytest.mark.parametrize(
    ("name", "without"),
    [
        ("adr", "Decision Drivers"),
        ("adr", "Consequences"),
        ("adr", "Confirmation"),
        ("adr", "Pros and Cons of the Options"),
        ("adr", "Deciders"),
        ("adr-nygard", "Status"),
        ("adr-nygard", "Date"),
        ("rfc", "Prior Art"),
        ("rfc", "Future Possibilities"),
    ],
)
def test_what_is_optional_may_be_left_out(name: str, without: str) -> None:
    assert found(fill(plan(name).outline, Style(without=without)), name) == []


@pytest.mark.parametrize("name", REGISTRY.types)
def test_a_template_is_rejected_at_every_placeholder(name: str) -> None:
    outline = plan(name).outline
    result = check_document(parse_document(REGISTRY.types[name].template), plan(name))
    told = {
        line
        for each in result.diagnostics
        if each.severity.value == "error"
        for line in range(each.start.line, each.end.line + 1)
    }
    table_rows = {table.line + 2 for section in outline.root.walk() for table in section.tables}
    assert outline.placeholders
    lines = {each.line + each.in_code for each in outline.placeholders}
    assert lines - told - table_rows == set()


@pytest.mark.parametrize("name", REGISTRY.types)
def test_the_listing_says_what_each_type_is(name: str) -> None:
    kind = REGISTRY.types[name]
    assert kind.summary and kind.files
    assert 0.5 <= kind.likeness <= 1.0
