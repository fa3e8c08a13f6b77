"""The day on which a document was born, as it says itself."""

import pytest

from designlint.document import parse_document
from designlint.facts.birth import stated_birth
from designlint.facts.status import read_traits


@pytest.mark.parametrize(
    ("text", "born"),
    [
        ("---\ndate: 2026-01-02\n---\n", "2026-01-02"),
        ("---\ndate: 20260102\n---\n", "2026-01-02"),
        ("---\ncreated: '2026-01-02T10:00:00Z'\n---\n", "2026-01-02"),
        ("---\nCreation_Date: 2026/1/2\n---\n", "2026-01-02"),
        ("# T\n\n**Date**: 2026-01-02, a Friday\n", "2026-01-02"),
        ("# T\n\n- **Created on**: 2026-01-02\n- **Updated**: 2026-03-04\n", "2026-01-02"),
        ("# T\n\n- Start Date: 2 January 2026\n", "2026-01-02"),
        ("# T\n\n| Created | Owner |\n|---|---|\n| Jan 2, 2026 | Ann |\n", ""),
        ("# T\n\n| Created | Jan 2, 2026 |\n|---|---|\n| Owner | Ann |\n", "2026-01-02"),
        ("# T\n\nUpdated: 2026-03-04\n", ""),
        ("# T\n\nDate: 2026-01-02\n\n## Log\n\nDate: 2025-01-01\n", "2026-01-02"),
        ("# T\n\n## Log\n\nDate: 2025-01-01\n", ""),
    ],
)
def test_where_it_says_so(text: str, born: str) -> None:
    assert read_traits(parse_document(text), "").born == born


@pytest.mark.parametrize(
    "text",
    [
        "2026-03-01",
        "2026-3-1",
        "2026/03/01",
        "2026.03.01",
        "20260301",
        "1.3.2026",
        "01. 03. 2026",
        "2026年3月1日",
        "march 1, 2026",
        "March 1st 2026",
        "Mar. 1, 2026",
        "1 march 2026",
        "1st March, 2026",
        "01-Mar-2026",
        "sunday, 1 march 2026 at 10:00",
        "2026-03-01 (revised 2026-04-01)",
        "1 March 2026, revised 2026-04-01",
        "2026-13-45, rather 2026-03-01",
    ],
)
def test_spellings_of_one_day(text: str) -> None:
    assert stated_birth({"date": text}, "") == "2026-03-01"


@pytest.mark.parametrize(
    "text",
    [
        "03/01/2026",
        "01-03-2026",
        "March 2026",
        "2026",
        "2026-02-30",
        "2026-03/01",
        "12026-03-01",
        "2026-03-011",
        "99991301",
        "yyyy-mm-dd",
        "maybe 1 2026",
        "",
    ],
)
def test_what_means_no_day_or_several(text: str) -> None:
    assert stated_birth({"date": text}, "") == ""


@pytest.mark.parametrize(
    ("path", "born"),
    [
        ("rfcs/20260301-cache.md", "2026-03-01"),
        ("rfcs/2026-03-01-cache.md", "2026-03-01"),
        ("2026_03_01_cache.md", "2026-03-01"),
        ("2026.03.01.md", "2026-03-01"),
        ("20260301.md", "2026-03-01"),
        ("2026-0301-cache.md", ""),
        ("202603011-cache.md", ""),
        ("20261301-cache.md", ""),
        ("0007-cache-2026-03-01.md", ""),
        ("2026-03-01/cache.md", ""),
    ],
)
def test_a_date_before_the_name_of_the_file(path: str, born: str) -> None:
    assert stated_birth({}, path) == born
    assert stated_birth({"date": "2020-02-02"}, path) == "2020-02-02"
    assert stated_birth({"date": "soon"}, path) == born


def test_what_git_knows_is_for_documents_that_state_no_date() -> None:
    def born(text: str, path: str) -> str:
        return read_traits(parse_document(text, path), "", "2024-05-06").born

    assert born("# T\n", "a.md") == "2024-05-06"
    assert born("# T\n", "20260301-a.md") == "2026-03-01"
    assert born("# T\n\nDate: 2026-03-02\n", "20260301-a.md") == "2026-03-02"
