"""The `gitlab` format: a Code Quality report, which GitLab shows in merge requests."""

from designlint.digests import hex_digest
from designlint.finding import Diagnostic, Severity
from designlint.report.escape import json_text
from designlint.report.reporter import Reporter
from designlint.report.run import Run
from designlint.report.statement import statement

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def gitlab_report(run: Run) -> str:
    """The report as JSON text: a list of issues."""
    return json_text([_issue(each) for each in run.diagnostics()], indent=2) + "\n"


def _issue(each: Diagnostic) -> dict[str, object]:
    # GitLab wants fingerprints that no two issues of a report share; ours tell apart what one
    # document has.
    fingerprint = hex_digest(json_text([each.path, each.fingerprint]).encode())
    return {
        "description": statement(each),
        "check_name": each.rule,
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[each.severity],
        "location": {"path": each.path, "lines": {"begin": each.start.line}},
    }


REPORTER = Reporter(lambda run, view: gitlab_report(run), completeness=False)
