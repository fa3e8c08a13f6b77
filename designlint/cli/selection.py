"""Which documents a command reads, and as what: options and steps that several share."""

from collections.abc import Callable
from typing import TypeVar

import click

from designlint import disk
from designlint.cli.output import Failure, notice
from designlint.cli.project import Project, or_fail
from designlint.cli.session import Session
from designlint.cli.versions import OPTION
from designlint.config.document_types import template_type
from designlint.config.validate import version_problem
from designlint.discovery.files import PathError, absolute, discover, shown_path
from designlint.discovery.types import DocumentType
from designlint.report.run import Run
from designlint.report.summary import plural

Command = TypeVar("Command", bound=Callable[..., object])


def document_options(command: Command) -> Command:
    """The options that say what the documents are."""
    for option in reversed(_DOCUMENT_OPTIONS):
        command = option(command)
    return command


_DOCUMENT_OPTIONS = (
    click.option("--type", "type_name", metavar="NAME", help="The type of all these documents."),
    click.option("--template", metavar="FILE", help="The template of all these documents."),
    click.option(
        "--template-version",
        metavar="VERSION",
        help="Which version of the template: latest, birth, or a tag or other revision in git.",
    ),
    click.option(
        "--as-status", default="", metavar="STATUS", help="Read them as if they had this status."
    ),
)


def check_paths(session: Session, paths: tuple[str, ...]) -> tuple[Run, tuple[str, ...]]:
    """Check what `paths` stand for; what could not be listed or checked is returned too."""
    project = session.project
    try:
        discovered = discover(paths, project.exclude, project.working)
    except PathError as error:
        raise Failure(str(error)) from error
    # Thousands of paths are let go of before their documents take memory.
    found, problems = iter(discovered.files), discovered.problems
    excluded = bool(discovered.excluded and not discovered.files)
    del discovered
    session.check_files(found)
    run = session.run()
    if not run.results and run.skipped:
        files = plural(run.skipped, "Markdown file")
        were = "was" if run.skipped == 1 else "were"
        notice(
            f"{files} {were} left alone, none has a known document type: "
            "`designlint types --why FILE` says why, `--type` or `--template` settles it."
        )
    elif excluded:
        notice("Nothing to check: all files given are excluded by the configuration.")
    return run, (*problems, *session.crew.lost)


def fixed_type(
    project: Project, type_name: str | None, template: str | None
) -> DocumentType | None:
    """The type that the command line names for all documents, with its template compiled."""
    if template is None:
        fixed = project.type_named(type_name) if type_name is not None else None
    else:
        path = absolute(template, project.working)
        if disk.kind(path) in (disk.FOLDER, disk.MISSING):
            raise Failure(f"--template: there is no file {shown_path(path, project.working)}")
        fixed = template_type(path, project.working, type_name or "", project.settings.lexicon)
    if fixed is not None:
        _ = fixed.outline
    return fixed


def asked_version(project: Project, fixed: DocumentType | None, version: str | None) -> str:
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


def names_in(values: tuple[str, ...]) -> tuple[str, ...]:
    """The names in repeated, comma-separated values. A group may stand before its rule."""
    return tuple(name.strip() for value in values for name in value.split(",") if name.strip())
