"""`designlint risks`."""

from typing import Unpack

import click

from designlint.cli.registers import (
    Asked,
    is_owned,
    owner_option,
    read_register,
    register_options,
    states_named,
)
from designlint.registers import RiskEntry
from designlint.registers.risks import RiskState
from designlint.report.registers.risks import risk_sheet


@click.command()
@register_options(RiskState)
@owner_option
def risks(status: tuple[str, ...], owner: str, output_format: str, **asked: Unpack[Asked]) -> None:
    """List every risk of design documents: the highest exposure first.

    Exposure is impact times probability, where low is 1, medium 2, high 3, and anything above 4.
    """
    states = states_named(status, RiskState)
    reading = read_register("risks", RiskEntry, asked)
    entries = [
        entry for entry in reading.entries if entry.state in states and is_owned(entry.owner, owner)
    ]
    reading.show(output_format, lambda: risk_sheet(entries, reading.extent), entries)
    reading.finish()
