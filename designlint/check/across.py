"""Compare documents: the facts of all of them → the diagnostics that no one of them shows."""

from collections.abc import Iterable, Iterator, Sequence
from heapq import merge as in_order
from typing import overload

from msgspec.structs import replace

from designlint.check.diagnostics import make_diagnostic, merge
from designlint.check.result import DocumentResult, RuleFailure, Suppressed
from designlint.check.results import DocumentResults, results_of
from designlint.finding import Diagnostic, PlacedFinding, Severity
from designlint.repository.tree import Tree
from designlint.rule import Corpus, CrossDocumentRule


def compare_documents(
    results: Iterable[DocumentResult],
    rules: Iterable[CrossDocumentRule],
    tree: Tree,
    read: Iterable[DocumentResult] = (),
) -> Sequence[DocumentResult]:
    """The results, sorted by path, with what the rules find by comparing them added.

    `read` are those of documents that contribute facts and are not reported on. A rule that
    raises is a failure of the first document that it took facts from.
    """
    sources = results_of(results), results_of(read)
    compared = _Compared(sources[0])
    for rule in rules:
        _compare(rule, sources, compared, tree)
    return compared


class _Judged:
    """A result that diagnostics are added to."""

    def __init__(self, result: DocumentResult) -> None:
        self._severities = {each.rule: each.severities for each in result.collected}
        self._silences = result.silences
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
            for at, each in enumerate(self._silences)
            if each.rule == rule.name() and each.start <= start < each.end
        ]
        self._used.update(silencing)
        diagnostic = make_diagnostic(rule, severity, finding)
        if silencing:
            self._suppressed.append(Suppressed(diagnostic, self._silences[silencing[0]].reason))
        else:
            self._found.append(diagnostic)

    def added_to(self, result: DocumentResult) -> DocumentResult:
        """The result with all that was added."""
        found = sorted(self._found, key=lambda each: each.sort_key)
        for at, silence in enumerate(self._silences):
            found += silence.used if at in self._used else silence.unused
        return replace(
            result,
            diagnostics=merge(result.diagnostics, found),
            suppressed=(*result.suppressed, *self._suppressed),
            failures=(*result.failures, *self.failures),
        )


class _Compared(Sequence[DocumentResult]):
    """Results with what was found by comparing them."""

    def __init__(self, results: DocumentResults) -> None:
        self._results = results
        self._at: dict[str, int] = {}
        self._judged: dict[str, _Judged] = {}
        for at, each in enumerate(results.held):
            self._at[each.path] = at
            if each.brief().silences:
                self.judged(each.path)

    def judged(self, path: str) -> _Judged | None:
        """What is found in the document at `path`; None for one that is not reported on."""
        at = self._at.get(path)
        if at is not None and path not in self._judged:
            self._judged[path] = _Judged(self._results[at])
        return self._judged.get(path)

    def holds(self, path: str) -> bool:
        """Whether a document is reported on."""
        return path in self._at

    def __len__(self) -> int:
        return len(self._results)

    @overload
    def __getitem__(self, at: int) -> DocumentResult: ...

    @overload
    def __getitem__(self, at: slice) -> tuple[DocumentResult, ...]: ...

    def __getitem__(self, at: int | slice) -> DocumentResult | tuple[DocumentResult, ...]:
        if isinstance(at, slice):
            return tuple(self[each] for each in range(*at.indices(len(self))))
        result = self._results.held[at].reported()
        judged = self._judged.get(result.path)
        return result if judged is None else judged.added_to(result)


class _Facts:
    """The facts that a rule collected, by the paths of their documents; read as often as asked."""

    def __init__(self, rule: str, sources: Iterable[DocumentResults]) -> None:
        self._rule = rule
        self._sources = tuple(sources)

    def by_path(self) -> Iterator[tuple[str, Iterable[object]]]:
        """The documents from which facts were collected, each with these."""
        each = (source.facts(self._rule) for source in self._sources)
        return in_order(*each, key=lambda pair: pair[0])

    def __iter__(self) -> Iterator[object]:
        return (fact for _, facts in self.by_path() for fact in facts)


def _compare(
    rule: CrossDocumentRule,
    sources: Iterable[DocumentResults],
    compared: _Compared,
    tree: Tree,
) -> None:
    facts = _Facts(rule.name(), sources)
    first = next((path for path, _ in facts.by_path() if compared.holds(path)), None)
    judged = None if first is None else compared.judged(first)
    if first is None or judged is None:
        return
    try:
        found = list(map(_checked, rule.compare(Corpus(facts, tree))))
    except Exception as error:  # noqa: BLE001 - any rule may fail in any way; it is named
        reason = f"{type(error).__name__}: {error}"
        judged.failures.append(RuleFailure(first, rule.name(), reason))
        return
    for finding in found:
        its = compared.judged(finding.place.path)
        if its is not None:
            its.add(rule, finding)


def _checked(finding: object) -> PlacedFinding:
    if not isinstance(finding, PlacedFinding):
        raise TypeError(f"yielded {type(finding).__name__}, not PlacedFinding")
    return finding
