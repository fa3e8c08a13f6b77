"""`designlint template`."""

import json
from pathlib import Path

import click

from designlint.cli.output import Failure, emit
from designlint.cli.project import config_options, open_project, or_fail
from designlint.config.document_types import template_type
from designlint.discovery.files import absolute
from designlint.outline.describe import outline_as_dict, outline_as_text
from designlint.report.escape import safe, safe_json


@click.command()
@click.argument("template", metavar="FILE|TYPE")
@click.option(
    "--output-format",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How to print it.",
)
@config_options
def template(template: str, output_format: str, config: str | None, no_config: bool) -> None:
    """Print what designlint learned from a template: a file, or that of a document type."""
    working = Path.cwd()
    path = absolute(template, working)
    project = open_project(config, no_config)
    if path.is_file():
        words = project.settings.lexicon
        chosen = or_fail(lambda: template_type(path, working, lexicon=words))
    elif path.suffix or "/" in template:
        raise Failure(f"{template} does not exist")
    else:
        chosen = project.type_named(template)
    outline = or_fail(lambda: chosen.outline)
    if output_format == "json":
        text = json.dumps(outline_as_dict(outline), indent=2, ensure_ascii=False)
        emit(safe_json(text) + "\n", utf8=True)
    else:
        emit("\n".join(safe(line) for line in outline_as_text(outline).split("\n")))
