"""What the commands that print a register share: their options, reading documents, printing."""

import sys
from collections.abc import Callable, Iterable
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Generic, TypedDict, TypeVar

import click
from msgspec import Struct

from designlint.cli.output import Failure, emit, notice, terminal_width, wants_colour
from designlint.cli.project import config_options, open_project, or_fail
from designlint.cli.selection import (
    Command,
    asked_version,
    check_paths,
    document_options,
    fixed_type,
    names_in,
)
from designlint.cli.session import Session
from designlint.config.errors import did_you_mean
from designlint.config.plans import Overrides
from designlint.registers import Entry
from designlint.report.registers.questions import Ages
from designlint.report.registers.sheet import Extent, Sheet

_Entry = TypeVar("_Entry", bound=Entry)
_State = TypeVar("_State", bound=StrEnum)
_NO_AGES: Ages = MappingProxyType({})


class Asked(TypedDict):
    """What the command line says of the documents to read."""

    paths: tuple[str, ...]
    type_name: str | None
    template: str | None
    template_version: str | None
    as_status: str
    config: str | None
    no_config: bool


def register_options(states: Iterable[str]) -> Callable[[Command], Command]:
    """The arguments and options of a command whose entries are in one of `states`."""
    listed = ", ".join(states)

    def add(command: Command) -> Command:
        command = config_options(command)
        command = click.option(
            "--output-format",
            type=click.Choice(["table", "json", "csv", "markdown"]),
            default="table",
            show_default=True,
            help="How to print them.",
        )(command)
        command = click.option(
            "--status",
            multiple=True,
            metavar="STATES",
            help=f"Only what is in these states: {listed}; repeatable, or separated by commas.",
        )(command)
        command = document_options(command)
        return click.argument("paths", nargs=-1, metavar="[PATHS]...")(command)

    return add


def owner_option(command: Command) -> Command:
    """The option `--owner`."""
    return click.option(
        "--owner", default="", metavar="NAME", help="Only what is owned by somebody so named."
    )(command)


def states_named(values: tuple[str, ...], states: type[_State]) -> frozenset[_State]:
    """The states that `--status` names, all of them where it names none. Raises Failure."""
    known = [state.value for state in states]
    names = [name.casefold() for name in names_in(values)]
    for name in names:
        if name not in known:
            listed = f"{', '.join(known[:-1])} or {known[-1]}"
            raise Failure(f"--status takes {listed}, not {name}{did_you_mean(name, known)}")
    return frozenset(map(states, names)) or frozenset(states)


def is_owned(owner: str, asked: str) -> bool:
    """Whether an owner's name has what `--owner` asks for in it, whatever the case."""
    return asked.strip().removeprefix("@").casefold() in owner.casefold()


class Reading(Struct, Generic[_Entry], frozen=True):
    """What a command found, in the order in which to talk about it.

    `problems` are the files and folders that could not be read.
    """

    register: str
    entries: tuple[_Entry, ...]
    session: Session
    problems: tuple[str, ...]
    documents: int

    @property
    def extent(self) -> Extent:
        """How much was read."""
        return Extent(self.documents, len(self.entries))

    def show(
        self,
        output_format: str,
        sheet: Callable[[], Sheet],
        entries: Iterable[_Entry],
        ages: Ages = _NO_AGES,
    ) -> None:
        """Print `entries`, for people as `sheet` has them."""
        if output_format == "table":
            from designlint.report.registers.table import table

            emit(table(sheet(), terminal_width(), wants_colour()))
        elif output_format == "markdown":
            from designlint.report.registers.markdown import markdown

            emit(markdown(sheet()), utf8=True)
        else:
            from designlint.report.registers.records import csv_text, register_json, register_of

            listed: list[Entry] = [*entries]
            today = self.session.today
            register = register_of(self.register, listed, today, self.documents, ages)
            as_text = register_json if output_format == "json" else csv_text
            emit(as_text(register), utf8=True)

    def finish(self, notices: Iterable[str] = ()) -> None:
        """Say what a reader has to know beside it, and exit: with 2 where something went unread."""
        for line in (*self.session.notices, *notices, *self.problems):
            notice(line)
        sys.exit(2 if self.problems else 0)


def read_register(register: str, kind: type[_Entry], asked: Asked) -> Reading[_Entry]:
    """Read the documents for one register. Raises Failure."""
    project = open_project(asked["config"], asked["no_config"])
    fixed = or_fail(lambda: fixed_type(project, asked["type_name"], asked["template"]))
    version = asked_version(project, fixed, asked["template_version"])
    overrides = Overrides(as_status=asked["as_status"].strip())
    session = Session(project, overrides, date.today(), fixed, version, (register,))
    run, problems = or_fail(lambda: check_paths(session, asked["paths"] or (".",)))
    found = (each for result in run.results for each in result.entries if isinstance(each, kind))
    unread = tuple(
        f"{each.path}:{each.start.line}:{each.start.column}: {each.message}"
        for each in run.diagnostics()
    )
    return Reading(
        register,
        tuple(sorted(found, key=lambda entry: entry.urgency)),
        session,
        (*problems, *unread),
        sum(not result.diagnostics for result in run.results),
    )
