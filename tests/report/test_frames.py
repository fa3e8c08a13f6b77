"""Reports for people, to the letter."""

import unicodedata
from collections.abc import Callable, Iterator

import click
import pytest

from designlint.check.result import DocumentResult, RuleFailure
from designlint.document.span import Position
from designlint.finding import Diagnostic, DiagnosticNote, Severity
from designlint.report.concise import concise_report
from designlint.report.full import full_report
from designlint.report.run import Run
from designlint.report.summary import summary


def whole(run: Run, width: int = 80, colour: bool = False) -> str:
    return "".join(full_report(run, width, colour))


def diagnostic(
    start: tuple[int, int],
    end: tuple[int, int],
    message: str = "`Context` has no value",
    help_text: str = "",
    notes: tuple[DiagnosticNote, ...] = (),
    severity: Severity = Severity.ERROR,
    path: str = "docs/a.md",
    rule: str = "empty-field",
) -> Diagnostic:
    return Diagnostic(
        path,
        rule,
        "fields",
        severity,
        message,
        help_text,
        ("A",),
        Position(*start),
        Position(*end),
        notes,
        "f",
    )


def note(start: tuple[int, int], end: tuple[int, int], message: str) -> DiagnosticNote:
    return DiagnosticNote(message, "docs/a.md", Position(*start), Position(*end))


def run_of(source: str, *diagnostics: Diagnostic) -> Run:
    path = diagnostics[0].path
    result = DocumentResult(path, "memo", "", 1.0, diagnostics, (), ())
    return Run((result,), 0, {path: source})


def full(source: str, *diagnostics: Diagnostic, width: int = 80) -> str:
    """The report without its closing line."""
    return whole(run_of(source, *diagnostics), width).rpartition("\n\n")[0]


def test_field_with_help() -> None:
    report = whole(
        run_of(
            "\n" * 30 + "- **Context**:\n",
            diagnostic(
                (31, 1),
                (31, 15),
                '`Context` of "Decision 1: Storage" has no value',
                "Say why this decision was needed, or write `N/A — reason`.",
            ),
        )
    )
    assert report == (
        'docs/a.md:31:1: error[empty-field] `Context` of "Decision 1: Storage" has no\n'
        "    value\n"
        "    |\n"
        " 31 | - **Context**:\n"
        "    | ^^^^^^^^^^^^^^\n"
        "    = help: Say why this decision was needed, or write `N/A — reason`.\n"
        "\n"
        "1 error in 1 document.\n"
    )


def test_wide_combining_and_tab() -> None:
    source = "## 設計 e\u0301x\tend\n"
    assert full(source, diagnostic((1, 4), (1, 6)), diagnostic((1, 9), (1, 10), "m")) == (
        "docs/a.md:1:4: error[empty-field] `Context` has no value\n"
        "    |\n"
        "  1 | ## 設計 e\u0301x  end\n"
        "    |    ^^^^\n"
        "\n"
        "docs/a.md:1:9: error[empty-field] m\n"
        "    |\n"
        "  1 | ## 設計 e\u0301x  end\n"
        "    |          ^"
    )
    assert full(source, diagnostic((1, 10), (1, 14), "m")).endswith("    |           ^^^^^")


def test_control_characters_are_shown_never_printed() -> None:
    source = "a\x1b[31mb\u202ec\u2028d\u0085e\x00\n"
    report = full(
        source,
        diagnostic((1, 7), (1, 8), "m\x1b]0;x\x07\nn", "h\u2066\nsecond", path="d\x1b/\u202e.md"),
    )
    assert report == (
        "d\\x1b/\\u202e.md:1:7: error[empty-field] m\\x1b]0;x\\x07\\nn\n"
        "    |\n"
        "  1 | a\\x1b[31mb\\u202ec\\u2028d\\x85e\\x00\n"
        "    |          ^\n"
        "    = help: h\\u2066\n"
        "            second"
    )


@pytest.mark.parametrize("report", [full_report, concise_report])
def test_nothing_unsafe_survives(report: Callable[[Run], Iterator[str]]) -> None:
    unsafe = "".join(
        chr(code)
        for code in (
            *range(32),
            *range(0x7F, 0xA0),
            0x61C,
            *range(0x200E, 0x2010),
            *range(0x2028, 0x202F),
            *range(0x2066, 0x206A),
            0xFEFF,
            0xE0001,
        )
    )
    each = diagnostic((1, 1), (1, 2), unsafe, unsafe, (note((1, 1), (1, 3), unsafe),), path=unsafe)
    text = "".join(report(run_of(unsafe, each)))
    left = {c for c in text if unicodedata.category(c) in ("Cc", "Cf", "Zl", "Zp")}
    assert left == {"\n"}


def test_span_over_several_lines() -> None:
    source = "# T\n\ttabbed\n\nlast line\n"
    assert full(source, diagnostic((1, 1), (4, 5), "m")) == (
        "docs/a.md:1:1: error[empty-field] m\n"
        "    |\n"
        "  1 | / # T\n"
        "  2 | |     tabbed\n"
        "  3 | |\n"
        "  4 | | last line\n"
        "    | |____^"
    )
    assert full(source, diagnostic((1, 1), (2, 1), "m")).endswith("  1 | # T\n    | ^^^")


def test_long_span_is_cut_in_the_middle() -> None:
    source = "".join(f"line {number}\n" for number in range(1, 201))
    assert full(source, diagnostic((99, 1), (120, 1), "m")) == (
        "docs/a.md:99:1: error[empty-field] m\n"
        "     |\n"
        "  99 | / line 99\n"
        " 100 | | line 100\n"
        " 101 | | line 101\n"
        " 102 | | line 102\n"
        "   ⋮ | |\n"
        " 119 | | line 119\n"
        "     | |________^"
    )


def test_place_behind_the_end_of_a_line() -> None:
    assert full("- A:\n", diagnostic((1, 5), (1, 5), "m")).endswith("  1 | - A:\n    |     ^")
    assert full("", diagnostic((1, 1), (1, 1), "m")).endswith("  1 |\n    | ^")


def test_notes_stand_at_their_own_lines() -> None:
    source = "# A\n\n## Risks\n\n## Risks\n"
    report = full(
        source,
        diagnostic(
            (5, 1),
            (5, 9),
            "m",
            "Merge them.",
            (note((3, 1), (3, 9), "the first"), note((1, 1), (1, 4), "word " * 20 + "end")),
        ),
        width=60,
    )
    assert report == (
        "docs/a.md:5:1: error[empty-field] m\n"
        "    |\n"
        "  5 | ## Risks\n"
        "    | ^^^^^^^^\n"
        "  ⋮ |\n"
        "  3 | ## Risks\n"
        "    | -------- the first\n"
        "  ⋮ |\n"
        "  1 | # A\n"
        "    | ---\n"
        "    | word word word word word word word word word word word\n"
        "    | word word word word word word word word word end\n"
        "    = help: Merge them."
    )


def test_long_line_is_windowed_around_the_span() -> None:
    source = "x" * 500_000 + " HERE " + "y" * 500_000
    assert full(source, diagnostic((1, 500_002), (1, 500_006), "m"), width=40) == (
        "docs/a.md:1:500002: error[empty-field] m\n"
        "    |\n"
        "  1 | …xxxxxxxxxxxxx HERE yyyyyyyyyyyyy…\n"
        "    |                ^^^^"
    )
    at_start = full(source, diagnostic((1, 1), (1, 3), "m"), width=40).split("\n")
    assert at_start[2:] == ["  1 | " + "x" * 33 + "…", "    | ^^"]
    at_end = full(source, diagnostic((1, 1_000_006), (1, 1_000_007), "m"), width=40).split("\n")
    assert at_end[-2:] == ["  1 | …" + "y" * 32, "    | " + " " * 32 + "^"]


@pytest.mark.parametrize("width", [10, 40, 41, 80, 120])
@pytest.mark.parametrize("column", [1, 30, 77, 150, 299, 301])
def test_never_wider_than_the_terminal(width: int, column: int) -> None:
    source = "日本x\t" * 60 + "e\u0301" * 30
    each = diagnostic(
        (1, column),
        (1, column + 40),
        "A message 設計設計設計設計設計設計設計設計設計設計設計設計設計設計 " + "z" * 200,
        "help " * 40 + "h" * 300,
        (note((1, 5), (1, 6), "n" * 150),),
    )
    for line in whole(run_of(source, each), width).split("\n"):
        cells = sum(
            0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1
            for c in line
        )
        assert cells <= max(width, 40)


def test_colour_adds_nothing_but_escapes() -> None:
    run = run_of("# A\n", diagnostic((1, 1), (1, 4), "m", "h", (note((1, 1), (1, 2), "n"),)))
    coloured = whole(run, 80, True)
    assert "\x1b[31m" in coloured
    assert click.unstyle(coloured) == whole(run, 80)


def test_no_source_no_frame() -> None:
    run = Run((DocumentResult("a.md", "", "", 0.0, (diagnostic((3, 1), (3, 1), "m"),), (), ()),))
    assert whole(run) == ("docs/a.md:3:1: error[empty-field] m\n\n1 error in 1 document.\n")


def test_concise() -> None:
    run = run_of(
        "# A\n",
        diagnostic((2, 1), (2, 1), "second", "h"),
        diagnostic((1, 3), (1, 4), "fi\x1brst", "h", severity=Severity.INFO),
    )
    assert "".join(concise_report(run)) == (
        "docs/a.md:1:3: info[empty-field] fi\\x1brst\n"
        "docs/a.md:2:1: error[empty-field] second\n"
        "1 error, 1 info in 1 document.\n"
    )


def result(path: str, *severities: Severity) -> DocumentResult:
    found = tuple(diagnostic((1, 1), (1, 1), "m", severity=each) for each in severities)
    return DocumentResult(path, "memo", "", 1.0, found, (), (RuleFailure(path, "r", "e"),))


@pytest.mark.parametrize(
    ("run", "expected"),
    [
        (Run(()), "No document was checked."),
        (Run((), 3), "No document was checked (3 Markdown files left alone)."),
        (Run((result("a"),)), "The document is clean."),
        (Run((result("a"), result("b"), result("c"))), "All 3 documents are clean."),
        (
            Run((result("a"), result("b")), 4),
            "All 2 documents are clean (4 other Markdown files left alone).",
        ),
        (
            Run(
                (
                    result("a", Severity.ERROR, Severity.ERROR, Severity.WARNING),
                    result("b", Severity.ERROR, Severity.INFO, Severity.INFO),
                ),
                4,
            ),
            "3 errors, 1 warning, 2 infos in 2 documents (4 other Markdown files left alone).",
        ),
        (Run((result("a", Severity.ERROR), result("b"))), "1 error in 1 of 2 documents."),
    ],
)
def test_summary(run: Run, expected: str) -> None:
    assert summary(run) == expected
