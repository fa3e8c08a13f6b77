"""Findings → diagnostics: spans become lines, and every finding gets its fingerprint."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable

from designlint.check.plan import ActiveRule
from designlint.document import Document
from designlint.document.normalise import fold
from designlint.document.sections import Section
from designlint.document.source import Unreadable
from designlint.document.span import Position
from designlint.finding import Diagnostic, DiagnosticNote, Finding, Severity

_LONGEST_TEXT = 200
_QUOTED = re.compile(r'"([^"]*)"|`([^`]*)`')


def make_diagnostics(
    document: Document,
    title: Section | None,
    found: Iterable[tuple[ActiveRule, Finding, Severity]],
) -> tuple[Diagnostic, ...]:
    """The diagnostics of one document, sorted by position and then by rule.

    Section paths start below `title`: all sections are below it, and it tells nothing apart.
    """
    seen: Counter[str] = Counter()
    ordered = sorted(found, key=lambda each: (each[1].span, each[0].rule.name()))
    diagnostics = []
    for active, finding, severity in ordered:
        start, end = document.position(finding.span.start), document.position(finding.span.end)
        section = document.section_at(finding.span.start).path
        if title is not None and section[: len(title.path)] == title.path:
            section = section[len(title.path) :]
        text = finding.span.slice(document.text)[:_LONGEST_TEXT]
        print_ = _fingerprint(active.rule.name(), section, text, finding.message)
        seen[print_] += 1
        diagnostics.append(
            Diagnostic(
                document.path,
                active.rule.name(),
                active.rule.group,
                severity,
                finding.message,
                finding.help,
                section,
                start,
                end,
                tuple(
                    DiagnosticNote(
                        note.message,
                        document.position(note.span.start),
                        document.position(note.span.end),
                    )
                    for note in finding.notes
                ),
                print_ if seen[print_] == 1 else f"{print_}-{seen[print_]}",
            )
        )
    return tuple(sorted(diagnostics, key=lambda diagnostic: diagnostic.sort_key))


def make_source_diagnostic(
    path: str, active: ActiveRule, message: str, help_text: str, problem: Unreadable
) -> Diagnostic:
    """The diagnostic of a file that is no document."""
    at = Position(problem.line, problem.column)
    name = active.rule.name()
    print_ = _fingerprint(name, (), "", message)
    return Diagnostic(
        path, name, active.rule.group, active.severity, message, help_text, (), at, at, (), print_
    )


def _fingerprint(rule: str, section: tuple[str, ...], text: str, message: str) -> str:
    """16 hex digits of rule, section path, text, and the names that the message quotes.

    No line, so that edits elsewhere leave it alone, and no wording of ours.
    """
    names = (name for match in _QUOTED.finditer(message) for name in match.groups(""))
    parts = (rule, *map(fold, section), fold(text), *map(fold, names))
    return hashlib.sha256("\0".join(parts).encode("utf-8", "replace")).hexdigest()[:16]
