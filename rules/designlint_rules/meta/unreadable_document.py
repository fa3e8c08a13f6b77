from collections.abc import Iterator
from typing import ClassVar

from designlint.api import Context, Finding, Severity, SourceRule, Span, Unreadable


class UnreadableDocument(SourceRule):
    """A file holds no document that could be checked.

    It cannot be read, is not UTF-8, is far too large, or its whole text stands inside a code
    fence, as it does when it was pasted from a chat. Nothing else is reported of such a file.

    ## Why

    A file that is skipped in silence looks like one without findings.

    ## Example

    ````template
    # Title

    ## Problem

    ## Solution

    ## Risks
    ````

    ````markdown
    Here is the design that you asked for:

    ```markdown
    # Cache invalidation

    ## Problem

    Prices are stale.

    ## Solution

    Write through.

    ## Risks

    A lost message.
    ```
    ````

    ## Instead

    ```markdown
    # Cache invalidation

    ## Problem

    Prices are stale.

    ## Solution

    Write through.

    ## Risks

    A lost message.
    ```
    """

    group: ClassVar[str] = "meta"
    severity: ClassVar[Severity] = Severity.ERROR

    def check_source(self, problem: Unreadable) -> Iterator[tuple[str, str]]:
        """The one thing that is wrong with the file."""
        yield f"The file {problem.message}", problem.help

    def check(self, context: Context) -> Iterator[Finding]:
        """At most one finding, at the fence that holds the document."""
        fence = context.alignment.fence
        if fence is not None:
            end = context.document.text.find("\n", fence.span.start)
            yield Finding(
                Span(fence.span.start, end),
                "The whole document stands inside this code fence",
                "Delete the fence, and what stands before and after it.",
            )
