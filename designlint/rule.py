"""The base classes of rules."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, ClassVar, TypeVar, dataclass_transform

from msgspec import Struct

from designlint.context import Context
from designlint.document.source import Unreadable
from designlint.expressions import expression
from designlint.finding import Finding, PlacedFinding, Severity
from designlint.option import REQUIRED, is_option, plain_default
from designlint.repository.tree import Tree
from designlint.suppression import Review

_Fact = TypeVar("_Fact")
_HUMP = expression(r"(?<=[a-z0-9])(?=[A-Z])")


@dataclass_transform(kw_only_default=True, frozen_default=True)
class Rule:
    """One check. Its annotated attributes are its options, its docstring is its page.

    A subclass states `group` and `severity`, and yields findings from `check`. It never states
    its own severity, path or name in a finding: the engine knows them. `completeness` puts it
    on the status ladder (milder in a draft, an error once accepted). `variants` gives findings
    that carry such a variant a severity of their own.

    An instance is frozen. It has the options that it is made with, and the defaults of its class
    for the others; their values are validated by whoever reads them from a file.
    `declared_options` are what stands behind the `=` of each option, by its name.
    """

    group: ClassVar[str]
    severity: ClassVar[Severity]
    completeness: ClassVar[bool] = False
    variants: ClassVar[Mapping[str, Severity]] = {}
    declared_options: ClassVar[Mapping[str, Any]] = {}

    def __init_subclass__(cls) -> None:
        """Collect the options, and leave their plain defaults in their places."""
        own = {
            name: vars(cls).get(name, REQUIRED)
            for name, annotation in cls.__annotations__.items()
            if is_option(annotation)
        }
        for name, declared in own.items():
            default = plain_default(declared)
            if default is not REQUIRED:
                setattr(cls, name, default)
            elif name in vars(cls):
                delattr(cls, name)
        cls.declared_options = {**cls.declared_options, **own}

    def __init__(self, **options: Any) -> None:
        for name in options:
            if name not in self.declared_options:
                raise TypeError(f"{type(self).__name__} has no option {name}")
        vars(self).update(options)

    def __setattr__(self, name: str, value: Any) -> None:
        raise AttributeError(f"{type(self).__name__} is frozen")

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and other._values == self._values

    def __hash__(self) -> int:
        return hash((type(self), *self._values.values()))

    def __repr__(self) -> str:
        values = (f"{name}={value!r}" for name, value in self._values.items())
        return f"{type(self).__name__}({', '.join(values)})"

    @property
    def _values(self) -> dict[str, Any]:
        """The options that have a value, given or by default."""
        names = self.declared_options
        return {name: getattr(self, name) for name in names if hasattr(self, name)}

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
    yielded for each. They can be gone through again and again, and are made
    each time. `tree` says what paths lead to.
    """

    facts: Iterable[object]
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
