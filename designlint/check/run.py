"""Check one document: align → rules → suppress → diagnostics and facts."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TypeVar

from msgspec.structs import replace

from designlint.alignment.align import align
from designlint.alignment.traits import Traits
from designlint.check.completeness import completeness, count_nothing, count_sections
from designlint.check.diagnostics import make_diagnostics, make_source_diagnostic
from designlint.check.plan import ActiveRule, Plan
from designlint.check.result import Collected, DocumentResult, RuleFailure, Silence, Suppressed
from designlint.check.severity import judged_severity
from designlint.context import Context
from designlint.document import Document
from designlint.document.source import Unreadable
from designlint.document.span import Position
from designlint.facts.status import normalise_status, read_traits
from designlint.finding import Finding, Severity
from designlint.registers import collect
from designlint.rule import CrossDocumentRule, Rule, SourceRule, SuppressionRule
from designlint.suppression import Review, Suppression, find_suppressions

_Found = tuple[ActiveRule, Finding, Severity]
_Yielded = TypeVar("_Yielded")
_Asked = TypeVar("_Asked")
_Kind = TypeVar("_Kind", bound=Rule)


def check_document(document: Document, plan: Plan) -> DocumentResult:
    """All diagnostics of one document, sorted. A pure function of its arguments."""
    traits = read_traits(document, plan.as_status, plan.born, plan.outline.lexicon)
    alignment = align(plan.outline, document, traits)
    context = Context(
        document,
        plan.outline,
        alignment,
        traits.status,
        plan.today,
        plan.schema,
        plan.requirements,
    )
    rules = plan.rules
    if alignment.fence is not None:
        rules = tuple(active for active, _ in _of_kind(rules, SourceRule))
    failures: list[RuleFailure] = []
    found = _without_absorbed(_loud(_run(rules, context, failures), context, plan))
    suppressions = tuple(find_suppressions(document))
    kept, silenced, used = _suppress(found, suppressions)
    later = frozenset(rule.name() for _, rule in _of_kind(rules, CrossDocumentRule))
    reviewer = partial(_reviewed, rules, context, plan, failures)
    review = Review(
        tuple(each for each in suppressions if each.rule not in later),
        used,
        frozenset(active.rule.name() for active in rules if suppressions),
        plan.known_rules,
        plan.require_reason,
    )
    counts = count_sections(context, traits) if plan.completeness else ()
    return DocumentResult(
        document.path,
        plan.type_name,
        traits.status,
        completeness(counts),
        make_diagnostics(context, (*kept, *reviewer(review))),
        tuple(_silenced(context, silenced)),
        tuple(failures),
        tuple(_collected(rules, context, plan, failures)),
        tuple(
            _silence(context, replace(review, suppressions=(each,)), reviewer)
            for each in suppressions
            if each.rule in later
        ),
        counts,
        collect(plan.registers, context),
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
    return DocumentResult(
        path,
        plan.type_name,
        status,
        0.0,
        diagnostics,
        (),
        tuple(failures),
        sections=count_nothing(plan.outline, Traits(status, plan.born)),
    )


def _run(
    rules: tuple[ActiveRule, ...], context: Context, failures: list[RuleFailure]
) -> Iterator[tuple[ActiveRule, Finding]]:
    path = context.document.path
    for active in rules:
        for finding in _checked(active, path, failures, active.rule.check, context):
            yield active, finding


def _reviewed(
    rules: tuple[ActiveRule, ...],
    context: Context,
    plan: Plan,
    failures: list[RuleFailure],
    review: Review,
) -> list[_Found]:
    """What the rules about suppressions say of those in `review`."""
    path = context.document.path
    found = (
        (active, finding)
        for active, rule in (_of_kind(rules, SuppressionRule) if review.suppressions else ())
        for finding in _checked(active, path, failures, rule.review, review)
    )
    return _loud(found, context, plan)


def _of_kind(rules: Iterable[ActiveRule], kind: type[_Kind]) -> Iterator[tuple[ActiveRule, _Kind]]:
    for active in rules:
        if isinstance(active.rule, kind):
            yield active, active.rule


def _collected(
    rules: tuple[ActiveRule, ...], context: Context, plan: Plan, failures: list[RuleFailure]
) -> Iterator[Collected]:
    """The facts for the rules that compare documents."""
    for active, rule in _of_kind(rules, CrossDocumentRule):
        collect = partial(rule.collect, context)
        facts = tuple(_yielded(active, context.document.path, failures, collect))
        severities = {
            variant: judged_severity(variant, active, context.status, plan)
            for variant in ("", *rule.variants)
        }
        yield Collected(rule.name(), severities, facts)


def _silenced(context: Context, found: list[tuple[_Found, str]]) -> Iterator[Suppressed]:
    for each, reason in found:
        (diagnostic,) = make_diagnostics(context, (each,))
        yield Suppressed(diagnostic, reason)


def _silence(
    context: Context, review: Review, reviewer: Callable[[Review], list[_Found]]
) -> Silence:
    """A suppression that can only be judged when all documents are known.

    What is said of it in either case is worked out here, where the document is.
    """
    document = context.document
    (suppression,) = review.suppressions
    covers = suppression.covers
    end = document.position(covers.end)
    if covers.end > len(document.text):
        end = Position(end.line + 1, 1)
    used, unused = (
        make_diagnostics(context, reviewer(replace(review, used=each)))
        for each in (frozenset([suppression]), frozenset[Suppression]())
    )
    start = document.position(covers.start)
    return Silence(suppression.rule, suppression.reason, start, end, used, unused)


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


def _checked(
    active: ActiveRule,
    path: str,
    failures: list[RuleFailure],
    rule: Callable[[_Asked], Iterable[Finding]],
    asked: _Asked,
) -> list[Finding]:
    """The findings that a rule yields; where it yields anything else that is a failure."""
    found = _yielded(active, path, failures, partial(rule, asked))
    for each in found:
        if not isinstance(each, Finding):
            error = TypeError(f"yielded {type(each).__name__}, not Finding")
            failures.append(_failure(active, path, error))
            return []
    return found


def _failure(active: ActiveRule, path: str, error: Exception) -> RuleFailure:
    return RuleFailure(path, active.rule.name(), f"{type(error).__name__}: {error}")


def _loud(
    found: Iterator[tuple[ActiveRule, Finding]], context: Context, plan: Plan
) -> list[_Found]:
    """The findings with their severities, those that are off left out."""
    judged = (
        (active, finding, judged_severity(finding.variant, active, context.status, plan))
        for active, finding in found
    )
    return [each for each in judged if each[2] is not Severity.OFF]


def _without_absorbed(found: list[_Found]) -> list[_Found]:
    """The findings, but for those that another one tells along with its own."""
    absorbed = {span for _, finding, _ in found for span in finding.absorbs}
    return [each for each in found if each[1].span not in absorbed or each[1].absorbs]


def _suppress(
    found: list[_Found], suppressions: tuple[Suppression, ...]
) -> tuple[list[_Found], list[tuple[_Found, str]], frozenset[Suppression]]:
    """What is left of the findings, what is not with the reason for it, and by which comments."""
    kept: list[_Found] = []
    silenced: list[tuple[_Found, str]] = []
    used: set[Suppression] = set()
    by_rule: dict[str, list[Suppression]] = {}
    for each in suppressions:
        by_rule.setdefault(each.rule, []).append(each)
    for active, finding, severity in found:
        start = finding.span.start
        named = by_rule.get(active.rule.name(), ())
        silencing = [each for each in named if each.covers.holds(start)]
        used.update(silencing)
        if silencing:
            silenced.append(((active, finding, severity), silencing[0].reason))
        else:
            kept.append((active, finding, severity))
    return kept, silenced, frozenset(used)
