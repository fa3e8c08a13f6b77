"""`designlint decisions`."""

from typing import Unpack

import click

from designlint.cli.registers import Asked, read_register, register_options, states_named
from designlint.registers import DecisionEntry
from designlint.registers.decisions import DecisionState
from designlint.report.registers.decisions import decision_sheet


@click.command()
@register_options(DecisionState)
def decisions(status: tuple[str, ...], output_format: str, **asked: Unpack[Asked]) -> None:
    """List every decision of design documents: undecided ones first.

    Each has the options that are weighed, or what was chosen, and why.
    """
    states = states_named(status, DecisionState)
    reading = read_register("decisions", DecisionEntry, asked)
    entries = [entry for entry in reading.entries if entry.state in states]
    reading.show(output_format, lambda: decision_sheet(entries, reading.extent), entries)
    reading.finish()
