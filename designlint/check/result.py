"""What the check of one document gives."""

from collections.abc import Mapping
from dataclasses import dataclass

from designlint.document.span import Position
from designlint.finding import Diagnostic, Severity
from designlint.registers import Entry


@dataclass(frozen=True, slots=True)
class RuleFailure:
    """A rule that raised: a defect of the rule, never of the document."""

    path: str
    rule: str
    error: str


@dataclass(frozen=True, slots=True)
class Collected:
    """What a rule that compares documents took from one of them.

    `severities` are those of its findings in this document, by variant; the rule's own is at "".
    """

    rule: str
    severities: Mapping[str, Severity]
    facts: tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Silence:
    """A suppression of a rule whose findings are known when all documents are.

    It covers from `start` to `end`, exclusive; `unused` is what is said of it if it silences
    nothing.
    """

    rule: str
    start: Position
    end: Position
    unused: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class DocumentResult:
    """One checked document. `completeness` is the share of expected elements filled, 0 to 1.

    `collected` and `silences` are for the rules that compare documents, `entries` are what it
    contributes to the registers that the plan names.
    """

    path: str
    type_name: str
    status: str
    completeness: float
    diagnostics: tuple[Diagnostic, ...]
    suppressed: int
    failures: tuple[RuleFailure, ...]
    collected: tuple[Collected, ...] = ()
    silences: tuple[Silence, ...] = ()
    entries: tuple[Entry, ...] = ()
