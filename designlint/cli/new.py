"""`designlint new`."""

from datetime import date
from pathlib import Path
from shlex import quote

import click

from designlint.adoption.naming import number_in, read_naming
from designlint.adoption.scaffold import Fill, NoTitleError, make_scaffold
from designlint.cli.output import Failure, emit, notice
from designlint.cli.project import Project, config_options, open_project, or_fail
from designlint.cli.write import write_file
from designlint.config.document_types import template_type
from designlint.discovery.files import SUFFIXES, absolute, shown_path
from designlint.discovery.template_files import names_template
from designlint.discovery.types import DocumentType
from designlint.document import parse_document

_STDOUT = "-"
_OVERVIEWS = ("readme", "index")


@click.command()
@click.argument("names", nargs=-1, required=True, metavar="[TYPE] FILE")
@click.option("--template", metavar="FILE", help="The template to start from, in place of TYPE's.")
@click.option("--title", metavar="TEXT", help="The title of the new document.")
@click.option("--force", is_flag=True, help="Replace FILE if it exists.")
@config_options
def new(
    names: tuple[str, ...],
    template: str | None,
    title: str | None,
    force: bool,
    config: str | None,
    no_config: bool,
) -> None:
    """Start a document of a TYPE, from its template.

    The scaffold goes to FILE, or to standard output for -. FILE may be a folder if there is a
    --title: the file is then named as the others in it. `designlint check` finds what is still
    to be filled in.
    """
    if len(names) > 2 or (len(names) == 1 and template is None):
        raise click.UsageError("Give a type and a file: designlint new TYPE FILE.")
    said = " ".join(title.split()) if title is not None else ""
    if title is not None and not said:
        raise click.UsageError("--title needs a text.")
    project = open_project(config, no_config)
    chosen = or_fail(lambda: _type(project, names[0] if len(names) == 2 else "", template))
    today = date.today()
    path = None if names[-1] == _STDOUT else _path(project, names[-1], said, today)
    try:
        fill = Fill(today, said, number_in(path.name) if path else "")
        text = make_scaffold(chosen.template, fill)
    except NoTitleError as error:
        raise Failure(f"{chosen.origin}: {error}; leave out --title") from error
    if path is None:
        emit(text, utf8=True)
        return
    write_file(path, text, project.working, replace=force, hint="; --force replaces it")
    notice(_next_step(project, chosen, template, path, text))


def _type(project: Project, name: str, template: str | None) -> DocumentType:
    """The type to start from, its template compiled: a broken one is not handed on."""
    if template is None:
        chosen = project.type_named(name)
    else:
        path = absolute(template, project.working)
        if not path.is_file():
            raise Failure(f"--template: there is no file {shown_path(path, project.working)}")
        chosen = template_type(path, project.working, name, project.settings.lexicon)
    _ = chosen.outline
    return chosen


def _path(project: Project, name: str, title: str, today: date) -> Path:
    """Where the document goes; in a folder, under the name that comes next there."""
    path = absolute(name, project.working)
    shown = shown_path(path, project.working)
    if not path.is_dir():
        if name.endswith("/"):
            raise Failure(f"there is no folder {shown}")
        if path.suffix.lower() not in SUFFIXES:
            raise Failure(f"{shown} is no Markdown file; call it {shown}.md")
        return path
    if not title:
        raise Failure(f"{shown} is a folder; give a file in it, or a --title to name one by")
    others = [
        each.name
        for each in path.iterdir()
        if each.suffix.lower() in SUFFIXES
        and each.stem.lower() not in _OVERVIEWS
        and not names_template(each)
    ]
    return path / read_naming(others).file_name(title, today)


def _next_step(
    project: Project, chosen: DocumentType, template: str | None, path: Path, text: str
) -> str:
    shown = shown_path(path, project.working)
    option = ""
    if template is not None:
        option = f"--template {quote(template)} "
    elif project.chooser.choose(parse_document(text, shown), path).type_name != chosen.name:
        option = f"--type {quote(chosen.name)} "
    return (
        f"Wrote {shown}. Fill it in; `designlint check {option}{quote(shown)}` "
        "says what is left to do."
    )
