"""A filled document has no finding, however its author likes to write."""

from dataclasses import replace
from datetime import date
from itertools import product
from typing import Any

import pytest

from designlint.check.plan import ActiveRule, Plan
from designlint.check.result import DocumentResult
from designlint.check.run import check_document
from designlint.document import parse_document
from designlint.outline import compile_template
from designlint.registry import load_registry

from .filled import Style, fill

_REGISTRY = load_registry()
_TYPE = _REGISTRY.types["technical-design"]
_PLAN = Plan(
    type_name="technical-design",
    outline=compile_template(_TYPE.template, _TYPE.origin),
    rules=tuple(ActiveRule(rule(), rule.severity) for rule in _REGISTRY.rules.values()),
    known_rules=frozenset(_REGISTRY.rules),
    today=date(2026, 1, 1),
)
_LABELS = ("**{}**:", "**{}:**", "{}:", "__{}__:", "**{}** –", "*{}*:", "**{}：**")
_FORMS = (
    *(("items", label) for label in _LABELS),
    *(("lines", label) for label in _LABELS),
    *((form, "**{}**:") for form in ("block", "bold", "headings", "table")),
    ("block", "{}:"),
)
_TITLES = ("plain", "numbered", "roman", "emphasised", "emoji", "upper", "colon")
_FLAGS = ("extras", "reordered", "crlf", "bom", "tabs", "front_matter")
_SINGLE = (
    Style(),
    *(Style(form=form, label=label) for form, label in _FORMS),
    *(Style(bullet=bullet) for bullet in ("*", "+", "1.")),
    *(Style(heading=heading) for heading in ("closed", "setext")),
    *(Style(title=title) for title in _TITLES),
    *(Style(values=values) for values in ("long", "lower")),
    Style(extras=True),
    Style(reordered=True),
    Style(crlf=True),
    Style(bom=True),
    Style(tabs=True),
    Style(front_matter=True),
)


def _combined() -> list[Style]:
    """Every form with every title; the rest goes round, each in a rhythm of its own."""
    styles = []
    for at, ((form, label), title) in enumerate(product(_FORMS, _TITLES)):
        style = Style(
            form,
            label,
            "-*+"[at % 3],
            ("atx", "closed", "setext", "atx")[at % 4],
            title,
            values=("as listed", "long", "lower")[at // 2 % 3],
        )
        flags: dict[str, Any] = {
            flag: at // (turn + 1) % 2 == 1 for turn, flag in enumerate(_FLAGS)
        }
        styles.append(replace(style, **flags))
    return styles


def _checked(style: Style) -> DocumentResult:
    text = fill(_PLAN.outline, style)
    result = check_document(parse_document(text, "design.md"), _PLAN)
    assert not result.failures
    return result


def _found(style: Style) -> list[str]:
    return [
        f"{each.start.line}:{each.start.column} {each.rule}: {each.message}"
        for each in _checked(style).diagnostics
    ]


@pytest.mark.parametrize("style", dict.fromkeys((*_SINGLE, *_combined())), ids=str)
def test_a_filled_document_has_no_finding(style: Style) -> None:
    assert _found(style) == []
    assert _checked(style).completeness == 1.0


@pytest.mark.parametrize(("form", "label"), _FORMS)
def test_sections_one_level_higher_are_only_told_to_rival_the_title(form: str, label: str) -> None:
    found = _found(Style(form, label, shift=-1))
    assert [each.split()[1] for each in found] == ["title-mismatch:"]


@pytest.mark.parametrize(("form", "label"), _FORMS)
def test_sections_one_level_lower_are_only_told_to_skip_one(form: str, label: str) -> None:
    found = _found(Style(form, label, shift=1))
    assert [each.split()[1] for each in found] == ["skipped-heading-level:"]


@pytest.mark.parametrize("extras", [False, True])
@pytest.mark.parametrize(
    ("name", "rule"),
    [
        ("Retention", "missing-field:"),
        ("Data Flow", "missing-field:"),
        ("Unit Testing", "missing-section:"),
        ("Testing Strategy", "missing-section:"),
    ],
)
@pytest.mark.parametrize(("form", "label"), _FORMS)
def test_what_was_forgotten_is_one_finding(
    form: str, label: str, name: str, rule: str, extras: bool
) -> None:
    found = _found(Style(form, label, extras=extras, without=name))
    assert [each.split()[1] for each in found] == [rule]
    assert name in found[0]
    assert 0.8 < _checked(Style(form, label, extras=extras, without=name)).completeness < 1.0
