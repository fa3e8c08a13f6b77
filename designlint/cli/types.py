"""`designlint types`."""

import sys
from functools import partial

import click

from designlint.cli.output import Failure, emit, notice
from designlint.cli.project import Project, config_options, open_project, or_fail
from designlint.cli.versions import Versions
from designlint.discovery.files import PathError, SourceFile, discover
from designlint.discovery.globs import Globs
from designlint.discovery.types import Choice
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
    versions = Versions(project)
    choices = [(file, or_fail(partial(_choice, project, file))) for file in discovered.files]
    for file, choice in choices:
        if isinstance(choice, Choice):
            versions.expect(choice.type, file.path)
    for file, choice in choices:
        name, reason = or_fail(partial(_type_and_reason, versions, file, choice))
        emit(f"{safe(file.shown)}: {safe(name)}: {safe(reason)}\n")
    for problem in (*versions.notices, *discovered.problems):
        notice(problem)
    return 2 if discovered.problems else 0


def _choice(project: Project, file: SourceFile) -> Choice | Unreadable:
    chooser = project.chooser
    if project.exclude.match(file.path):
        return Choice(None, f"it is excluded by `exclude` in {project.settings.shown}")
    choice = chooser.by_path(file.path)
    if choice is None:
        source = read_source(file.path)
        if isinstance(source, Unreadable):
            return source
        choice = chooser.choose(parse_document(source, file.shown), file.path)
    return choice


def _type_and_reason(
    versions: Versions, file: SourceFile, choice: Choice | Unreadable
) -> tuple[str, str]:
    if isinstance(choice, Unreadable):
        return "unreadable", f"it {choice.message}"
    if choice.type is None:
        return _ALONE, choice.reason
    held = versions.held(choice.type, file.path)
    return choice.type.name, "; held to ".join(filter(None, (choice.reason, held.reason)))
