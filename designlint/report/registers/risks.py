"""The register of risks."""

from collections.abc import Sequence

from designlint.registers import RiskEntry
from designlint.registers.risks import RiskState
from designlint.report.registers.sheet import Extent, Sheet, SheetRow, below, summary_of

_COLOURS = {RiskState.OPEN: "red", RiskState.MITIGATED: "green"}


def risk_sheet(entries: Sequence[RiskEntry], extent: Extent) -> Sheet:
    """The register for people. `entries` are in their order."""
    counts = [(sum(entry.state is state for entry in entries), state.value) for state in RiskState]
    return Sheet(
        ("State", "Exposure", "Impact", "Prob.", "Owner", "Risk"),
        tuple(map(_row, entries)),
        summary_of("risk", (entry.origin for entry in entries), extent, counts),
    )


def _row(entry: RiskEntry) -> SheetRow:
    # Where nothing is rated, equal numbers would only look like ratings.
    exposure = str(entry.exposure) if entry.impact or entry.probability else ""
    return SheetRow(
        (entry.state.value, exposure, entry.impact, entry.probability, entry.owner),
        entry.name,
        below(("Mitigation", entry.mitigation)),
        entry.origin,
        _COLOURS[entry.state],
    )
