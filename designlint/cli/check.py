"""`designlint check`."""

import sys
from datetime import date

import click

from designlint.cli.failures import failure_lines
from designlint.cli.output import Failure, notice
from designlint.cli.project import Project, config_options, open_project, or_fail
from designlint.cli.reports import read_reports
from designlint.cli.session import Session
from designlint.cli.versions import OPTION
from designlint.config.document_types import template_type
from designlint.config.errors import UnknownNameError, did_you_mean
from designlint.config.model import FailOn
from designlint.config.plans import Overrides
from designlint.config.validate import version_problem
from designlint.discovery.files import PathError, absolute, discover, shown_path
from designlint.discovery.types import DocumentType
from designlint.document.source import decode_source
from designlint.finding import Severity
from designlint.report.run import Run
from designlint.report.summary import plural

_STDIN = "-"


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@click.option("--type", "type_name", metavar="NAME", help="The type of all these documents.")
@click.option("--template", metavar="FILE", help="The template of all these documents.")
@click.option(
    "--template-version",
    metavar="VERSION",
    help="Which version of the template: latest, birth, or a tag or other revision in git.",
)
@click.option(
    "--changed-since",
    metavar="REF",
    help="Tell only what was changed since a branch, tag or other revision brought about.",
)
@click.option("--as-status", default="", metavar="STATUS", help="Check as if they had this status.")
@click.option(
    "--select",
    multiple=True,
    metavar="NAMES",
    help="Rules or groups to run alone; repeatable, or separated by commas.",
)
@click.option(
    "--ignore",
    multiple=True,
    metavar="NAMES",
    help="Rules or groups to leave out; repeatable, or separated by commas.",
)
@click.option(
    "--severity",
    multiple=True,
    metavar="RULE=LEVEL",
    help="The severity of a rule: error, warning, info or off; repeatable.",
)
@click.option(
    "--fail-on",
    type=click.Choice([each.value for each in FailOn]),
    help="The mildest severity that makes the exit code 1 (error unless configured).",
)
@click.option(
    "--output-format",
    "formats",
    multiple=True,
    metavar="FORMAT[=FILE]",
    help="How to print the findings (full by default), or to write them to FILE; repeatable.",
)
@click.option("--output", metavar="FILE", help="Write the report to FILE, whole or not at all.")
@click.option(
    "--stdin-filename", metavar="FILE", help="What the document on standard input is called."
)
@config_options
def check(
    paths: tuple[str, ...],
    type_name: str | None,
    template: str | None,
    template_version: str | None,
    changed_since: str | None,
    as_status: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    severity: tuple[str, ...],
    fail_on: str | None,
    formats: tuple[str, ...],
    output: str | None,
    stdin_filename: str | None,
    config: str | None,
    no_config: bool,
) -> None:
    """Check design documents: Markdown files, folders of them, or - for standard input.

    The exit code is 0 where nothing is found at or above --fail-on, 1 where something is, and 2
    where the command line, the configuration, a template or a rule is at fault.
    """
    if stdin_filename is not None and paths != (_STDIN,):
        raise click.UsageError("--stdin-filename needs - as the only path.")
    if _STDIN in paths and len(paths) > 1:
        raise click.UsageError("- stands for standard input and must be the only path.")
    overrides = Overrides(_names(select), _names(ignore), _severities(severity), as_status.strip())
    reports = read_reports(formats, output)
    project = open_project(config, no_config)
    try:
        overrides.check(project.registry)
    except UnknownNameError as error:
        raise Failure(str(error)) from error
    fixed = or_fail(lambda: _fixed_type(project, type_name, template))
    version = _version(project, fixed, template_version)
    session = Session(project, overrides, date.today(), fixed, version)
    if changed_since is not None:
        from designlint.cli.since import open_since  # Running programs costs start-up.

        session.since = open_since(project, changed_since, paths or (".",), fixed)
    if paths == (_STDIN,):
        run = or_fail(lambda: _check_stdin(session, stdin_filename))
        problems: tuple[str, ...] = ()
    else:
        run, problems = or_fail(lambda: _check_paths(session, paths or (".",)))
    for report in reports:
        report.write(run, project.working)
    for problem in (*session.notices, *problems, *failure_lines(run.failures)):
        notice(problem)
    threshold = FailOn(fail_on) if fail_on else project.settings.config.fail_on
    if problems or run.failures:
        sys.exit(2)
    sys.exit(int(any(threshold.reached_by(each.severity) for each in run.diagnostics())))


def _check_paths(session: Session, paths: tuple[str, ...]) -> tuple[Run, tuple[str, ...]]:
    """Check what `paths` stand for; folders that could not be listed are returned too."""
    project = session.project
    try:
        discovered = discover(paths, project.exclude, project.working)
    except PathError as error:
        raise Failure(str(error)) from error
    session.check_files(discovered.files)
    run = session.run()
    if not run.results and run.skipped:
        files = plural(run.skipped, "Markdown file")
        were = "was" if run.skipped == 1 else "were"
        notice(
            f"{files} {were} left alone, none has a known document type: "
            "`designlint types --why FILE` says why, `--type` or `--template` settles it."
        )
    elif not discovered.files and discovered.excluded:
        notice("Nothing to check: all files given are excluded by the configuration.")
    return run, discovered.problems


def _check_stdin(session: Session, filename: str | None) -> Run:
    project = session.project
    path = absolute(filename or "<stdin>", project.working)
    if filename is not None and project.exclude.match(path):
        notice(f"{filename} is excluded by the configuration.")
        return session.run()
    shown = shown_path(path, project.working) if filename else "<stdin>"
    session.check_text(decode_source(sys.stdin.buffer.read()), shown, path)
    run = session.run()
    if not run.results:
        settled = project.chooser.by_path(path)
        reason = f": {settled.reason}" if settled else ""
        notice(
            f"{shown} was left alone{reason}. "
            "`--stdin-filename`, `--type` or `--template` says what it is."
        )
    return run


def _fixed_type(
    project: Project, type_name: str | None, template: str | None
) -> DocumentType | None:
    """The type that the command line names for all documents, with its template compiled."""
    if template is None:
        fixed = project.type_named(type_name) if type_name is not None else None
    else:
        path = absolute(template, project.working)
        if path.is_dir() or not path.exists():
            raise Failure(f"--template: there is no file {shown_path(path, project.working)}")
        fixed = template_type(path, project.working, type_name or "", project.settings.lexicon)
    if fixed is not None:
        _ = fixed.outline
    return fixed


def _version(project: Project, fixed: DocumentType | None, version: str | None) -> str:
    """The version that the command line asks for, empty where it asks for none."""
    if version is None:
        return ""
    problem = version_problem(version)
    if problem:
        raise Failure(f"{OPTION}: {problem}")
    types = (fixed,) if fixed else or_fail(lambda: project.types)
    if all(each.template_path is None for each in types):
        raise Failure(f"{OPTION} needs a template of your own: `--template FILE` gives it")
    return version


def _names(values: tuple[str, ...]) -> tuple[str, ...]:
    """The names in repeated, comma-separated values. A group may stand before its rule."""
    return tuple(name.strip() for value in values for name in value.split(",") if name.strip())


def _severities(values: tuple[str, ...]) -> dict[str, Severity]:
    levels = [level.value for level in Severity]
    severities = {}
    for pair in _names(values):
        rule, _, level = pair.partition("=")
        if level.strip() not in levels:
            hint = did_you_mean(level.strip(), levels)
            raise Failure(
                f"--severity takes rule=level with error, warning, info or off, not {pair}{hint}"
            )
        severities[rule.strip()] = Severity(level.strip())
    return severities
