from collections.abc import Iterator
from typing import ClassVar

from designlint.api import Context, Finding, FrontMatterError, Rule, Severity, Span

_PLAIN = {
    "mapping values are not allowed": "a value with a colon in it needs quotes around it",
    "'\\t' that cannot start": "YAML is indented with spaces, and here is a tab",
    "could not find expected ':'": "a line before this one is no `key: value`",
}
"""What the YAML parser says of the commonest mistakes, and what they are."""


class InvalidFrontMatter(Rule):
    """The front matter is not the YAML that it has to be.

    It stands between two `---` lines at the very start, and holds `key: value` lines.

    ## Why

    Status, owner and type are read from it; with broken YAML the document has none of them.

    ## Example

    ```template
    # Title

    ## Problem
    ```

    ```markdown
    ---
    status: draft
    owner: [payments
    ---

    # Cache invalidation

    ## Problem

    Prices are stale.
    ```

    ## Instead

    ```markdown
    ---
    status: draft
    owner: [payments]
    ---

    # Cache invalidation

    ## Problem

    Prices are stale.
    ```
    """

    group: ClassVar[str] = "metadata"
    severity: ClassVar[Severity] = Severity.ERROR

    def check(self, context: Context) -> Iterator[Finding]:
        """At most one finding, where the YAML breaks."""
        front_matter = context.document.front_matter
        if front_matter is None:
            return
        try:
            _ = front_matter.values
        except FrontMatterError as error:
            line = context.document.position(error.offset).line
            plain = next((text for said, text in _PLAIN.items() if said in error.message), "")
            yield Finding(
                Span(error.offset, context.document.lines.end_of(line)),
                f"The front matter cannot be read: {plain or error.message}",
                "Correct the YAML between the two `---` lines.",
            )
