"""The `concise` format: one line for each diagnostic, as editors and CI logs read it."""

from collections.abc import Iterator

from designlint.report.escape import safe
from designlint.report.reporter import Reporter, View
from designlint.report.run import Run
from designlint.report.summary import summary


def concise_report(run: Run) -> Iterator[str]:
    """`path:line:column: severity[rule] message` for each diagnostic, then the summary."""
    for each in run.diagnostics():
        place = f"{safe(each.path)}:{each.start.line}:{each.start.column}"
        yield f"{place}: {each.severity.value}[{each.rule}] {safe(each.message)}\n"
    yield summary(run) + "\n"


def _render(run: Run, view: View) -> str | Iterator[str]:
    if view.statistics:
        from designlint.report.statistics_report import statistics_report  # Seldom asked for.

        return statistics_report(run, view.width, view.colour)
    return concise_report(run)


REPORTER = Reporter(_render, for_people=True, completeness=False)
