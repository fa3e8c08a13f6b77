"""`designlint baseline`."""

import sys
from datetime import date
from pathlib import Path

import click

from designlint.baseline.apply import baseline_of, pruned
from designlint.baseline.model import Baseline
from designlint.baseline.store import as_text
from designlint.cli.baselines import usual_file
from designlint.cli.failures import failure_lines
from designlint.cli.known import load_baseline, places_of
from designlint.cli.output import Failure, emit, notice
from designlint.cli.project import config_options, open_project, or_fail
from designlint.cli.selection import asked_version, check_paths, document_options, fixed_type
from designlint.cli.session import Session
from designlint.cli.write import write_file
from designlint.config.plans import Overrides
from designlint.discovery.files import shown_path
from designlint.document.source import read_source
from designlint.report.escape import safe
from designlint.report.summary import plural


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    help="Where to write it, in place of the configured file or .designlint-baseline.json.",
)
@click.option("--update", is_flag=True, help="Take out what is fixed, and add nothing.")
@document_options
@config_options
def baseline(
    paths: tuple[str, ...],
    output: str | None,
    update: bool,
    type_name: str | None,
    template: str | None,
    template_version: str | None,
    as_status: str,
    config: str | None,
    no_config: bool,
) -> None:
    """Write down what is found today, so that `designlint check` tells only what is new."""
    project = open_project(config, no_config)
    fixed = or_fail(lambda: fixed_type(project, type_name, template))
    version = asked_version(project, fixed, template_version)
    overrides = Overrides(as_status=as_status.strip())
    session = Session(project, overrides, date.today(), fixed, version)
    file = usual_file(project, output)
    shown = shown_path(file, project.working)
    known = Baseline()
    if file.is_file():
        known = load_baseline(file, project.working) if update else known
        if file.suffix != ".json":
            raise Failure(f"{shown} is there already and no .json file, so it is left alone")
    elif update:
        raise Failure(f"there is no baseline {shown} to update; `designlint baseline` writes one")
    run, problems = or_fail(lambda: check_paths(session, paths or (".",)))
    for problem in (*session.notices, *problems, *failure_lines(run.failures)):
        notice(problem)
    if problems or run.failures:
        raise Failure(f"{shown} is left as it is: not everything could be checked")
    places = places_of(session, paths or (".",))
    if update:
        made, gone = pruned(run, known, places, _text)
    else:
        made, gone = baseline_of(run, places), ()
    write_file(file, as_text(made, file.parent), project.working, replace=True)
    found = f"{plural(len(made), 'finding')} in {plural(len(made.documents), 'document')}"
    if update:
        for path, entry in sorted(gone, key=lambda each: (each[0], each[1].message)):
            where = shown_path(Path(path), project.working)
            emit(safe(f"{where}: [{entry.rule}] {entry.message}") + "\n")
        entries = "1 entry" if len(gone) == 1 else f"{len(gone)} entries"
        emit(safe(f"Took {entries} out of {shown}; it knows {found}.") + "\n")
    else:
        emit(safe(f"Wrote {shown}: it knows {found}.") + "\n")
        if output is not None and file != usual_file(project, None):
            emit(
                safe(
                    f"Name it: `designlint check --baseline {shown}`, or `baseline` in the "
                    "configuration."
                )
                + "\n"
            )
    sys.exit(0)


def _text(path: str) -> str:
    """The text of a known document that was not checked."""
    file = Path(path)
    source = read_source(file) if file.is_file() else ""
    return source if isinstance(source, str) else ""
