"""The JSON report as pydantic models. Version 1: fields are added, never changed or removed."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field


class ReportModel(BaseModel):
    """What all that is printed as JSON has in common."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


Count = Annotated[int, Field(ge=0)]
Level = Literal["error", "warning", "info"]


class Place(ReportModel):
    """A place in a file, in Unicode code points."""

    line: int = Field(ge=1, description="1-based.")
    column: int = Field(ge=1, description="1-based, in Unicode code points.")


class Tool(ReportModel):
    """What made the report."""

    name: Literal["designlint"]
    version: str


class ReportedSection(ReportModel):
    """A section at the top of the template, and how much of it a document has filled."""

    title: str | None = Field(
        description="The template's; null for what stands above the first section."
    )
    line: int | None = Field(ge=1, description="In the document; null where it is missing.")
    expected: Count = Field(
        description="Required sections, fields, tables, code blocks and lists of boxes."
    )
    filled: Count


class CheckedDocument(ReportModel):
    """A document that was checked."""

    path: str = Field(description="POSIX, relative to the working directory.")
    type: str | None = Field(description="The document type; null where it has none of a name.")
    status: str | None = Field(description="draft, review, accepted, …; null where none is given.")
    completeness: float = Field(ge=0, le=1, description="Share of the expected elements filled.")
    sections: tuple[ReportedSection, ...] = Field(
        description="What completeness is made of, in the order of the template."
    )


class ReportedNote(ReportModel):
    """A related place."""

    message: str
    path: str = Field(description="The document that it is in, mostly the diagnostic's own.")
    start: Place
    end: Place = Field(description="Exclusive.")


class Edit(ReportModel):
    """A replacement of one range of text."""

    start: Place
    end: Place = Field(description="Exclusive.")
    text: str


class Fix(ReportModel):
    """A change that settles a diagnostic."""

    safe: bool = Field(description="Whether it keeps what the document says.")
    edits: tuple[Edit, ...]


class ReportedDiagnostic(ReportModel):
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


class Summary(ReportModel):
    """Totals of the run."""

    checked: Count
    skipped: Count = Field(description="Files that are of no document type and were left alone.")
    errors: Count
    warnings: Count
    infos: Count
    suppressed: Count
    baselined: Count = Field(description="Known to the baseline, and in no diagnostic.")
    fixable: Count
    fixed: Count = Field(description="Entries of the baseline that nothing answers to any more.")
    older: Count = Field(description="Left out by --changed-since: from before the change.")


class DocumentStatistics(ReportModel):
    """The findings of one document."""

    path: str
    completeness: float = Field(ge=0, le=1)
    errors: Count
    warnings: Count
    infos: Count


class RuleStatistics(ReportModel):
    """The findings of one rule, and in how many documents they are."""

    rule: str
    errors: Count
    warnings: Count
    infos: Count
    documents: Count


class SectionStatistics(ReportModel):
    """A section at the top of a template, over all documents of a type."""

    type: str | None
    where: Literal["section", "above", "other"] = Field(
        description="A section of the template, what stands above the first, or all sections that "
        "the template does not have."
    )
    title: str | None = Field(description="The template's; null unless it is a section of it.")
    documents: Count = Field(description="In how many it is expected.")
    expected: Count
    filled: Count
    findings: Count = Field(description="Those that stand in it.")


class ReportedStatistics(ReportModel):
    """Counts of a run; documents and sections least complete first, rules that found most first."""

    documents: tuple[DocumentStatistics, ...]
    rules: tuple[RuleStatistics, ...]
    sections: tuple[SectionStatistics, ...]


class Report(ReportModel):
    """What `designlint check --output-format json` prints."""

    version: Literal[1]
    tool: Tool
    documents: tuple[CheckedDocument, ...]
    diagnostics: tuple[ReportedDiagnostic, ...]
    summary: Summary
    statistics: ReportedStatistics | None = Field(description="Null without --statistics.")
