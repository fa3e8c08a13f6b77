from collections.abc import Iterator
from typing import ClassVar

from designlint.api import Context, Finding, FrontMatterError, Rule, Severity, Span


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
            yield Finding(
                Span(error.offset, error.offset),
                f"The front matter cannot be read: {error.message}",
                "Correct the YAML between the two `---` lines.",
            )
