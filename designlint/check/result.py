"""What the check of one document gives."""

from dataclasses import dataclass

from designlint.finding import Diagnostic


@dataclass(frozen=True, slots=True)
class RuleFailure:
    """A rule that raised: a defect of the rule, never of the document."""

    path: str
    rule: str
    error: str


@dataclass(frozen=True, slots=True)
class DocumentResult:
    """One checked document. `completeness` is the share of expected elements filled, 0 to 1."""

    path: str
    type_name: str
    status: str
    completeness: float
    diagnostics: tuple[Diagnostic, ...]
    suppressed: int
    failures: tuple[RuleFailure, ...]
