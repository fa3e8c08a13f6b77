"""`designlint rules`."""

import inspect

import click

from designlint.cli.output import emit
from designlint.cli.project import config_options, open_project
from designlint.report.escape import safe


@click.command()
@config_options
def rules(config: str | None, no_config: bool) -> None:
    """List the rules: name, group, default severity, and what each one is about."""
    registry = open_project(config, no_config).registry
    rows = [
        (name, rule.group, rule.severity.value, inspect.getdoc(rule) or "")
        for name, rule in sorted(registry.rules.items(), key=lambda item: (item[1].group, item[0]))
    ]
    widths = [max((len(row[at]) for row in rows), default=0) for at in range(3)]
    for row in rows:
        head = "  ".join(row[at].ljust(widths[at]) for at in range(3))
        emit(f"{safe(head)}  {safe(row[3].partition(chr(10))[0])}".rstrip() + "\n")
