from collections.abc import Iterator
from typing import ClassVar

from msgspec import Struct

from designlint.api import (
    Context,
    Corpus,
    CrossDocumentRule,
    Place,
    PlacedFinding,
    RequirementId,
    Severity,
)


class Defined(Struct, frozen=True):
    """A requirement at its definition.

    `open` is False where it is withdrawn; `listed` is True where the configuration names the file.
    """

    id: RequirementId
    place: Place
    open: bool
    listed: bool


class Covered(Struct, frozen=True):
    """A requirement that a document addresses."""

    id: RequirementId
    path: str


class UncoveredRequirement(CrossDocumentRule):
    """A requirement is defined, and no design says that it addresses it.

    A design addresses what its `Requirements Addressed`, `Satisfies`, `Traceability` or similar
    sections, fields and columns name. `REQ-1–REQ-4` is all four, and `R1` is `R1.1` and `R1.2` as
    well. A row of a traceability table with nothing beside the id addresses nothing, and a
    document that was rejected or superseded neither addresses requirements nor has any to meet.

    Requirements that are struck through, marked as withdrawn (`REQ-3 (withdrawn)`), or stand below
    a heading such as Out of Scope need no design. Where no design names a single requirement of a
    kind, nothing is said of that kind; and where documents number requirements of their own,
    those of one are held against what is addressed in it, not against what its neighbours address.

    ## Why

    What no design addresses is not built, and that is found at the acceptance test.

    ## Example

    ```template
    # Title

    ## Requirements

    ## Design
    ```

    ```markdown
    # Fresh prices

    ## Requirements

    - **REQ-1**: A shop shows a new price within a minute.
    - **REQ-2**: A shop that is offline shows the last price.

    ## Design

    Each price carries the time until which it holds.

    - **Requirements Addressed**: REQ-1
    ```

    ## Instead

    ```markdown
    # Fresh prices

    ## Requirements

    - **REQ-1**: A shop shows a new price within a minute.
    - **REQ-2**: A shop that is offline shows the last price.

    ## Design

    Each price carries the time until which it holds. A shop keeps it until it has another.

    - **Requirements Addressed**: REQ-1, REQ-2
    ```
    """

    group: ClassVar[str] = "references"
    severity: ClassVar[Severity] = Severity.WARNING
    facts: ClassVar[tuple[type, ...]] = (Defined, Covered)

    def collect(self, context: Context) -> Iterator[Defined | Covered]:
        """The requirements that the document defines, and those that it addresses."""
        stands = context.status not in context.lexicon.ended
        listed = context.requirement_settings.listed
        for requirement in context.requirements.defined:
            place = context.place(requirement.span)
            is_open = stands and not requirement.waived
            yield Defined(requirement.id, place, is_open, listed)
        for mention in context.requirements.addressed if stands else ():
            if not context.is_residue(mention.span):
                for each in mention.covers:
                    yield Covered(each, context.document.path)

    def compare(self, corpus: Corpus) -> Iterator[PlacedFinding]:
        """One finding for each definition of a requirement that nothing addresses."""
        defined, covered = tuple(corpus.of(Defined)), tuple(corpus.of(Covered))
        own = {(each.id.family, each.place.path) for each in defined}
        spoken = {(each.id.family, each.path) for each in covered}
        shared = {family for family, path in spoken if (family, path) not in own}
        named = {family for family, _ in spoken}
        keys = {each.id.key for each in covered}
        divided = {parent for each in defined for parent in each.id.parents}
        # What is addressed in part is addressed, where its parts have no definitions of their own.
        in_part = {parent for each in covered for parent in each.id.parents}
        for each in defined:
            family, path = each.id.family, each.place.path
            asked = (
                family in shared or (family, path) in spoken or (each.listed and family in named)
            )
            met = each.id.key in in_part or not keys.isdisjoint((each.id.key, *each.id.parents))
            if each.open and asked and not met and each.id.key not in divided:
                yield PlacedFinding(
                    each.place,
                    f"No design addresses requirement `{each.id.text}`",
                    "Name it where a design says what it addresses, as in `- **Requirements "
                    f"Addressed**: {each.id.text}`, or mark it: `{each.id.text} (withdrawn)`.",
                )
