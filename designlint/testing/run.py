"""Runs one case: the engine itself, on the case's documents."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

from msgspec.structs import replace

from designlint.check.across import compare_documents
from designlint.check.plan import ActiveRule, Plan
from designlint.check.result import DocumentResult
from designlint.check.run import check_document
from designlint.config.errors import did_you_mean
from designlint.config.model import ConfiguredRequirements
from designlint.config.options import OptionError, make_rule
from designlint.discovery.globs import Globs
from designlint.document import parse_document
from designlint.finding import Severity
from designlint.language.lexicon import ENGLISH
from designlint.outline import Outline, TemplateError, compile_template
from designlint.registry import Registry
from designlint.repository.memory import MemoryFolders
from designlint.repository.tree import Tree
from designlint.rule import CrossDocumentRule, Rule
from designlint.testing.errors import SuiteError
from designlint.testing.render import render_findings
from designlint.testing.settings import error_at
from designlint.testing.suite import DOCUMENT_PATH, Case

_ROOT = Path("/")


def run_case(case: Case, registry: Registry) -> str:
    """What is found in the case's documents, as the text of a `findings` fence.

    Raises SuiteError for a rule or option that does not exist, for a template that does not
    compile, and for a rule that raises.
    """
    table = case.settings.requirements or ConfiguredRequirements()
    try:
        words = ENGLISH.extended(table.lists())
        outline = compile_template(case.template.text, case.path, words)
    except TemplateError as error:
        raise SuiteError(case.path, case.template.line + error.line, error.message) from error
    results = check_texts(
        {case.settings.path: case.document, **case.documents},
        outline,
        tuple(_active_rules(case, registry)),
        known_rules=registry.rules,
        status=case.settings.status,
        today=case.settings.today,
        files=case.files,
        requirements=table,
    )
    for failure in (failure for result in results for failure in result.failures):
        raise SuiteError(case.path, case.line, f"rule {failure.rule} raised {failure.error}")
    diagnostics = (each for result in results for each in result.diagnostics)
    return render_findings(diagnostics, case.settings.path)


def check_text(
    text: str,
    outline: Outline,
    rules: tuple[ActiveRule, ...],
    *,
    known_rules: Iterable[str],
    today: date,
) -> DocumentResult:
    """Check one document's text, alone in its repository, with exactly these rules."""
    texts = {DOCUMENT_PATH: text}
    return check_texts(texts, outline, rules, known_rules=known_rules, today=today)[0]


def check_texts(
    texts: Mapping[str, str],
    outline: Outline,
    rules: tuple[ActiveRule, ...],
    *,
    known_rules: Iterable[str],
    today: date,
    status: str = "",
    files: Mapping[str, str] | None = None,
    requirements: ConfiguredRequirements | None = None,
) -> tuple[DocumentResult, ...]:
    """Check documents, given by their paths, with exactly these rules.

    `files` are what else is in their repository; those that `requirements` names are read for
    what they define.
    """
    table = requirements or ConfiguredRequirements()
    globs = Globs(table.files, _ROOT)
    plan = Plan(
        type_name="",
        outline=outline,
        rules=rules,
        known_rules=frozenset(known_rules),
        today=today,
        as_status=status,
        requirements=table.settings(),
    )

    def check(path: str, text: str) -> DocumentResult:
        listed = globs.match(_ROOT / path)
        own = replace(plan, requirements=replace(plan.requirements, listed=listed))
        return check_document(parse_document(text, path), own)

    results = [check(path, text) for path, text in texts.items()]
    others = (files or {}).items()
    read = [check(path, text) for path, text in others if globs.match(_ROOT / path)]
    across = (each.rule for each in rules if isinstance(each.rule, CrossDocumentRule))
    tree = Tree(MemoryFolders({**texts, **(files or {})}))
    return tuple(compare_documents(results, across, tree, read))


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
