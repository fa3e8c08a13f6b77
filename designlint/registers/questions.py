"""The questions of a document: who is to answer what, by when."""

from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct

from designlint.context import Context
from designlint.document.normalise import name_key
from designlint.facts.question import Question
from designlint.language.lexicon import Lexicon
from designlint.language.phrases import bare
from designlint.registers.origin import Origin, origin_of


class QuestionState(StrEnum):
    """Where a question is, what is to be done first."""

    OPEN = "open"
    DEFERRED = "deferred"
    ANSWERED = "answered"


class QuestionEntry(Struct, frozen=True, tag=True):
    """A question. `answer` is what answers it, or until when or why it is deferred.

    `due` is an ISO date, empty where none is given; of a deferred question it is the day until
    which it is put off. `overdue` says that it has passed and the question waits still. `blocking`
    is what the question holds up.
    """

    origin: Origin
    text: str
    state: QuestionState
    owner: str
    due: str
    overdue: bool
    blocking: str
    answer: str

    @property
    def urgency(self) -> tuple[object, ...]:
        """What to talk about first: what is overdue, what is open, what blocks, what is due."""
        return (
            not self.overdue,
            [*QuestionState].index(self.state),
            not self.blocking,
            not self.due,
            self.due,
            self.origin.where,
        )


def collect_questions(context: Context) -> Iterator[QuestionEntry]:
    """The questions of one document, in its order; the template's own are left out."""
    document, lexicon = context.document, context.lexicon
    for question in context.questions:
        if context.is_residue(question.span):
            continue
        state = _state(question)
        day = None
        if state is not QuestionState.ANSWERED:
            day = question.overdue(context.today)
        due = question.until if state is QuestionState.DEFERRED else question.due
        yield QuestionEntry(
            origin_of(context, question.span),
            _asked(document.plain_text(question.statement), lexicon),
            state,
            document.plain_text(question.owner),
            due.isoformat() if due else "",
            day is not None,
            document.plain_text(_blocking(question, lexicon)),
            document.plain_text(_answer(question, state)) or _reply(question, state),
        )


def _asked(statement: str, lexicon: Lexicon) -> str:
    """A question without the label `Q:` before it."""
    head, _, rest = statement.partition(":")
    return rest.strip() if name_key(head) in lexicon.question and rest.strip() else statement


def _state(question: Question) -> QuestionState:
    if question.answered:
        return QuestionState.ANSWERED
    return QuestionState.DEFERRED if question.deferral else QuestionState.OPEN


def _blocking(question: Question, lexicon: Lexicon) -> str:
    found = question.attribute(lexicon.blocking)
    return "" if found is None or bare(found.text).casefold() in lexicon.no else found.text


def _answer(question: Question, state: QuestionState) -> str:
    if state is QuestionState.DEFERRED and question.deferral:
        return question.deferral.text
    if state is QuestionState.ANSWERED:
        return next((each.text for each in question.answers if each.filled), "")
    return ""


def _reply(question: Question, state: QuestionState) -> str:
    return question.reply if state is QuestionState.ANSWERED else ""
