"""Runs the literate suites beside this file, one test for each case."""

from pathlib import Path

import pytest

from designlint.registry import load_registry
from designlint.testing import Case, Suite, check_case, load_suite

REGISTRY = load_registry()
SUITES = {path.stem: load_suite(path) for path in sorted(Path(__file__).parent.glob("*.md"))}
CASES = {f"{suite.rule}::{case.name}": case for suite in SUITES.values() for case in suite.cases}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_case(case: Case) -> None:
    problem = check_case(case, REGISTRY)
    assert not problem, problem


@pytest.mark.parametrize("suite", SUITES.values(), ids=SUITES.keys())
def test_suite_shows_where_its_rule_speaks_and_where_it_is_silent(suite: Suite) -> None:
    suite.require_both_outcomes()


def test_every_rule_has_a_suite_and_every_suite_a_rule() -> None:
    assert {stem: suite.rule for stem, suite in SUITES.items()} == {
        name: name for name in REGISTRY.rules
    }
