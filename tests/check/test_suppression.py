"""What a suppressing comment covers, and what becomes of it."""

from typing import Any

import pytest

from designlint.document import parse_document
from designlint.suppression import find_suppressions

IGNORE = "<!-- designlint: ignore[loud-word] it is a name -->"


def heard(loud: Any, text: str) -> list[str]:
    """The loud words that are told."""
    return [d.message.split('"')[1] for d in loud(text).diagnostics]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"{IGNORE}\n\nAAAA\n\nBBBB\n", ["BBBB"]),
        (f"{IGNORE}\nAAAA\n\nBBBB\n", ["BBBB"]),
        (f"{IGNORE}\n<!-- another -->\n\nAAAA\n\nBBBB\n", ["BBBB"]),
        (f"AAAA {IGNORE}\nBBBB\n\nCCCC\n", ["CCCC"]),
        (f"{IGNORE} AAAA\n\nBBBB\n", ["BBBB"]),
        (f"AAAA\n\n{IGNORE}\n\n## BBBB\n\nCCCC\n\n### DDDD\n\n## EEEE\n", ["AAAA", "EEEE"]),
        (f"## BBBB\n\n{IGNORE}\n\nCCCC\n\nDDDD\n", ["BBBB", "DDDD"]),
        (f"## AAAA {IGNORE}\n\nBBBB\n\n## CCCC\n", ["CCCC"]),
        (f"{IGNORE}\n\n- AAAA\n- BBBB\n\nCCCC\n", ["CCCC"]),
        (f"- AAAA {IGNORE}\n- BBBB\n", ["BBBB"]),
        (f"- AAAA {IGNORE}\n\n  - BBBB\n- CCCC\n", ["CCCC"]),
        (f"- AAAA\n\n  {IGNORE}\n\n  BBBB\n\n  CCCC\n", ["AAAA", "CCCC"]),
        (f"| AAAA | x |\n|---|---|\n| BBBB | {IGNORE} |\n| CCCC | x |\n", ["AAAA", "CCCC"]),
        (f"{IGNORE}\n\n| AAAA | x |\n|---|---|\n| BBBB | x |\n\nCCCC\n", ["CCCC"]),
        (f"> {IGNORE}\n>\n> AAAA\n>\n> BBBB\n", ["BBBB"]),
        (f"{IGNORE}\n\n> AAAA\n>\n> BBBB\n\nCCCC\n", ["CCCC"]),
        (f"{IGNORE}\n\n```\nAAAA\n```\n\nBBBB\n", ["BBBB"]),
        (f"AAAA\n\n{IGNORE}\n", ["AAAA"]),
        (f"`{IGNORE}` AAAA\n", ["AAAA"]),
        (f"```\n{IGNORE}\n```\n\nAAAA\n", ["AAAA"]),
        ("AAAA\n\n<!-- designlint: ignore-file[loud-word] names -->\n\nBBBB\n", []),
        ("<!-- designlint: ignore[other-rule] x -->\n\nAAAA\n", ["AAAA"]),
        ("<!-- designlint: ignore[other-rule, loud-word] x -->\n\nAAAA\n", []),
        ("<!-- designlint: ignore -->\n\nAAAA\n", ["AAAA"]),
        ("<!-- designlint: ignore[tone] x -->\n\nAAAA\n", ["AAAA"]),
        ("<!-- designlint: ignore[loud-word]\n  for two\n  lines -->\n\nAAAA\n", []),
        ("<!--designlint:ignore[ loud-word ]-->\n\nAAAA\n", []),
        ("<!-- designlint: ignored[loud-word] -->\n\nAAAA\n", ["AAAA"]),
    ],
)
def test_what_it_covers(loud: Any, text: str, told: list[str]) -> None:
    assert heard(loud, text) == told
    assert heard(loud, text.replace("\n", "\r\n")) == told


def test_suppressed_findings_are_counted(loud: Any) -> None:
    result = loud(f"{IGNORE}\n\nAAAA BBBB\n\nCCCC\n")
    assert (len(result.suppressed), len(result.diagnostics)) == (2, 1)


@pytest.mark.parametrize(
    ("comment", "rules", "reason"),
    [
        ("<!-- designlint: ignore[loud-word] it is a name -->", ["loud-word"], "it is a name"),
        ("<!-- designlint: ignore[a, b] -->", ["a", "b"], ""),
        ("<!-- designlint: ignore-file[a]: why -->", ["a"], ": why"),
        ("<!-- designlint: ignore because -->", [""], "because"),
        ("<!-- designlint: ignore[] -->", [""], ""),
        ("<!-- designlint: optional -->", [], ""),
        ("<!-- ignore[a] -->", [], ""),
    ],
)
def test_what_it_says(comment: str, rules: list[str], reason: str) -> None:
    found = list(find_suppressions(parse_document(f"{comment}\n\ntext\n")))
    assert [each.rule for each in found] == rules
    assert {each.reason for each in found} <= {reason}
    assert all(each.span == (0, len(comment)) for each in found)


@pytest.mark.parametrize(
    ("comment", "told"),
    [
        ("ignore[loud-word] why", "loud-word, used, known, selected, because why"),
        ("ignore[missing-word] why", "missing-word, unused, known, not selected, because why"),
        ("ignore[other-rule]", "other-rule, unused, known, not selected, for no reason"),
        ("ignore[loud-words]", "loud-words, unused, unknown, not selected, for no reason"),
        ("ignore", "no rule, unused, unknown, not selected, for no reason"),
    ],
)
def test_what_rules_about_suppressions_see(checker: Any, comment: str, told: str) -> None:
    check = checker("loud-word", "suppression-report")
    diagnostics = check(f"<!-- designlint: {comment} -->\n\nAAAA\n").diagnostics
    assert [d.message for d in diagnostics if d.rule == "suppression-report"] == [told]


def test_of_two_that_cover_a_finding_both_are_used(checker: Any) -> None:
    text = f"<!-- designlint: ignore-file[loud-word] all -->\n\n{IGNORE}\n\nAAAA\n"
    diagnostics = checker("loud-word", "suppression-report")(text).diagnostics
    assert [d.message.split(", ")[1] for d in diagnostics] == ["used", "used"]


def test_an_unused_one_is_told_as_such(checker: Any) -> None:
    diagnostics = checker("loud-word", "suppression-report")(f"{IGNORE}\n\nquiet\n").diagnostics
    assert [d.message.split(", ")[1] for d in diagnostics] == ["unused"]


def test_what_is_told_of_suppressions_cannot_be_suppressed(checker: Any) -> None:
    text = f"<!-- designlint: ignore-file[suppression-report] x -->\n\n{IGNORE}\n"
    diagnostics = checker("suppression-report")(text).diagnostics
    assert len(diagnostics) == 2


def test_without_suppressions_their_rules_are_not_asked(checker: Any) -> None:
    assert checker("suppression-report")("# T\n").diagnostics == ()


def test_what_is_missing_at_the_end_of_a_block_is_covered_too() -> None:
    text = "<!-- designlint: ignore[empty-cell] x -->\n\n| a | b |\n|---|---|\n| c |\n\nMore.\n"
    (suppression,) = find_suppressions(parse_document(text))
    assert suppression.covers.holds(text.index("| c |") + len("| c |"))
    assert not suppression.covers.holds(text.index("More"))
