"""`designlint explain`."""

import click

from designlint.cli.output import Failure, emit
from designlint.cli.project import config_options, open_project
from designlint.config.validate import selector, unknown_rule
from designlint.pages import rule_page


@click.command()
@click.argument("rule")
@config_options
def explain(rule: str, config: str | None, no_config: bool) -> None:
    """Print the page of a rule: what it finds, why, its options, and examples."""
    registry = open_project(config, no_config).registry
    name = selector(rule, registry)
    if name not in registry.rules:
        raise Failure(unknown_rule(rule, registry.rules))
    emit(rule_page(registry.rules[name]).rstrip("\n") + "\n")
