"""`designlint types`."""

import sys
from functools import partial

import click

from designlint.cli.output import Failure, emit, notice
from designlint.cli.project import Project, config_options, open_project, or_fail
from designlint.discovery.files import PathError, SourceFile, discover
from designlint.discovery.globs import Globs
from designlint.document import parse_document
from designlint.document.source import Unreadable, read_source
from designlint.report.escape import safe

_ALONE = "left alone"


@click.command()
@click.argument("files", nargs=-1, metavar="[FILES]...")
@click.option("--why", is_flag=True, help="Say for each of FILES which type it has, and why.")
@config_options
def types(files: tuple[str, ...], why: bool, config: str | None, no_config: bool) -> None:
    """List the document types, or with --why explain the choice for files."""
    if why and not files:
        raise click.UsageError("--why needs the files to explain.")
    if files and not why:
        raise click.UsageError("FILES go with --why.")
    project = open_project(config, no_config)
    if why:
        sys.exit(_explain(project, files))
    summaries = {each.name: each.summary for each in project.registry.types.values()}
    for each in or_fail(lambda: project.types):
        details = [f"template: {each.origin}"]
        if each.template_path is None and each.name in summaries:
            details.insert(0, summaries[each.name])
        if each.files.patterns:
            details.append(f"files: {', '.join(each.files.patterns)}")
        emit("".join([f"{safe(each.name)}\n", *(f"    {safe(part)}\n" for part in details)]))


def _explain(project: Project, files: tuple[str, ...]) -> int:
    """Print a line for each file; the exit code."""
    try:
        discovered = discover(files, Globs((), project.working), project.working)
    except PathError as error:
        raise Failure(str(error)) from error
    for file in discovered.files:
        name, reason = or_fail(partial(_type_and_reason, project, file))
        emit(f"{safe(file.shown)}: {safe(name)}: {safe(reason)}\n")
    for problem in discovered.problems:
        notice(problem)
    return 2 if discovered.problems else 0


def _type_and_reason(project: Project, file: SourceFile) -> tuple[str, str]:
    chooser = project.chooser
    if project.exclude.match(file.path):
        return _ALONE, f"it is excluded by `exclude` in {project.settings.shown}"
    choice = chooser.by_path(file.path)
    if choice is None:
        source = read_source(file.path)
        if isinstance(source, Unreadable):
            return "unreadable", f"it {source.message}"
        choice = chooser.choose(parse_document(source, file.shown), file.path)
    return choice.type_name or _ALONE, choice.reason
