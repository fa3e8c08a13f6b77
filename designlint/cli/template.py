"""`designlint template`."""

import click

from designlint.cli.output import emit
from designlint.cli.project import config_options, open_project
from designlint.outline.describe import outline_as_dict, outline_as_text
from designlint.report.escape import json_text, safe


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
    outline = open_project(config, no_config).with_template(template).outline
    if output_format == "json":
        emit(json_text(outline_as_dict(outline), indent=2) + "\n", utf8=True)
    else:
        emit("\n".join(safe(line) for line in outline_as_text(outline).split("\n")))
