"""The configuration file as pydantic models; keys are kebab-case in the file."""

from enum import StrEnum
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StrictBool

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


class _Table(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True, alias_generator=kebab)


Severities = dict[str, Severity]
"""Severities by rule name."""


class DocumentsTable(_Table):
    """One `[[documents]]` entry: a document type, and the files that are of it."""

    type: Annotated[str, Field(min_length=1, description="A built-in type, or a name of your own.")]
    files: Annotated[
        tuple[str, ...],
        Field(min_length=1, description="Globs as in .gitignore, relative to this file."),
    ]
    template: str | None = Field(
        None, min_length=1, description="The template's path, relative to this file."
    )
    severity: Severities = Field(
        default_factory=dict, description="Severities for these documents alone."
    )


class Config(_Table):
    """The whole configuration."""

    fail_on: FailOn = Field(
        FailOn.ERROR, description="The mildest severity that makes `check` exit with 1."
    )
    select: tuple[str, ...] = Field(
        (), description="The rules or groups of rules to run; all of them where it is empty."
    )
    ignore: tuple[str, ...] = Field(
        (), description="The rules or groups of rules to leave out; wins over `select`."
    )
    exclude: tuple[str, ...] = Field(
        (), description="Files never to check: globs as in .gitignore, relative to this file."
    )
    plugins: tuple[str, ...] = Field(
        (), description="Python packages of rules to load beside the installed ones."
    )
    severity: Severities = Field(default_factory=dict, description="Severities by rule.")
    require_reason: StrictBool = Field(
        False, description="Whether a suppressing comment has to give a reason."
    )
    documents: tuple[DocumentsTable, ...] = Field(
        (), description="Which files are documents of which type; the first match wins."
    )
    rules: dict[str, dict[str, Any]] = Field(
        default_factory=dict, description="Options of rules, a table for each rule."
    )
    status: dict[str, Severities] = Field(
        default_factory=dict, description="Severities by rule for documents of a status."
    )
