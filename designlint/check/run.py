"""Check one document: align → rules → suppress → diagnostics."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TypeVar

from designlint.alignment.align import align
from designlint.check.completeness import completeness
from designlint.check.diagnostics import make_diagnostics, make_source_diagnostic
from designlint.check.plan import ActiveRule, Plan
from designlint.check.result import DocumentResult, RuleFailure
from designlint.check.severity import severity_of
from designlint.document import Document
from designlint.document.source import Unreadable
from designlint.facts.status import normalise_status, read_traits
from designlint.finding import Finding, Severity
from designlint.rule import Context, SourceRule, SuppressionRule
from designlint.suppression import Review, Suppression, find_suppressions

_Found = tuple[ActiveRule, Finding, Severity]
_Yielded = TypeVar("_Yielded")
_Asked = TypeVar("_Asked")


def check_document(document: Document, plan: Plan) -> DocumentResult:
    """All diagnostics of one document, sorted. A pure function of its arguments."""
    traits = read_traits(document, plan.as_status, plan.born, plan.outline.lexicon)
    alignment = align(plan.outline, document, traits)
    context = Context(document, plan.outline, alignment, traits.status, plan.today, plan.schema)
    rules = plan.rules
    if alignment.fence is not None:
        rules = tuple(active for active in rules if isinstance(active.rule, SourceRule))
    failures: list[RuleFailure] = []
    found = _without_absorbed(_loud(_run(rules, context, failures), context, plan))
    suppressions = tuple(find_suppressions(document))
    kept, used = _suppress(found, suppressions)
    review = Review(
        suppressions,
        used,
        frozenset(active.rule.name() for active in rules),
        plan.known_rules,
        plan.require_reason,
    )
    judged = _loud(_review(rules, review, context, failures), context, plan)
    return DocumentResult(
        document.path,
        plan.type_name,
        traits.status,
        0.0 if alignment.fence is not None else completeness(alignment),
        make_diagnostics(document, alignment.title, (*kept, *judged)),
        len(found) - len(kept),
        tuple(failures),
    )


def unreadable_result(path: str, problem: Unreadable, plan: Plan) -> DocumentResult:
    """The result for a file from which no document could be read."""
    status = normalise_status(plan.as_status, plan.outline.lexicon)
    failures: list[RuleFailure] = []
    diagnostics = tuple(
        make_source_diagnostic(path, active, message, help_text, problem)
        for active in plan.rules
        if isinstance(active.rule, SourceRule)
        for message, help_text in _yielded(
            active, path, failures, partial(active.rule.check_source, problem)
        )
    )
    return DocumentResult(path, plan.type_name, status, 0.0, diagnostics, 0, tuple(failures))


def _run(
    rules: tuple[ActiveRule, ...], context: Context, failures: list[RuleFailure]
) -> Iterator[tuple[ActiveRule, Finding]]:
    path = context.document.path
    for active in rules:
        check = partial(_checked, active.rule.check, context)
        for finding in _yielded(active, path, failures, check):
            yield active, finding


def _review(
    rules: tuple[ActiveRule, ...],
    review: Review,
    context: Context,
    failures: list[RuleFailure],
) -> Iterator[tuple[ActiveRule, Finding]]:
    path = context.document.path
    for active in rules:
        if isinstance(active.rule, SuppressionRule) and review.suppressions:
            judge = partial(_checked, active.rule.review, review)
            for finding in _yielded(active, path, failures, judge):
                yield active, finding


def _yielded(
    active: ActiveRule,
    path: str,
    failures: list[RuleFailure],
    produce: Callable[[], Iterable[_Yielded]],
) -> list[_Yielded]:
    """All that a rule yields, or nothing and a failure where it raises: the run goes on."""
    try:
        return list(produce())
    except Exception as error:  # noqa: BLE001 - any rule may fail in any way; it is named
        failures.append(_failure(active, path, error))
        return []


def _checked(rule: Callable[[_Asked], Iterable[Finding]], asked: _Asked) -> Iterator[Finding]:
    """What a rule yields. Raises TypeError for anything that is no finding."""
    for each in rule(asked):
        if not isinstance(each, Finding):
            raise TypeError(f"yielded {type(each).__name__}, not Finding")
        yield each


def _failure(active: ActiveRule, path: str, error: Exception) -> RuleFailure:
    return RuleFailure(path, active.rule.name(), f"{type(error).__name__}: {error}")


def _loud(
    found: Iterator[tuple[ActiveRule, Finding]], context: Context, plan: Plan
) -> list[_Found]:
    """The findings with their severities, those that are off left out."""
    judged = (
        (active, finding, severity_of(finding, active, context.status, plan))
        for active, finding in found
    )
    return [each for each in judged if each[2] is not Severity.OFF]


def _without_absorbed(found: list[_Found]) -> list[_Found]:
    """The findings, but for those that another one tells along with its own."""
    absorbed = {span for _, finding, _ in found for span in finding.absorbs}
    return [each for each in found if each[1].span not in absorbed or each[1].absorbs]


def _suppress(
    found: list[_Found], suppressions: tuple[Suppression, ...]
) -> tuple[list[_Found], frozenset[Suppression]]:
    """What is left of the findings, and which suppressions took something away."""
    kept: list[_Found] = []
    used: set[Suppression] = set()
    by_rule: dict[str, list[Suppression]] = {}
    for each in suppressions:
        by_rule.setdefault(each.rule, []).append(each)
    for active, finding, severity in found:
        start = finding.span.start
        named = by_rule.get(active.rule.name(), ())
        silencing = [each for each in named if each.covers.holds(start)]
        used.update(silencing)
        if not silencing:
            kept.append((active, finding, severity))
    return kept, frozenset(used)
