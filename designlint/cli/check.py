"""`designlint check`."""

import sys
from datetime import date

import click

from designlint.cli.baselines import baseline_to_use
from designlint.cli.caching import known_results
from designlint.cli.failures import failure_lines
from designlint.cli.output import Failure, notice
from designlint.cli.project import config_options, open_project, or_fail
from designlint.cli.reports import read_reports
from designlint.cli.selection import (
    asked_version,
    check_paths,
    document_options,
    fixed_type,
    names_in,
)
from designlint.cli.session import Session
from designlint.config.errors import UnknownNameError, did_you_mean
from designlint.config.model import FailOn
from designlint.config.plans import Overrides
from designlint.discovery.files import absolute, shown_path
from designlint.disk import cannot_be_repeated
from designlint.document.source import decode_source
from designlint.finding import Severity
from designlint.replay.recording import Recording
from designlint.report.run import Run

_STDIN = "-"


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@document_options
@click.option(
    "--changed-since",
    metavar="REF",
    help="Tell only what was changed since a branch, tag or other revision brought about.",
)
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
    "--baseline",
    metavar="FILE",
    help="Tell only what this baseline does not know (.designlint-baseline.json if it is there).",
)
@click.option("--no-baseline", is_flag=True, help="Tell everything, whatever a baseline knows.")
@click.option(
    "--statistics",
    is_flag=True,
    help="Print counts by document, rule and section in place of the findings; json has both.",
)
@click.option(
    "--stdin-filename", metavar="FILE", help="What the document on standard input is called."
)
@click.option(
    "-j",
    "--jobs",
    type=click.IntRange(min=1),
    help="How many processes check documents at most (all processors that there are).",
)
@click.option("--no-cache", is_flag=True, help="Neither use nor keep results of earlier runs.")
@click.option(
    "--cache-dir",
    metavar="FOLDER",
    help="Where results are kept (.designlint_cache at the root of the repository).",
)
@config_options
@click.pass_obj
def check(
    recording: Recording | None,
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
    baseline: str | None,
    no_baseline: bool,
    statistics: bool,
    stdin_filename: str | None,
    jobs: int | None,
    no_cache: bool,
    cache_dir: str | None,
    config: str | None,
    no_config: bool,
) -> None:
    """Check design documents: Markdown files, folders of them, or - for standard input.

    The exit code is 0 where nothing is found at or above --fail-on, 1 where something is, and 2
    where the command line, the configuration, a template or a rule is at fault.
    """
    if stdin_filename is not None and paths != (_STDIN,):
        raise click.UsageError("--stdin-filename needs - as the only path.")
    if baseline is not None and no_baseline:
        raise click.UsageError("--baseline and --no-baseline exclude one another.")
    if _STDIN in paths and len(paths) > 1:
        raise click.UsageError("- stands for standard input and must be the only path.")
    overrides = Overrides(
        names_in(select), names_in(ignore), _severities(severity), as_status.strip()
    )
    reports = read_reports(formats, output)
    project = open_project(config, no_config)
    try:
        overrides.check(project.registry)
    except UnknownNameError as error:
        raise Failure(str(error)) from error
    file = None if no_baseline else or_fail(lambda: baseline_to_use(project, baseline))
    fixed = or_fail(lambda: fixed_type(project, type_name, template))
    version = asked_version(project, fixed, template_version)
    session = Session(project, overrides, date.today(), fixed, version)
    session.judge.completeness = statistics or any(each.reporter.completeness for each in reports)
    if jobs is not None:
        session.crew.processes = jobs
    if not no_cache:
        session.crew.results = or_fail(lambda: known_results(session.judge, cache_dir))
    if changed_since is not None:
        from designlint.cli.since import open_since  # Running programs costs start-up.

        session.since = open_since(project, changed_since, paths or (".",), fixed)
    if paths == (_STDIN,):
        run = or_fail(lambda: _check_stdin(session, stdin_filename))
        problems: tuple[str, ...] = ()
    else:
        run, problems = or_fail(lambda: check_paths(session, paths or (".",)))
    notices: tuple[str, ...] = ()
    if file is not None:
        from designlint.cli.known import held_against  # Most repositories have no baseline.

        run, notices = held_against(run, file, session, paths or (".",))
    for report in reports:
        report.write(run, project.working, statistics=statistics)
    for problem in (
        *session.notices,
        *notices,
        *problems,
        *failure_lines(run.failures),
    ):
        notice(problem)
    threshold = FailOn(fail_on) if fail_on else project.settings.config.fail_on
    if problems or run.failures:
        sys.exit(2)
    code = int(any(threshold.reached_by(each.severity) for each in run.diagnostics()))
    if recording is not None:
        recording.finish(code, project.registry.code)
    sys.exit(code)


def _check_stdin(session: Session, filename: str | None) -> Run:
    project = session.project
    path = absolute(filename or "<stdin>", project.working)
    if filename is not None and project.exclude.match(path):
        notice(f"{filename} is excluded by the configuration.")
        return session.run()
    shown = shown_path(path, project.working) if filename else "<stdin>"
    cannot_be_repeated()
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


def _severities(values: tuple[str, ...]) -> dict[str, Severity]:
    levels = [level.value for level in Severity]
    severities = {}
    for pair in names_in(values):
        rule, _, level = pair.partition("=")
        if level.strip() not in levels:
            hint = did_you_mean(level.strip(), levels)
            raise Failure(
                f"--severity takes rule=level with error, warning, info or off, not {pair}{hint}"
            )
        severities[rule.strip()] = Severity(level.strip())
    return severities
