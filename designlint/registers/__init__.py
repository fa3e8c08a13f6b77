"""Registers: every question, risk and decision of the documents, with what is said of it.

Each module has one kind of entry, a frozen dataclass of plain values, and finds those of one
document in its `Context`.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping

from designlint.context import Context
from designlint.registers.decisions import DecisionEntry, collect_decisions
from designlint.registers.questions import QuestionEntry, collect_questions
from designlint.registers.risks import RiskEntry, collect_risks

Entry = QuestionEntry | RiskEntry | DecisionEntry

COLLECTORS: Mapping[str, Callable[[Context], Iterator[Entry]]] = {
    "questions": collect_questions,
    "risks": collect_risks,
    "decisions": collect_decisions,
}
"""What finds the entries of one document, by the names of registers."""


def collect(registers: Iterable[str], context: Context) -> tuple[Entry, ...]:
    """What one document contributes to these registers. Pure, and picklable."""
    return tuple(entry for name in registers for entry in COLLECTORS[name](context))


__all__ = ["COLLECTORS", "DecisionEntry", "Entry", "QuestionEntry", "RiskEntry", "collect"]
