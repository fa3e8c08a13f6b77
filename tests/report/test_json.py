"""The JSON report and its schema."""

import json

import jsonschema

from designlint import __version__
from designlint.check.result import DocumentResult, SectionCount, Suppressed
from designlint.document.span import Position
from designlint.finding import Diagnostic, DiagnosticNote, Severity
from designlint.report.json_report import json_report
from designlint.report.run import Run
from designlint.report.schema import report_schema


def diagnostic(line: int, message: str, severity: Severity = Severity.ERROR) -> Diagnostic:
    notes = (DiagnosticNote("first", "docs/b.md", Position(1, 1), Position(1, 4)),)
    return Diagnostic(
        "docs/b.md",
        "empty-field",
        "fields",
        severity,
        message,
        "Fill it.",
        ("A", "B"),
        Position(line, 1),
        Position(line, 17),
        notes if line == 31 else (),
        f"f{line}",
    )


RUN = Run(
    (
        DocumentResult(
            "docs/b.md",
            "memo",
            "draft",
            2 / 3,
            (diagnostic(31, "m"), diagnostic(4, "\x1b[2J\u202e\x9b \U000e0041é\n", Severity.INFO)),
            (Suppressed(diagnostic(7, "n"), "why"), Suppressed(diagnostic(8, "n"), "")),
            (),
            sections=(SectionCount("", None, (), 1, 1), SectionCount("A", 3, ((3, 40),), 2, 1)),
        ),
        DocumentResult("docs/a.md", "", "", 1.0, (), (Suppressed(diagnostic(9, "n"), ""),), ()),
    ),
    5,
    older=7,
)


def test_the_whole_report() -> None:
    report = json.loads(json_report(RUN))
    assert report == {
        "version": 1,
        "tool": {"name": "designlint", "version": __version__},
        "documents": [
            {
                "path": "docs/a.md",
                "type": None,
                "status": None,
                "completeness": 1.0,
                "sections": [],
            },
            {
                "path": "docs/b.md",
                "type": "memo",
                "status": "draft",
                "completeness": 0.6667,
                "sections": [
                    {"title": None, "line": None, "expected": 1, "filled": 1},
                    {"title": "A", "line": 3, "expected": 2, "filled": 1},
                ],
            },
        ],
        "diagnostics": [
            {
                "path": "docs/b.md",
                "rule": "empty-field",
                "group": "fields",
                "severity": "info",
                "message": "\x1b[2J\u202e\x9b \U000e0041é\n",
                "help": "Fill it.",
                "section": ["A", "B"],
                "start": {"line": 4, "column": 1},
                "end": {"line": 4, "column": 17},
                "notes": [],
                "fix": None,
                "url": None,
                "fingerprint": "f4",
            },
            {
                "path": "docs/b.md",
                "rule": "empty-field",
                "group": "fields",
                "severity": "error",
                "message": "m",
                "help": "Fill it.",
                "section": ["A", "B"],
                "start": {"line": 31, "column": 1},
                "end": {"line": 31, "column": 17},
                "notes": [
                    {
                        "message": "first",
                        "path": "docs/b.md",
                        "start": {"line": 1, "column": 1},
                        "end": {"line": 1, "column": 4},
                    }
                ],
                "fix": None,
                "url": None,
                "fingerprint": "f31",
            },
        ],
        "summary": {
            "checked": 2,
            "skipped": 5,
            "errors": 1,
            "warnings": 0,
            "infos": 1,
            "suppressed": 3,
            "baselined": 0,
            "fixable": 0,
            "fixed": 0,
            "older": 7,
        },
        "statistics": None,
    }


def test_statistics_are_added_to_the_report() -> None:
    report = json.loads(json_report(RUN, with_statistics=True))
    assert report.pop("statistics") == {
        "documents": [
            {
                "path": "docs/b.md",
                "completeness": 0.6667,
                "errors": 1,
                "warnings": 0,
                "infos": 1,
            },
            {"path": "docs/a.md", "completeness": 1.0, "errors": 0, "warnings": 0, "infos": 0},
        ],
        "rules": [
            {"rule": "empty-field", "errors": 1, "warnings": 0, "infos": 1, "documents": 1},
        ],
        "sections": [
            {
                "type": "memo",
                "where": "section",
                "title": "A",
                "documents": 1,
                "expected": 2,
                "filled": 1,
                "findings": 2,
            },
            {
                "type": "memo",
                "where": "above",
                "title": None,
                "documents": 1,
                "expected": 1,
                "filled": 1,
                "findings": 0,
            },
        ],
    }
    plain = json.loads(json_report(RUN))
    assert report == {key: plain[key] for key in plain if key != "statistics"}


def test_control_characters_are_escaped_in_the_text() -> None:
    text = json_report(RUN)
    assert r'"\u001b[2J\u202e\u009b \udb40\udc41é\n"' in text
    assert text.endswith("}\n")
    assert not any(character in text for character in "\x1b\x9b\u202e\U000e0041")


def test_schema_accepts_the_report() -> None:
    schema = report_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    for with_statistics in (False, True):
        jsonschema.validate(json.loads(json_report(RUN, with_statistics)), schema)
    for name in ("documents", "diagnostics", "summary", "tool", "version"):
        assert name in schema["required"]  # type: ignore[operator]


def test_same_bytes_each_time() -> None:
    assert json_report(RUN) == json_report(RUN)
    shuffled = Run(tuple(reversed(RUN.results)), RUN.skipped, older=RUN.older)
    assert json_report(shuffled) == json_report(RUN)
