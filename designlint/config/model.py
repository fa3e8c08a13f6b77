"""What a configuration says, as plain values.

Keys are kebab-case in the file. `tables.py` has what else is to be said of it: what keys are for,
and what is wrong with a value.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Any

from msgspec import Meta, Struct, field

from designlint.facts.requirement_ids import compile_ids
from designlint.facts.requirements import DEFAULT_SETTINGS, RequirementSettings
from designlint.finding import Severity


class FailOn(StrEnum):
    """The mildest severity that makes `check` exit with 1; `never` lets everything pass."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    NEVER = "never"

    def reached_by(self, severity: Severity) -> bool:
        """Whether a finding of `severity` fails the run."""
        return self is not FailOn.NEVER and severity.rank >= Severity(self.value).rank


def kebab(name: str) -> str:
    """`fail_on` as it is written in a file: `fail-on`."""
    return name.replace("_", "-")


BASELINE = ".designlint-baseline.json"
"""What `designlint baseline` writes, and `designlint check` looks for."""

Severities = dict[str, Severity]
"""Severities by rule name."""

Filled = Annotated[str, Meta(min_length=1)]
"""A string that is not empty."""


class ConfiguredDocuments(Struct, frozen=True, rename="kebab", forbid_unknown_fields=True):
    """One `[[documents]]` entry: a document type, and the files that are of it."""

    type: Filled
    files: Annotated[tuple[str, ...], Meta(min_length=1)]
    template: Filled | None = None
    template_version: str | None = None
    front_matter_schema: Filled | None = None
    severity: Severities = field(default_factory=dict)


class ConfiguredWords(Struct, frozen=True):
    """What is added to the English words: `lists` by their names, and names of a status by it."""

    lists: Mapping[str, tuple[str, ...]]
    statuses: Mapping[str, tuple[str, ...]]


class ConfiguredRequirements(Struct, frozen=True):
    """Where requirements are defined, and where addressed. `pattern` says what ids look like."""

    pattern: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    defined_in: tuple[str, ...] = ()
    addressed_in: tuple[str, ...] = ()

    def lists(self) -> dict[str, tuple[str, ...]]:
        """The titles and names that it adds, by the lists of words that they belong to."""
        return {"requirements": self.defined_in, "addressed": self.addressed_in}

    def settings(self) -> RequirementSettings:
        """How requirements are found in a document."""
        return RequirementSettings(compile_ids(self.pattern)) if self.pattern else DEFAULT_SETTINGS


class Config(Struct, frozen=True, rename="kebab", forbid_unknown_fields=True):
    """The whole configuration. Without a file, its defaults hold."""

    fail_on: FailOn = FailOn.ERROR
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    plugins: tuple[str, ...] = ()
    severity: Severities = field(default_factory=dict)
    baseline: Filled | None = None
    require_reason: bool = False
    documents: tuple[ConfiguredDocuments, ...] = ()
    rules: Mapping[str, dict[str, Any]] = field(default_factory=dict)
    status: Mapping[str, Severities] = field(default_factory=dict)
    requirements: ConfiguredRequirements | None = None
    words: ConfiguredWords | None = None
