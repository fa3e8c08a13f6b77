"""The register of decisions."""

from collections.abc import Sequence

from designlint.registers import DecisionEntry
from designlint.registers.decisions import DecisionState
from designlint.report.registers.sheet import Extent, Sheet, SheetRow, below, summary_of

_COLOURS = {DecisionState.UNDECIDED: "red", DecisionState.DECIDED: "green"}


def decision_sheet(entries: Sequence[DecisionEntry], extent: Extent) -> Sheet:
    """The register for people. `entries` are in their order."""
    counts = [
        (sum(entry.state is state for entry in entries), state.value) for state in DecisionState
    ]
    return Sheet(
        ("State", "Date", "Status", "Decision"),
        tuple(map(_row, entries)),
        summary_of("decision", (entry.origin for entry in entries), extent, counts),
    )


def _row(entry: DecisionEntry) -> SheetRow:
    # Once something is chosen, the choice says more than all that was weighed.
    options = "" if entry.choice else " / ".join(entry.options)
    return SheetRow(
        (entry.state.value, entry.date, entry.origin.status),
        entry.decision,
        below(("Options", options), ("Choice", entry.choice), ("Rationale", entry.rationale)),
        entry.origin,
        _COLOURS[entry.state],
    )
