"""The `json` format."""

from msgspec.structs import asdict

from designlint import __version__
from designlint.finding import Severity
from designlint.report.escape import json_text
from designlint.report.model import (
    CheckedDocument,
    DocumentStatistics,
    Report,
    ReportedSection,
    ReportedStatistics,
    RuleStatistics,
    SectionStatistics,
    Summary,
    Tool,
)
from designlint.report.reported import reported
from designlint.report.reporter import Reporter
from designlint.report.run import Run
from designlint.report.statistics import Statistics, statistics


def json_report(run: Run, with_statistics: bool = False) -> str:
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
                sections=tuple(
                    ReportedSection(
                        title=each.title or None,
                        line=each.line,
                        expected=each.expected,
                        filled=each.filled,
                    )
                    for each in result.sections
                ),
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
            baselined=len(run.baselined),
            fixable=0,
            fixed=run.fixed,
            older=run.older,
        ),
        statistics=_statistics(statistics(run)) if with_statistics else None,
    )
    return json_text(report.model_dump(mode="json", by_alias=True), indent=2) + "\n"


def _statistics(numbers: Statistics) -> ReportedStatistics:
    return ReportedStatistics(
        documents=tuple(
            DocumentStatistics(
                path=row.path, completeness=round(row.completeness, 4), **asdict(row.tally)
            )
            for row in numbers.documents
        ),
        rules=tuple(
            RuleStatistics(rule=row.rule, documents=row.documents, **asdict(row.tally))
            for row in numbers.rules
        ),
        sections=tuple(
            SectionStatistics(
                type=row.type_name or None,
                where=row.where.value,
                title=row.title or None,
                documents=row.documents,
                expected=row.expected,
                filled=row.filled,
                findings=row.findings,
            )
            for row in numbers.sections
        ),
    )


REPORTER = Reporter(lambda run, view: json_report(run, view.statistics))
