"""A run in numbers, and the tables that show them."""

import click
import pytest

from designlint.check.result import DocumentResult, SectionCount
from designlint.document.span import Position
from designlint.finding import Diagnostic, Severity
from designlint.report.display import shortened, width_of
from designlint.report.run import Run
from designlint.report.statistics import (
    DocumentRow,
    RuleRow,
    SectionRow,
    Tally,
    Where,
    statistics,
)
from designlint.report.statistics_report import statistics_report


def diagnostic(
    path: str,
    line: int,
    rule: str = "empty-field",
    severity: Severity = Severity.ERROR,
    section: tuple[str, ...] = ("A",),
) -> Diagnostic:
    at = Position(line, 1)
    return Diagnostic(path, rule, "fields", severity, "m", "", section, at, at, (), f"{line}")


def result(
    path: str,
    completeness: float,
    *diagnostics: Diagnostic,
    type_name: str = "memo",
    sections: tuple[SectionCount, ...] = (),
) -> DocumentResult:
    return DocumentResult(path, type_name, "", completeness, diagnostics, (), (), sections=sections)


RUN = Run(
    (
        result(
            "docs/b.md",
            0.6,
            diagnostic("docs/b.md", 1, "missing-section", section=()),
            diagnostic("docs/b.md", 6),
            diagnostic("docs/b.md", 12, severity=Severity.WARNING),
            diagnostic("docs/b.md", 22, "todo-marker", Severity.INFO),
            sections=(
                SectionCount("", None, (), 0, 0),
                SectionCount("Why", 5, ((5, 20),), 3, 3),
                # It stands in the midst of another.
                SectionCount("How", 10, ((10, 13),), 1, 0),
                SectionCount("Rollout", None, (), 1, 0),
                SectionCount("Notes", None, (), 0, 0),
            ),
        ),
        result(
            "docs/a.md",
            1.0,
            sections=(
                SectionCount("", None, (), 0, 0),
                SectionCount("Why", 3, ((3, 6),), 3, 3),
                SectionCount("How", 7, ((7, 9), (12, 14)), 2, 2),
                SectionCount("Rollout", 10, ((10, 11),), 1, 1),
                SectionCount("Notes", None, (), 0, 0),
            ),
        ),
    ),
    3,
)


def test_documents_come_least_complete_first() -> None:
    assert statistics(RUN).documents == (
        DocumentRow("docs/b.md", 0.6, Tally(2, 1, 1)),
        DocumentRow("docs/a.md", 1.0, Tally(0, 0, 0)),
    )


def test_rules_that_found_most_come_first() -> None:
    assert statistics(RUN).rules == (
        RuleRow("empty-field", Tally(1, 1, 0), 1),
        RuleRow("missing-section", Tally(1, 0, 0), 1),
        RuleRow("todo-marker", Tally(0, 0, 1), 1),
    )


def test_findings_belong_to_the_innermost_section() -> None:
    rows = statistics(RUN).sections
    assert rows == (
        SectionRow("memo", Where.SECTION, "Rollout", 2, 2, 1, 0),
        SectionRow("memo", Where.SECTION, "How", 2, 3, 2, 1),
        SectionRow("memo", Where.SECTION, "Why", 2, 6, 6, 1),
        SectionRow("memo", Where.ABOVE, "", 0, 0, 0, 1),
        SectionRow("memo", Where.OTHER, "", 0, 0, 0, 1),
    )
    assert [row.share for row in rows] == [0.5, 0.66, 1.0, None, None]
    assert sum(row.findings for row in rows) == len(list(RUN.diagnostics()))


def test_the_order_of_results_makes_no_difference() -> None:
    shuffled = Run(tuple(reversed(RUN.results)), RUN.skipped)
    assert statistics(shuffled) == statistics(RUN)


def test_the_tables() -> None:
    assert statistics_report(RUN) == (
        "filled  errors  warnings  infos  document\n"
        "   60%       2         1      1  docs/b.md\n"
        "  100%       0         0      0  docs/a.md\n"
        "\n"
        "found  errors  warnings  infos  documents  rule\n"
        "    2       1         1      0          1  empty-field\n"
        "    1       1         0      0          1  missing-section\n"
        "    1       0         0      1          1  todo-marker\n"
        "\n"
        "filled  expected in  findings  section\n"
        "   50%            2         0  Rollout\n"
        "   66%            2         1  How\n"
        "  100%            2         1  Why\n"
        "     -            0         1  (above the first section)\n"
        "     -            0         1  (sections that the template does not have)\n"
        "\n"
        "2 errors, 1 warning, 1 info in 1 of 2 documents (3 other Markdown files left\nalone).\n"
    )


def test_types_have_tables_of_their_own() -> None:
    plan = SectionCount("Plan", 1, ((1, 9),), 2, 1)
    run = Run(
        (
            result("a.md", 0.5, type_name="rfc", sections=(plan,)),
            result("b.md", 0.5, type_name="adr", sections=(plan,)),
        )
    )
    assert statistics_report(run).partition("\n\n")[2] == (
        "filled  expected in  findings  section of adr\n"
        "   50%            1         0  Plan\n"
        "\n"
        "filled  expected in  findings  section of rfc\n"
        "   50%            1         0  Plan\n"
        "\n"
        "All 2 documents are clean.\n"
    )


def test_a_run_of_no_documents_is_its_summary() -> None:
    assert statistics_report(Run(())) == "No document was checked.\n"


LONG = Run(
    (
        result(
            "docs/" + "設計/" * 30 + "\x1b[2J.md",
            0.5,
            diagnostic("docs/x.md", 1, section=()),
            sections=(SectionCount("Why " * 40 + "\u202eend", 1, ((1, 9),), 2, 1),),
        ),
    )
)


@pytest.mark.parametrize("width", [10, 60, 61, 80, 200])
def test_never_wider_than_the_terminal(width: int) -> None:
    lines = statistics_report(LONG, width).split("\n")
    assert all(width_of(line) <= max(width, 60) for line in lines)
    assert "".join(lines).isprintable()


def test_a_path_keeps_its_end_and_a_title_both() -> None:
    path, section = (statistics_report(LONG, 60).split("\n")[at] for at in (1, 7))
    assert path.endswith("設計/設計/\\x1b[2J.md") and "  …" in path
    assert "Why Why" in section and section.endswith("Why \\u202eend")


def test_colour_adds_nothing_but_escapes() -> None:
    coloured = statistics_report(RUN, 80, True)
    assert "\x1b[31m     2\x1b[0m" in coloured
    assert click.unstyle(coloured) == statistics_report(RUN)


@pytest.mark.parametrize(
    ("room", "head", "shown"),
    [
        (9, 0.5, "abcdefghi"),
        (8, 0.5, "abc…fghi"),
        (8, 0, "…cdefghi"),
        (3, 0.5, "a…i"),
        (0, 0.5, "a…i"),
    ],
)
def test_what_is_too_long_is_cut(room: int, head: float, shown: str) -> None:
    assert shortened("abcdefghi", room, head) == shown


def test_wide_characters_count_twice() -> None:
    assert shortened("設計設計設計", 8) == "設…設計"
    assert shortened("設計設計設計", 9) == "設計…設計"
