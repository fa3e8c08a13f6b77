"""Dates in running text."""

from datetime import date

import pytest

from designlint.facts.dates import first_date


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-03-01", date(2026, 3, 1)),
        ("by 2026-3-1, at noon", date(2026, 3, 1)),
        ("2026-02-30 or 2026-03-02", date(2026, 3, 2)),
        ("(2026-03-01)", date(2026, 3, 1)),
        ("2026-03-01T10:00", date(2026, 3, 1)),
        ("12026-03-01", None),
        ("2026-03-011", None),
        ("2026/3/1", date(2026, 3, 1)),
        ("期限は2026年3月1日まで", date(2026, 3, 1)),
        ("2026년 3월 1일", date(2026, 3, 1)),
        ("bis zum 1. 3. 2026", date(2026, 3, 1)),
        ("1.3.2026", date(2026, 3, 1)),
        ("31.2.2026, 1.3.2026", date(2026, 3, 1)),
        ("2026-3/1", None),
        ("version 11.3.20261", None),
        ("1 March 2026", None),
        ("03/01/2026", None),
        ("", None),
    ],
)
def test_first_date(text: str, day: date | None) -> None:
    assert first_date(text) == day
