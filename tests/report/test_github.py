"""Workflow commands, as GitHub's runner reads them."""

from designlint.finding import Severity
from designlint.report.github import github_report
from designlint.report.run import Run

from .readers import commands
from .runs import HOSTILE, diagnostic, result

PATH = "docs/a.md"


def run_of(count: int, severity: Severity) -> Run:
    found = (diagnostic(PATH, (at, 1), (at, 2), severity=severity) for at in range(1, count + 1))
    return Run((result(PATH, *found),))


def test_columns_are_given_within_a_line() -> None:
    places = [((1, 2), (1, 9)), ((2, 3), (3, 1)), ((4, 1), (6, 1)), ((7, 1), (8, 2))]
    run = Run((result(PATH, *(diagnostic(PATH, start, end) for start, end in places)),))
    names = ("line", "endLine", "col", "endColumn")
    assert [
        tuple(properties.get(name) for name in names)
        for _, properties, _ in commands(github_report(run))
    ] == [
        ("1", "1", "2", "9"),
        ("2", "2", "3", None),
        ("4", "5", None, None),
        ("7", "8", None, None),
    ]


def test_foreign_text_begins_no_command() -> None:
    told = list(commands(github_report(HOSTILE)))
    assert {name for name, _, _ in told} == {"error", "warning", "notice"}
    assert len(told) == 1 + sum(1 for _ in HOSTILE.diagnostics())


def test_values_come_back_as_they_were() -> None:
    message = "100%, %0A a=b,c:d::e"
    path = "a,b=c::d%0A.md"
    run = Run((result(path, diagnostic(path, (1, 1), (1, 2), message)),))
    ((_, properties, data),) = commands(github_report(run))
    assert properties["file"] == path
    assert data == f"{path}:1:1: empty-field: {message}"


def test_more_than_github_shows_is_said_first() -> None:
    for severity in (Severity.ERROR, Severity.WARNING, Severity.INFO):
        assert len(list(commands(github_report(run_of(10, severity))))) == 10
        told = list(commands(github_report(run_of(11, severity))))
        assert len(told) == 12
        name, properties, data = told[0]
        assert (name, properties) == ("notice", {"title": "designlint"})
        assert data.startswith(f"11 {severity.value}s in 1 document.")
