"""The closing line of a report for people."""

from collections import Counter
from collections.abc import Iterable

from designlint.finding import Diagnostic, Severity
from designlint.report.run import Run


def summary(run: Run) -> str:
    """`3 errors, 1 warning in 2 documents (4 other Markdown files left alone).`, or that all is
    clean.
    """
    checked = len(run.results)
    counts = counted(each for result in run.results for each in result.diagnostics)
    other = "other " if checked else ""
    asides = [
        *([f"{plural(len(run.baselined), 'known finding')} not shown"] if run.baselined else ()),
        *([f"{plural(run.older, 'older finding')} not shown"] if run.older else ()),
        *([f"{plural(run.skipped, f'{other}Markdown file')} left alone"] if run.skipped else ()),
    ]
    left = f" ({', '.join(asides)})" if asides else ""
    if counts:
        affected = sum(bool(result.diagnostics) for result in run.results)
        where = plural(affected, "document")
        if affected < checked:
            where = f"{affected} of {plural(checked, 'document')}"
        return f"{counts} in {where}{left}."
    if not checked:
        return f"No document was checked{left}."
    if run.baselined or run.older:
        return f"Nothing new in {plural(checked, 'document')}{left}."
    if checked == 1:
        return f"The document is clean{left}."
    return f"All {checked} documents are clean{left}."


def counted(diagnostics: Iterable[Diagnostic]) -> str:
    """`3 errors, 1 warning`; empty for none."""
    counts = Counter(each.severity for each in diagnostics)
    return ", ".join(
        plural(counts[severity], noun)
        for severity, noun in (
            (Severity.ERROR, "error"),
            (Severity.WARNING, "warning"),
            (Severity.INFO, "info"),
        )
        if counts[severity]
    )


def plural(number: int, noun: str) -> str:
    """`1 error`, `2 errors`."""
    return f"{number} {noun}{'' if number == 1 else 's'}"
