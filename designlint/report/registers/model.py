"""The registers as pydantic models. Version 1: fields are added, never changed or removed."""

from collections.abc import Mapping
from typing import Literal

from pydantic import Field

from designlint.report.model import Count, Place, ReportModel


class RegisterRow(ReportModel):
    """What every entry has."""

    path: str = Field(description="POSIX, relative to the working directory.")
    title: str | None = Field(description="The title of the document; null where it has none.")
    status: str | None = Field(description="The document's: draft, review, …; null without one.")
    section: tuple[str, ...] = Field(description="Titles from the top down to the section.")
    start: Place
    end: Place = Field(description="Exclusive.")


class QuestionRow(RegisterRow):
    """A question."""

    state: Literal["open", "deferred", "answered"]
    text: str
    owner: str | None
    due: str | None = Field(description="An ISO date; of a deferred question, until when it is.")
    overdue: bool = Field(description="Whether that has passed, and the question waits still.")
    blocking: str | None = Field(description="What the question holds up.")
    answer: str | None = Field(description="The answer, or the reason why it is deferred.")
    age: int | None = Field(
        ge=0, description="Days since its line was last changed in git; null where not known."
    )


class RiskRow(RegisterRow):
    """A risk."""

    state: Literal["open", "mitigated"]
    name: str
    impact: str | None = Field(description="As it is written.")
    probability: str | None = Field(description="As it is written.")
    exposure: int = Field(
        ge=1,
        le=16,
        description="Impact times probability: low 1, medium 2, high 3, above 4; unrated is 2.",
    )
    mitigation: str | None
    owner: str | None


class DecisionRow(RegisterRow):
    """A decision."""

    state: Literal["undecided", "decided"]
    decision: str = Field(description="What it is about.")
    options: tuple[str, ...]
    choice: str | None
    rationale: str | None
    date: str | None = Field(description="The ISO date that the document states.")


class _Register(ReportModel):
    version: Literal[1]
    name: str = Field(alias="register")
    today: str = Field(description="The ISO date of the run.")
    documents: Count = Field(description="How many documents were read.")


class QuestionRegister(_Register):
    """What `designlint questions --output-format json` prints."""

    name: Literal["questions"] = Field(alias="register")
    rows: tuple[QuestionRow, ...]


class RiskRegister(_Register):
    """What `designlint risks --output-format json` prints."""

    name: Literal["risks"] = Field(alias="register")
    rows: tuple[RiskRow, ...]


class DecisionRegister(_Register):
    """What `designlint decisions --output-format json` prints."""

    name: Literal["decisions"] = Field(alias="register")
    rows: tuple[DecisionRow, ...]


Register = QuestionRegister | RiskRegister | DecisionRegister

MODELS: Mapping[str, tuple[type[Register], type[RegisterRow]]] = {
    "questions": (QuestionRegister, QuestionRow),
    "risks": (RiskRegister, RiskRow),
    "decisions": (DecisionRegister, DecisionRow),
}
"""The models of each register, and of its rows, by its name."""
