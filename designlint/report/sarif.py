"""The `sarif` format: SARIF 2.1.0, which GitHub code scanning and many viewers read."""

from collections.abc import Sequence
from pathlib import PurePosixPath, PureWindowsPath
from urllib.parse import quote

from designlint import __version__
from designlint.check.result import RuleFailure
from designlint.document.span import Position
from designlint.finding import Diagnostic
from designlint.report.escape import json_text, safe
from designlint.report.reporter import Reporter
from designlint.report.run import Run
from designlint.report.sarif_rules import LEVELS, descriptor
from designlint.report.statement import statement

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_ROOT = "%SRCROOT%"

Object = dict[str, object]


def sarif_report(run: Run) -> str:
    """The log as JSON text. What comments silence is in it, marked as suppressed.

    Only rules with a result are described: code scanning shows no others, and a page for each of
    all would outweigh most logs.
    """
    told, silenced = list(run.diagnostics()), list(run.suppressed())
    rules = sorted({each.rule for each in (*told, *(other.diagnostic for other in silenced))})
    results = [_result(each, rules) for each in told]
    if silenced:
        # Once one result says whether it is suppressed, each has to.
        results = [{**result, "suppressions": []} for result in results]
    for other in silenced:
        suppression = {"kind": "inSource"}
        if other.reason:
            suppression["justification"] = safe(other.reason)
        results.append({**_result(other.diagnostic, rules), "suppressions": [suppression]})
    driver = {
        "name": "designlint",
        "version": __version__,
        "rules": [descriptor(name, run.rules.get(name)) for name in rules],
    }
    log = {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": driver},
                "invocations": [_invocation(run.failures)],
                "originalUriBaseIds": {
                    _ROOT: {"description": {"text": "The folder that designlint was run in."}}
                },
                "columnKind": "unicodeCodePoints",
                "results": results,
            }
        ],
    }
    return json_text(log, indent=2) + "\n"


def _result(each: Diagnostic, rules: Sequence[str]) -> Object:
    location = _location(each.path, each.start, each.end)
    if each.section:
        names = [safe(title) for title in each.section]
        location["logicalLocations"] = [
            {"name": names[-1], "fullyQualifiedName": " / ".join(names), "kind": "section"}
        ]
    result: Object = {
        "ruleId": each.rule,
        "ruleIndex": rules.index(each.rule),
        "level": LEVELS[each.severity],
        "message": {"text": _plain(statement(each))},
        "locations": [location],
        "partialFingerprints": {"designlint/v1": each.fingerprint},
    }
    if each.notes:
        result["relatedLocations"] = [
            {
                "id": number,
                **_location(note.path, note.start, note.end),
                "message": {"text": _plain(safe(note.message))},
            }
            for number, note in enumerate(each.notes, 1)
        ]
    return result


def _location(path: str, start: Position, end: Position) -> Object:
    region = {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
    }
    return {"physicalLocation": {"artifactLocation": _artifact(path), "region": region}}


def _artifact(path: str) -> dict[str, str]:
    for kind in (PurePosixPath, PureWindowsPath):
        # What lies outside of the working folder is known by its whole path only.
        if kind(path).is_absolute():
            return {"uri": kind(path).as_uri()}
    return {"uri": quote(path, safe="/", errors="surrogatepass"), "uriBaseId": _ROOT}


def _plain(text: str) -> str:
    """`text` without a link: in SARIF, messages have `[words](target)`."""
    if "](" not in text:
        return text
    return text.replace("[", r"\[").replace("]", r"\]")


def _invocation(failures: Sequence[RuleFailure]) -> Object:
    if not failures:
        return {"executionSuccessful": True}
    notifications = [
        {
            "level": "error",
            "message": {"text": f"Rule {failure.rule} failed: {safe(failure.error)}"},
            "associatedRule": {"id": failure.rule},
            "locations": [{"physicalLocation": {"artifactLocation": _artifact(failure.path)}}],
        }
        for failure in failures
    ]
    return {"executionSuccessful": False, "toolExecutionNotifications": notifications}


REPORTER = Reporter(lambda run, view: sarif_report(run), completeness=False)
