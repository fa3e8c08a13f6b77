"""What every reporter gets."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct, field

from designlint.check.result import DocumentResult, RuleFailure, Suppressed
from designlint.finding import Diagnostic, Severity
from designlint.rule import Rule


class Run(Struct, frozen=True):
    """One run of `check`: the results sorted by path, and how many files were left alone.

    `sources` holds the texts of documents, by path, for source frames. `rules` are all rules that
    are installed, by name, for formats that describe them. `baselined` are the diagnostics that a
    baseline knows, which are in no result, and `fixed` is how many of its entries nothing answers
    to any more. `older` is how many diagnostics are left out because they are from before the
    change that is looked at.
    """

    results: Sequence[DocumentResult]
    skipped: int = 0
    sources: Mapping[str, str] = field(default_factory=dict)
    rules: Mapping[str, type[Rule]] = field(default_factory=dict)
    baselined: tuple[Diagnostic, ...] = ()
    fixed: int = 0
    older: int = 0

    def diagnostics(self) -> Iterator[Diagnostic]:
        """All diagnostics, in the order of every report."""
        for result in self._ordered():
            yield from sorted(result.diagnostics, key=lambda each: each.sort_key)

    def suppressed(self) -> Iterator[Suppressed]:
        """The diagnostics that comments silence, in the same order."""
        for result in self._ordered():
            yield from sorted(result.suppressed, key=lambda each: each.diagnostic.sort_key)

    def _ordered(self) -> Sequence[DocumentResult]:
        """The results by path. A tuple is put in order; others are, and not in memory at once."""
        if isinstance(self.results, tuple):
            return sorted(self.results, key=lambda result: result.path)
        return self.results

    @property
    def failures(self) -> tuple[RuleFailure, ...]:
        """The rules that raised, by document and then by name."""
        every = [failure for result in self.results for failure in result.failures]
        return tuple(sorted(every, key=lambda each: (each.path, each.rule)))

    def count(self, severity: Severity) -> int:
        """How many diagnostics have exactly this severity."""
        return sum(
            each.severity is severity for result in self.results for each in result.diagnostics
        )
