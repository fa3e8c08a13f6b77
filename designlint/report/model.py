"""The JSON report as pydantic models. Version 1: fields are added, never changed or removed."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


Count = Annotated[int, Field(ge=0)]
Level = Literal["error", "warning", "info"]


class Place(_Model):
    """A place in a file, in Unicode code points."""

    line: int = Field(ge=1, description="1-based.")
    column: int = Field(ge=1, description="1-based, in Unicode code points.")


class Tool(_Model):
    """What made the report."""

    name: Literal["designlint"]
    version: str


class CheckedDocument(_Model):
    """A document that was checked."""

    path: str = Field(description="POSIX, relative to the working directory.")
    type: str | None = Field(description="The document type; null where it has none of a name.")
    status: str | None = Field(description="draft, review, accepted, …; null where none is given.")
    completeness: float = Field(ge=0, le=1, description="Share of the expected elements filled.")


class ReportedNote(_Model):
    """A related place."""

    message: str
    path: str = Field(description="The document that it is in, mostly the diagnostic's own.")
    start: Place
    end: Place = Field(description="Exclusive.")


class Edit(_Model):
    """A replacement of one range of text."""

    start: Place
    end: Place = Field(description="Exclusive.")
    text: str


class Fix(_Model):
    """A change that settles a diagnostic."""

    safe: bool = Field(description="Whether it keeps what the document says.")
    edits: tuple[Edit, ...]


class ReportedDiagnostic(_Model):
    """One finding."""

    path: str
    rule: str
    group: str
    severity: Level
    message: str
    help: str = Field(description="What to do; may be empty.")
    section: tuple[str, ...] = Field(description="Titles from the top down to the section.")
    start: Place
    end: Place = Field(description="Exclusive.")
    notes: tuple[ReportedNote, ...]
    fix: Fix | None
    url: str | None = Field(description="The rule's page.")
    fingerprint: str = Field(description="Stays the same when text elsewhere changes.")


class Summary(_Model):
    """Totals of the run."""

    checked: Count
    skipped: Count = Field(description="Files that are of no document type and were left alone.")
    errors: Count
    warnings: Count
    infos: Count
    suppressed: Count
    baselined: Count
    fixable: Count
    older: Count = Field(description="Left out by --changed-since: from before the change.")


class Report(_Model):
    """What `designlint check --output-format json` prints."""

    version: Literal[1]
    tool: Tool
    documents: tuple[CheckedDocument, ...]
    diagnostics: tuple[ReportedDiagnostic, ...]
    summary: Summary
