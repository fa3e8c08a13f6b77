"""Findings → diagnostics: spans become lines, and every finding gets its fingerprint."""

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from msgspec.structs import replace

from designlint.check.plan import ActiveRule
from designlint.context import Context
from designlint.digests import hex_digest
from designlint.document.normalise import fold, name_key
from designlint.document.source import Unreadable
from designlint.document.span import Position
from designlint.expressions import expression
from designlint.finding import (
    SECTION_DIGITS,
    Diagnostic,
    DiagnosticNote,
    Finding,
    Place,
    PlacedFinding,
    PlacedNote,
    Severity,
)
from designlint.rule import Rule

_QUOTED = expression(r'"([^"]*)"|`([^`]*)`')
_OWN_DIGITS = 16 - SECTION_DIGITS


def make_diagnostics(
    context: Context, found: Iterable[tuple[ActiveRule, Finding, Severity]]
) -> tuple[Diagnostic, ...]:
    """The diagnostics of one document, sorted by position and then by rule."""
    ordered = sorted(found, key=lambda each: (each[1].span, each[0].rule.name()))
    return merge(
        (),
        (
            make_diagnostic(
                active.rule,
                severity,
                PlacedFinding(
                    context.place(finding.span),
                    finding.message,
                    finding.help,
                    tuple(
                        PlacedNote(context.place(note.span), note.message) for note in finding.notes
                    ),
                ),
            )
            for active, finding, severity in ordered
        ),
    )


def make_diagnostic(rule: Rule, severity: Severity, finding: PlacedFinding) -> Diagnostic:
    """The diagnostic of one finding."""
    place = finding.place
    return Diagnostic(
        place.path,
        rule.name(),
        rule.group,
        severity,
        finding.message,
        finding.help,
        place.section,
        place.start,
        place.end,
        tuple(
            DiagnosticNote(note.message, note.place.path, note.place.start, note.place.end)
            for note in finding.notes
        ),
        _fingerprint(rule.name(), place.section, place.text, finding.message),
        place.around,
    )


def make_source_diagnostic(
    path: str, active: ActiveRule, message: str, help_text: str, problem: Unreadable
) -> Diagnostic:
    """The diagnostic of a file that is no document."""
    at = Position(problem.line, problem.column)
    finding = PlacedFinding(Place(path, (), at, at, ""), message, help_text)
    return make_diagnostic(active.rule, active.severity, finding)


def merge(known: tuple[Diagnostic, ...], more: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The diagnostics of one document together, sorted; fingerprints of equal ones are numbered."""
    seen: Counter[str] = Counter(each.stem for each in known)
    merged = [*known]
    for each in more:
        seen[each.fingerprint] += 1
        count = seen[each.fingerprint]
        merged.append(
            each if count == 1 else replace(each, fingerprint=f"{each.fingerprint}-{count}")
        )
    return tuple(sorted(merged, key=lambda each: each.sort_key))


def _fingerprint(rule: str, section: tuple[str, ...], text: str, message: str) -> str:
    """16 hex digits: those of the section's path, and of rule, text, and the quoted names.

    No line, so that edits elsewhere leave it alone, and no wording of ours. The second part alone
    recognises a finding whose section has moved.
    """
    return _section_digits(section) + _digest(f"{rule}\0{fold(text)}{_names(message)}", _OWN_DIGITS)


@lru_cache(maxsize=4096)
def _section_digits(section: tuple[str, ...]) -> str:
    return _digest("\0".join(map(name_key, section)), SECTION_DIGITS)


@lru_cache(maxsize=4096)
def _names(message: str) -> str:
    """The names that a message quotes, each in both kinds of quotes and with a mark before it."""
    return "".join(f"\0{fold(name)}" for names in _QUOTED.findall(message) for name in names)


def _digest(text: str, digits: int) -> str:
    return hex_digest(text.encode("utf-8", "replace"))[:digits]
