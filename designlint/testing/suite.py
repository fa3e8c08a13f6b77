"""A suite of literate tests, as it was read. Nothing here runs anything."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from msgspec import Struct, field

from designlint.config.model import ConfiguredRequirements
from designlint.testing.errors import SuiteError

DEFAULT_TODAY = date(2026, 1, 1)
"""The day of every case that does not set its own."""
DOCUMENT_PATH = "document.md"
"""Where the document of a case is, unless the case says so."""


class Fence(Struct, frozen=True):
    """A fenced block of a suite.

    `name` and `flags` are the words of its info string. `text` is its body, a line feed at the
    end of every line; `line` is the 1-based line of the opening fence, `closing` of the other.
    """

    name: str
    flags: tuple[str, ...]
    text: str
    line: int
    closing: int

    @property
    def title(self) -> str:
        """What tells it apart within a case: its name, with the path of a document or file."""
        return f"{self.name} {self.path}" if self.name in ("document", "file") else self.name

    @property
    def path(self) -> str:
        """What stands behind its name: the path of a document or file, which may have spaces."""
        return " ".join(self.flags)


class Options(Struct, frozen=True):
    """A rule's options as the suite gives them, and the `fence` they stand in, if any."""

    values: Mapping[str, Any] = field(default_factory=dict)
    fence: Fence | None = None


class CaseSettings(Struct, frozen=True):
    """How a case is run.

    `rules` are the names of the rules that run, empty for the suite's alone, and None for all
    of them. `status` replaces the document's own unless it is empty. `path` is where it is in its
    repository. `requirements` is the table of that name in a configuration.
    """

    status: str = ""
    today: date = DEFAULT_TODAY
    rules: tuple[str, ...] | None = ()
    line: int = 1
    path: str = DOCUMENT_PATH
    requirements: ConfiguredRequirements | None = None


class Case(Struct, frozen=True):
    """One document, and what a rule is to find in it.

    `path` is the suite's, and `line` that of the case's heading in it. `document` has byte order
    mark and carriage returns where flags of its fence ask for them. `documents` are the others of
    the run, and `files` what else is in the repository, by their paths.
    """

    path: str
    line: int
    name: str
    rule: str
    document: str
    template: Fence
    options: Options
    settings: CaseSettings
    findings: Fence
    documents: Mapping[str, str] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)

    @property
    def expected(self) -> str:
        """The expected findings as text."""
        return self.findings.text


class Suite(Struct, frozen=True):
    """The cases of one rule."""

    path: str
    rule: str
    cases: tuple[Case, ...]

    def require_both_outcomes(self) -> None:
        """A rule is tested where it speaks and where it is silent. Raises SuiteError."""
        mark = f" {self.rule}: "
        speaks = any(
            mark in line and not line.startswith(" ")
            for case in self.cases
            for line in case.expected.splitlines()
        )
        if not speaks:
            raise SuiteError(self.path, 1, f"no case has a finding of {self.rule}; write one")
        if all(case.expected for case in self.cases):
            raise SuiteError(
                self.path, 1, f"no case is clean; write one where {self.rule} is silent"
            )
