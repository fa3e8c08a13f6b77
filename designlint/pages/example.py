"""Runs the examples of a rule's page."""

from collections.abc import Mapping

from designlint.finding import Diagnostic
from designlint.outline import TemplateError, compile_template
from designlint.registry import load_registry
from designlint.report.escape import safe
from designlint.rule import Rule
from designlint.testing.render import help_lines
from designlint.testing.run import activate, check_text
from designlint.testing.suite import DEFAULT_TODAY


class ExampleError(Exception):
    """An example that cannot be run, with the reason in one line."""


def run_example(rule_class: type[Rule], template: str, text: str) -> tuple[Diagnostic, ...]:
    """What the rule says of `text` when all installed rules run, as they do in `check`.

    Raises ExampleError for a template that does not compile, and for a rule that raises.
    """
    try:
        outline = compile_template(template, "the template")
    except TemplateError as error:
        raise ExampleError(str(error)) from error
    rules: Mapping[str, type[Rule]] = {
        **load_registry().rules,
        rule_class.name(): rule_class,
    }
    active = tuple(activate(each()) for each in rules.values())
    result = check_text(text, outline, active, known_rules=rules, today=DEFAULT_TODAY)
    for failure in result.failures:
        if failure.rule == rule_class.name():
            raise ExampleError(f"it raised {failure.error}")
    return tuple(each for each in result.diagnostics if each.rule == rule_class.name())


def as_text(diagnostics: tuple[Diagnostic, ...]) -> str:
    """The lines of the `concise` format, each with its help below it."""
    lines: list[str] = []
    for each in diagnostics:
        place = f"{each.path}:{each.start.line}:{each.start.column}"
        lines.append(f"{place}: {each.severity.value}[{each.rule}] {safe(each.message)}")
        lines += help_lines(each.help)
    return "\n".join(lines)
