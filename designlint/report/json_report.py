"""The `json` format."""

from designlint import __version__
from designlint.finding import Severity
from designlint.report.escape import json_text
from designlint.report.model import (
    CheckedDocument,
    Report,
    Summary,
    Tool,
)
from designlint.report.reported import reported
from designlint.report.reporter import Reporter
from designlint.report.run import Run


def json_report(run: Run) -> str:
    """The report as JSON text, sorted, with a final line feed."""
    report = Report(
        version=1,
        tool=Tool(name="designlint", version=__version__),
        documents=tuple(
            CheckedDocument(
                path=result.path,
                type=result.type_name or None,
                status=result.status or None,
                completeness=round(result.completeness, 4),
            )
            for result in sorted(run.results, key=lambda result: result.path)
        ),
        diagnostics=tuple(reported(each) for each in run.diagnostics()),
        summary=Summary(
            checked=len(run.results),
            skipped=run.skipped,
            errors=run.count(Severity.ERROR),
            warnings=run.count(Severity.WARNING),
            infos=run.count(Severity.INFO),
            suppressed=sum(1 for _ in run.suppressed()),
            baselined=0,
            fixable=0,
        ),
    )
    return json_text(report.model_dump(mode="json", by_alias=True), indent=2) + "\n"


REPORTER = Reporter(lambda run, view: json_report(run))
