"""A question of a design, with all that is said of it."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from msgspec import Struct

from designlint.document.sections import Section
from designlint.document.span import Span
from designlint.facts.dates import first_date
from designlint.language.lexicon import ENGLISH, Lexicon
from designlint.outline.model import ExpectedField

_LONGEST = 60


class Attribute(Struct, frozen=True):
    """A labelled part of a question: its label's and its value's place, and the value's text."""

    key: str
    span: Span
    text: str
    filled: bool


class QuestionForm(StrEnum):
    """How a question is written."""

    ITEM = "item"
    BOX = "box"
    ROW = "row"
    HEADING = "heading"


class Question(Struct, frozen=True):
    """One question. `span` covers its first line, `text` is that line as a reader sees it.

    `statement` is the whole of it as it is written, without its labelled parts; `reply` is what
    answers it without any label.
    `missing` are the parts that the template asks for and that it has not, or has empty.
    `lasting` says that the template lets it stay open. `lexicon` says what its parts are called.
    """

    span: Span
    text: str
    section: Section
    answered: bool
    attributes: tuple[Attribute, ...]
    missing: tuple[ExpectedField, ...] = ()
    form: QuestionForm = QuestionForm.ITEM
    lasting: bool = False
    statement: str = ""
    reply: str = ""
    lexicon: Lexicon = ENGLISH

    @property
    def brief(self) -> str:
        """Its text as messages name it."""
        return self.text if len(self.text) <= _LONGEST else f"{self.text[: _LONGEST - 1]}…"

    @property
    def asks(self) -> bool:
        """Whether it ends as a question does."""
        return self.text.rstrip().endswith(("?", "？"))

    @property
    def boxed(self) -> bool:
        """Whether a box says whether it is answered."""
        return self.form is QuestionForm.BOX

    def attribute(self, names: Sequence[str]) -> Attribute | None:
        """The first filled part that bears one of `names`."""
        return next((a for a in self.attributes if a.key in names and a.filled), None)

    @property
    def answers(self) -> tuple[Attribute, ...]:
        """The parts that are meant to answer it, whatever they say."""
        return tuple(a for a in self.attributes if a.key in self.lexicon.answer)

    @property
    def deferral(self) -> Attribute | None:
        """Until when, or why, the question is put off."""
        return self.attribute(self.lexicon.deferred)

    @property
    def until(self) -> date | None:
        """The day until which it is put off."""
        return first_date(self.deferral.text) if self.deferral else None

    @property
    def due(self) -> date | None:
        """When an answer is due."""
        found = self.attribute(self.lexicon.due)
        return first_date(found.text) if found else None

    @property
    def owner(self) -> str:
        """Who is to answer it."""
        found = self.attribute(self.lexicon.owner)
        return found.text if found else ""

    def overdue(self, today: date) -> date | None:
        """The day by which it should have been answered, if that has passed.

        Once a question is put off, only the date of that counts.
        """
        day = self.until if self.deferral else self.due
        return day if day is not None and day < today else None
