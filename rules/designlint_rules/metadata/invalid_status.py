import re
from collections.abc import Iterator
from typing import ClassVar

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
    StatusForm,
    expression,
    gives_no_value,
    in_vocabulary,
    name_key,
    normalise_status,
    option,
    quoted,
    shortened,
)

_SHORTCODES = expression(r"^(?::[\w+-]+:\s*)+")
"""Emoji by their names, as `:white_check_mark:`."""


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

    allowed: tuple[str, ...] = option(
        (), description="The statuses that there are, in place of those that the template lists."
    )

    def check(self, context: Context) -> Iterator[Finding]:
        """One finding for each place that states a status which is not in its list."""
        for stated, listed in self._judged(context):
            if _is_one_of(stated, listed, context.lexicon) or context.is_leftover(stated.span):
                continue
            what = "is none of those allowed" if self.allowed else "the template does not list"
            yield Finding(
                stated.span,
                f"`{stated.name}` says `{shortened(stated.text)}`, which {what}",
                f"Use one of {quoted(listed)}.",
                absorbs=(stated.span,),
            )

    def _judged(self, context: Context) -> Iterator[tuple[StatedStatus, tuple[str, ...]]]:
        """The places to judge, each with the list that holds for it.

        A list is for the place where the template has it. What the document states elsewhere is
        held to it only where the document has nothing in such a place.
        """
        if self.allowed:
            yield from ((stated, self.allowed) for stated in context.statuses)
            return
        lists = _lists(context.outline, context.lexicon)
        if not lists:
            return
        own = [stated for stated in context.statuses if stated.form in lists]
        for stated in own or context.statuses[:1]:
            # A schema says itself what a status in the front matter may be.
            if context.schema is None or stated.form is not StatusForm.FRONT_MATTER:
                yield stated, lists.get(stated.form) or next(iter(lists.values()))


def _lists(outline: Outline, lexicon: Lexicon) -> dict[StatusForm, tuple[str, ...]]:
    """The statuses that the template lists, by the form in which it lists them."""
    keys = [key.vocabulary for key in outline.keys if name_key(key.name) in lexicon.status]
    fields = [each.vocabulary for each in outline.root.fields if _is_status(each, lexicon)]
    sections = [each.vocabulary for each in outline.root.children if _is_status(each, lexicon)]
    forms = zip(StatusForm, (keys, fields, sections), strict=True)
    return {form: listed for form, lists in forms if (listed := next(filter(None, lists), ()))}


def _is_status(expected: ExpectedField | ExpectedSection, lexicon: Lexicon) -> bool:
    pattern = expected.pattern
    return not pattern.free and any(map(pattern.matches, lexicon.status))


def _is_one_of(stated: StatedStatus, listed: tuple[str, ...], lexicon: Lexicon) -> bool:
    text = _SHORTCODES.sub("", stated.text)
    if gives_no_value(text, lexicon) or in_vocabulary(text, listed):
        return True
    status = normalise_status(text, lexicon)
    if status and status in {normalise_status(each, lexicon) for each in listed}:
        return True
    # A section may say it in a sentence: `The proposal was accepted in May.`
    said = name_key(text) if stated.form is StatusForm.SECTION else ""
    return any(re.search(rf"\b{re.escape(name_key(each))}\b", said) for each in listed)
