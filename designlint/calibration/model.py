"""What calibration finds out."""

from msgspec import Struct

from designlint.calibration.directive_text import Directive
from designlint.calibration.elements import Element
from designlint.calibration.placing import Placement, Target, TextBlock
from designlint.check.result import RuleFailure


class ElementCount(Struct, frozen=True):
    """How many documents did what with an element.

    `asked` had a place for it, and each kept or dropped it. Those that moved it or had it out of
    order kept it too. `others` are names under which it was found, commonest first, and in how
    many documents.
    """

    element: Element
    asked: int
    kept: int
    dropped: int
    moved: int
    shuffled: int
    others: tuple[tuple[str, int], ...] = ()


class TextCount(Struct, frozen=True):
    """In how many of the `asked` documents an instruction of the template is still there."""

    line: int
    text: str
    asked: int
    kept: int


class Proposal(Struct, frozen=True):
    """A directive, and the documents that it clears: of a finding that they have without it.

    Proposals are counted one after the other, each on top of those before it.
    """

    placement: Placement
    clears: tuple[str, ...]

    @property
    def target(self) -> Target:
        """What it is about."""
        return self.placement.target

    @property
    def directive(self) -> Directive:
        """What it says."""
        return self.placement.directive

    @property
    def line(self) -> int:
        """The 1-based line of what it is about, in the template as it is."""
        return self.target.line


class Calibration(Struct, frozen=True):
    """The whole result. `text` is the template with all proposals in it.

    `before` and `after` count the documents without errors, `strangers` those that have nothing
    of the template; they count as documents, and as evidence for nothing.
    """

    documents: int
    strangers: tuple[str, ...]
    elements: tuple[ElementCount, ...]
    texts: tuple[TextCount, ...]
    proposals: tuple[Proposal, ...]
    before: int
    after: int
    text: str
    failures: tuple[RuleFailure, ...] = ()

    def first_words(self, proposal: Proposal) -> str:
        """The text that a `keep` is about, on one line; empty for other proposals."""
        target = proposal.target
        if not isinstance(target, TextBlock):
            return ""
        inside = (each.text for each in self.texts if target.line <= each.line <= target.last)
        return " ".join(next(inside, "").split())
