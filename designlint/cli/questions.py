"""`designlint questions`."""

from typing import Unpack

import click

from designlint.cli.ages import ages_of
from designlint.cli.registers import (
    Asked,
    is_owned,
    owner_option,
    read_register,
    register_options,
    states_named,
)
from designlint.registers import QuestionEntry
from designlint.registers.questions import QuestionState
from designlint.report.registers.questions import question_sheet


@click.command()
@register_options(QuestionState)
@owner_option
@click.option("--overdue", is_flag=True, help="Only those whose day has passed.")
def questions(
    status: tuple[str, ...],
    owner: str,
    overdue: bool,
    output_format: str,
    **asked: Unpack[Asked],
) -> None:
    """List every question of design documents: overdue and open ones first.

    Each has its state, owner and due date, the days since its line was last changed in git, and
    what became of it.
    """
    states = states_named(status, QuestionState)
    reading = read_register("questions", QuestionEntry, asked)
    entries = [
        entry
        for entry in reading.entries
        if entry.state in states and is_owned(entry.owner, owner) and (entry.overdue or not overdue)
    ]
    ages, notices = ages_of(entries, reading.session)
    reading.show(
        output_format, lambda: question_sheet(entries, ages, reading.extent), entries, ages
    )
    reading.finish(notices)
