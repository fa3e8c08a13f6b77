"""What a baseline holds."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from designlint.finding import Diagnostic


@dataclass(frozen=True, slots=True)
class Entry:
    """A known finding.

    `fingerprint` is its diagnostic's, without the number that equal ones get. `content` stays the
    same when its section is moved as it is; see `designlint.baseline.digest`. `section` and
    `message` are for people.
    """

    rule: str
    section: tuple[str, ...]
    fingerprint: str
    content: str
    message: str


@dataclass(frozen=True, slots=True)
class KnownDocument:
    """The known findings of one document, and a sketch of it, by which it is found again."""

    sketch: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Baseline:
    """Known documents by their absolute POSIX paths."""

    documents: Mapping[str, KnownDocument] = field(default_factory=dict)

    def __len__(self) -> int:
        """How many findings it knows."""
        return sum(len(each.entries) for each in self.documents.values())


@dataclass(frozen=True, slots=True)
class Matched:
    """A run held against a baseline.

    `known` are the diagnostics that have an entry, by the paths of their documents. `fixed` are
    entries that nothing answers to any more, with the paths they have in the baseline.
    """

    known: Mapping[str, tuple[Diagnostic, ...]]
    fixed: tuple[tuple[str, Entry], ...]
