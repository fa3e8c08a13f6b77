"""What rules yield and reporters get."""

from collections.abc import Iterable
from enum import StrEnum

from msgspec import Struct

from designlint.document.span import Position, Span


class Severity(StrEnum):
    """How much a finding matters; `off` silences it."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    OFF = "off"

    @property
    def rank(self) -> int:
        """3 for error down to 0 for off, to compare with."""
        return _RANKS[self]

    def lowered(self) -> "Severity":
        """One step down; info stays info, and off stays off."""
        return {Severity.ERROR: Severity.WARNING, Severity.WARNING: Severity.INFO}.get(self, self)


_RANKS = {Severity.ERROR: 3, Severity.WARNING: 2, Severity.INFO: 1, Severity.OFF: 0}


def quoted(names: Iterable[object]) -> str:
    """Names as a message lists them, in backticks."""
    return ", ".join(f"`{name}`" for name in names)


def shortened(text: str, most: int = 40) -> str:
    """A quotation of at most so many characters, with an ellipsis where it is cut."""
    return text if len(text) <= most else f"{text[: most - 1]}…"


class Note(Struct, frozen=True):
    """A related place and what it has to do with the finding."""

    span: Span
    message: str


class Finding(Struct, frozen=True):
    """What a rule found, at a span of the document.

    `message` says what is wrong, `help` what to do about it. `variant` names one of the rule's
    `variants` where this finding is to have another severity than the rule's own. `absorbs` are
    the spans of other findings that have the same cause: what is told here is not told there.
    """

    span: Span
    message: str
    help: str = ""
    notes: tuple[Note, ...] = ()
    variant: str = ""
    absorbs: tuple[Span, ...] = ()


class Place(Struct, frozen=True):
    """A span that has left its document, as facts carry it.

    `path` is the document as reports show it, `section` the titles down to the innermost section
    around the place, and `text` what stands there, cut to a length that tells it apart; empty
    where it is the section's heading. `around` are the words beside it.
    """

    path: str
    section: tuple[str, ...]
    start: Position
    end: Position
    text: str
    around: str = ""


class PlacedNote(Struct, frozen=True):
    """A related place in any document, and what it has to do with the finding."""

    place: Place
    message: str


class PlacedFinding(Struct, frozen=True):
    """What a rule found by comparing documents; as `Finding`, at a place of one of them."""

    place: Place
    message: str
    help: str = ""
    notes: tuple[PlacedNote, ...] = ()
    variant: str = ""


class DiagnosticNote(Struct, frozen=True):
    """A note, with lines, in the document at `path`."""

    message: str
    path: str
    start: Position
    end: Position


SECTION_DIGITS = 6
"""How many digits of a fingerprint are of the section's path."""


class Diagnostic(Struct, frozen=True):
    """A finding as reporters get it: with its path, rule, severity and lines.

    `section` is the path of titles, from below the document's own, of the innermost section that
    holds `start`. `fingerprint` stays the same when text elsewhere in the document changes: its
    first SECTION_DIGITS are of the section, the others of what was found in it, and a number
    follows where that is there twice. `around` are the words beside it, which tell twins apart.
    """

    path: str
    rule: str
    group: str
    severity: Severity
    message: str
    help: str
    section: tuple[str, ...]
    start: Position
    end: Position
    notes: tuple[DiagnosticNote, ...]
    fingerprint: str
    around: str = ""

    @property
    def stem(self) -> str:
        """The fingerprint without the number that equal ones in a document have."""
        return self.fingerprint.partition("-")[0]

    @property
    def sort_key(self) -> tuple[object, ...]:
        """Path, then position, then rule: the order of every report.

        What is equal in all of them stays in the order in which the rule yielded it.
        """
        return (self.path, self.start, self.end, self.rule)
