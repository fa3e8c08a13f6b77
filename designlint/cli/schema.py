"""`designlint schema`."""

import json

import click

from designlint.cli.output import emit
from designlint.cli.project import config_options, open_project
from designlint.registers import COLLECTORS


@click.command()
@click.argument("subject", type=click.Choice(["config", "report", *COLLECTORS]))
@config_options
def schema(subject: str, config: str | None, no_config: bool) -> None:
    """Print the JSON Schema of the configuration file, of the JSON report, or of a register."""
    if subject == "report":
        from designlint.report.schema import report_schema

        found = report_schema()
    elif subject in COLLECTORS:
        from designlint.report.schema import register_schema

        found = register_schema(subject)
    else:
        from designlint.config.schema import config_schema

        found = config_schema(open_project(config, no_config).registry)
    emit(json.dumps(found, indent=2, ensure_ascii=False) + "\n", utf8=True)
