"""The `rdjson` format: reviewdog's `DiagnosticResult` as JSON."""

from collections.abc import Callable, Sequence
from functools import lru_cache

from designlint.document.span import Position
from designlint.finding import Diagnostic
from designlint.report.escape import json_text, safe
from designlint.report.reporter import Reporter
from designlint.report.run import Run
from designlint.report.statement import statement

Lines = Callable[[str], Sequence[str]]


def rdjson_report(run: Run) -> str:
    """The report as JSON text. Columns count bytes of UTF-8, as reviewdog has them."""

    # Diagnostics are sorted by path, so that few texts are in use at a time.
    @lru_cache(maxsize=8)
    def lines(path: str) -> Sequence[str]:
        return run.sources.get(path, "").split("\n")

    result = {
        "source": {"name": "designlint"},
        "diagnostics": [_diagnostic(each, lines) for each in run.diagnostics()],
    }
    return json_text(result, indent=2) + "\n"


def _diagnostic(each: Diagnostic, lines: Lines) -> dict[str, object]:
    diagnostic: dict[str, object] = {
        "message": statement(each),
        "location": _location(each.path, each.start, each.end, lines),
        "severity": each.severity.name,
        "code": {"value": each.rule},
    }
    if each.notes:
        diagnostic["related_locations"] = [
            {
                "message": safe(note.message),
                "location": _location(note.path, note.start, note.end, lines),
            }
            for note in each.notes
        ]
    return diagnostic


def _location(path: str, start: Position, end: Position, lines: Lines) -> dict[str, object]:
    text = lines(path)
    return {"path": path, "range": {"start": _position(start, text), "end": _position(end, text)}}


def _position(position: Position, lines: Sequence[str]) -> dict[str, int]:
    line, column = position
    if line <= len(lines):
        before = lines[line - 1][: column - 1]
        column += len(before.encode("utf-8", "surrogatepass")) - len(before)
    return {"line": line, "column": column}


REPORTER = Reporter(lambda run, view: rdjson_report(run), completeness=False)
