"""Checking the documents with one version of the template after the other."""

from collections import Counter
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from designlint.check.plan import Plan
from designlint.check.result import DocumentResult, RuleFailure
from designlint.check.run import check_document
from designlint.document import Document
from designlint.finding import Severity
from designlint.outline import Outline

_Place = tuple[str, tuple[int, int], tuple[int, int]]


class Verdict(Struct, frozen=True):
    """What a check of all documents found, one entry for each in their order.

    A finding counts by its rule and place: the words of a message change with what else is
    missing.
    """

    places: tuple[Counter[_Place], ...]
    errors: tuple[bool, ...]
    failures: tuple[RuleFailure, ...]

    @property
    def without_errors(self) -> int:
        """How many documents have no error."""
        return self.errors.count(False)

    def cleared_by(self, other: "Verdict") -> frozenset[int]:
        """The documents with a finding here that `other` does not have."""
        pairs = zip(self.places, other.places, strict=True)
        return frozenset(at for at, (mine, theirs) in enumerate(pairs) if mine - theirs)


class Trial:
    """Documents, parsed once, and the plan that `check` would use for them."""

    def __init__(self, documents: Sequence[Document], plan: Plan) -> None:
        self._documents = documents
        self._plan = plan

    def check(self, outline: Outline) -> Verdict:
        """Check every document against `outline`."""
        plan = replace(self._plan, outline=outline)
        results = [check_document(document, plan) for document in self._documents]
        return Verdict(
            tuple(_places(result) for result in results),
            tuple(_has_error(result) for result in results),
            tuple(failure for result in results for failure in result.failures),
        )


def _places(result: DocumentResult) -> Counter[_Place]:
    return Counter((each.rule, each.start, each.end) for each in result.diagnostics)


def _has_error(result: DocumentResult) -> bool:
    return any(each.severity is Severity.ERROR for each in result.diagnostics)
