"""The base classes of rules."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import ClassVar, TypeVar

from msgspec import Struct
from pydantic import BaseModel, ConfigDict

from designlint.context import Context
from designlint.document.source import Unreadable
from designlint.expressions import expression
from designlint.finding import Finding, PlacedFinding, Severity
from designlint.repository.tree import Tree
from designlint.suppression import Review

_Fact = TypeVar("_Fact")
_HUMP = expression(r"(?<=[a-z0-9])(?=[A-Z])")


class Rule(BaseModel):
    """One check. Its fields are its options, its docstring is its page.

    A subclass states `group` and `severity`, and yields findings from `check`. It never states
    its own severity, path or name in a finding: the engine knows them. `completeness` puts it
    on the status ladder (milder in a draft, an error once accepted). `variants` gives findings
    that carry such a variant a severity of their own.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    group: ClassVar[str]
    severity: ClassVar[Severity]
    completeness: ClassVar[bool] = False
    variants: ClassVar[Mapping[str, Severity]] = {}

    @classmethod
    @cache
    def name(cls) -> str:
        """The class name in kebab case: `EmptyField` is `empty-field`."""
        return _HUMP.sub("-", cls.__name__).lower()

    def check(self, context: Context) -> Iterator[Finding]:
        """The findings in one document, in any order. Must be a pure function of `context`."""
        yield from ()


class Corpus(Struct, frozen=True):
    """All documents of a run, as the facts that one rule collected from them.

    `facts` are sorted by the paths of their documents, and stay in the order in which they were
    yielded for each. `tree` says what paths lead to.
    """

    facts: tuple[object, ...]
    tree: Tree

    def of(self, kind: type[_Fact]) -> Iterator[_Fact]:
        """The facts of one class."""
        return (fact for fact in self.facts if isinstance(fact, kind))


class CrossDocumentRule(Rule):
    """A rule that compares documents.

    `collect` looks at one document and yields facts: frozen dataclasses of plain values, picklable,
    with places from `Context.place`. `compare` gets the facts of all documents, once, and sees
    no document. What it yields is silenced, weighed and reported as other findings are.

    `facts` names their classes. The result of a document with facts of any other class is not
    kept between runs.
    """

    facts: ClassVar[tuple[type, ...]] = ()

    def collect(self, context: Context) -> Iterable[object]:
        """What this document contributes. Must be a pure function of `context`."""
        return ()

    def compare(self, corpus: Corpus) -> Iterator[PlacedFinding]:
        """The findings in all documents, in any order, whatever order they were given in."""
        yield from ()


class SourceRule(Rule):
    """A rule about files that hold no document, or hold one that nothing else can judge."""

    def check_source(self, problem: Unreadable) -> Iterator[tuple[str, str]]:
        """Message and help for a file that could not be read, placed where `problem` says."""
        yield from ()


class SuppressionRule(Rule):
    """A rule about suppressing comments; it runs when all others are done."""

    def review(self, review: Review) -> Iterator[Finding]:
        """The findings about a document's suppressions."""
        yield from ()
