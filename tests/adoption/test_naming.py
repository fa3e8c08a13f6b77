"""How files are named, and what the next one is called."""

from datetime import date

import pytest

from designlint.adoption.naming import NamingKind, number_in, read_naming, slug_of

TODAY = date(2026, 3, 1)


@pytest.mark.parametrize(
    ("names", "kind", "expected"),
    [
        (["0001-a.md", "0007-b.md"], NamingKind.NUMBERS, "0008-use-it.md"),
        (["1-a.md", "12-b.md"], NamingKind.NUMBERS, "13-use-it.md"),
        (["ADR-009-a.md", "ADR-099-b.md"], NamingKind.NUMBERS, "ADR-100-use-it.md"),
        (["0001_a.md", "0002_b.md"], NamingKind.NUMBERS, "0003_use-it.md"),
        (["0001-a.md", "b.md", "0003-c.md"], NamingKind.NUMBERS, "0004-use-it.md"),
        (["2025-01-02-a.md", "2025-11-30-b.md"], NamingKind.DATES, "2026-03-01-use-it.md"),
        (["20250102-a.md", "20251130-b.md"], NamingKind.DATES, "20260301-use-it.md"),
        (["2025-01-a.md", "2025-11-b.md"], NamingKind.DATES, "2026-03-use-it.md"),
        (["a.md", "b.md", "0003-c.md"], NamingKind.FREE, "use-it.md"),
        ([], NamingKind.FREE, "use-it.md"),
    ],
)
def test_next_name(names: list[str], kind: NamingKind, expected: str) -> None:
    naming = read_naming(names)
    assert naming.kind is kind
    assert naming.file_name("Use it!", TODAY) == expected


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("0012-use-it.md", "0012"),
        ("ADR-7.md", "7"),
        ("2026-03-01-use-it.md", ""),
        ("use-it.md", ""),
        ("http2-push.md", ""),
        ("utf-8-everywhere.md", ""),
    ],
)
def test_number_in_a_name(name: str, number: str) -> None:
    assert number_in(name) == number


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Don't panic: use Größe & co", "dont-panic-use-größe-co"),
        ("設計 の 決定", "設計-の-決定"),
        ("../../etc/passwd", "etc-passwd"),
        ("???", "document"),
    ],
)
def test_slug(title: str, slug: str) -> None:
    assert slug_of(title) == slug
