"""`designlint calibrate`."""

import os
import sys
from datetime import date
from pathlib import Path

import click

from designlint.calibration.as_json import calibration_as_dict
from designlint.calibration.as_text import calibration_as_text
from designlint.calibration.calibrate import calibrate as run_calibration
from designlint.calibration.model import Calibration
from designlint.calibration.options import FEWEST, Thresholds
from designlint.cli.failures import failure_lines
from designlint.cli.output import Failure, emit, notice, terminal_width
from designlint.cli.project import Project, config_options, open_project, or_fail
from designlint.cli.write import write_file
from designlint.config.plans import Overrides, build_plan
from designlint.discovery.files import PathError, SourceFile, absolute, discover, shown_path
from designlint.discovery.types import DocumentType
from designlint.document import Document, parse_document
from designlint.document.source import Unreadable, read_source
from designlint.expressions import expression
from designlint.report.escape import json_text
from designlint.report.summary import plural

_SHARE = expression(r"(?P<number>\d+(?:\.\d+)?)\s*(?P<percent>%?)")


class _Share(click.ParamType[float]):
    """`10%` or `0.1`."""

    name = "share"

    def convert(
        self, value: str | float, param: click.Parameter | None, ctx: click.Context | None
    ) -> float:
        """From 0 to 1."""
        match = _SHARE.fullmatch(str(value).strip())
        share = float(match["number"]) / (100 if match["percent"] else 1) if match else -1.0
        if not 0 <= share <= 1:
            self.fail(f"{value} is no share of documents; write it as 10% or 0.1", param, ctx)
        return share


@click.command()
@click.argument("template", metavar="TEMPLATE|TYPE")
@click.argument("docs", nargs=-1, required=True)
@click.option("--write", metavar="FILE", help="Write a copy of the template with the proposals.")
@click.option("--force", is_flag=True, help="Let --write replace a file.")
@click.option(
    "--tolerance",
    type=_Share(),
    default="10%",
    metavar="SHARE",
    show_default=True,
    help="The share of documents above which another name, level or order is taken for a habit.",
)
@click.option(
    "--drop-share",
    type=_Share(),
    default="33%",
    metavar="SHARE",
    show_default=True,
    help="The share of documents that have to drop an element before it becomes optional.",
)
@click.option(
    "--keep-share",
    type=_Share(),
    default="60%",
    metavar="SHARE",
    show_default=True,
    help="The share of documents that have to keep a text of the template before it may stay.",
)
@click.option(
    "--output-format",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How to print it.",
)
@config_options
def calibrate(
    template: str,
    docs: tuple[str, ...],
    write: str | None,
    force: bool,
    tolerance: float,
    drop_share: float,
    keep_share: float,
    output_format: str,
    config: str | None,
    no_config: bool,
) -> None:
    """Lay a template against merged documents: what they keep, drop, move and rename.

    Proposes directives for the template, each with the number of documents that it clears of a
    finding. The numbers are those of a check with the proposals in the template.
    """
    project = open_project(config, no_config)
    target = absolute(write, project.working) if write is not None else None
    if target is not None:
        _expect_room(project, target, force)
    chosen = project.with_template(template)
    plan = or_fail(
        lambda: build_plan(
            chosen,
            project.settings,
            project.registry,
            project.options,
            Overrides(),
            date.today(),
        )
    )
    files, problems = _files(project, docs)
    documents, left_out = _read(project, chosen, files)
    for path, reason in left_out:
        notice(f"{path} is left out: {reason}")
    if len(documents) < FEWEST:
        raise Failure(
            f"a calibration needs {FEWEST} documents at least, and there "
            f"{'is' if len(documents) == 1 else 'are'} {plural(len(documents), 'document')} here"
        )
    thresholds = Thresholds(tolerance, drop_share, keep_share)
    result = run_calibration(chosen.template, documents, plan, thresholds)
    if output_format == "json":
        data = calibration_as_dict(result, chosen.origin, left_out)
        emit(json_text(data, indent=2) + "\n", utf8=True)
    else:
        emit(calibration_as_text(result, chosen.origin, terminal_width()))
    if target is not None:
        _write(project, chosen, result, target)
    for problem in (*problems, *failure_lines(result.failures)):
        notice(problem)
    sys.exit(2 if problems or result.failures else 0)


def _expect_room(project: Project, target: Path, force: bool) -> None:
    """Refuse a target before the work is done, where that can be told."""
    shown = shown_path(target, project.working)
    if target.is_dir():
        raise Failure(f"{shown} is a folder")
    if not force and os.path.lexists(target):
        raise Failure(f"{shown} exists already; --force replaces it")


def _files(
    project: Project, docs: tuple[str, ...]
) -> tuple[tuple[SourceFile, ...], tuple[str, ...]]:
    try:
        discovered = discover(docs, project.exclude, project.working)
    except PathError as error:
        raise Failure(str(error)) from error
    return discovered.files, discovered.problems


def _read(
    project: Project, chosen: DocumentType, files: tuple[SourceFile, ...]
) -> tuple[list[Document], tuple[tuple[str, str], ...]]:
    """The documents, and what is none of them: path and reason."""
    documents: list[Document] = []
    left_out: list[tuple[str, str]] = []
    for file in files:
        if _is_template(project, chosen, file.path):
            left_out.append((file.shown, "it is a template itself"))
            continue
        source = read_source(file.path)
        if isinstance(source, Unreadable):
            left_out.append((file.shown, f"it {source.message}"))
        else:
            documents.append(parse_document(source, file.shown))
    return documents, tuple(left_out)


def _is_template(project: Project, chosen: DocumentType, path: Path) -> bool:
    own = chosen.template_path
    if own is not None and os.path.realpath(own) == os.path.realpath(path):
        return True
    return project.chooser.template_owner(path) is not None


def _write(project: Project, chosen: DocumentType, result: Calibration, target: Path) -> None:
    text = result.text
    if "\r\n" in chosen.template:
        text = text.replace("\n", "\r\n")
    write_file(target, text, project.working, replace=True)
    count = plural(len(result.proposals), "proposal")
    notice(f"{shown_path(target, project.working)} is {chosen.origin} with {count}.")
