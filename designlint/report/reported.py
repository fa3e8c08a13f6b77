"""Diagnostics as the models of the JSON formats."""

from designlint.document.span import Position
from designlint.finding import Diagnostic
from designlint.report.model import Place, ReportedDiagnostic, ReportedNote


def reported(each: Diagnostic) -> ReportedDiagnostic:
    """A diagnostic as `json` and `jsonl` give it."""
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
