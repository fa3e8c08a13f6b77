"""How severe a finding is: rule, variant, configuration, status."""

from typing import Any

import pytest

from designlint.check.run import check_document
from designlint.document import parse_document
from designlint.finding import Severity

TEXT = "---\nstatus: {}\n---\n# T\n\nLOUD word\n"


def severities(checker: Any, rule: str, text: str, **settings: Any) -> list[str]:
    plan = checker(rule).plan(**settings)
    result = check_document(parse_document(text), plan)
    return [diagnostic.severity.value for diagnostic in result.diagnostics]


@pytest.mark.parametrize(
    ("status", "own", "severity"),
    [
        ("", "warning", "warning"),
        ("review", "warning", "warning"),
        ("draft", "error", "warning"),
        ("draft", "warning", "info"),
        ("draft", "info", "info"),
        ("accepted", "warning", "error"),
        ("accepted", "info", "error"),
        ("approved", "warning", "error"),
        ("implemented", "error", "error"),
        ("Accepted (2026-01-01)", "warning", "error"),
        ("rejected", "warning", "warning"),
    ],
)
def test_completeness_follows_the_status(
    checker: Any, status: str, own: str, severity: str
) -> None:
    text = TEXT.format(status)
    assert severities(checker, "missing-word", text, severity=Severity(own)) == [severity]
    assert severities(checker, "loud-word", text, severity=Severity(own)) == [own]


@pytest.mark.parametrize(
    ("word", "status", "rule", "severity"),
    [
        ("ABCDE", "review", "loud-word", "error"),
        ("ABC", "review", "loud-word", "info"),
        ("ABCDE", "draft", "missing-word", "warning"),
        ("ABC", "draft", "missing-word", "info"),
        ("ABC", "accepted", "missing-word", "info"),
        ("ABCD", "accepted", "missing-word", "error"),
    ],
)
def test_a_variant_has_a_severity_of_its_own(
    checker: Any, word: str, status: str, rule: str, severity: str
) -> None:
    text = TEXT.format(status).replace("LOUD", word)
    assert severities(checker, rule, text) == [severity]
    if status == "review":
        assert severities(checker, rule, text, severity=Severity.INFO) == [severity]


def test_the_ladder_has_the_last_word(checker: Any) -> None:
    ladder = {"draft": {"missing-word": Severity.ERROR}, "review": {"missing-word": Severity.OFF}}
    draft, review = TEXT.format("draft"), TEXT.format("in review")
    assert severities(checker, "missing-word", draft, ladder=ladder) == ["error"]
    assert severities(checker, "missing-word", review, ladder=ladder) == []
    assert severities(checker, "loud-word", review, ladder=ladder) == ["warning"]


def test_a_status_from_outside_replaces_the_own(checker: Any) -> None:
    text = TEXT.format("accepted")
    assert severities(checker, "missing-word", text, as_status="draft") == ["info"]
    plan = checker("missing-word").plan(as_status="Under Review")
    assert check_document(parse_document(text), plan).status == "review"


def test_a_rule_that_is_off_says_nothing(checker: Any) -> None:
    for status in ("", "draft", "accepted"):
        text = TEXT.format(status)
        for rule in ("missing-word", "loud-word"):
            assert severities(checker, rule, text, severity=Severity.OFF) == []


def test_a_rule_that_is_off_has_no_variants_either(checker: Any) -> None:
    text = TEXT.format("review").replace("LOUD", "ABCDE")
    assert severities(checker, "loud-word", text, severity=Severity.OFF) == []


def test_of_a_rule_that_is_off_by_default_the_variants_speak(checker: Any) -> None:
    text = TEXT.format("review")
    assert severities(checker, "quiet-word", text.replace("LOUD", "ABCDE")) == ["error"]
    assert severities(checker, "quiet-word", text) == []


@pytest.mark.parametrize(
    ("severity", "rank", "lowered"),
    [("error", 3, "warning"), ("warning", 2, "info"), ("info", 1, "info"), ("off", 0, "off")],
)
def test_steps(severity: str, rank: int, lowered: str) -> None:
    assert Severity(severity).rank == rank
    assert Severity(severity).lowered().value == lowered
