from collections.abc import Iterator
from typing import ClassVar

from designlint.api import Context, Finding, Rule, Severity, Span, expression, is_blank

_LONGEST = 50
_MARKUP = expression(r"(?m)\s*-->\s*<!--\s*|^[ \t>]*(?:[-*+] |\d+[.)] )?")


class LeftoverInstructions(Rule):
    """Text with which the template tells the author what to write is still in the document.

    Prose, quotes and comments of the template count; its placeholders in brackets are
    `leftover-placeholder`. Text that is meant to stay gets `<!-- designlint: keep -->` below it
    in the template.

    ## Why

    Readers cannot tell the design from the advice on how to write it.

    ## Example

    ```template
    # Title

    ## Summary

    Explain the change in one paragraph to somebody who is new here.
    ```

    ```markdown
    # Cache invalidation

    ## Summary

    Explain the change in one paragraph to somebody who is new here.

    Writes go through to the cache.
    ```

    ## Instead

    ```markdown
    # Cache invalidation

    ## Summary

    Writes go through to the cache.
    ```
    """

    group: ClassVar[str] = "placeholders"
    severity: ClassVar[Severity] = Severity.ERROR
    completeness: ClassVar[bool] = True

    def check(self, context: Context) -> Iterator[Finding]:
        """One finding for each run of such text in a paragraph, item or comment."""
        spans = context.instructions
        empty = list(_in_empty_fields(context)) if spans else []
        for span in spans:
            if context.is_leftover(span) or any(each.encloses(span) for each in empty):
                continue
            text = " ".join(_MARKUP.sub(" ", span.slice(context.document.text)).split())
            shown = text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
            yield Finding(
                span,
                f'"{shown}" is the template\'s instruction to the author',
                "Delete it once you have done what it says.",
            )


def _in_empty_fields(context: Context) -> Iterator[Span]:
    """What stands in fields without a value: `- **Owner**: <!-- who pays -->` is told as that."""
    for field in context.alignment.fields:
        found = field.actual
        if found is not None and field.expected.code is None and is_blank(context.document, found):
            yield from found.value
            yield from (block.span for block in found.blocks)
