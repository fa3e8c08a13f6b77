"""The table of all rules."""

from collections.abc import Iterator

from designlint.pages.docstring import read_docstring
from designlint.registry import Registry
from designlint.rule import Rule

_INTRODUCTION = """\
# Rules

Every rule belongs to a group; `select`, `ignore` and suppressing comments take the names of
rules, the first two those of groups as well. `designlint explain RULE` prints a rule's page.
"""


def rule_index(registry: Registry) -> str:
    """The page that lists all rules, beside their own pages."""
    return f"{_INTRODUCTION}\n{rule_table(registry)}"


def rule_table(registry: Registry, folder: str = "") -> str:
    """The rules as a Markdown table by group; `folder` is where their pages are, `docs/rules/`."""
    rows = [_row(rule_class, folder) for rule_class in _by_group(registry)]
    return "\n".join(["| Rule | Default | Finds |", "|---|---|---|", *rows]) + "\n"


def _by_group(registry: Registry) -> Iterator[type[Rule]]:
    yield from sorted(registry.rules.values(), key=lambda each: (each.group, each.name()))


def _row(rule_class: type[Rule], folder: str) -> str:
    name = rule_class.name()
    summary = read_docstring(rule_class).summary.replace("|", r"\|")
    label = f"{rule_class.group}/[`{name}`]({folder}{name}.md)"
    return f"| {label} | {rule_class.severity.value} | {summary} |"
