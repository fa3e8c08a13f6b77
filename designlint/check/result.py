"""What the check of one document gives."""

from collections.abc import Mapping

from msgspec import Struct

from designlint.document.span import Position
from designlint.finding import Diagnostic, Severity
from designlint.registers import Entry


class RuleFailure(Struct, frozen=True):
    """A rule that raised: a defect of the rule, never of the document."""

    path: str
    rule: str
    error: str


class Suppressed(Struct, frozen=True):
    """A diagnostic that a comment in the document silences, and the reason that it gives."""

    diagnostic: Diagnostic
    reason: str


class Collected(Struct, frozen=True):
    """What a rule that compares documents took from one of them.

    `severities` are those of its findings in this document, by variant; the rule's own is at "".
    """

    rule: str
    severities: Mapping[str, Severity]
    facts: tuple[object, ...]


class Silence(Struct, frozen=True):
    """A suppression of a rule whose findings are known when all documents are, with its reason.

    It covers from `start` to `end`, exclusive. `used` and `unused` are what is said of it when it
    silences something, and when it does not.
    """

    rule: str
    reason: str
    start: Position
    end: Position
    used: tuple[Diagnostic, ...]
    unused: tuple[Diagnostic, ...]


class SectionCount(Struct, frozen=True):
    """How much is filled of a section at the top of the outline.

    `title` is the template's, empty for what stands above the first section. `line` is the line
    of the section in the document, None where it is missing. `lines` are the first and the last
    line of all that belongs to it, wherever that stands.
    """

    title: str
    line: int | None
    lines: tuple[tuple[int, int], ...]
    expected: int
    filled: int


class DocumentResult(Struct, frozen=True):
    """One checked document. `completeness` is the share of expected elements filled, 0 to 1.

    `collected` and `silences` are for the rules that compare documents. `sections` are what
    `completeness` is made of, in the order of the template, none where
    the plan does not ask for it. `entries` are what it contributes to
    the registers that the plan names.
    """

    path: str
    type_name: str
    status: str
    completeness: float
    diagnostics: tuple[Diagnostic, ...]
    suppressed: tuple[Suppressed, ...]
    failures: tuple[RuleFailure, ...]
    collected: tuple[Collected, ...] = ()
    silences: tuple[Silence, ...] = ()
    sections: tuple[SectionCount, ...] = ()
    entries: tuple[Entry, ...] = ()
