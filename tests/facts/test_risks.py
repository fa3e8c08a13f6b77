"""Risk tables, wherever they stand, and risks without a mitigation."""

import pytest

from designlint.document import parse_document
from designlint.facts.risks import find_risk_tables, unmitigated_risks
from designlint.language.lexicon import ENGLISH


def rows(body: str, header: str = "Risk | Impact | Probability | Mitigation") -> list[str]:
    count = header.count("|") + 1
    text = f"# T\n\n| {header} |\n{'|---' * count}|\n{body}"
    document = parse_document(text)
    risks = unmitigated_risks(document, find_risk_tables(document, ENGLISH), ENGLISH)
    return [f"{risk.name}: {risk.weight}" for risk in risks]


@pytest.mark.parametrize(
    ("header", "found"),
    [
        ("Risk | Impact", True),
        ("Risk | Mitigation", True),
        ("**Threat** | Likelihood", True),
        ("# | Risks | Severity | Response", True),
        ("Risk | Owner", False),
        ("Impact | Probability", False),
        ("Risk appetite | Impact", False),
    ],
)
def test_risk_tables(header: str, found: bool) -> None:
    document = parse_document(f"> - | {header} |\n>   {'|---' * (header.count('|') + 1)}|\n")
    assert bool(list(find_risk_tables(document, ENGLISH))) is found


def test_columns() -> None:
    text = "| Mitigation | Impact | ID | Risk | Probability |\n|---|---|---|---|---|\n"
    (table,) = find_risk_tables(parse_document(text), ENGLISH)
    assert (table.subject, table.weights, table.mitigation) == (3, (1, 4), 0)


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ("| Fire | High | Low | |", ["Fire: High"]),
        ("| Fire | Low | **High** | - |", ["Fire: High"]),
        ("| Fire | Critical (data) | Low | None |", ["Fire: Critical (data)"]),
        ("| Fire | very high | Low | TBD |", ["Fire: very high"]),
        ("| Fire | High | High | N/A |", ["Fire: High"]),
        ("| Fire | High | Low | Sprinklers |", []),
        ("| Fire | High | Low | None — it is insured |", []),
        ("| Fire | H | L | |", ["Fire: H"]),
        ("| Fire | Low | Likely | |", ["Fire: Likely"]),
        ("| Fire | Med | Low | |", []),
        ("| Fire | High/Med/Low | High/Med/Low | |", []),
        ("| Fire | Highly unlikely | Low | |", []),
        ("| Fire | | | |", []),
    ],
)
def test_unmitigated_risks(row: str, found: list[str]) -> None:
    assert rows(f"{row}\n") == found


def test_a_table_without_a_column_for_mitigations_has_none() -> None:
    assert rows("| Fire | High |\n", "Risk | Impact") == []


def test_each_risk_is_told_with_its_cell() -> None:
    header = "| Risk | Impact | Mitigation |\n|---|---|---|\n"
    text = header + "| A | High | |\n| B | Low | |\n| C | High | ? |\n"
    document = parse_document(text)
    risks = list(unmitigated_risks(document, find_risk_tables(document, ENGLISH), ENGLISH))
    assert [document.position(r.row.cells[r.mitigation].span.start) for r in risks] == [
        (3, 14),
        (5, 14),
    ]
