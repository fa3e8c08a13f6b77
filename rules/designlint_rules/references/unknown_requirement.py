from collections.abc import Iterator
from difflib import get_close_matches
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
    """A requirement that a document defines; `listed` where the configuration names the file."""

    id: RequirementId
    path: str
    listed: bool


class Named(Struct, frozen=True):
    """A requirement that a document says it addresses."""

    id: RequirementId
    place: Place


class UnknownRequirement(CrossDocumentRule):
    """A document says that it addresses a requirement that no document defines.

    Requirements are defined in sections whose titles say Requirements, by a heading, list item or
    table row that opens with an id such as `REQ-12` or `R1.2`, and addressed where a section,
    field or column says so: `Requirements Addressed`, `Satisfies`, `Traceability`, …

    A design that is checked without its requirements is not blamed for that. An id counts only
    where some document of the run defines one of its kind, another `REQ-…` for `REQ-12`, or where
    `files` under `[requirements]` in the configuration says where requirements are defined.

    ## Why

    A design that was written for a requirement nobody can find may well miss another.

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

    ## Design

    Each price carries the time until which it holds.

    - **Requirements Addressed**: REQ-1, REQ-11
    ```

    ## Instead

    ```markdown
    # Fresh prices

    ## Requirements

    - **REQ-1**: A shop shows a new price within a minute.

    ## Design

    Each price carries the time until which it holds.

    - **Requirements Addressed**: REQ-1
    ```
    """

    group: ClassVar[str] = "references"
    severity: ClassVar[Severity] = Severity.ERROR
    facts: ClassVar[tuple[type, ...]] = (Defined, Named)

    def collect(self, context: Context) -> Iterator[Defined | Named]:
        """The ids that the document defines, and the first mention of each that it addresses."""
        path, listed = context.document.path, context.requirement_settings.listed
        for requirement in context.requirements.defined:
            yield Defined(requirement.id, path, listed)
        seen: set[str] = set()
        for mention in context.requirements.addressed:
            if mention.id.key not in seen and not context.is_residue(mention.span):
                seen.add(mention.id.key)
                yield Named(mention.id, context.place(mention.span))

    def compare(self, corpus: Corpus) -> Iterator[PlacedFinding]:
        """One finding for each id that nothing defines, in each document that names it."""
        known: dict[str, Defined] = {}
        for each in corpus.of(Defined):
            known.setdefault(each.id.key, each)
        divided = {parent for each in known.values() for parent in each.id.parents}
        homes: dict[str, list[str]] = {}
        for each in known.values():
            homes.setdefault(each.id.family, []).append(each.path)
        listed = sorted({each.path for each in known.values() if each.listed})
        for named in corpus.of(Named):
            key, family = named.id.key, named.id.family
            # `R1.2` is the second part of a requirement R1 that defines no parts by ids, and
            # `R1` all parts of one that is only defined by them.
            part = any(each in known and each not in divided for each in named.id.parents)
            if key in known or key in divided or part:
                continue
            where = sorted(set(homes.get(family, listed)))
            if where:
                yield PlacedFinding(
                    named.place,
                    f"No document defines requirement `{named.id.text}`",
                    _hint(named.id, known, where),
                )


def _hint(id_: RequirementId, known: dict[str, Defined], where: list[str]) -> str:
    digits = _digits(id_.key)
    # `REQ-7` is as like `REQ-1` as to any other: digits that changed places make a slip.
    slips = [
        key
        for key, each in sorted(known.items())
        if each.id.family != id_.family
        or len(_digits(key)) != len(digits)
        or _digits(key) == digits
    ]
    close = get_close_matches(id_.key, slips, 5, 0.75)
    if close:
        meant = known[next((key for key in close if _digits(key) == digits), close[0])]
        return f"Did you mean `{meant.id.text}`, of {meant.path}?"
    more = f" and {len(where) - 1} more" if len(where) > 1 else ""
    return f"Define it in {where[0]}{more}, or take it out here."


def _digits(key: str) -> list[str]:
    return sorted(filter(str.isdigit, key))
