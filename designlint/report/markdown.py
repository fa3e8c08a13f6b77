"""The `markdown` format: a comment for a pull request."""

from html import escape
from itertools import groupby

from designlint.finding import Diagnostic
from designlint.report.escape import safe
from designlint.report.markdown_text import plain, prose
from designlint.report.reporter import Reporter
from designlint.report.run import Run
from designlint.report.summary import counted, plural, summary

_MOST = 65_536
"""How many characters GitHub takes for a comment."""
_OPEN = 20
"""How many findings are shown before the tables of further documents are folded."""
_LONGEST = 300
_TAIL = 200  # what the line about findings left out may take
_END = "\n</details>\n"


def markdown_report(run: Run) -> str:
    """A table for each document with findings, as many as a comment can hold."""
    parts = [f"## designlint: {summary(run).removesuffix('.')}\n"]
    failed = sorted({failure.rule for failure in run.failures})
    if failed:
        names = plain(", ".join(failed))
        parts.append(f"\nThis is not all: {plural(len(failed), 'rule')} failed ({names}).\n")
    diagnostics = list(run.diagnostics())
    shown = 0
    room = _MOST - _TAIL - sum(map(len, parts))
    for path, group in groupby(diagnostics, key=lambda each: each.path):
        found = list(group)
        head = _head(path, found, unfolded=shown + len(found) <= _OPEN)
        rows = _fitting(found, room - len(head) - len(_END))
        if rows:
            table = [head, *rows, _END]
            room -= sum(map(len, table))
            parts += table
            shown += len(rows)
        if len(rows) < len(found):
            break
    if shown < len(diagnostics):
        left = plural(len(diagnostics) - shown, "further finding")
        parts.append(f"\n{left} left out: the comment would be too long.\n")
    return "".join(parts)


def _head(path: str, found: list[Diagnostic], unfolded: bool) -> str:
    name = escape(safe(_short(path)))
    return (
        f"\n<details{' open' if unfolded else ''}>\n"
        f"<summary><code>{name}</code>: {counted(found)}</summary>\n\n"
        "| Line | Severity | Rule | Finding |\n|---:|---|---|---|\n"
    )


def _fitting(found: list[Diagnostic], room: int) -> list[str]:
    """The rows, up to the first that does not fit."""
    rows = []
    for each in found:
        row = _row(each)
        room -= len(row)
        if room < 0:
            break
        rows.append(row)
    return rows


def _row(each: Diagnostic) -> str:
    text = prose(_short(each.message))
    if each.help:
        text += f"<br>{prose(_short(each.help))}"
    place = f"{each.start.line}:{each.start.column}"
    return f"| {place} | {each.severity.value} | {plain(each.rule)} | {text} |\n"


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


REPORTER = Reporter(lambda run, view: markdown_report(run), completeness=False)
