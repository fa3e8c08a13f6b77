import re
from collections.abc import Iterator
from typing import ClassVar

from pydantic import Field

from designlint.api import (
    Context,
    ExpectedField,
    ExpectedSection,
    Finding,
    Lexicon,
    Outline,
    Rule,
    Severity,
    StatedStatus,
    gives_no_value,
    in_vocabulary,
    name_key,
    normalise_status,
    quoted,
    shortened,
)


class InvalidStatus(Rule):
    """The document's status is none of those that the template lists.

    A status is read from the front matter, from a field or table near the top, or from a section
    of that name. The list is that of the template, in the same places (`Draft | Review |
    Accepted`), or that of the option. Case and an explanation behind the value make no
    difference: `Superseded by ADR-12` is `Superseded`, and `In Review` is `Review`.

    ## Why

    The status says how strictly a document is read, by people and by designlint. One that nobody
    knows says nothing.

    ## Example

    ```template
    # Title

    - **Status**: Draft | Review | Accepted

    ## Problem
    ```

    ```markdown
    # Cache invalidation

    - **Status**: Almost there

    ## Problem

    Prices are stale.
    ```

    ## Instead

    ```markdown
    # Cache invalidation

    - **Status**: In Review (until Friday)

    ## Problem

    Prices are stale.
    ```
    """

    group: ClassVar[str] = "metadata"
    severity: ClassVar[Severity] = Severity.ERROR

    allowed: tuple[str, ...] = Field(
        (), description="The statuses that there are, in place of those that the template lists."
    )

    def check(self, context: Context) -> Iterator[Finding]:
        """At most one finding, at the status."""
        listed = self.allowed or _listed(context.outline, context.lexicon)
        stated = context.stated_status if listed else None
        if stated is None or _is_one_of(stated, listed, context.lexicon):
            return
        if context.schema is not None and stated.in_front_matter and not self.allowed:
            return  # The schema says what a status may be.
        if not context.is_leftover(stated.span):
            what = "is none of those allowed" if self.allowed else "the template does not list"
            yield Finding(
                stated.span,
                f"`{stated.name}` says `{shortened(stated.text)}`, which {what}",
                f"Use one of {quoted(listed)}.",
                absorbs=(stated.span,),
            )


def _listed(outline: Outline, lexicon: Lexicon) -> tuple[str, ...]:
    """The statuses that the template lists: in its front matter, a field, or a section."""
    keys = [key.vocabulary for key in outline.keys if name_key(key.name) in lexicon.status]
    fields = [each.vocabulary for each in outline.root.fields if _is_status(each, lexicon)]
    sections = [each.vocabulary for each in outline.root.children if _is_status(each, lexicon)]
    return next(filter(None, (*keys, *fields, *sections)), ())


def _is_status(expected: ExpectedField | ExpectedSection, lexicon: Lexicon) -> bool:
    pattern = expected.pattern
    return not pattern.free and any(map(pattern.matches, lexicon.status))


def _is_one_of(stated: StatedStatus, listed: tuple[str, ...], lexicon: Lexicon) -> bool:
    if gives_no_value(stated.text, lexicon) or in_vocabulary(stated.text, listed):
        return True
    status = normalise_status(stated.text, lexicon)
    if status and status in {normalise_status(each, lexicon) for each in listed}:
        return True
    # A section may say it in a sentence: `The proposal was accepted in May.`
    said = name_key(stated.text) if stated.in_section else ""
    return any(re.search(rf"\b{re.escape(name_key(each))}\b", said) for each in listed)
