from collections.abc import Iterator
from typing import ClassVar

from designlint.api import Finding, Review, Severity, SuppressionRule


class UnusedSuppression(SuppressionRule):
    """A suppressing comment silences nothing.

    A comment for a rule that did not run is left alone.

    ## Why

    It may hide the next finding, which nobody has looked at.

    ## Example

    ```template
    # Title

    ## Rollback
    ```

    ```markdown
    # Cache invalidation

    <!-- designlint: ignore[empty-section] written later -->

    ## Rollback

    Switch the flag off.
    ```

    ## Instead

    ```markdown
    # Cache invalidation

    ## Rollback

    Switch the flag off.
    ```
    """

    group: ClassVar[str] = "meta"
    severity: ClassVar[Severity] = Severity.WARNING

    def review(self, review: Review) -> Iterator[Finding]:
        """One finding at each comment, for each of its rules."""
        for each in review.suppressions:
            if each.rule in review.selected and each not in review.used:
                yield Finding(
                    each.span,
                    f"`{each.rule}` finds nothing here, so that this comment is not needed",
                    "Delete it, or the rule's name from it.",
                )
