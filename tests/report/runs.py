"""Runs to report: a plain one, and one whose every text tries to break out of its format."""

from typing import ClassVar

from designlint.check.result import DocumentResult, RuleFailure, Suppressed
from designlint.document.span import Position
from designlint.finding import Diagnostic, DiagnosticNote, Severity
from designlint.report.run import Run
from designlint.rule import Rule


class EmptyField(Rule):
    """A field is empty.

    Fields of a table count.

    ## Why

    It says nothing.
    """

    group: ClassVar[str] = "fields"
    severity: ClassVar[Severity] = Severity.ERROR


class ThinSection(Rule):
    """A section is thin."""

    group: ClassVar[str] = "content"
    severity: ClassVar[Severity] = Severity.OFF


RULES: dict[str, type[Rule]] = {"empty-field": EmptyField, "thin-section": ThinSection}


def diagnostic(
    path: str,
    start: tuple[int, int],
    end: tuple[int, int],
    message: str = "`Owner` has no value",
    help_text: str = "",
    severity: Severity = Severity.ERROR,
    section: tuple[str, ...] = (),
    notes: tuple[DiagnosticNote, ...] = (),
    rule: str = "empty-field",
) -> Diagnostic:
    """A diagnostic with a fingerprint that its document has once."""
    fingerprint = f"{start[0]:08x}{start[1]:08x}"
    return Diagnostic(
        path,
        rule,
        RULES[rule].group,
        severity,
        message,
        help_text,
        section,
        Position(*start),
        Position(*end),
        notes,
        fingerprint,
    )


def result(
    path: str,
    *diagnostics: Diagnostic,
    suppressed: tuple[Suppressed, ...] = (),
    failures: tuple[RuleFailure, ...] = (),
) -> DocumentResult:
    """The result of a document of no type."""
    return DocumentResult(path, "", "", 1.0, diagnostics, suppressed, failures)


_NOTE = DiagnosticNote("the template has it here", "docs/b.md", Position(1, 1), Position(1, 5))
SMALL = Run(
    (
        result("docs/a b.md"),
        result(
            "docs/b.md",
            diagnostic(
                "docs/b.md", (3, 6), (3, 8), help_text="Name one.", section=("Üb", "Who"),
                notes=(_NOTE,),
            ),
            diagnostic(
                "docs/b.md", (4, 1), (6, 1), 'Section "Why" has 3 words',
                severity=Severity.WARNING, rule="thin-section",
            ),
            diagnostic(
                "docs/b.md", (7, 1), (7, 1), "`Due` is 90 % past", severity=Severity.INFO
            ),
            suppressed=(
                Suppressed(diagnostic("docs/b.md", (9, 1), (9, 4)), "nobody | yet"),
                Suppressed(diagnostic("docs/b.md", (10, 1), (10, 4)), ""),
            ),
        ),
    ),
    2,
    {"docs/b.md": "# Ü\n\n𐐀é: **Owner**:\nw\nw\n\nDue\n"},
    RULES,
)  # fmt: skip
"""Findings of all severities, with and without all that they may have."""

ESCAPES = (
    "one\ntwo\r\nthree\rfour\u2028five\x85six\x0bseven",
    "\n::error::gone\r::stop-commands::x\n##[error]gone",
    "]]>&amp;&#10;<![CDATA[<!-- -->",
    "<script>alert(1)</script><img src=x onerror=alert(1)></details></table>",
    "\x1b[2J\x1b]8;;https://evil.example\x07 \x00\x08\x7f\x9b",
    "\u202egpj.exe\u2066\u200b\ufeff\U000e0041\ufffe",
    "\ud800 \udcff",
    "100%, %0A %25 a=b,c:d;e",
    "| a | b | \\| \\\\| c",
    "`a``b``` `c|d` `",
    "@octocat @org/team #123 GH-7 org/repo#8 :tada: a@b.example",
    "[x](https://evil.example) ![y](https://evil.example/y.png) {0} {{1}}",
    "https://evil.example www.evil.example WWW.evil.example xmpp:a@b.example/c ftp://evil.example",
    "# h\n\n- *l* _m_ **n** ~~o~~ $x^2$ \\(y\\)\n\n> q\n\n---\n\n    code",
    "é" * 100_000,
)
"""Texts that mean something to one of the formats."""

_PATHS = ("docs/a,b=c::d%0A.md", "docs/\n::error::<b>&\"'`|@octocat #1.md", "docs/ü 𐐀\u202e.md")
_LEVELS = (Severity.ERROR, Severity.WARNING, Severity.INFO)


def _hostile(path: str, line: int, text: str) -> Diagnostic:
    place = Position(line, 1)
    return diagnostic(
        path,
        (line, 1),
        (line, 2),
        f'"{text}" and `{text}`',
        text,
        _LEVELS[line % 3],
        (text, text),
        (DiagnosticNote(text, path, place, place),),
        rule=("empty-field", "thin-section")[line % 2],
    )


HOSTILE = Run(
    tuple(
        result(
            path,
            *(_hostile(path, line, text) for line, text in enumerate(ESCAPES, 1)),
            suppressed=(Suppressed(_hostile(path, 99, ESCAPES[0]), ESCAPES[1]),),
            failures=(RuleFailure(path, "empty-field", ESCAPES[0]),),
        )
        for path in _PATHS
    ),
    0,
    dict.fromkeys(_PATHS, "é" * 100000 + "\n" + "𐐀\n" * 20),
    RULES,
)  # fmt: skip
"""Every text is foreign, and tries everything."""
