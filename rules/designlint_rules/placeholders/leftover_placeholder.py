from collections.abc import Iterator
from typing import ClassVar

from designlint.api import Context, Finding, Rule, Severity, read_vocabulary, shortened

_LONGEST = 60
_HELP = {
    True: "Put the name itself in its place, without the marks.",
    False: "Write what it asks for, or why there is nothing to say: `N/A — reason`.",
}


class LeftoverPlaceholder(Rule):
    """A placeholder of the template is still in the document.

    What marks placeholders in the template (`[…]`, `{…}`, `<…>`) marks them in its documents:
    the template's own, and bracketed text that reads as one. Links, footnotes, citations, task
    boxes, intervals, code and HTML are not placeholders; in code only what the template itself
    put into that block is. Placeholders on one line are one finding, and so is a row that is
    still the template's.

    ## Why

    It is what reviewers see first and like least: a part that nobody wrote.

    ## Example

    ```template
    # Title

    ## Summary

    [One paragraph for readers in a hurry]
    ```

    ```markdown
    # Cache invalidation

    ## Summary

    [One paragraph for readers in a hurry]
    ```

    ## Instead

    ```markdown
    # Cache invalidation

    ## Summary

    Writes go through to the cache, so that prices are never stale [1].
    ```
    """

    group: ClassVar[str] = "placeholders"
    severity: ClassVar[Severity] = Severity.ERROR
    completeness: ClassVar[bool] = True

    def check(self, context: Context) -> Iterator[Finding]:
        """One finding for each line that holds placeholders."""
        for each in context.placeholders:
            if each.in_row:
                yield Finding(
                    each.span,
                    "This table row is still the template's",
                    "Replace it by a row of your own, or delete it.",
                )
                continue
            if len(each.texts) == 1 and read_vocabulary(each.texts[0]):
                listed = f"`{shortened(each.texts[0], _LONGEST)}`"
                message = f"{listed} is still the template's list of choices"
                yield Finding(each.span, message, "Keep the one that applies.")
                continue
            shown = " and ".join(f"`{shortened(text, _LONGEST)}`" for text in each.texts)
            what = "is still a placeholder" if len(each.texts) == 1 else "are still placeholders"
            section = context.document.section_at(each.span.start)
            in_heading = section.anchor.encloses(each.span)
            yield Finding(each.span, f"{shown} {what}", _HELP[in_heading])
