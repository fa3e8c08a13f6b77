"""`designlint init`."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from shlex import quote

import click

from designlint.adoption.changes import outdated
from designlint.adoption.config_text import config_text
from designlint.adoption.survey import Survey, survey
from designlint.cli.hook import install_hook
from designlint.cli.output import Failure, emit, notice
from designlint.cli.project import Project, or_fail
from designlint.cli.session import Session
from designlint.cli.write import write_file
from designlint.config.document_types import installed_types
from designlint.config.load import NAME, Settings, load_settings, parse_settings
from designlint.config.plans import Overrides
from designlint.config.validate import validate
from designlint.discovery.files import PathError, absolute, discover, shown_path
from designlint.finding import Severity
from designlint.outline import TemplateError
from designlint.registry import PluginError, Registry, load_registry
from designlint.report.escape import safe
from designlint.report.summary import plural


@click.command()
@click.argument("path", default=".")
@click.option("--stdout", is_flag=True, help="Print the configuration, and write nothing.")
@click.option(
    "--hook",
    is_flag=True,
    help="Write a git hook that checks before each commit, nothing else.",
)
def init(path: str, stdout: bool, hook: bool) -> None:
    """Look at a repository and write a designlint.toml for it.

    Templates, folders of documents and how they are named are found by looking; what was found
    is printed, with the number of documents that pass today. PATH is the folder to look at, the
    current one if not given.
    """
    working = Path.cwd()
    root = absolute(path, working)
    if not root.is_dir():
        raise Failure(f"{path} is no folder" if root.exists() else f"{path} does not exist")
    if hook and stdout:
        raise click.UsageError("--hook and --stdout exclude one another.")
    if hook:
        emit(safe(install_hook(root, working)) + "\n")
        return
    target = root / NAME
    if not stdout:
        _refuse_second(or_fail(lambda: load_settings(root, working)), root, working)
    try:
        registry = load_registry()
    except PluginError as error:
        raise Failure(str(error)) from error
    found = survey(root, installed_types(registry, root))
    text = config_text(found, _outdated(found))
    settings = or_fail(lambda: parse_settings(text, target, working))
    if stdout:
        emit(text, utf8=True)
    else:
        write_file(target, text, working)
    lines = or_fail(lambda: _report(found, settings, registry, working))
    if stdout:
        notice("\n".join(lines))
    else:
        steps = _next_steps(found, root, working)
        told = [f"Wrote {shown_path(target, working)}.", "", *lines, "", *steps]
        emit("".join(f"{safe(line)}\n" for line in told))
    for problem in found.problems:
        notice(problem)


def _refuse_second(settings: Settings, root: Path, working: Path) -> None:
    """Raises Failure where the folder is configured; says so where one above it is."""
    if settings.shown and settings.folder == root:
        raise Failure(f"{settings.shown} configures this folder already; edit it, or remove it")
    if settings.shown:
        shown = shown_path(root / NAME, working)
        notice(f"{settings.shown} holds for this folder too; {shown} takes its place here.")


def _outdated(found: Survey) -> dict[Path, int]:
    return dict(
        outdated(
            {
                each.template.file.path: [file.path for file in each.documents]
                for each in found.collections
                if each.template is not None
            }
        )
    )


def _report(found: Survey, settings: Settings, registry: Registry, working: Path) -> Sequence[str]:
    """What was found, and how it fares today."""
    if not found.collections:
        return ["No template and no design documents were found: the built-in type is a start."]
    project = Project(working, settings, registry, validate(settings, registry))
    session = Session(project, Overrides(), date.today())
    try:
        files = discover([str(settings.folder)], project.exclude, working).files
    except PathError:
        files = ()
    usable = []
    lines = []
    for each in project.types:
        try:
            _ = each.outline
            usable.append(each.name)
        except TemplateError as error:
            lines.append(str(error))
    session.check_files(file for file in files if _type_of(project, file.path) in usable)
    all_, passing = Counter[str](), Counter[str]()
    for result in session.run().results:
        all_[result.type_name] += 1
        passing[result.type_name] += not any(
            each.severity is Severity.ERROR for each in result.diagnostics
        )
    for collection in found.collections:
        name, count = collection.type, all_[collection.type]
        origin = collection.template.file.relative if collection.template else "built in"
        lines.append(
            f"{name}: {plural(count, 'document')}, {passing[name]} without an error today "
            f"(template: {origin})"
        )
    return lines


def _type_of(project: Project, path: Path) -> str | None:
    choice = project.chooser.by_path(path)
    return choice.type_name if choice else None


def _next_steps(found: Survey, root: Path, working: Path) -> Iterator[str]:
    enter = "" if root == working else f"cd {quote(shown_path(root, working))}; "
    yield f"Next: `{enter}designlint check`."
    for each in found.collections:
        if each.template is not None and each.documents:
            files = quote(each.template.file.relative.as_posix())
            folder = quote(each.documents[0].relative.parts[0])
            yield (
                "What your documents really keep of a template: "
                f"`designlint calibrate {files} {folder}`."
            )
            break
    yield from (
        "",
        "To adopt the repository as it is, with only what is new being told from now on:",
        f"    {enter}designlint baseline",
        f"    {enter}designlint init --hook",
    )
