"""The `json` format."""

from dataclasses import asdict

from designlint import __version__
from designlint.document.span import Position
from designlint.finding import Diagnostic, Severity
from designlint.report.escape import safe_json
from designlint.report.model import (
    CheckedDocument,
    DocumentStatistics,
    Place,
    Report,
    ReportedDiagnostic,
    ReportedNote,
    ReportedSection,
    ReportedStatistics,
    RuleStatistics,
    SectionStatistics,
    Summary,
    Tool,
)
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
        diagnostics=tuple(_diagnostic(each) for each in run.diagnostics()),
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
        ),
        statistics=_statistics(statistics(run)) if with_statistics else None,
    )
    return safe_json(report.model_dump_json(indent=2, by_alias=True)) + "\n"


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


def _diagnostic(each: Diagnostic) -> ReportedDiagnostic:
    return ReportedDiagnostic.model_validate(
        {
            "path": each.path,
            "rule": each.rule,
            "group": each.group,
            "severity": each.severity.value,
            "message": each.message,
            "help": each.help,
            "section": each.section,
            "start": _place(each.start),
            "end": _place(each.end),
            "notes": [
                ReportedNote(
                    message=note.message,
                    path=note.path,
                    start=_place(note.start),
                    end=_place(note.end),
                )
                for note in each.notes
            ],
            "fix": None,
            "url": None,
            "fingerprint": each.fingerprint,
        }
    )


def _place(position: Position) -> Place:
    return Place(line=position.line, column=position.column)


REPORTER = Reporter(lambda run, view: json_report(run, view.statistics))
