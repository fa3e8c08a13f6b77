"""The results of a run, which need not all be in memory as objects at once."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol, overload

from msgspec import Struct

from designlint.check.result import DocumentResult


class Brief(Struct, frozen=True):
    """What comparing documents needs of most of them.

    `rules` are those that looked for facts in it, `telling` those that found some. `silences` is
    True where comments silence findings of such rules.
    """

    type_name: str
    silences: bool
    rules: tuple[str, ...]
    telling: tuple[str, ...]


class Held(Protocol):
    """One result, in whatever form it is held."""

    @property
    def path(self) -> str:
        """The document, as reports show it."""

    def brief(self) -> Brief:
        """What comparing needs of it."""

    def whole(self) -> DocumentResult:
        """All of it."""

    def reported(self) -> DocumentResult:
        """What reports need of it: perhaps without facts."""

    def facts(self, rule: str) -> Iterable[object] | None:
        """The facts that a rule collected; None where it did not look."""


class InMemory(Struct, frozen=True):
    """A result that is held as it is."""

    result: DocumentResult

    @property
    def path(self) -> str:
        """The document, as reports show it."""
        return self.result.path

    def brief(self) -> Brief:
        """What comparing needs of it."""
        result = self.result
        rules = tuple(each.rule for each in result.collected)
        telling = tuple(each.rule for each in result.collected if each.facts)
        return Brief(result.type_name, bool(result.silences), rules, telling)

    def whole(self) -> DocumentResult:
        """All of it."""
        return self.result

    def reported(self) -> DocumentResult:
        """All of it."""
        return self.result

    def facts(self, rule: str) -> Iterable[object] | None:
        """The facts that a rule collected; None where it did not look."""
        return next((each.facts for each in self.result.collected if each.rule == rule), None)


class DocumentResults(Sequence[DocumentResult]):
    """Results, sorted by path. One is made of what is held when it is asked for."""

    def __init__(self, held: Iterable[Held]) -> None:
        self.held = sorted(held, key=lambda each: each.path)

    def __len__(self) -> int:
        """How many there are."""
        return len(self.held)

    @overload
    def __getitem__(self, at: int) -> DocumentResult: ...

    @overload
    def __getitem__(self, at: slice) -> tuple[DocumentResult, ...]: ...

    def __getitem__(self, at: int | slice) -> DocumentResult | tuple[DocumentResult, ...]:
        """One of them, or several."""
        if isinstance(at, slice):
            return tuple(each.whole() for each in self.held[at])
        return self.held[at].whole()

    def facts(self, rule: str) -> Iterator[tuple[str, Iterable[object]]]:
        """The paths of the documents from which a rule collected, each with the facts."""
        for each in self.held:
            facts = each.facts(rule)
            if facts is not None:
                yield each.path, facts


def results_of(results: Iterable[DocumentResult]) -> DocumentResults:
    """Results as such a sequence."""
    if isinstance(results, DocumentResults):
        return results
    return DocumentResults(map(InMemory, results))
