"""Check one document: align → rules → suppress → diagnostics."""

from collections.abc import Iterator

from designlint.alignment.align import align
from designlint.check.completeness import completeness
from designlint.check.diagnostics import make_diagnostics, make_source_diagnostic
from designlint.check.plan import ActiveRule, Plan
from designlint.check.result import DocumentResult, RuleFailure
from designlint.check.severity import severity_of
from designlint.document import Document
from designlint.document.source import Unreadable
from designlint.facts.status import normalise_status, read_traits
from designlint.finding import Diagnostic, Finding, Severity
from designlint.rule import Context, SourceRule, SuppressionRule
from designlint.suppression import Review, Suppression, find_suppressions

_Found = tuple[ActiveRule, Finding]


def check_document(document: Document, plan: Plan) -> DocumentResult:
    """All diagnostics of one document, sorted. A pure function of its arguments."""
    traits = read_traits(document, plan.as_status)
    alignment = align(plan.outline, document, traits)
    context = Context(document, plan.outline, alignment, traits.status, plan.today)
    rules = plan.rules
    if alignment.fence is not None:
        rules = tuple(active for active in rules if isinstance(active.rule, SourceRule))
    failures: list[RuleFailure] = []
    found = _loud(_run(rules, context, failures), context, plan)
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
    told = [
        (active, finding, severity_of(finding, active, traits.status, plan))
        for active, finding in (*kept, *judged)
    ]
    return DocumentResult(
        document.path,
        plan.type_name,
        traits.status,
        0.0 if alignment.fence is not None else completeness(alignment),
        make_diagnostics(document, alignment.title, told),
        len(found) - len(kept),
        tuple(failures),
    )


def unreadable_result(path: str, problem: Unreadable, plan: Plan) -> DocumentResult:
    """The result for a file from which no document could be read."""
    status = normalise_status(plan.as_status)
    diagnostics: list[Diagnostic] = []
    failures: list[RuleFailure] = []
    for active in plan.rules:
        if isinstance(active.rule, SourceRule):
            try:
                found = list(active.rule.check_source(problem))
            except Exception as error:  # noqa: BLE001 - as in _run
                failures.append(_failure(active, path, error))
                continue
            diagnostics += [
                make_source_diagnostic(path, active, message, help_text, problem)
                for message, help_text in found
            ]
    return DocumentResult(path, plan.type_name, status, 0.0, tuple(diagnostics), 0, tuple(failures))


def _run(
    rules: tuple[ActiveRule, ...], context: Context, failures: list[RuleFailure]
) -> Iterator[_Found]:
    for active in rules:
        try:
            findings = _checked(active.rule.check(context))
        except Exception as error:  # noqa: BLE001 - any rule may fail; it is named, the run goes on
            failures.append(_failure(active, context.document.path, error))
            continue
        yield from ((active, finding) for finding in findings)


def _review(
    rules: tuple[ActiveRule, ...],
    review: Review,
    context: Context,
    failures: list[RuleFailure],
) -> Iterator[_Found]:
    for active in rules:
        if isinstance(active.rule, SuppressionRule) and review.suppressions:
            try:
                findings = _checked(active.rule.review(review))
            except Exception as error:  # noqa: BLE001 - as in _run
                failures.append(_failure(active, context.document.path, error))
                continue
            yield from ((active, finding) for finding in findings)


def _checked(findings: Iterator[Finding]) -> list[Finding]:
    """What a rule yielded. Raises TypeError for anything that is no finding."""
    found = list(findings)
    for each in found:
        if not isinstance(each, Finding):
            raise TypeError(f"yielded {type(each).__name__}, not Finding")
    return found


def _failure(active: ActiveRule, path: str, error: Exception) -> RuleFailure:
    return RuleFailure(path, active.rule.name(), f"{type(error).__name__}: {error}")


def _loud(found: Iterator[_Found], context: Context, plan: Plan) -> list[_Found]:
    """Without the findings whose severity is off."""
    return [
        (active, finding)
        for active, finding in found
        if severity_of(finding, active, context.status, plan) is not Severity.OFF
    ]


def _suppress(
    found: list[_Found], suppressions: tuple[Suppression, ...]
) -> tuple[list[_Found], frozenset[Suppression]]:
    """What is left of the findings, and which suppressions took something away."""
    kept: list[_Found] = []
    used: set[Suppression] = set()
    by_rule: dict[str, list[Suppression]] = {}
    for each in suppressions:
        by_rule.setdefault(each.rule, []).append(each)
    for active, finding in found:
        start = finding.span.start
        named = by_rule.get(active.rule.name(), ())
        silencing = [each for each in named if each.covers.holds(start)]
        used.update(silencing)
        if not silencing:
            kept.append((active, finding))
    return kept, frozenset(used)
