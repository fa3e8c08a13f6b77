"""Which names ask for a number, and which texts give one or do without."""

import pytest

from designlint.language.lexicon import ENGLISH
from designlint.language.measure import asks_for_number, is_measurable, names_a_metric


@pytest.mark.parametrize(
    "name",
    [
        "Benchmarks",
        "Performance benchmark:",
        "Coverage Goals",
        "Coverage goal (lines)",
        "Error Budget",
        "p99 latency targets",
        "Target throughput",
        "Alert thresholds",
        "SLO",
        "SLOs/SLAs",
        "Service-level objectives",
        "Metrics and targets",
    ],
)
def test_names_that_ask_for_a_number(name: str) -> None:
    assert asks_for_number(name, "", ENGLISH)


@pytest.mark.parametrize(
    "name",
    [
        "",
        "Goals",
        "Design goals",
        "Performance non-goals",
        "Budget",
        "Targets",
        "Target audience",
        "Target platforms",
        "Target date",
        "Deployment target",
        "Build targets",
        "Performance target environment",
        "Benchmark tests",
        "Test coverage",
        "Performance requirements",
    ],
)
def test_names_that_ask_for_none(name: str) -> None:
    assert not asks_for_number(name, "", ENGLISH)


def test_bare_targets_are_told_by_what_stands_around_them() -> None:
    assert asks_for_number("Targets", "Performance testing", ENGLISH)
    assert asks_for_number("Target(s)", "[Acceptable latency]", ENGLISH)
    assert not asks_for_number("Targets", "[Which platforms]", ENGLISH)
    assert not asks_for_number("Goals", "Performance testing", ENGLISH)


def test_columns_of_metrics() -> None:
    assert names_a_metric("Performance metric", ENGLISH)
    assert not names_a_metric("Metric kind", ENGLISH)


MEASURABLE = [
    "85% of lines; the adapters are covered by integration tests",
    "ninety percent, because the code moves money",
    "every branch of the state machine",
    "**No** regression against the current release",
    "must not drop below the main branch",
    "as fast as the current parser",
    "faster than today",
    "linear in the number of nodes",
    "lookups stay in O(log n)",
    "a cold start takes less than a second",
    "under .5s",
    "within ½ minute",
    "７割",
    "九割の要求",
    "百分之九十",
    "応答は200ms以内",
    "[the capacity plan](capacity.md)",
    "https://example.org/numbers",
    "as agreed (see the capacity plan)",
    "all fast-path branches",
    "Fast. Zero dropped messages.",
]
VAGUE = [
    "reasonably fast",
    "as fast as possible",
    "high coverage on all modules",
    "no noticeable delay",
    "not significantly slower than today",
    "p99 stays low on HTTP2",
    "v1.2 is quick on x86_64",
    "good performance under load",
    "users see results quickly",
    "we time it before and after",
    "requests a second, error rate",
    "scales horizontally",
    "十分な性能",
    "",
]


@pytest.mark.parametrize("text", MEASURABLE)
def test_what_can_be_measured(text: str) -> None:
    assert is_measurable(text, ENGLISH)


@pytest.mark.parametrize("text", VAGUE)
def test_what_leaves_open_how_much(text: str) -> None:
    assert not is_measurable(text, ENGLISH)
