"""The `json` format."""

from designlint import __version__
from designlint.document.span import Position
from designlint.finding import Diagnostic, Severity
from designlint.report.escape import safe_json
from designlint.report.model import (
    CheckedDocument,
    Place,
    Report,
    ReportedDiagnostic,
    ReportedNote,
    Summary,
    Tool,
)
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
        diagnostics=tuple(_diagnostic(each) for each in run.diagnostics()),
        summary=Summary(
            checked=len(run.results),
            skipped=run.skipped,
            errors=run.count(Severity.ERROR),
            warnings=run.count(Severity.WARNING),
            infos=run.count(Severity.INFO),
            suppressed=sum(1 for _ in run.suppressed()),
            baselined=0,
            fixable=0,
            older=run.older,
        ),
    )
    return safe_json(report.model_dump_json(indent=2, by_alias=True)) + "\n"


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


REPORTER = Reporter(lambda run, view: json_report(run))
