"""Calibrating a template's text with documents' texts."""

from collections.abc import Callable
from datetime import date

import pytest

from designlint.calibration.calibrate import calibrate
from designlint.calibration.model import Calibration
from designlint.calibration.options import Thresholds
from designlint.check.plan import ActiveRule, Plan
from designlint.check.result import DocumentResult
from designlint.check.run import check_document
from designlint.document import Document, parse_document
from designlint.outline import compile_template
from designlint.registry import load_registry

Calibrate = Callable[..., Calibration]
CheckWith = Callable[[str, list[str]], list[DocumentResult]]


def _plan(template: str) -> Plan:
    """What `check` would use without a configuration."""
    registry = load_registry(())
    rules = tuple(ActiveRule(rule(), rule.severity) for rule in registry.rules.values())
    outline = compile_template(template, "t.md")
    return Plan("", outline, rules, frozenset(registry.rules), date(2026, 1, 2))


def _parse(texts: list[str]) -> list[Document]:
    return [parse_document(text, f"{number}.md") for number, text in enumerate(texts)]


@pytest.fixture(scope="session")
def lay_against() -> Calibrate:
    """The calibration of a template with documents called `0.md`, `1.md`, …"""

    def run(template: str, texts: list[str], thresholds: Thresholds | None = None) -> Calibration:
        return calibrate(template, _parse(texts), _plan(template), thresholds or Thresholds())

    return run


@pytest.fixture(scope="session")
def check_with() -> CheckWith:
    """The results of the same documents, checked with a template as `check` would."""

    def run(template: str, texts: list[str]) -> list[DocumentResult]:
        plan = _plan(template)
        return [check_document(document, plan) for document in _parse(texts)]

    return run
