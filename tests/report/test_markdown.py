"""Comments, through the Markdown parser that GitHub uses."""

import re

import pytest

from designlint.check.result import RuleFailure
from designlint.report.markdown import markdown_report
from designlint.report.markdown_text import prose
from designlint.report.run import Run

from .readers import READERS, Page
from .runs import ESCAPES, HOSTILE, diagnostic, result

LARGEST = 65_536


def run_of(paths: int, each: int, message: str = "x") -> Run:
    return Run(
        tuple(
            result(
                f"{at:03}.md",
                *(
                    diagnostic(f"{at:03}.md", (line, 1), (line, 2), message, message)
                    for line in range(1, each + 1)
                ),
            )
            for at in range(paths)
        )
    )


def test_foreign_text_makes_no_markup() -> None:
    page = Page(markdown_report(HOSTILE))
    assert page.tags == {
        "h2", "p", "details", "summary", "code", "table", "thead", "tbody", "tr", "th", "td", "br",
        "span",
    }  # fmt: skip
    for row in page.rows[1:]:
        assert len(row) in (1, 5)


@pytest.mark.parametrize("text", ESCAPES)
def test_foreign_text_names_nobody(text: str) -> None:
    """GitHub links these after it has made the page, from what is then plain text."""
    page = Page(f"| a |\n|---|\n| {prose(text[:200])} |\n")
    assert page.tags <= {"table", "thead", "tbody", "tr", "th", "td", "code", "span"}
    pieces = [piece for piece in page.texts if re.search(r"@\w|#\d|(?i:gh-)\d|:\w+:", piece)]
    assert pieces == []


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ('Section "A_b_c" is missing', 'Section "A\\_b\\_c" is missing'),
        ("`[Name]` is still there", "<code>\\[Name\\]</code> is still there"),
        ("a | b", "a &#124; b"),
        ("Say it at 12:30, see a.md.", "Say it at 12:30, see a.md."),
        ("`#a-heading` leads nowhere", "<code>#a-heading</code> leads nowhere"),
        ("@octocat", "<span>@</span>octocat"),
        ("one ` alone", "one \\` alone"),
        ("``", "\\`\\`"),
    ],
)
def test_plain_text_stays_legible(text: str, shown: str) -> None:
    assert prose(text) == shown


def test_long_lists_are_folded() -> None:
    assert markdown_report(run_of(2, 10)).count("<details open>") == 2
    text = markdown_report(run_of(3, 10))
    assert (text.count("<details open>"), text.count("<details>")) == (2, 1)
    assert markdown_report(run_of(1, 21)).count("<details>") == 1


@pytest.mark.parametrize(
    "run",
    [run_of(300, 20), run_of(1, 3000, "y" * 99), run_of(40, 3, "é" * 100_000), run_of(5000, 1)],
)
def test_a_comment_fits_and_says_what_is_left_out(run: Run) -> None:
    text = markdown_report(run)
    assert len(text) <= LARGEST
    told = len(list(READERS["markdown"](text)))
    every = sum(1 for _ in run.diagnostics())
    left = re.search(r"\n(\d+) further findings? left out", text)
    assert told + int(left[1] if left else 0) == every
    assert told > 20


def test_foreign_text_of_the_worst_kind_fits_as_well() -> None:
    long = "|" * 100_000
    failures = tuple(RuleFailure("a.md", f"rule-{at}", long) for at in range(60))
    found = [diagnostic("@" * 300, (line, 1), (line, 2), long, long) for line in range(1, 99)]
    assert len(markdown_report(Run((result("@" * 300, *found, failures=failures),)))) <= LARGEST


def test_clean_runs() -> None:
    assert markdown_report(Run((result("a.md"),))) == "## designlint: The document is clean\n"


def test_a_rule_that_raised_is_told() -> None:
    failure = RuleFailure("a.md", "empty-field", "ZeroDivisionError: by zero")
    text = markdown_report(Run((result("a.md", failures=(failure,)),)))
    assert "\nThis is not all: 1 rule failed (empty-field).\n" in text
