"""Runs one case: the engine itself, on the case's document."""

from collections.abc import Iterable, Iterator
from datetime import date

from designlint.check.plan import ActiveRule, Plan
from designlint.check.result import DocumentResult
from designlint.check.run import check_document
from designlint.config.errors import did_you_mean
from designlint.config.options import OptionError, make_rule
from designlint.document import parse_document
from designlint.finding import Severity
from designlint.outline import Outline, TemplateError, compile_template
from designlint.registry import Registry
from designlint.rule import Rule
from designlint.testing.errors import SuiteError
from designlint.testing.render import render_findings
from designlint.testing.settings import error_at
from designlint.testing.suite import Case

DOCUMENT_PATH = "document.md"
"""What the document of a case is called."""


def run_case(case: Case, registry: Registry) -> str:
    """What is found in the case's document, as the text of a `findings` fence.

    Raises SuiteError for a rule or option that does not exist, for a template that does not
    compile, and for a rule that raises.
    """
    try:
        outline = compile_template(case.template.text, case.path)
    except TemplateError as error:
        raise SuiteError(case.path, case.template.line + error.line, error.message) from error
    result = check_text(
        case.document,
        outline,
        tuple(_active_rules(case, registry)),
        known_rules=registry.rules,
        status=case.settings.status,
        today=case.settings.today,
    )
    for failure in result.failures:
        raise SuiteError(case.path, case.line, f"rule {failure.rule} raised {failure.error}")
    return render_findings(result.diagnostics)


def check_text(
    text: str,
    outline: Outline,
    rules: tuple[ActiveRule, ...],
    *,
    known_rules: Iterable[str],
    today: date,
    status: str = "",
) -> DocumentResult:
    """Check one document's text with exactly these rules."""
    plan = Plan(
        type_name="",
        outline=outline,
        rules=rules,
        known_rules=frozenset(known_rules),
        today=today,
        as_status=status,
    )
    return check_document(parse_document(text, DOCUMENT_PATH), plan)


def activate(rule: Rule) -> ActiveRule:
    """A rule as it runs when it is selected by its name: one that is off becomes a warning."""
    severity = Severity.WARNING if rule.severity is Severity.OFF else rule.severity
    return ActiveRule(rule, severity)


def _active_rules(case: Case, registry: Registry) -> Iterator[ActiveRule]:
    _check_name(case.rule, case, registry, line=1)
    for name in case.settings.rules or ():
        _check_name(name, case, registry, line=case.settings.line)
    own = _with_options(case, registry.rules[case.rule])
    if case.settings.rules is None:
        for name, rule_class in registry.rules.items():
            rule = own if name == case.rule else rule_class()
            yield ActiveRule(rule, rule.severity)
        return
    for name in dict.fromkeys(case.settings.rules or (case.rule,)):
        yield activate(own if name == case.rule else registry.rules[name]())


def _check_name(name: str, case: Case, registry: Registry, *, line: int) -> None:
    if name not in registry.rules:
        hint = did_you_mean(name, registry.rules) or "; is its package installed, or a --plugin?"
        raise SuiteError(case.path, line, f'there is no rule "{name}"{hint}')


def _with_options(case: Case, rule_class: type[Rule]) -> Rule:
    fence = case.options.fence
    try:
        return make_rule(rule_class, None if fence is None else case.options.values)
    except OptionError as error:
        if fence is None:
            raise
        where = str(error.key[0]) if error.key else ""
        raise error_at(fence, case.path, where, error.message) from None
