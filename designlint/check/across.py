"""Compare documents: the facts of all of them → the diagnostics that no one of them shows."""

from collections.abc import Iterable

from msgspec.structs import replace

from designlint.check.diagnostics import make_diagnostic, merge
from designlint.check.result import DocumentResult, RuleFailure, Suppressed
from designlint.finding import Diagnostic, PlacedFinding, Severity
from designlint.repository.tree import Tree
from designlint.rule import Corpus, CrossDocumentRule


def compare_documents(
    results: Iterable[DocumentResult],
    rules: Iterable[CrossDocumentRule],
    tree: Tree,
    read: Iterable[DocumentResult] = (),
) -> tuple[DocumentResult, ...]:
    """The results, sorted by path, with what the rules find by comparing them added.

    `read` are those of documents that contribute facts and are not reported on. A rule that
    raises is a failure of the first document that it took facts from.
    """
    ordered = sorted(results, key=_path)
    judged = {result.path: _Judged(result) for result in ordered}
    everything = sorted([*ordered, *read], key=_path)
    for rule in rules:
        _compare(rule, everything, judged, tree)
    return tuple(judged[result.path].result() for result in ordered)


def _path(result: DocumentResult) -> str:
    return result.path


class _Judged:
    """A result that diagnostics are added to."""

    def __init__(self, result: DocumentResult) -> None:
        self._result = result
        self._severities = {each.rule: each.severities for each in result.collected}
        self._used: set[int] = set()
        self._found: list[Diagnostic] = []
        self._suppressed: list[Suppressed] = []
        self.failures: list[RuleFailure] = []

    def add(self, rule: CrossDocumentRule, finding: PlacedFinding) -> None:
        """Add a finding, unless it is off or silenced here."""
        severities = self._severities.get(rule.name(), {})
        severity = severities.get(finding.variant, severities.get("", Severity.OFF))
        if severity is Severity.OFF:
            return
        start = finding.place.start
        silencing = [
            at
            for at, each in enumerate(self._result.silences)
            if each.rule == rule.name() and each.start <= start < each.end
        ]
        self._used.update(silencing)
        diagnostic = make_diagnostic(rule, severity, finding)
        if silencing:
            reason = self._result.silences[silencing[0]].reason
            self._suppressed.append(Suppressed(diagnostic, reason))
        else:
            self._found.append(diagnostic)

    def result(self) -> DocumentResult:
        """The result with all that was added."""
        found = sorted(self._found, key=lambda each: each.sort_key)
        for at, silence in enumerate(self._result.silences):
            found += silence.used if at in self._used else silence.unused
        if not (found or self._suppressed or self.failures):
            return self._result
        return replace(
            self._result,
            diagnostics=merge(self._result.diagnostics, found),
            suppressed=(*self._result.suppressed, *self._suppressed),
            failures=(*self._result.failures, *self.failures),
        )


def _compare(
    rule: CrossDocumentRule,
    everything: Iterable[DocumentResult],
    judged: dict[str, _Judged],
    tree: Tree,
) -> None:
    facts: list[object] = []
    asked: list[str] = []
    for result in everything:
        for collected in result.collected:
            if collected.rule == rule.name():
                facts += collected.facts
                asked += [result.path] if result.path in judged else []
    if not asked:
        return
    try:
        found = list(map(_checked, rule.compare(Corpus(tuple(facts), tree))))
    except Exception as error:  # noqa: BLE001 - any rule may fail in any way; it is named
        reason = f"{type(error).__name__}: {error}"
        judged[asked[0]].failures.append(RuleFailure(asked[0], rule.name(), reason))
        return
    for finding in found:
        if finding.place.path in judged:
            judged[finding.place.path].add(rule, finding)


def _checked(finding: object) -> PlacedFinding:
    if not isinstance(finding, PlacedFinding):
        raise TypeError(f"yielded {type(finding).__name__}, not PlacedFinding")
    return finding
