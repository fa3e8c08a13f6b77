"""What a baseline holds."""

from collections.abc import Callable, Mapping

from msgspec import Struct, field

from designlint.finding import Diagnostic


class Entry(Struct, frozen=True):
    """A known finding.

    `fingerprint` is its diagnostic's, without the number that equal ones get. `around` is a sample
    of the words beside it, empty where there are none. `message` is for people.
    """

    rule: str
    section: tuple[str, ...]
    fingerprint: str
    around: str
    message: str


class KnownDocument(Struct, frozen=True):
    """The known findings of one document, and what it is recognised by when it is elsewhere.

    `words` is a sample of the runs of words that it alone has, and `sections` has one for sections
    with findings, by their paths; see `designlint.baseline.words`.
    """

    words: str
    sections: Mapping[tuple[str, ...], str]
    entries: tuple[Entry, ...]


class Baseline(Struct, frozen=True):
    """Known documents by their absolute POSIX paths."""

    documents: Mapping[str, KnownDocument] = field(default_factory=dict)

    def __len__(self) -> int:
        """How many findings it knows."""
        return sum(len(each.entries) for each in self.documents.values())


class Checked(Struct, frozen=True):
    """A document of the run: its diagnostics, and its text, which is seldom asked for."""

    diagnostics: tuple[Diagnostic, ...]
    text: Callable[[], str]


class Matched(Struct, frozen=True):
    """What became of one known document.

    `path` is where the baseline has it, `now` where it is in the run, None where it is not. `known`
    are the diagnostics that have an entry, `left` the entries that nothing answers to.
    """

    path: str
    now: str | None
    known: tuple[Diagnostic, ...]
    left: tuple[Entry, ...]
