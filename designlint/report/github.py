"""The `github` format: workflow commands, which GitHub Actions shows as annotations."""

from designlint.finding import Diagnostic, Severity
from designlint.report.escape import safe
from designlint.report.frame import last_line
from designlint.report.reporter import Reporter
from designlint.report.run import Run
from designlint.report.statement import statement
from designlint.report.summary import summary

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_MOST = 10
"""How many annotations of a kind GitHub shows for a step."""


def github_report(run: Run) -> str:
    """A workflow command for each diagnostic.

    Where GitHub would leave some out, a notice before them says how many there are: it shows the
    first ones only.
    """
    lines = [_command(each) for each in run.diagnostics()]
    if any(run.count(severity) > _MOST for severity in _COMMANDS):
        text = f"{summary(run)} GitHub shows {_MOST} of a kind; the log of this step has all."
        lines.insert(0, f"::notice title=designlint::{_data(text)}")
    return "".join(f"{line}\n" for line in lines)


def _command(each: Diagnostic) -> str:
    path, start, end = safe(each.path), each.start, each.end
    last = last_line(start, end)
    properties: dict[str, str | int] = {
        "file": path,
        "line": start.line,
        "endLine": last,
        "title": f"designlint ({each.rule})",
    }
    # Columns count within one line, and GitHub refuses them for a range of several.
    if last == start.line:
        properties["col"] = start.column
        if end.line == start.line:
            properties["endColumn"] = end.column
    listed = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    # The log shows the text alone, so that it has to say the place as well.
    text = f"{path}:{start.line}:{start.column}: {each.rule}: {statement(each)}"
    return f"::{_COMMANDS[each.severity]} {listed}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


REPORTER = Reporter(lambda run, view: github_report(run), completeness=False)
