"""Runs the literate suites beside this file: one for each way in which teams write templates.

All rules run in every case, so that a case shows as well that one cause gives one finding.
"""

from pathlib import Path

import pytest

from designlint.finding import Severity
from designlint.outline import compile_template
from designlint.registry import load_registry
from designlint.testing import Case, Suite, check_case, load_suite
from designlint.testing.run import activate, check_text
from designlint.testing.suite import DEFAULT_TODAY

REGISTRY = load_registry()
RULES = tuple(activate(rule()) for rule in REGISTRY.rules.values())
SUITES = {path.stem: load_suite(path) for path in sorted(Path(__file__).parent.glob("*.md"))}
CASES = {f"{stem}::{case.name}": case for stem, suite in SUITES.items() for case in suite.cases}
TEMPLATES = {
    f"{stem}:{case.template.line}": case.template.text
    for stem, suite in SUITES.items()
    for case in suite.cases
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_case(case: Case) -> None:
    problem = check_case(case, REGISTRY)
    assert not problem, problem


@pytest.mark.parametrize("suite", SUITES.values(), ids=SUITES.keys())
def test_suite_runs_all_rules_and_shows_both_outcomes(suite: Suite) -> None:
    suite.require_both_outcomes()
    assert all(case.settings.rules is None for case in suite.cases)


@pytest.mark.parametrize("template", TEMPLATES.values(), ids=TEMPLATES.keys())
def test_a_template_is_no_document_of_its_own(template: str) -> None:
    outline = compile_template(template, "template.md")
    result = check_text(template, outline, RULES, known_rules=REGISTRY.rules, today=DEFAULT_TODAY)
    assert result.failures == ()
    assert any(each.severity is Severity.ERROR for each in result.diagnostics)
