"""The register of questions."""

from collections.abc import Mapping, Sequence

from designlint.registers import QuestionEntry
from designlint.registers.questions import QuestionState
from designlint.report.registers.sheet import Extent, Sheet, SheetRow, below, summary_of

_COLOURS = {
    QuestionState.OPEN: "yellow",
    QuestionState.DEFERRED: "cyan",
    QuestionState.ANSWERED: "green",
}

Ages = Mapping[tuple[str, int], int]
"""Days since a line was last changed, by the document's path as it is shown, and the line."""


def question_sheet(entries: Sequence[QuestionEntry], ages: Ages, extent: Extent) -> Sheet:
    """The register for people. `entries` are in their order, and lines without an age unknown."""
    counts = [
        (sum(entry.state is state for entry in entries), state.value) for state in QuestionState
    ]
    overdue = sum(entry.overdue for entry in entries)
    aside = f"{overdue} overdue" if overdue else ""
    return Sheet(
        ("State", "Age", "Due", "Owner", "Question"),
        tuple(_row(entry, age_of(entry, ages)) for entry in entries),
        summary_of("question", (each.origin for each in entries), extent, counts, aside),
    )


def age_of(entry: QuestionEntry, ages: Ages) -> int | None:
    """In days; None where it is not known."""
    return ages.get((entry.origin.place.path, entry.origin.place.start.line))


def _row(entry: QuestionEntry, age: int | None) -> SheetRow:
    state = "overdue" if entry.overdue else entry.state.value
    deferred = entry.state is QuestionState.DEFERRED
    return SheetRow(
        (state, "" if age is None else f"{age} d", entry.due, entry.owner),
        entry.text,
        below(("Blocks", entry.blocking), ("Deferred" if deferred else "Answer", entry.answer)),
        entry.origin,
        "red" if entry.overdue else _COLOURS[entry.state],
    )
