"""The check of one document: a pure function that no rule can break."""

import pickle
from typing import Any

import pytest
from msgspec.structs import replace

from designlint.check.plan import Plan
from designlint.check.result import RuleFailure
from designlint.check.run import check_document, unreadable_result
from designlint.document import parse_document
from designlint.document.source import Unreadable
from designlint.document.span import Position
from designlint.finding import SECTION_DIGITS, DiagnosticNote, Severity
from designlint.outline import compile_template

TEXT = "# T\n\n## Why\n\nLOUD é𝒳 NOISE\n"


def test_a_diagnostic(loud: Any) -> None:
    first, second = loud(TEXT, "docs/a.md").diagnostics
    assert (first.path, first.rule, first.group) == ("docs/a.md", "loud-word", "tone")
    assert (first.severity, second.severity) == (Severity.WARNING, Severity.ERROR)
    assert (first.message, first.help) == ('"LOUD" is loud', "Hush.")
    assert (first.start, first.end) == ((5, 1), (5, 5))
    assert (second.start, second.end) == ((5, 9), (5, 14))
    assert first.notes == (
        DiagnosticNote("as of the first letter", "docs/a.md", Position(1, 1), Position(1, 2)),
    )
    assert first.section[-1] == "Why"


def test_places_are_those_of_the_file_whatever_its_line_endings(loud: Any) -> None:
    plain = loud(TEXT)
    assert loud("\ufeff" + TEXT.replace("\n", "\r\n")) == plain
    assert loud(TEXT.replace("\n", "\r")) == plain


def test_the_order_is_by_place_and_then_by_rule(checker: Any) -> None:
    for names in (("loud-word", "missing-word"), ("missing-word", "loud-word")):
        diagnostics = checker(*names)("AAAA\n\nBBBB\n").diagnostics
        assert [(d.start.line, d.rule) for d in diagnostics] == [
            (1, "loud-word"),
            (1, "missing-word"),
            (3, "loud-word"),
            (3, "missing-word"),
        ]


def test_a_rule_that_raises_is_named_and_the_others_run(checker: Any) -> None:
    result = checker("broken-rule", "loud-word")("LOUD\n", "b.md")
    assert result.failures == (RuleFailure("b.md", "broken-rule", "ZeroDivisionError: by zero"),)
    assert [d.rule for d in result.diagnostics] == ["loud-word"]


def test_the_result_of_a_file_that_is_no_document(checker: Any) -> None:
    plan = checker("loud-word", "fenced-document").plan(as_status="In Review")
    problem = Unreadable("is not UTF-8", "Save it as UTF-8.", 3, 7)
    result = unreadable_result("c.md", problem, plan)
    (diagnostic,) = result.diagnostics
    assert (diagnostic.rule, diagnostic.path) == ("fenced-document", "c.md")
    assert diagnostic.message == "this file is not UTF-8"
    assert diagnostic.help == "Save it as UTF-8."
    assert diagnostic.start == diagnostic.end == (3, 7)
    assert (result.status, result.completeness, result.suppressed) == ("review", 0.0, ())


def test_of_a_document_in_a_fence_only_that_is_told(checker: Any) -> None:
    inner = "# T\n\n## Why\n\nLOUD\n\n## How\n\n- **Tool**: LOUD\n\n## Why not\n\nLOUD\n"
    check = checker("loud-word", "fenced-document", "broken-rule")
    template = "# T\n\n## Why\n\n[w]\n\n## How\n\n[h]\n\n## Why not\n\n[n]\n"
    plan = check.plan()
    plan = replace(plan, outline=compile_template(template, "t.md"))
    text = f"LOUD chatter\n\n````markdown\n{inner}````\n"
    result = check_document(parse_document(text), plan)
    assert [(d.rule, d.start) for d in result.diagnostics] == [("fenced-document", (3, 1))]
    assert result.failures == ()
    assert result.completeness == 0.0


def test_plan_and_result_travel_between_processes(checker: Any) -> None:
    plan = checker("loud-word").plan()
    there: Plan = pickle.loads(pickle.dumps(plan))
    document = parse_document(TEXT, "a.md")
    result = check_document(document, plan)
    assert pickle.loads(pickle.dumps(result)) == result
    assert check_document(pickle.loads(pickle.dumps(document)), there) == result


def test_checking_twice_gives_the_same(checker: Any) -> None:
    check = checker("missing-word", "loud-word", "suppression-report")
    document = parse_document(TEXT)
    assert check_document(document, check.plan()) == check_document(document, check.plan())


# Fingerprints


def prints(loud: Any, text: str) -> list[str]:
    return [d.fingerprint for d in loud(text).diagnostics]


BASE = "# T\n\n## Why\n\nAAAA is here.\n\n## How\n\nBBBB is here.\n"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("# T\n", "# T\n\nMuch more text,\n\nand more.\n"),
        ("is here.\n\n## How", "is there now.\n\nNew text.\n\n## How"),
        ("## How", "Text.\n\n### Deep\n\nx\n\n## How"),
        ("BBBB is", "   BBBB   is"),
        ("BBBB is here.\n", "BBBB is here.\n\n## More\n"),
        ("\n", "\r\n"),
    ],
)
def test_a_fingerprint_outlives_edits_elsewhere(loud: Any, old: str, new: str) -> None:
    assert old in BASE
    assert prints(loud, BASE.replace(old, new)) == prints(loud, BASE)


@pytest.mark.parametrize(
    ("old", "new"),
    [("AAAA", "CCCC"), ("## Why", "## Whence"), ("AAAA is", "AAA is")],
)
def test_a_fingerprint_changes_with_what_it_is_of(loud: Any, old: str, new: str) -> None:
    before, after = prints(loud, BASE), prints(loud, BASE.replace(old, new))
    assert before[0] != after[0]
    assert before[1] == after[1]


def test_twins_have_fingerprints_of_their_own(loud: Any) -> None:
    one, two, three = prints(loud, "# T\n\nAAAA AAAA\n\nAAAA\n")
    assert (two, three) == (f"{one}-2", f"{one}-3")
    assert len(one) == 16


def test_the_same_text_in_another_section_is_no_twin(loud: Any) -> None:
    one, two = prints(loud, "# T\n\n## A\n\nAAAA\n\n## B\n\nAAAA\n")
    assert one[:16] != two[:16]


def test_two_rules_at_one_place_are_no_twins(checker: Any) -> None:
    one, two = checker("loud-word", "missing-word")("AAAA\n").diagnostics
    assert one.fingerprint != two.fingerprint


def test_a_heading_counts_as_its_section_and_not_as_text(whole: Any) -> None:
    one, two = (
        [each.fingerprint for each in whole(f"# {title}\n\n## 1. Why\n\nX\n").diagnostics]
        for title in ("Memo", "Another memo")
    )
    assert one == two
    assert len(set(one)) == 2
    renumbered = whole("# Memo\n\n## 2. Why\n\nX\n").diagnostics
    assert [each.fingerprint for each in renumbered] == one


def test_a_fingerprint_has_a_part_that_no_section_changes(loud: Any) -> None:
    one, two = prints(loud, "# T\n\n## A\n\nAAAA\n\n## B\n\nAAAA\n")
    assert one[:SECTION_DIGITS] != two[:SECTION_DIGITS]
    assert one[SECTION_DIGITS:16] == two[SECTION_DIGITS:16]


@pytest.mark.parametrize(
    ("text", "around"),
    [
        ("before AAAA and after\n", "before and after"),
        ("3. before AAAA 17\n", "before"),
        ("| Redis | AAAA | x y |\n|---|---|---|\n", "redis|x|y"),
        ("1. First\n   - one\n\n2. Second\n   - AAAA : two\n", "two second"),
        ("- One\n\n  AAAA\n", "one"),
        ("> - One\n>   - AAAA\n", "one"),
        ("x" * 500 + " " + "y " * 60 + "AAAA" + " z" * 60 + "\n", "y " * 40 + "z " * 39 + "z"),
        ("AAAA\n", ""),
    ],
)
def test_what_stands_around_a_finding(loud: Any, text: str, around: str) -> None:
    (found,) = loud(f"# T\n\n## Why\n\n{text}").diagnostics
    assert found.around == around
